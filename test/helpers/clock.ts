import { tasks } from './shadow.js';

interface Timer {
  readonly run: () => void;
  readonly at: number;
  readonly every?: number;
}

/** Time that stands still until a test lets it pass: then it jumps from one timer to the next, and everything settles in between. */
export class Clock {
  /** Milliseconds since 1970. */
  now = Date.UTC(2026, 0, 1);
  readonly #settle: () => Promise<unknown>;
  readonly #timers = new Map<number, Timer>();
  readonly #real = { setTimeout, setInterval, clearTimeout, clearInterval };
  readonly #realNow = Date.now;
  #last = 0;

  constructor(settle: () => Promise<unknown> = tasks) {
    this.#settle = settle;
  }

  // a browser's timer that is too long fires at once
  setTimeout = (run: () => void, ms = 0): number => this.#set({ run, at: this.now + (ms < 2 ** 31 ? ms : 0) });
  setInterval = (run: () => void, ms = 0): number => this.#set({ run, at: this.now + ms, every: ms });
  clear = (id?: number): void => void this.#timers.delete(id ?? 0);
  after = (ms: number): Promise<void> => new Promise((resolve) => this.setTimeout(resolve, ms));

  #set(timer: Timer): number {
    this.#timers.set(++this.#last, timer);
    return this.#last;
  }

  /** How many timers there are. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Puts it in the place of the page's own time. */
  install(): this {
    const { setTimeout, setInterval, clear } = this;
    Object.assign(globalThis, { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear });
    Date.now = () => this.now;
    return this;
  }

  /** Gives the page its own time back. */
  restore(): void {
    Object.assign(globalThis, this.#real);
    Date.now = this.#realNow;
  }

  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await this.#settle();
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [id, timer] = next;
      this.#timers.delete(id);
      this.now = Math.max(this.now, timer.at);
      if (timer.every) this.#timers.set(id, { ...timer, at: timer.at + timer.every });
      timer.run();
    }
    this.now = end;
    await this.#settle();
  }
}
