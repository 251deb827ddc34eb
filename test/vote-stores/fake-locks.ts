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
