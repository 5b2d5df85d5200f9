/** Moves the time by wheel, trackpad and dragging: sideways pans, with Ctrl, Cmd or a pinch it zooms. */
import { useEffect, type RefObject } from "react";

import type { TimeStore } from "./timeStore";

/** A press that moves less is a click. */
const SLACK = 5;

export function useTimeGestures(
  scroller: RefObject<HTMLElement | null>,
  track: RefObject<HTMLElement | null>,
  time: TimeStore,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const stops = [onWheel(element, track, time), onDrag(element, track, time)];
    return () => stops.forEach((stop) => stop());
  }, [scroller, track, time]);
}

type Track = RefObject<HTMLElement | null>;

function onWheel(element: HTMLElement, track: Track, { zoom, pan }: TimeStore): () => void {
  const listener = (event: WheelEvent) => {
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
  element.addEventListener("wheel", listener, { passive: false });
  return () => element.removeEventListener("wheel", listener);
}

function onDrag(element: HTMLElement, track: Track, { pan }: TimeStore): () => void {
  let from: { id: number; x: number; dragging: boolean } | null = null;
  const down = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    const button = event.target instanceof Element && event.target.closest("button, a, input");
    const onTrack = box && event.clientX >= box.left && event.clientX <= box.right;
    if (event.button !== 0 || event.pointerType === "touch" || button || !onTrack) return;
    from = { id: event.pointerId, x: event.clientX, dragging: false };
  };
  const move = (event: PointerEvent) => {
    if (!from || event.pointerId !== from.id) return;
    const width = track.current?.clientWidth ?? 0;
    if (width === 0) return;
    if (!from.dragging) {
      if (Math.abs(event.clientX - from.x) < SLACK) return;
      from.dragging = true;
      element.setPointerCapture(event.pointerId);
      element.style.cursor = "grabbing";
    }
    pan((from.x - event.clientX) / width);
    from.x = event.clientX;
  };
  const up = () => {
    if (from?.dragging) element.style.removeProperty("cursor");
    from = null;
  };
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  const all = Object.entries(listeners) as [string, EventListener][];
  all.forEach(([kind, listener]) => element.addEventListener(kind, listener));
  return () => all.forEach(([kind, listener]) => element.removeEventListener(kind, listener));
}
