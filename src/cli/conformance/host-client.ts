/** What a host answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** undefined where the body is no JSON */
  readonly body: unknown;
}

export interface Act {
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** A subject on which the rules may be tried, and its scale. */
export interface Target {
  /** The address that `/ratings` and `/votes` are appended to. */
  readonly endpoint: string;
  readonly subject: string;
  readonly max: number;
  readonly step: number;
  /** A subject that takes no more votes. */
  readonly closed?: string;
  /** Sent as a bearer token, to hosts that want one. */
  readonly token?: string;
}

/** Milliseconds. */
const TIMEOUT = 10_000;

/** One reader in one browser: keeps the host's cookies, as long as it is told to. */
export class HostClient {
  readonly #target: Target;
  readonly #seen: (answer: Answer) => void;
  readonly #cookies = new Map<string, string>();
  /** Paths where a vote of this reader may be: not where it was refused. */
  readonly #voted = new Set<string>();

  /** @param seen hears of every answer */
  constructor(target: Target, seen: (answer: Answer) => void) {
    this.#target = target;
    this.#seen = seen;
  }

  async send(method: string, path: string, init: { headers?: Record<string, string>; body?: string } = {}) {
    const { endpoint, token } = this.#target;
    const isFirst = method === 'PUT' && !this.#voted.has(path);
    if (isFirst) this.#voted.add(path);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(endpoint.replace(/\/$/, '') + path, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { ...(cookie && { cookie }), ...(token && { authorization: `Bearer ${token}` }), ...init.headers },
      ...(init.body !== undefined && { body: init.body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
    if (isFirst && response.status >= 400 && response.status < 500) this.#voted.delete(path);
    const text = await response.text();
    const answer: Answer = { status: response.status, headers: response.headers, body: parse(text) };
    this.#seen(answer);
    return answer;
  }

  /** @param more parameters for the address, each with its `&` */
  ratings(subjects: readonly string[], headers: Record<string, string> = {}, more = ''): Promise<Answer> {
    return this.send('GET', `/ratings?${query(subjects)}${more}`, { headers });
  }

  votes(subjects: readonly string[]): Promise<Answer> {
    return this.send('GET', `/votes?${query(subjects)}`);
  }

  vote(value: unknown, { key = randomKey(), headers = {} }: Act = {}, subject = this.#target.subject): Promise<Answer> {
    return this.send('PUT', pathOf(subject), {
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      body: JSON.stringify({ value }),
    });
  }

  retract(subject = this.#target.subject): Promise<Answer> {
    return this.#delete(pathOf(subject));
  }

  /** Leaves no vote, wherever the host took one. */
  async takeBack(): Promise<void> {
    for (const path of this.#voted) await this.#delete(path);
  }

  #delete(path: string): Promise<Answer> {
    return this.send('DELETE', path, { headers: { 'idempotency-key': randomKey() } });
  }
}

export const pathOf = (subject: string): string => `/votes/${encodeURIComponent(subject)}`;

export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const query = (subjects: readonly string[]): string =>
  subjects.map((subject) => `subject=${encodeURIComponent(subject)}`).join('&');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
