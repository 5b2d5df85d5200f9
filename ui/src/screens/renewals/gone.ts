/** A row of the desk: a group of the person's own, or one that was deleted and can be brought back. */
import type { DeletedGroup, GroupSummary } from "@/ipc/bindings";
import { laneOf, urgencyOf, type Lane, type Urgency } from "@/lib/expiry";

export interface Gone {
  deleted: string;
  restorableUntil: string;
}

/** Of a deleted group the service tells no expiry any more. */
export type DeskGroup = GroupSummary & { gone?: Gone };

/** What is deleted stands among the groups with what is known of it. */
export function goneGroup(group: DeletedGroup): DeskGroup {
  const { id, displayName, mailNickname, visibility, team, owned } = group;
  return {
    id,
    displayName,
    mailNickname,
    mail: null,
    description: null,
    visibility,
    classification: null,
    team,
    dynamic: false,
    owned,
    member: false,
    created: null,
    renewed: null,
    expires: null,
    favorite: { marked: null, certainty: "unknown" },
    people: null,
    gone: { deleted: group.deleted, restorableUntil: group.restorableUntil },
  };
}

export const laneOfRow = (group: DeskGroup, now: string): Lane =>
  group.gone ? "overdue" : laneOf(group, now);

export const urgencyOfRow = (group: DeskGroup, now: string): Urgency =>
  group.gone ? "overdue" : urgencyOf(group, now);

/** Whether the group can be renewed at all; who may is another question. */
export const isRenewable = ({ gone, expires }: DeskGroup): boolean =>
  gone === undefined && expires !== null;
