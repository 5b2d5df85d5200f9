/** Which stretch of time is in view: chosen, zoomed and panned by mouse, trackpad and keys. */
import { useEffect, useState, type PointerEvent, type RefObject } from "react";

import {
  broughtBack,
  panned,
  placeOf,
  windowAround,
  zoomed,
  type Span,
  type TimeWindow,
} from "./scale";

export interface TimeView {
  view: TimeWindow;
  /** The span that was chosen; `null` once the view was zoomed. */
  span: Span | null;
  choose: (span: Span) => void;
  zoom: (factor: number, around?: number) => void;
  pan: (by: number) => void;
  today: () => void;
}

const CHOSEN: Span = "months10";
export function useTimeWindow(now: string): TimeView {
  const [span, setSpan] = useState<Span | null>(CHOSEN);
  const [view, setView] = useState(() => windowAround(now, CHOSEN));
  const [before, setBefore] = useState(now);
  if (before !== now) {
    // The practice clock was moved, or midnight has passed: today keeps its place.
    setBefore(now);
    setView((then) =>
      panned(then, placeOf(Date.parse(now), then) - placeOf(Date.parse(before), then)),
    );
  }
  const choose = (next: Span) => {
    setSpan(next);
    setView(windowAround(now, next));
  };
  return {
    view,
    span,
    choose,
    zoom: (factor, around) => {
      setSpan(null);
      setView((then) => zoomed(then, factor, around ?? aroundToday(now, then)));
    },
    pan: (by) => setView((then) => panned(then, by)),
    today: () => setView((then) => broughtBack(now, then)),
  };
}

/** Keys zoom around today, or around the edge behind which it lies. */
const aroundToday = (now: string, view: TimeWindow): number =>
  Math.min(1, Math.max(0, placeOf(Date.parse(now), view)));

/** Wheel over the track: sideways pans, with Ctrl (or a pinch) it zooms around the pointer. */
export function useWheel(
  scroller: RefObject<HTMLElement | null>,
  track: RefObject<HTMLElement | null>,
  { zoom, pan }: Pick<TimeView, "zoom" | "pan">,
): void {
  useEffect(() => {
    const element = scroller.current;
    const onWheel = (event: WheelEvent) => {
      const box = track.current?.getBoundingClientRect();
      if (!box || box.width === 0) return;
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        zoom(Math.exp(event.deltaY / 400), (event.clientX - box.left) / box.width);
      } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        pan(sideways / box.width);
      } else {
        return;
      }
      event.preventDefault();
    };
    // React's own listener is passive, and the page would zoom as well.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  });
}

/** Dragging the axis pans. */
export function dragToPan(pan: (by: number) => void) {
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      pan(-event.movementX / event.currentTarget.clientWidth);
    },
  };
}
