/**
 * The canvas of a row's bar. It follows the time in view by itself, so that moving the time renders no row anew, styles
 * no element and lays none out; a bar whose dates have changed here grows to its new end.
 */
import { makeStyles } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";

import { grown, type Bar } from "./bar";
import { drawBar, type BarColors, type Surface } from "./drawBar";
import { useTime } from "./TimeProvider";
import type { TimeStore } from "./timeStore";

const GROWING_MS = 200;

const useStyles = makeStyles({
  canvas: { position: "absolute", top: 0, left: 0, pointerEvents: "none" },
});

interface Props {
  bar: Bar;
  /** Of the row. */
  height: number;
  later: boolean;
  grows: boolean;
  colors: BarColors;
}

export function BarCanvas({ bar, height, later, grows, colors }: Props) {
  const styles = useStyles();
  const time = useTime();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Bar>(bar);
  useLayoutEffect(() => {
    const element = canvas.current;
    // Pixels that are kept in memory: a surface of its own in the graphics card costs a row more than it spares.
    const context = element?.getContext("2d", { willReadFrequently: true });
    if (!element || !context) return;
    const draw = () =>
      drawBar(
        sized(element, context, time, height),
        time.snapshot().view,
        drawn.current,
        later,
        colors,
      );
    const stopFollowing = time.subscribe(draw);
    const stopGrowing = grow(drawn.current, grows ? bar : null, (shown) => {
      drawn.current = shown;
      draw();
    });
    if (!grows) drawn.current = bar;
    draw();
    return () => {
      stopFollowing();
      stopGrowing();
    };
  }, [bar, height, later, grows, colors, time]);
  return <canvas ref={canvas} aria-hidden className={styles.canvas} />;
}

/** Gives the canvas as many pixels as the screen has where it stands; another size empties it. */
function sized(
  element: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width }: TimeStore,
  height: number,
): Surface {
  const ratio = window.devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (element.width !== across || element.height !== down) {
    element.width = across;
    element.height = down;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
  }
  return { context, width, height, ratio };
}

/** Shows what is between two bars until the second is reached; at once for those who want no motion. */
function grow(from: Bar, to: Bar | null, show: (bar: Bar) => void): () => void {
  if (!to || to === from) return () => undefined;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const began = performance.now();
  let frame = 0;
  const next = () => {
    const part = still ? 1 : Math.min(1, (performance.now() - began) / GROWING_MS);
    show(part === 1 ? to : grown(from, to, 1 - (1 - part) ** 2));
    if (part < 1) frame = requestAnimationFrame(next);
  };
  next();
  return () => cancelAnimationFrame(frame);
}
