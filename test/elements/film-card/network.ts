/** One request of a card, which the test answers when it likes. */
export class Asked {
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  readonly response: Promise<Response>;
  #resolve!: (response: Response) => void;
  #reject!: (reason: unknown) => void;

  constructor(url: string, signal: AbortSignal | undefined) {
    this.url = url;
    this.signal = signal;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal?.addEventListener('abort', () => this.#reject(signal.reason));
  }

  get aborted(): boolean {
    return this.signal?.aborted ?? false;
  }

  /** Answers with a film, a text, or any response. */
  send(answer: object | string | Response): void {
    this.#resolve(
      answer instanceof Response ? answer : typeof answer === 'string' ? new Response(answer) : Response.json(answer),
    );
  }

  /** The line is dead. */
  fail(): void {
    this.#reject(new TypeError('Failed to fetch'));
  }
}

/** Stands between cards and the network until it is taken away. */
export class Network {
  readonly asked: Asked[] = [];
  /** Answers at once; without it the test does, request by request. */
  reply: ((asked: Asked) => void) | undefined;
  /** Hears of no abort: every answer comes. */
  deaf = false;
  readonly #real = globalThis.fetch;
  readonly #waiting: ((asked: Asked) => void)[] = [];

  constructor() {
    globalThis.fetch = (input, init) => {
      const signal = init?.signal ?? undefined;
      if (signal?.aborted) return Promise.reject(signal.reason as Error); // nothing is asked then
      const asked = new Asked(input instanceof Request ? input.url : String(input), this.deaf ? undefined : signal);
      this.asked.push(asked);
      this.reply?.(asked);
      this.#waiting.shift()?.(asked);
      return asked.response;
    };
  }

  /** The next request. */
  next(): Promise<Asked> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  restore(): void {
    globalThis.fetch = this.#real;
  }
}
