/** The fake host's commands about decisions, their history, letters, and closing the window. */
import type { Decided, Decision, HistoryEvent, Reopened } from "../bindings";
import { evidenceOf } from "./evidence";
import { find } from "./groups";
import { fakeError, type Handlers, type Stage } from "./host";
import { ME, personOf } from "./directory";
import { shift } from "./world";

type DecisionCommand =
  "decisions_list" | "decision_set" | "letter_open" | "history_get" | "window_close";

const PAGE = 100;
const REASONS: readonly Reopened[] = ["ownersChanged", "lastWeek", "active", "renewed", "dayCame"];

export function decisionCommands(stage: Stage): Pick<Handlers, DecisionCommand> {
  const { options } = stage;
  stage.world.decisions = seeded(stage);
  if (options.tells !== "nothing") setTimeout(() => tell(stage), 2_000);
  return {
    decisions_list: () => ({ decisions: stage.world.decisions }),
    decision_set: ({ groupId, decision }) => {
      if (options.refuse !== "nothing") throw fakeError(options.refuse);
      const others = stage.world.decisions.filter((each) => each.groupId !== groupId);
      const groupName = find(stage, groupId).displayName;
      stage.world.decisions = decision
        ? [...others, { groupId, groupName, decision, at: stage.now, reopened: null }]
        : others;
      note(stage, groupId, decision ? { kind: "decided", decision } : { kind: "revoked" });
      return { decisions: stage.world.decisions };
    },
    letter_open: ({ groupId }) => {
      if (options.refuse !== "nothing") throw fakeError(options.refuse);
      const owners = stage.world.people.get(groupId)?.owners ?? [];
      const to = owners
        .filter(({ id, enabled }) => id !== ME && enabled !== false)
        .flatMap(({ id }) => personOf(stage.world, id)?.address ?? []);
      note(stage, groupId, { kind: "asked", to });
      return { to };
    },
    history_get: ({ groupId, before }) => {
      const all = stage.world.history.filter(
        (entry) => groupId === null || entry.groupId === groupId,
      );
      const older = before === null ? all : all.filter(({ number }) => number < before);
      return {
        entries: [...older].reverse().slice(0, PAGE),
        total: all.length,
        integrity: options.altered ? { state: "broken", number: 2 } : { state: "intact" },
      };
    },
    window_close: () => null,
  };
}

/** Puts an entry on the record. */
function note(stage: Stage, groupId: string, event: HistoryEvent, at = stage.now): void {
  const { history } = stage.world;
  const group = find(stage, groupId);
  const number = history.length + 1;
  history.push({
    number,
    at,
    by: "adele.vance@contoso.example",
    groupId,
    groupName: group.displayName,
    event,
    evidence: evidenceOf(stage, group),
    hash: number.toString(16).padStart(64, "0"),
  });
}

/** Decisions of before today, about groups that do not expire at once. */
function seeded(stage: Stage): Decided[] {
  const groups = stage.world.groups.filter(({ owned, expires }) => owned && expires !== null);
  return groups.slice(2, 2 + stage.options.decided).map((group, index) => {
    const decision: Decision =
      index % 2 === 0
        ? { kind: "letExpire", note: "The project is over." }
        : { kind: "later", until: shift(stage.now, 20).slice(0, 10) };
    const at = shift(stage.now, -12 + index);
    note(stage, group.id, { kind: "decided", decision }, at);
    const reopened =
      index % 3 === 0 ? (REASONS[Math.floor(index / 3) % REASONS.length] ?? null) : null;
    return { groupId: group.id, groupName: group.displayName, decision, at, reopened };
  });
}

function tell(stage: Stage): void {
  const groupId = stage.world.groups[3]?.id ?? null;
  stage.emit(
    stage.options.tells === "closeAsked" ? { kind: "closeAsked" } : { kind: "showGroup", groupId },
  );
}
