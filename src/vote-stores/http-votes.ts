import { VoteError } from '../vote/vote-error.js';
import type { VoteDetail, VoteResult } from '../vote/vote-event.js';
import type { VoteKeeper } from './connect-votes.js';
import { request } from './http-request.js';
import type { KeptVote } from './kept-votes.js';
import { inOneTab } from './one-tab.js';
import { Outbox } from './outbox.js';
import { isDecided, refusalCode, type Reply } from './retry-policy.js';
import { named, toAnswer, toCrowd, toNamed, toOwn } from './vote-answers.js';
import { hearTabs } from './vote-tabs.js';

/** How an HTTP vote host is spoken to. */
export interface HttpVotesOptions {
  /** Whether cookies go along with what concerns the voter; `include` by default, for a host on another origin. */
  credentials?: RequestCredentials | undefined;
  /** Headers for what concerns the voter, as a bearer token; asked for before every request. */
  headers?: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
}

type Listener = (subject: string, result: VoteResult) => void;

/** Milliseconds from the vote to an answer, whatever the host does: below the 9 s of `connectVotes`. */
const PATIENCE = 8500;
/** The longest wait that a reader is not told about, in milliseconds. */
const SHORT_WAIT = 3000;
/** The longest wait when nobody waits, in milliseconds. After more it is left to the next occasion. */
const LONG_WAIT = 300_000;
/** A request's address: subjects, and characters of which many a server takes no more than 8 K. */
const MOST_SUBJECTS = 50;
const LONGEST_QUERY = 6000;

const stores = new Map<string, HttpVotes>();

const isOffline = (): boolean => !navigator.onLine;

class HttpVotes implements VoteKeeper {
  options: HttpVotesOptions = {};
  readonly #endpoint: string;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<Listener>();
  /** Every subject asked for; and of these, the ones whose answer did not come. */
  readonly #known = new Set<string>();
  readonly #missed = new Set<string>();
  /** Keys of the acts whose reader still waits for the answer. */
  readonly #awaited = new Set<string>();
  /** The last turn on each subject, while it is going on. */
  readonly #turns = new Map<string, Promise<VoteResult>>();
  /** When an act on a subject was made or decided: what was asked before is out of date. */
  readonly #moved = new Map<string, number>();
  #clock = 0;
  #flushing: Promise<void> | undefined;
  #unsent = true;
  /** Whether the last write got any answer. */
  #reached = true;
  #deafen: (() => void) | undefined;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
    this.#outbox = new Outbox(endpoint);
  }

  async load(subjects: string[], { signal }: { signal?: AbortSignal } = {}): Promise<Record<string, VoteResult>> {
    for (const subject of subjects) this.#known.add(subject);
    const found = await this.#read(subjects, signal);
    signal?.throwIfAborted();
    // Not by assignment, which would lose the subject `__proto__`.
    return Object.fromEntries(found);
  }

  async save({ subject, value, idempotencyKey: key, signal }: VoteDetail): Promise<VoteResult> {
    // By then a listener further out has prevented the vote, if it wanted to.
    await Promise.resolve();
    signal.throwIfAborted();
    // In an address these two are no names, however they are written.
    if (subject === '.' || subject === '..') throw new VoteError('unknown-subject');
    this.#moved.set(subject, ++this.#clock);
    this.#awaited.add(key);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<VoteResult>((resolve) => {
      timer = setTimeout(() => {
        this.#awaited.delete(key);
        resolve({ value, kept: 'queued' });
      }, PATIENCE);
    });
    const sent = async (): Promise<VoteResult> => {
      await this.#outbox.put(subject, { value, key, at: Date.now() });
      return this.#send(subject);
    };
    try {
      return await Promise.race([sent(), patience]);
    } finally {
      clearTimeout(timer);
      this.#awaited.delete(key);
    }
  }

  subscribe(listener: Listener): () => void {
    const own: Listener = (subject, result) => {
      listener(subject, result);
    };
    this.#listeners.add(own);
    if (!this.#deafen) {
      const life = new AbortController();
      const unhear = hearTabs(({ key, all }) => void this.#follow(key, all));
      addEventListener('online', this.#resume, { signal: life.signal });
      addEventListener('pageshow', this.#resume, { signal: life.signal });
      this.#deafen = () => {
        life.abort();
        unhear();
      };
      this.#resume();
    }
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size) return;
      this.#deafen?.();
      this.#deafen = undefined;
    };
  }

  #tell(subject: string, result: VoteResult): void {
    for (const listener of this.#listeners) listener(subject, result);
  }

  readonly #resume = (): void => {
    void this.#flush();
    if (this.#missed.size) void this.#refresh([...this.#missed]);
  };

  /** Sends what waits, one after the other, until the host is not to be reached. */
  #flush(): Promise<void> {
    const round = async (): Promise<void> => {
      await this.#flushing;
      this.#unsent = false;
      for (const subject of await this.#outbox.subjects()) {
        if (isOffline()) break;
        // A turn that is going on will send it, or has just failed to.
        if (this.#turns.has(subject)) continue;
        await this.#send(subject).catch(() => undefined);
        if (!this.#reached) break;
      }
    };
    return (this.#flushing = round());
  }

  /** Another tab kept an act, or dropped one that the host has decided on. */
  async #follow(key: string, all: boolean): Promise<void> {
    const { prefix } = this.#outbox;
    const subjects = [...this.#known].filter((subject) =>
      all ? (prefix + subject).startsWith(key) : prefix + subject === key,
    );
    const decided: string[] = [];
    for (const subject of subjects) {
      const act = await this.#outbox.get(subject);
      if (!act) decided.push(subject);
      else if (!this.#awaited.has(act.key)) this.#tell(subject, { value: act.value, kept: 'queued' });
    }
    await this.#refresh(decided);
  }

  async #refresh(subjects: string[]): Promise<void> {
    for (const [subject, result] of await this.#read(subjects)) this.#tell(subject, result);
  }

  /** What the host has on these subjects, under what it has not been sent yet. */
  async #read(subjects: string[], signal?: AbortSignal): Promise<Map<string, VoteResult>> {
    const asked = this.#clock;
    const goOn = (wait: number): boolean => !isOffline() && !signal?.aborted && wait <= SHORT_WAIT;
    const own = signal && { signal };
    const found = new Map<string, VoteResult>();
    const readChunk = async ([query, chunk]: [string, string[]]): Promise<void> => {
      const [crowds, votes] = await Promise.all([
        // Numbers of a moment ago would seem to have lost the reader's own vote; the browser's cache sends the ETag along.
        request(`${this.#endpoint}/ratings?${query}`, () => ({ ...own, cache: 'no-cache' }), goOn),
        request(`${this.#endpoint}/votes?${query}`, () => this.#init({ ...own, cache: 'no-store' }), goOn),
      ]);
      const ratings = crowds.status === 200 ? toNamed(toNamed(crowds.body)?.ratings) : undefined;
      const values = votes.status === 200 ? toNamed(toNamed(votes.body)?.votes) : undefined;
      for (const subject of chunk) {
        if (crowds.status && votes.status) this.#missed.delete(subject);
        else this.#missed.add(subject);
        const value = values && toOwn(named(values, subject) ?? null);
        found.set(subject, {
          ...toCrowd(named(ratings, subject)),
          ...(value !== undefined && { value, kept: 'host' }),
        });
      }
    };
    await Promise.all(chunks(subjects).map(readChunk));
    for (const subject of subjects) {
      const act = await this.#outbox.get(subject);
      const { value, kept, ...crowd } = found.get(subject) ?? {};
      if ((this.#moved.get(subject) ?? 0) > asked) found.delete(subject);
      else if (act && this.#awaited.has(act.key)) found.set(subject, crowd);
      else if (act) found.set(subject, { ...crowd, value: act.value, kept: 'queued' });
      else if (!Object.keys(found.get(subject) ?? {}).length) found.delete(subject);
    }
    return found;
  }

  /** A request about the voter. */
  async #init(init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }): Promise<RequestInit> {
    const { credentials = 'include', headers } = this.options;
    return {
      ...init,
      credentials,
      headers: { ...(await headers?.()), ...init.headers },
    };
  }

  /** Takes a turn on a subject after those before it, so that its acts are written in order. */
  #send(subject: string): Promise<VoteResult> {
    const before = this.#turns.get(subject) ?? Promise.resolve();
    const turn = before
      .catch(() => undefined)
      .then(() => inOneTab(`film-widgets:${this.#outbox.prefix}${subject}`, () => this.#turn(subject)))
      .finally(() => {
        if (this.#turns.get(subject) === turn) this.#turns.delete(subject);
      });
    this.#turns.set(subject, turn);
    return turn;
  }

  /** Sends the newest act on a subject, whichever tab it is of. */
  async #turn(subject: string): Promise<VoteResult> {
    const made = this.#moved.get(subject);
    const act = await this.#outbox.get(subject);
    if (!act) {
      // Another tab has sent it, or a newer one, or the reader had it forgotten.
      const truth = (await this.#read([subject])).get(subject) ?? {};
      this.#tell(subject, truth);
      return truth;
    }
    const queued: VoteResult = { value: act.value, kept: 'queued' };
    const isAwaited = (): boolean => this.#awaited.has(act.key);
    // Until it is offline, or a newer act has made this one pointless, or nobody has the time.
    const goOn = (wait: number): boolean =>
      !isOffline() && this.#moved.get(subject) === made && wait <= (isAwaited() ? SHORT_WAIT : LONG_WAIT);
    const reply = isOffline() ? { status: 0 } : await this.#write(subject, act, goOn);
    this.#reached = reply.status > 0;
    const taken = reply.status >= 200 && reply.status < 300;
    const answer = taken ? toAnswer(reply.body) : undefined;
    // Once the reader was told that the vote waits, it waits until the host says yes or no.
    if (!answer && !(isAwaited() && reply.status) && (taken || !isDecided(reply))) {
      this.#unsent = true;
      return queued;
    }
    await this.#outbox.drop(subject, act);
    this.#moved.set(subject, ++this.#clock);
    if (answer) {
      if (!isAwaited()) this.#tell(subject, answer);
      // The host is to be reached again.
      if (this.#unsent) void this.#flush();
      return answer;
    }
    if (!isAwaited()) {
      const truth = (await this.#read([subject])).get(subject);
      this.#tell(subject, { value: null, ...truth });
    }
    throw refusal(reply);
  }

  #write(subject: string, { value, key }: KeptVote, goOn: (wait: number) => boolean): Promise<Reply> {
    // Unlike `encodeURIComponent` this takes every string.
    const name = `${new URLSearchParams({ '': subject })}`.slice(1).replaceAll('+', '%20');
    const act =
      value === null
        ? { method: 'DELETE' }
        : { method: 'PUT', body: JSON.stringify({ value }), headers: { 'content-type': 'application/json' } };
    return request(
      `${this.#endpoint}/votes/${name}`,
      // Kept alive, so that a vote outlives the tab it was made in.
      () => this.#init({ ...act, keepalive: true, headers: { ...act.headers, 'idempotency-key': key } }),
      goOn,
    );
  }
}

function refusal(reply: Reply): VoteError {
  const { wait } = reply;
  return new VoteError(refusalCode(reply), { ...(wait && { retryAfter: Math.ceil(wait / 1000) }) });
}

/** Query strings, each with its subjects. */
function chunks(subjects: string[]): [query: string, subjects: string[]][] {
  const all: [string, string[]][] = [];
  for (const subject of subjects) {
    const part = new URLSearchParams({ subject }).toString();
    const last = all.at(-1);
    if (last && last[1].length < MOST_SUBJECTS && last[0].length + part.length < LONGEST_QUERY) {
      last[0] += `&${part}`;
      last[1].push(subject);
    } else all.push([part, [subject]]);
  }
  return all;
}

/**
 * A store that keeps votes at an HTTP vote host, as the README describes it. The same endpoint gives the same store; its
 * options are the last ones given.
 *
 * Reads are batched, 50 subjects at most, and revalidated by the browser's cache. A vote is sent at once, with its idempotency
 * key, in order per subject, and up to four times where that may help. It is answered within 8.5 s: with what the host says
 * (`kept: 'host'`), with its refusal, or, where no answer came, as `kept: 'queued'`. Such an act is kept, at most one per
 * subject, until the host decides, however long that takes, and tried again when the page or another one of the origin is
 * loaded, when the browser is online again, or after another vote went through, by one tab at a time. `subscribe` reports the end.
 *
 * What is kept, from the vote until the host has decided on it: `{ value, key, at }`, as `localVotes` has it, in localStorage under
 * `film-widgets:vote:queue:1:<endpoint>:<subject>`, where that fails in IndexedDB, else in memory. Where there are no
 * Web Locks (insecure origins), `film-widgets:queue:1:<endpoint>:<subject>` in localStorage says until when a tab is sending.
 * @param endpoint an address of http(s), or relative to the page; its query and fragment are of no account
 * @throws {TypeError} for any other, and for one with a password in it
 */
export function httpVotes(endpoint: string | URL, options?: HttpVotesOptions): Required<VoteKeeper> {
  const { protocol, username, password, origin, pathname } = new URL(endpoint, document.baseURI);
  if (!/^https?:$/.test(protocol) || username || password || !`${endpoint}`.trim()) {
    throw new TypeError(`not the address of a vote host: ${endpoint}`);
  }
  const address = origin + pathname.replace(/\/+$/, '');
  let store = stores.get(address);
  if (!store) stores.set(address, (store = new HttpVotes(address)));
  if (options) store.options = options;
  return store;
}
