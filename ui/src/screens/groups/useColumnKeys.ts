/** The keys of a column's head: Shift and an arrow for its width, Alt and an arrow for its place. */
import type { KeyboardEvent } from "react";

import { isColumn } from "./columns";
import { resized, STEP } from "./resizing";
import type { Sortable } from "./sorting";
import type { TableHeaderProps } from "./TableHeader";

type Changes = Pick<TableHeaderProps, "onResize" | "onMove">;

export function useColumnKeys(id: Sortable, { onResize, onMove }: Changes) {
  return (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0 || id === "star") return;
    if (event.shiftKey) onResize(id, resized(id, by * STEP));
    else if (event.altKey && isColumn(id)) onMove(id, by);
    else return;
    event.preventDefault();
  };
}
