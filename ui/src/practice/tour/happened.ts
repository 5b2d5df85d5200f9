/** Whether what a step of the tour asks for has really happened, from the groups as they were and as they are. */
import type { DeletedList, GroupList } from "@/ipc/bindings";

export interface Seen {
  groups: GroupList | undefined;
  deleted: DeletedList | undefined;
}

export function wasRenewed(before: GroupList, after: GroupList): boolean {
  const earlier = new Map(before.groups.map(({ id, renewed }) => [id, renewed]));
  return after.groups.some(({ id, renewed }) => {
    const then = earlier.get(id);
    return then !== undefined && renewed !== null && (then === null || renewed > then);
  });
}

export function wasStarred(before: GroupList, after: GroupList): boolean {
  const marked = ({ groups }: GroupList) =>
    groups.filter(({ favorite }) => favorite.marked === true).map(({ id }) => id);
  const earlier = new Set(marked(before));
  return marked(after).some((id) => !earlier.has(id));
}

/** Gone from the deleted ones since it was there, and among the groups, or on its way to them. */
export function wasRestored(deletedOnce: ReadonlySet<string>, { groups, deleted }: Seen): boolean {
  if (!groups || !deleted) return false;
  const gone = new Set(deleted.groups.map(({ id }) => id));
  const back = new Set([
    ...groups.groups.map(({ id }) => id),
    ...deleted.returning.map(({ groupId }) => groupId),
  ]);
  return [...deletedOnce].some((id) => !gone.has(id) && back.has(id));
}
