import { replaceGlobal } from './browser-storage.js';

interface Timer {
  readonly run: () => void;
  readonly at: number;
  readonly every?: number | undefined;
}

/** Time that jumps from one timer to the next, and lets everything settle in between. */
export class JumpClock {
  /** Milliseconds since 1970. */
  now = Date.UTC(2026, 0, 1);
  readonly #settle: () => Promise<unknown>;
  readonly #timers = new Map<number, Timer>();
  #last = 0;

  constructor(settle: () => Promise<unknown>) {
    this.#settle = settle;
  }

  setTimeout = (run: () => void, ms = 0): number => this.#set({ run, at: this.now + ms });
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
  install(): void {
    replaceGlobal('setTimeout', { value: this.setTimeout });
    replaceGlobal('setInterval', { value: this.setInterval });
    replaceGlobal('clearTimeout', { value: this.clear });
    replaceGlobal('clearInterval', { value: this.clear });
    replaceGlobal('now', { value: () => this.now }, Date);
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

/** Locks of one browser, as `navigator.locks` has them. */
export class FakeLocks {
  readonly #last = new Map<string, Promise<unknown>>();
  #held = 0;

  /** How many are held. */
  get held(): number {
    return this.#held;
  }

  request<T>(name: string, task: () => Promise<T>): Promise<T> {
    const run = (this.#last.get(name) ?? Promise.resolve()).then(async () => {
      this.#held++;
      try {
        return await task();
      } finally {
        this.#held--;
      }
    });
    this.#last.set(
      name,
      run.catch(() => undefined),
    );
    return run;
  }
}
