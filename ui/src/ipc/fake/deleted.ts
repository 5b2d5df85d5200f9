/** The fake host's command about deleted groups. */
import type { DeletedGroup, GroupPart, GroupSummary, Returning } from "../bindings";
import { commandError } from "../failure";
import { fakeError, type Handlers, type Stage } from "./host";
import { shift } from "./world";

/** A deleted group as the world keeps it. */
export interface DeletedRecord {
  group: GroupSummary;
  deleted: string;
}

/** A group that was brought back. */
export interface ReturningRecord {
  groupId: string;
  displayName: string;
  team: boolean;
  since: string;
}

const RESTORE_DAYS = 30;
const HOUR = 3_600_000;
/** After so many hours a part is there again. */
const hours: ReadonlyArray<readonly [GroupPart, number]> = [
  ["group", 0],
  ["mailbox", 1],
  ["site", 4],
  ["plan", 8],
  ["team", 20],
];

export function deletedCommands(
  stage: Stage,
): Pick<Handlers, "deleted_list_get" | "deleted_refresh"> {
  const { options } = stage;
  return {
    deleted_refresh: () => {
      if (options.state === "offline") throw commandError("offline", "No route to host.");
      stage.emit({ kind: "changed", tags: ["deleted"] });
      return null;
    },
    deleted_list_get: () => {
      const { world } = stage;
      if (options.state === "loading") return new Promise(() => {});
      if (options.state === "failed") throw fakeError("serviceUnavailable");
      const offline = options.state === "offline";
      return {
        groups: world.deleted
          .map(deletedGroup)
          .filter(({ restorableUntil }) => restorableUntil > stage.now)
          .sort((a, b) => (a.restorableUntil < b.restorableUntil ? -1 : 1)),
        returning: world.returning.flatMap((record) => returning(stage, record)),
        asOf: stage.now,
        now: stage.now,
        lastError: offline
          ? commandError("offline", "No route to host.", { retryable: true })
          : null,
        all: options.canPurge,
        canPurge: options.canPurge,
      };
    },
  };
}

const deletedGroup = ({ group, deleted }: DeletedRecord): DeletedGroup => ({
  id: group.id,
  displayName: group.displayName,
  mailNickname: group.mailNickname,
  visibility: group.visibility,
  team: group.team,
  deleted,
  restorableUntil: shift(deleted, RESTORE_DAYS),
  owned: group.owned,
});

function returning(stage: Stage, { team, ...record }: ReturningRecord): Returning[] {
  const passed = (Date.parse(stage.now) - Date.parse(record.since)) / HOUR;
  if (passed >= 24) return [];
  const parts = hours.filter(([part]) => part !== "team" || team);
  return [
    {
      ...record,
      stages: parts.map(([part, after]) => ({
        part,
        back: part === "plan" && !stage.options.canManage ? null : passed >= after,
      })),
    },
  ];
}
