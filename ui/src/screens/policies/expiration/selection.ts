/** Ticking groups into the selection and out of it, beside what the service has. */
import type { WhatIfRow } from "@/ipc/bindings";
import type { Selecting } from "./draft";

type Row = Pick<WhatIfRow, "groupId" | "rule">;

/** Whether the group is selected once everything is saved. */
export function isSelected({ select, unselect }: Selecting, row: Row): boolean {
  if (select.includes(row.groupId)) return true;
  return !unselect.includes(row.groupId) && isCovered(row);
}

/** What was reckoned with the same selection says of others whether the service has them selected. */
const isCovered = ({ rule }: Row): boolean => rule !== "notCovered" && rule !== "noPolicy";

const without = (ids: readonly string[], id: string): string[] => ids.filter((each) => each !== id);

export function toggled(selecting: Selecting, row: Row): Selecting {
  const { select, unselect } = selecting;
  const id = row.groupId;
  if (select.includes(id)) return { select: without(select, id), unselect };
  if (unselect.includes(id)) return { select, unselect: without(unselect, id) };
  return isCovered(row)
    ? { select, unselect: [...unselect, id] }
    : { select: [...select, id], unselect };
}

export const withAll = (selecting: Selecting, rows: readonly Row[]): Selecting =>
  rows.reduce(
    (before, row) => (isSelected(before, row) ? before : toggled(before, row)),
    selecting,
  );
