/** The rows of the table: groups, and places of groups that are still being read. */
import type { GroupSummary } from "@/ipc/bindings";

export type Rows = readonly (GroupSummary | undefined)[];

export const known = (rows: Rows): GroupSummary[] => rows.filter((row) => row !== undefined);
