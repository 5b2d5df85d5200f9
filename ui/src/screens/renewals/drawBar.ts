/**
 * Draws a group's bar on the canvas of its row. Only what the eye gets: the words stand in the row itself. Edges lie on
 * whole pixels of the screen, as those of elements do.
 */
import type { TenureTheme } from "@/theme/themes";
import type { Bar, Stretch } from "./bar";
import { dayOf, type TimeWindow } from "./scale";

const HEIGHT = 14;
const RADIUS = 3;
const END = { width: 2, height: 20 };
const MARK = { above: 12, width: 8, height: 5 };
/** Stripes so wide, so far from one to the next, measured across them. */
const HATCH = { width: 1.5, period: 5 };
/** A bar may begin years before what is in view: it is cut off behind the edge, where its end is not seen. */
const BEYOND = 10;

export interface BarColors {
  calm: string;
  later: string;
  notice: string;
  amber: string;
  red: string;
  restore: string;
  restoreRed: string;
  end: string;
  mark: string;
  sent: string;
  /** Around the bar, where the system's colours are forced and fills are all alike. */
  outline: string | null;
}

export function barColors(theme: TenureTheme, forced: boolean): BarColors {
  if (forced) return FORCED;
  return {
    calm: theme.tenureBar,
    later: theme.tenureBarLater,
    notice: theme.tenureBarNotice,
    amber: theme.tenureAmberBar,
    red: theme.tenureRedBar,
    restore: theme.tenureHatch,
    restoreRed: theme.tenureRedLine,
    end: theme.colorNeutralForeground1,
    mark: theme.tenureMark,
    sent: theme.tenureAmberBar,
    outline: null,
  };
}

const FORCED: BarColors = {
  calm: "Canvas",
  later: "Canvas",
  notice: "Canvas",
  amber: "Highlight",
  red: "Highlight",
  restore: "CanvasText",
  restoreRed: "CanvasText",
  end: "CanvasText",
  mark: "CanvasText",
  sent: "CanvasText",
  outline: "CanvasText",
};

export interface Surface {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  /** Pixels of the screen for one of the page. */
  ratio: number;
}

/** Draws all of it anew. `later` is for a bar that asks for nothing yet. */
export function drawBar(
  surface: Surface,
  view: TimeWindow,
  bar: Bar,
  later: boolean,
  colors: BarColors,
): void {
  const { context, width, height, ratio } = surface;
  const from = dayOf(view.start);
  const day = width / (dayOf(view.end) - from);
  const snap = (pixels: number) => Math.round(pixels * ratio) / ratio;
  const x = (at: number) => snap((at - from) * day);
  const middle = snap(height / 2);
  const box = (stretch: Stretch | null): Box | null => {
    if (!stretch) return null;
    const left = Math.max(-BEYOND, x(stretch.from));
    const right = Math.min(width + BEYOND, x(stretch.to));
    return right <= left ? null : { left, top: middle - HEIGHT / 2, width: right - left };
  };
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  fill(context, box(bar.calm), later ? colors.later : colors.calm, [RADIUS, 0, 0, RADIUS], colors);
  fill(context, box(bar.notice), noticeColor(bar, colors), [0], colors);
  const restore = bar.urgency === "overdue" ? colors.restoreRed : colors.restore;
  hatch(context, box(bar.restore), restore, Math.max(0, -x(bar.restore?.from ?? 0) - BEYOND));
  context.fillStyle = colors.end;
  context.fillRect(x(bar.end) - END.width / 2, middle - END.height / 2, END.width, END.height);
  for (const { at, sent } of bar.notices) {
    context.fillStyle = sent ? colors.sent : colors.mark;
    mark(context, x(at), middle - MARK.above);
  }
}

interface Box {
  left: number;
  top: number;
  width: number;
}

function noticeColor({ urgency }: Bar, colors: BarColors): string {
  if (urgency === "calm") return colors.notice;
  return urgency === "soon" ? colors.amber : colors.red;
}

function fill(
  context: CanvasRenderingContext2D,
  box: Box | null,
  color: string,
  radii: number[],
  { outline }: BarColors,
): void {
  if (!box) return;
  context.beginPath();
  context.roundRect(box.left, box.top, box.width, HEIGHT, radii);
  context.fillStyle = color;
  context.fill();
  if (!outline) return;
  context.strokeStyle = outline;
  context.lineWidth = 1;
  context.stroke();
}

/** The time in which it can be brought back: stripes in a dashed frame. `cut` of it lies behind the left edge. */
function hatch(
  context: CanvasRenderingContext2D,
  box: Box | null,
  color: string,
  cut: number,
): void {
  if (!box) return;
  const { left, top, width } = box;
  context.save();
  context.strokeStyle = color;
  context.beginPath();
  context.roundRect(left, top, width, HEIGHT, [0, RADIUS, RADIUS, 0]);
  context.clip();
  context.beginPath();
  const step = HATCH.period * Math.SQRT2;
  const first = (HATCH.width / 2) * Math.SQRT2 + 2;
  // Stripes stay where they are on the bar, also where its beginning is cut off.
  for (let along = first - (cut % step); along < width + HEIGHT; along += step) {
    context.moveTo(left + along, top);
    context.lineTo(left + along - HEIGHT, top + HEIGHT);
  }
  context.lineWidth = HATCH.width;
  context.stroke();
  context.restore();
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, width - 1, HEIGHT - 1, [0, RADIUS, RADIUS, 0]);
  context.setLineDash([3, 3]);
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

function mark(context: CanvasRenderingContext2D, x: number, top: number): void {
  context.beginPath();
  context.moveTo(x - MARK.width / 2, top);
  context.lineTo(x + MARK.width / 2, top);
  context.lineTo(x, top + MARK.height);
  context.fill();
}
