/**
 * Which stretch of time is in view. Rows follow it by two variables of the surface they stand on, so that
 * panning and zooming draw no row anew; only what draws the axis itself listens.
 */
import {
  broughtBack,
  dayOf,
  panned,
  placeOf,
  windowAround,
  zoomed,
  type Span,
  type TimeWindow,
} from "./scale";

const CHOSEN: Span = "months10";
/** Longer than a frame or two: rows that glide to a new end do not while the time moves. */
const REST_MS = 250;

export interface TimeState {
  view: TimeWindow;
  /** The span that was chosen; `null` once the view was zoomed. */
  span: Span | null;
}

export class TimeStore {
  private state: TimeState;
  private surface: HTMLElement | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private now: string) {
    this.state = { view: windowAround(now, CHOSEN), span: CHOSEN };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): TimeState => this.state;

  /** The element whose rows stand on the axis. */
  readonly attach = (element: HTMLElement | null): void => {
    this.surface = element;
    this.place();
  };

  readonly choose = (span: Span) => this.set({ view: windowAround(this.now, span), span });

  /** Around a place in the view; by keys around today, or around the edge behind which it lies. */
  readonly zoom = (factor: number, around?: number) => {
    const { view } = this.state;
    const today = Math.min(1, Math.max(0, placeOf(Date.parse(this.now), view)));
    this.set({ view: zoomed(view, factor, around ?? today), span: null });
  };

  /** By a part of the view's own width. */
  readonly pan = (by: number) => this.set({ ...this.state, view: panned(this.state.view, by) });

  readonly today = () => this.set({ ...this.state, view: broughtBack(this.now, this.state.view) });

  /** The practice clock was moved, or midnight has passed: today keeps its place. */
  readonly moveTo = (now: string) => {
    if (now === this.now) return;
    const { view } = this.state;
    const by = placeOf(Date.parse(now), view) - placeOf(Date.parse(this.now), view);
    this.now = now;
    this.pan(by);
  };

  private set(state: TimeState): void {
    this.state = state;
    this.surface?.style.setProperty("--grow", "0ms");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.surface?.style.removeProperty("--grow"), REST_MS);
    this.place();
    this.listeners.forEach((listener) => listener());
  }

  private place(): void {
    const { start, end } = this.state.view;
    this.surface?.style.setProperty("--from", `${dayOf(start)}`);
    this.surface?.style.setProperty("--day", `${100 / (dayOf(end) - dayOf(start))}%`);
  }
}
