import type { Clock } from '../helpers/clock.js';

/** What goes wrong with one write. A number is a status without a body. */
export interface Fault {
  status?: number;
  body?: BodyInit | null;
  headers?: Record<string, string>;
  /** Milliseconds until the answer. */
  after?: number;
  /** The request never arrives; the reply never arrives, or not at a gateway, which says so; nothing ever happens; the body stops half way. */
  broken?: 'request' | 'reply' | 'gateway' | 'hang' | 'body';
}

export interface Write {
  readonly method: string;
  readonly subject: string;
  readonly key: string;
  readonly value: number | null;
  readonly at: number;
  readonly init: RequestInit;
  /** Whom the host takes for the voter: by the cookie, else somebody new, named by the key of this act. */
  readonly voter: string;
}

/** A vote host of the contract that can be told what to do wrong, and the browser's cookie for it. */
export class FakeHost {
  readonly endpoint: string;
  /** The voter that the browser's cookie names; undefined before an answer to a write has come. */
  cookie: string | undefined;
  /** Every request for a write, also those that do not arrive. */
  readonly writes: Write[] = [];
  readonly reads: string[] = [];
  /** One for each write to come; after the last all goes well. */
  faults: (Fault | number)[] = [];
  /** Reads end in no answer. */
  isDown = false;
  /** Reads and writes end in no answer. */
  isAway = false;
  /** Reads are refused with this status. */
  refusal: number | undefined;
  /** What others gave. */
  readonly others = [5, 1];
  readonly #votes = new Map<string, Map<string, number>>();
  readonly #clock: Clock;
  readonly #answers = new Map<string, unknown>();

  constructor(endpoint: string, clock: Clock) {
    this.endpoint = endpoint;
    this.#clock = clock;
  }

  /** The votes of whom the cookie names. */
  get votes(): ReadonlyMap<string, number> {
    return this.#votesOf(this.cookie ?? '');
  }

  /** Has a vote of the reader's, who so has the cookie. */
  remember(subject: string, value: number): void {
    this.#votesOf((this.cookie ??= 'a reader of before')).set(subject, value);
  }

  #votesOf(voter: string): Map<string, number> {
    const votes = this.#votes.get(voter) ?? new Map<string, number>();
    this.#votes.set(voter, votes);
    return votes;
  }

  crowd(subject: string): { average: number; count: number; distribution: number[] } {
    const all = [...this.others, ...[...this.#votes.values()].flatMap((votes) => votes.get(subject) ?? [])];
    const distribution = [1, 2, 3, 4, 5].map((star) => all.filter((value) => value === star).length);
    return { average: all.reduce((sum, value) => sum + value, 0) / all.length, count: all.length, distribution };
  }

  /** What it answers to a read. */
  read(url: string): unknown {
    this.reads.push(url);
    const { pathname, searchParams } = new URL(url);
    const subjects = searchParams.getAll('subject');
    const own = subjects.filter((subject) => this.votes.has(subject)).map((name) => [name, this.votes.get(name)]);
    return pathname.endsWith('/ratings')
      ? { ratings: Object.fromEntries(subjects.map((subject) => [subject, this.crowd(subject)])) }
      : { votes: Object.fromEntries(own) as unknown };
  }

  /** Notes that a write was sent, with the cookie of that moment. */
  note(url: string, init: RequestInit): Write {
    const key = new Headers(init.headers).get('idempotency-key')!;
    const write: Write = {
      method: init.method!,
      subject: decodeURIComponent(new URL(url).pathname.split('/').at(-1)!),
      key,
      voter: this.cookie ?? `of ${key}`,
      value: init.body ? (JSON.parse(init.body as string) as { value: number }).value : null,
      at: this.#clock.now,
      init,
    };
    this.writes.push(write);
    return write;
  }

  hasTaken({ key, voter }: Write): boolean {
    return this.#answers.has(`${key} ${voter}`);
  }

  /** Keeps a vote, and answers; a key that was there before gets the same voter the same answer again. */
  write({ subject, key, value, voter }: Write): unknown {
    const act = `${key} ${voter}`;
    const before = this.#answers.get(act);
    if (before) return before;
    const votes = this.#votesOf(voter);
    if (value === null) votes.delete(subject);
    else votes.set(subject, value);
    const answer = { value, ...this.crowd(subject) };
    this.#answers.set(act, answer);
    return answer;
  }

  fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (init.method) return this.#handleWrite(this.note(url, init));
    await this.#clock.after(20);
    const answer = this.read(url);
    if (this.isDown || this.isAway) throw new TypeError('Failed to fetch');
    if (this.refusal) return new Response(null, { status: this.refusal });
    return Response.json(answer);
  };

  async #handleWrite(write: Write): Promise<Response> {
    const fault = this.isAway ? { broken: 'request' as const } : (this.faults.shift() ?? {});
    const { status = 200, body, headers, after = 20, broken } = typeof fault === 'number' ? { status: fault } : fault;
    if (broken === 'hang') return this.#aborted(write.init);
    await this.#clock.after(after);
    if (broken === 'request') throw new TypeError('Failed to fetch');
    const isTaken = status < 300 && body === undefined;
    const answer = isTaken ? JSON.stringify(this.write(write)) : (body ?? null);
    if (broken === 'reply') throw new TypeError('Failed to fetch');
    if (broken === 'gateway') return new Response(null, { status: 502 });
    if (isTaken) this.cookie = write.voter;
    if (broken === 'body')
      return new Response(new ReadableStream({ start: (half) => half.enqueue(new Uint8Array(9)) }));
    return new Response(answer, { status, headers: { 'content-type': 'application/json', ...headers } });
  }

  /** As the browser's `fetch`, it ends when it is aborted. */
  #aborted({ signal }: RequestInit): Promise<never> {
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}
