/** From one try to the next, in milliseconds: each is twice the one before. */
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 600_000;

/** Has something tried again while it is asked to, after ever longer pauses. */
export class RetryTimer {
  readonly #tryAgain: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = FIRST_PAUSE;

  constructor(tryAgain: () => void) {
    this.#tryAgain = tryAgain;
  }

  /** Starts the next pause, unless one is going on. */
  start(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
      this.#tryAgain();
    }, this.#pause);
  }

  /** Nothing is left to try: the next pause is the first again. */
  stop(): void {
    this.#clear();
    this.#pause = FIRST_PAUSE;
  }

  /** The next pause is to be no shorter than so many milliseconds. */
  lengthen(pause = 0): void {
    if (pause <= this.#pause) return;
    this.#clear();
    this.#pause = pause;
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
