/**
 * Going through the grid with the arrow keys: up and down within a day, in the month on to the week beside it; left and
 * right from day to day. A day in which nothing is has the focus itself, and Enter makes an event there.
 *
 * It goes by what is drawn, and so to what is only counted (`+3 more`) as well.
 */
import { Temporal } from "temporal-polyfill";

import { dayWords } from "./times";

interface Pressed {
  key: string;
  target: EventTarget;
  currentTarget: EventTarget;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const WAYS: Readonly<Record<string, { days: number; within: number }>> = {
  ArrowUp: { days: -7, within: -1 },
  ArrowDown: { days: 7, within: 1 },
  ArrowLeft: { days: -1, within: 0 },
  ArrowRight: { days: 1, within: 0 },
};

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Answers whether the key was an arrow that leads somewhere here. */
export function goByArrow(pressed: Pressed): boolean {
  const { key, target, currentTarget: grid } = pressed;
  const way = WAYS[key];
  if (!way || pressed.altKey || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey)
    return false;
  if (!(target instanceof HTMLElement) || !(grid instanceof HTMLElement)) return false;
  const day = target.closest<HTMLElement>("[data-date]")?.dataset.date;
  if (!day) return goThroughList(grid, target, way.within);
  const own = within(grid, day);
  const next = way.within === 0 ? undefined : own[own.indexOf(target) + way.within];
  if (next) next.focus();
  else goToDay(grid, target, day, way);
  return true;
}

/** The agenda is one list. */
function goThroughList(grid: HTMLElement, target: HTMLElement, by: number): boolean {
  const all = [...grid.querySelectorAll<HTMLElement>("[data-event]")];
  const at = all.indexOf(target);
  if (at < 0 || by === 0) return false;
  all[at + by]?.focus();
  return true;
}

function goToDay(
  grid: HTMLElement,
  from: HTMLElement,
  day: string,
  { days, within: by }: { days: number; within: number },
): void {
  const to = Temporal.PlainDate.from(day).add({ days }).toString();
  const there = within(grid, to);
  if (there.length === 0) return focusDay(grid, to);
  if (by !== 0) return there.at(by > 0 ? 0 : -1)?.focus();
  const height = heightOf(from);
  const distance = (each: HTMLElement) => Math.abs(heightOf(each) - height);
  there.reduce((best, each) => (distance(each) < distance(best) ? each : best)).focus();
}

/** How far below the top of its row it lies. */
const heightOf = (element: Element): number =>
  topOf(element) - topOf(element.closest("[role=row]") ?? element);

/** What can have the focus in a day, from above to below. */
const within = (grid: HTMLElement, day: string): HTMLElement[] =>
  cells(grid, day)
    .flatMap((cell) => [...cell.querySelectorAll<HTMLElement>("[data-event], [data-more]")])
    .filter((each) => each.checkVisibility?.({ visibilityProperty: true }) ?? true)
    .sort((a, b) => topOf(a) - topOf(b));

/** In the week a day has a cell for whole days, and one for hours. */
const cells = (grid: HTMLElement, day: string): HTMLElement[] => [
  ...grid.querySelectorAll<HTMLElement>(`[role=cell][data-date="${day}"]`),
];

function focusDay(grid: HTMLElement, day: string): void {
  const cell = cells(grid, day).at(-1);
  if (!cell) return;
  cell.tabIndex = -1;
  cell.ariaLabel = dayWords(day);
  cell.focus();
}
