/**
 * Keeps what is being written: at most once a second while somebody types, and at once when they leave. One save goes
 * after the other, and the last words win.
 */
import type { DraftWords } from "@/ipc/bindings";

const PAUSE_MS = 1_000;

/** What the last save came to; `changed` while something waits to be kept. */
export type Keeping =
  { state: "untouched" | "changed" | "kept" } | { state: "failed"; error: unknown };

export class DraftSaver {
  private waiting: DraftWords | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> = Promise.resolve();
  private closed = false;
  private current: Keeping = { state: "untouched" };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly save: (words: DraftWords) => Promise<unknown>) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly keeping = (): Keeping => this.current;

  change(words: DraftWords): void {
    if (this.closed) return;
    this.waiting = words;
    this.tell({ state: "changed" });
    this.timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Keeps what waits; done when nothing is under way any more. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const words = this.waiting;
    this.waiting = null;
    if (words) this.running = this.running.then(() => this.keep(words));
    return this.running;
  }

  /** Keeps nothing from now on: it was sent, or thrown away. */
  close(): Promise<void> {
    this.closed = true;
    this.waiting = null;
    clearTimeout(this.timer);
    return this.running;
  }

  /** Goes on after something that was sent came back. */
  reopen(): void {
    this.closed = false;
  }

  private async keep(words: DraftWords): Promise<void> {
    try {
      await this.save(words);
      if (!this.waiting) this.tell({ state: "kept" });
    } catch (error) {
      this.tell({ state: "failed", error });
    }
  }

  private tell(keeping: Keeping): void {
    this.current = keeping;
    this.listeners.forEach((listener) => listener());
  }
}
