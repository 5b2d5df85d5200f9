/** A column's head is dragged onto another one: the column then stands in its place. */
import { useState, type DragEvent } from "react";

import { isColumn } from "./columns";
import type { Sortable } from "./sorting";
import type { TableHeaderProps } from "./TableHeader";

const KIND = "application/x-groups-column";

export function useColumnDrag(
  id: Sortable,
  { columns, onMove }: Pick<TableHeaderProps, "columns" | "onMove">,
) {
  const [dragged, setDragged] = useState(false);
  const [over, setOver] = useState(false);
  const movable = isColumn(id);
  const carries = (event: DragEvent) => movable && event.dataTransfer.types.includes(KIND);
  const drop = (event: DragEvent) => {
    const moved = event.dataTransfer.getData(KIND);
    setOver(false);
    if (!movable || !isColumn(moved) || moved === id) return;
    event.preventDefault();
    onMove(moved, columns.shown.indexOf(id) - columns.shown.indexOf(moved));
  };
  return {
    dragged,
    over: over && !dragged,
    source: {
      draggable: movable,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(KIND, id);
        event.dataTransfer.effectAllowed = "move";
        setDragged(true);
      },
      onDragEnd: () => setDragged(false),
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: drop,
    },
  };
}
