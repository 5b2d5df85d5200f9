/**
 * Which stretch of time is in view, and how wide it is drawn. What draws it listens and moves by itself, so that panning
 * and zooming render no row anew; the few elements that stand on the axis follow it by two variables of their own, since
 * variables of the whole surface would style all that is on it anew.
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
/** Until it is measured. */
const WIDTH = 600;

export interface TimeState {
  view: TimeWindow;
  /** The span that was chosen; `null` once the view was zoomed. */
  span: Span | null;
}

export class TimeStore {
  private state: TimeState;
  private drawn = WIDTH;
  private readonly elements = new Set<HTMLElement>();
  private readonly listeners = new Set<() => void>();

  constructor(private now: string) {
    this.state = { view: windowAround(now, CHOSEN), span: CHOSEN };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): TimeState => this.state;

  /** How wide the view is drawn, in pixels of the page. */
  get width(): number {
    return this.drawn;
  }

  readonly drawTo = (width: number): void => {
    if (width === this.drawn) return;
    this.drawn = width;
    this.listeners.forEach((listener) => listener());
  };

  /** An element that stands on the axis, or in which some do. For `ref`. */
  readonly attach = (element: HTMLElement | null) => {
    if (!element) return;
    this.elements.add(element);
    this.place(element);
    return () => void this.elements.delete(element);
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
    this.elements.forEach((element) => this.place(element));
    this.listeners.forEach((listener) => listener());
  }

  private place({ style }: HTMLElement): void {
    const { start, end } = this.state.view;
    style.setProperty("--from", `${dayOf(start)}`);
    style.setProperty("--day", `${100 / (dayOf(end) - dayOf(start))}%`);
  }
}
