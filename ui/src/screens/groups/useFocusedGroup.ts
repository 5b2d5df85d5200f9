/** The group of the active row: one of the rows, one of the person's own, or one that a search of the tenant found. */
import { useQuery } from "@tanstack/react-query";

import type { GroupList, GroupSummary } from "@/ipc/bindings";
import { searchQuery } from "@/ipc/queries";

interface Place {
  activeId: string | null;
  text: string;
}

export function useFocusedGroup(
  latest: readonly GroupSummary[],
  list: GroupList,
  { activeId, text }: Place,
): GroupSummary | undefined {
  const { data: found } = useQuery({ ...searchQuery(text.trim()), enabled: false });
  if (activeId === null) return undefined;
  const isIt = (group: GroupSummary) => group.id === activeId;
  return latest.find(isIt) ?? list.groups.find(isIt) ?? found?.groups.find(isIt);
}
