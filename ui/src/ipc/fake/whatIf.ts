/** What an expiration policy would come to in the fake company: by the same rules, for fewer groups. */
import type {
  ExpirationInput,
  ExpirationPolicy,
  ExpiryRule,
  GroupSummary,
  WhatIf,
  WhatIfChange,
  WhatIfFigures,
  WhatIfFilter,
  WhatIfRequest,
  WhatIfRow,
  WhatIfRowsRequest,
  WhatIfSort,
} from "../bindings";
import { fold } from "../../lib/folding";
import { fakeError, type Handlers, type Stage } from "./host";
import { shift } from "./world";

const GRACE_DAYS = 35;
const NOTICES = [30, 15, 1];
const SOON_MAIL = 30;
const SOON_DELETED = 60;
const MONTHS = 36;

/** Every group that the person can see. */
export const visible = ({ world }: Stage): GroupSummary[] => [...world.groups, ...world.elsewhere];

export function whatIfCommands(
  stage: Stage,
): Pick<Handlers, "policy_what_if" | "policy_what_if_rows"> {
  const known = new Map<string, WhatIfRow[]>();
  return {
    policy_what_if: (request) => {
      const id = `what-if-${known.size + 1}`;
      const rows = rowsOf(stage, request);
      known.set(id, rows);
      return answer(stage, id, request, rows);
    },
    policy_what_if_rows: (request) => {
      const rows = known.get(request.id);
      if (!rows) throw fakeError("planGone");
      const found = matching(stage, rows, request);
      return {
        rows: found.slice(request.offset, request.offset + request.limit),
        total: found.length,
      };
    },
  };
}

export function rowsOf(stage: Stage, { expiration, select, unselect }: WhatIfRequest): WhatIfRow[] {
  const { expiration: before, selected } = stage.world.policies;
  const then = new Set([...selected, ...select].filter((id) => !unselect.includes(id)));
  return visible(stage).map((group) => row(stage, group, before, expiration, then));
}

function row(
  stage: Stage,
  group: GroupSummary,
  before: ExpirationPolicy | null,
  after: ExpirationInput | null,
  selected: ReadonlySet<string>,
): WhatIfRow {
  const [expiresThen, rule] = expiryThen(stage, group, before, after, selected);
  const change = changeOf(group.expires, expiresThen);
  const mails = NOTICES.map((days) => expiresThen && shift(expiresThen, -days));
  return {
    groupId: group.id,
    groupName: group.displayName,
    owned: group.owned,
    renewed: group.renewed ?? group.created,
    expiresNow: group.expires,
    expiresThen,
    rule,
    change,
    mails: mails.filter((mail) => mail !== null && mail > stage.now).map(String),
    deleted: expiresThen && shift(expiresThen, 1),
  };
}

function expiryThen(
  { now }: Stage,
  group: GroupSummary,
  before: ExpirationPolicy | null,
  after: ExpirationInput | null,
  selected: ReadonlySet<string>,
): [string | null, ExpiryRule] {
  if (!after) return [null, "noPolicy"];
  const covered =
    after.managed === "all" || (after.managed === "selected" && selected.has(group.id));
  if (!covered) return [null, "notCovered"];
  const same = before?.lifetimeDays === after.lifetimeDays;
  if (same && (group.expires || before?.managed === "all")) {
    return [group.expires, "unchanged"];
  }
  const expires = shift(group.renewed ?? group.created ?? now, after.lifetimeDays);
  return expires > now ? [expires, "renewed"] : [shift(now, GRACE_DAYS), "older"];
}

function changeOf(now: string | null, then: string | null): WhatIfChange {
  if (now === null) return then === null ? "never" : "firstTime";
  if (then === null) return "noLonger";
  return then === now ? "same" : then < now ? "sooner" : "later";
}

const within = (stage: Stage, instant: string | null | undefined, days: number): boolean =>
  Boolean(instant) && instant! <= shift(stage.now, days);

const belongs = (stage: Stage): Record<WhatIfFilter, (row: WhatIfRow) => boolean> => ({
  all: () => true,
  changed: ({ change }) => change !== "same" && change !== "never",
  firstTime: ({ change }) => change === "firstTime",
  noLonger: ({ change }) => change === "noLonger",
  sooner: ({ change }) => change === "sooner",
  later: ({ change }) => change === "later",
  mailedSoon: ({ mails }) => within(stage, mails[0], SOON_MAIL),
  deletedSoon: ({ deleted }) => within(stage, deleted, SOON_DELETED),
  older: ({ rule }) => rule === "older",
});

export function figuresOf(stage: Stage, rows: readonly WhatIfRow[]): WhatIfFigures {
  const by = belongs(stage);
  const count = (filter: WhatIfFilter) => rows.filter(by[filter]).length;
  const deleted = rows.filter(by.deletedSoon).map((each) => each.deleted ?? "");
  return {
    groups: rows.length,
    coveredNow: rows.filter(({ expiresNow }) => expiresNow).length,
    coveredThen: rows.filter(({ expiresThen }) => expiresThen).length,
    firstTime: count("firstTime"),
    noLonger: count("noLonger"),
    sooner: count("sooner"),
    later: count("later"),
    mailedSoon: count("mailedSoon"),
    deletedSoon: deleted.length,
    firstDeletion: deleted.sort()[0] ?? null,
    older: count("older"),
  };
}

function answer(stage: Stage, id: string, request: WhatIfRequest, rows: WhatIfRow[]): WhatIf {
  const { selected, expiration } = stage.world.policies;
  const selects = request.expiration?.managed === "selected";
  const changes = rows.some(({ change }) => change !== "same" && change !== "never");
  return {
    id,
    asOf: stage.now,
    now: stage.now,
    reading: null,
    figures: figuresOf(stage, rows),
    selected: expiration?.managed === "selected" ? selected.size : null,
    selectedThen: selects ? selected.size + request.select.length - request.unselect.length : null,
    months: monthsOf(stage, rows),
    assumptions: changes ? ["countedFromRenewal", "recomputed", "notUsed", "madeNow"] : ["notUsed"],
  };
}

function monthsOf({ now }: Stage, rows: readonly WhatIfRow[]) {
  const [year = 0, month = 1] = now.split("-").map(Number);
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const at = month - 1 + index;
    const name = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return { month: name, now: 0, then: 0 };
  });
  const place = (instant: string) =>
    months.find((each) => each.month === instant.slice(0, 7)) ?? months.at(-1);
  for (const { expiresNow, expiresThen } of rows) {
    if (expiresNow) place(expiresNow)!.now += 1;
    if (expiresThen) place(expiresThen)!.then += 1;
  }
  return months;
}

const keyOf = ({ groupName, expiresNow, expiresThen, renewed }: WhatIfRow, sort: WhatIfSort) =>
  ({ name: fold(groupName), now: expiresNow, then: expiresThen, renewed })[sort];

function matching(stage: Stage, rows: readonly WhatIfRow[], asked: WhatIfRowsRequest): WhatIfRow[] {
  const wanted = fold(asked.text);
  const found = rows
    .filter(belongs(stage)[asked.filter])
    .filter(({ groupName }) => fold(groupName).includes(wanted));
  // What does not expire stands last, either way.
  const order = (a: WhatIfRow, b: WhatIfRow) => {
    const [left, right] = [keyOf(a, asked.sort), keyOf(b, asked.sort)];
    if (!left || !right) return Number(!left) - Number(!right);
    return (left < right ? -1 : left > right ? 1 : 0) * (asked.descending ? -1 : 1);
  };
  return found.sort(order);
}
