/** Moving through the cells of the matrix by keyboard. */
import { useLayoutEffect, useRef, type KeyboardEvent } from "react";

export interface Place {
  row: number;
  column: number;
}

export const cellId = ({ row, column }: Place): string => `across-${row}-${column}`;

interface Options {
  place: Place;
  rows: number;
  columns: number;
  onPlace: (place: Place) => void;
  onOpen: (place: Place) => void;
  onSelect: (row: number) => void;
}

export function useCellNavigation({ place, rows, columns, ...on }: Options) {
  const wanted = useRef(false);
  // The cell is only drawn once its row is in view, so the focus follows after that.
  useLayoutEffect(() => {
    const cell = wanted.current ? document.getElementById(cellId(place)) : null;
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  return (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if ((event.target as HTMLElement).getAttribute("data-cell") === null) return;
    const next = target(event, place, rows, columns);
    if (next) {
      wanted.current = true;
      on.onPlace(next);
    } else if (event.key === "Enter" || event.key === " ") on.onOpen(place);
    else if (event.key === "x") on.onSelect(place.row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const within = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value));

function target(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Place,
  rows: number,
  columns: number,
): Place | null {
  const targets: Record<string, Place> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + 10, column },
    PageUp: { row: row - 10, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
  };
  const wanted = targets[key];
  return wanted ? { row: within(wanted.row, rows), column: within(wanted.column, columns) } : null;
}
