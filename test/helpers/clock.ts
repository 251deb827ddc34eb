/** Time that stands still until a test moves it: `setTimeout`, `clearTimeout` and `Date.now`. */
export class Clock {
  #now = Date.now();
  #last = 0;
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  readonly #real = [globalThis.setTimeout, globalThis.clearTimeout, Date.now] as const;

  constructor() {
    const set = (run: () => void, delay = 0): number => {
      this.#timers.set(++this.#last, { at: this.#now + delay, run });
      return this.#last;
    };
    globalThis.setTimeout = set as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => this.#timers.delete(id)) as typeof clearTimeout;
    Date.now = () => this.#now;
  }

  /** Lets time pass and runs what falls due, in order; then lets the promises that it settled tell everybody. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.#now = next[1].at;
      next[1].run();
    }
    this.#now = end;
    for (let i = 0; i < 8; i++) await Promise.resolve();
  }

  restore(): void {
    [globalThis.setTimeout, globalThis.clearTimeout, Date.now] = this.#real;
  }
}
