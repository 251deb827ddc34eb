import { VoteError } from '../vote/vote-error.js';
import type { VoteResult } from '../vote/vote-event.js';
import { ActSender, isOffline, type Found } from './act-sender.js';
import type { VoteKeeper } from './connect-votes.js';
import { HttpHost, type HttpVotesOptions } from './http-host.js';
import { RetryTimer } from './retry-timer.js';
import { subscribeToTabs, type TabNews } from './vote-tabs.js';

export type { HttpVotesOptions } from './http-host.js';

type Listener = (subject: string, result: VoteResult) => void;

/** Milliseconds after which a read is not tried again: what is missing is shown late, or never. */
const READ_PATIENCE = 8000;

interface HttpStore extends Required<VoteKeeper> {
  readonly host: HttpHost;
}

const stores = new Map<string, HttpStore>();

/** Shows what a host has, and over it what it has not been sent yet. Its methods need no `this`: a page may spread it into a store of its own. */
function makeStore(endpoint: string): HttpStore {
  const host = new HttpHost(endpoint);
  const listeners = new Set<Listener>();
  /** Every subject asked for. */
  const asked = new Set<string>();
  /** While anybody listens. */
  let life: AbortController | undefined;

  const note = (subject: string, { value, kept }: VoteResult): void => {
    if (kept === 'queued') sender.queued.add(subject);
    else if (value !== undefined) sender.queued.delete(subject);
  };

  const tell: Listener = (subject, result) => {
    note(subject, result);
    for (const listener of listeners) listener(subject, result);
  };

  /** What is known of these subjects; of what the host has, `hear` is told each part as it comes. */
  const read = async (subjects: string[], hear?: Listener, signal?: AbortSignal): Promise<Found> => {
    const end = Date.now() + READ_PATIENCE;
    const goOn = (wait: number): boolean => !isOffline() && !signal?.aborted && Date.now() + wait < end;
    return sender.cover(await host.read(subjects, goOn, hear, signal), subjects);
  };

  const tellQueued = async (subjects: string[]): Promise<Found> => {
    const found = await sender.cover(new Map(), subjects);
    for (const [subject, result] of found) tell(subject, result);
    return found;
  };

  const refresh = async (subjects: Iterable<string>): Promise<void> => {
    const hasChanged = sender.watch();
    for (const [subject, result] of await read([...subjects])) {
      if (!hasChanged(subject)) tell(subject, result);
    }
    setTimer();
  };

  /** Tries again what waits, and what could not be read. */
  const tryAgain = (): void => {
    // Until somebody looks.
    if (document.hidden) return;
    sender.flush();
    if (host.missed.size) void refresh(host.missed);
  };
  const timer = new RetryTimer(tryAgain);

  /** As long as there is any, and anybody to tell. */
  const setTimer = (pause?: number): void => {
    timer.lengthen(pause);
    if (life && (sender.queued.size || host.missed.size)) timer.start();
    else timer.stop();
  };

  const sender = new ActSender(endpoint, host, { tell, read, refresh, setTimer });

  /** Another tab kept an act, or dropped one that the host has decided on. */
  const follow = async ({ key, all }: TabNews): Promise<void> => {
    const { prefix } = sender.outbox;
    if (all && !prefix.startsWith(key)) return;
    const subjects = [...asked].filter((subject) => all || key === prefix + subject);
    if (!subjects.length) return;
    const acts = await tellQueued(subjects);
    const decided = subjects.filter((subject) => !acts.has(subject));
    // Forgotten: whether or not the host can be asked what it has, this will not be sent.
    if (all) for (const subject of decided) if (sender.queued.has(subject)) tell(subject, { value: null });
    await refresh(decided);
  };

  return {
    host,

    async load(subjects, { signal, tell: hear }) {
      for (const subject of subjects) asked.add(subject);
      void tellQueued(subjects);
      const found = await read(subjects, hear, signal);
      for (const [subject, result] of found) note(subject, result);
      setTimer();
      // Not by assignment, which would lose the subject `__proto__`.
      return Object.fromEntries(found);
    },

    async save(vote) {
      const { subject, signal } = vote;
      // By then a listener further out has prevented the vote, if it wanted to.
      await Promise.resolve();
      signal.throwIfAborted();
      // In an address these two are no names, however they are written.
      if (/^\.\.?$/.test(subject)) throw new VoteError('unknown-subject');
      try {
        const result = await sender.save(vote);
        note(subject, result);
        return result;
      } finally {
        setTimer();
      }
    },

    subscribe(hear) {
      // One function may listen twice.
      const listener = hear.bind(undefined);
      listeners.add(listener);
      if (!life) {
        life = new AbortController();
        const { signal } = life;
        signal.onabort = subscribeToTabs((news) => void follow(news));
        // Also when the page comes back from the back/forward cache.
        document.addEventListener('visibilitychange', tryAgain, { signal });
        // What is shown, `connectVotes` asks for then.
        addEventListener('online', () => sender.flush(), { signal });
        sender.flush();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        life?.abort();
        life = undefined;
        setTimer();
      };
    },
  };
}

/**
 * A store that keeps votes at an HTTP vote host, as docs/votes.md describes it. The same endpoint gives the same store; its
 * options are the last ones given.
 *
 * Reads are batched, 50 subjects at most, and revalidated by the browser's cache. A vote is sent at once, with its idempotency
 * key, in order per subject, and up to four times where that may help. It is answered within 8.5 s: with what the host says
 * (`kept: 'host'`), with its refusal, or, where an answer is missing, as `kept: 'queued'`. Such an act is kept, at most one per
 * subject, until the host decides, however long that takes, and tried again when the page or another one of the origin is
 * loaded or looked at again, when the browser is online again, after another vote went through, and while the page is looked at
 * after 30 s and ever longer up to 10 min, the oldest first, by one tab at a time. `subscribe` reports the end. So is read what
 * could not be.
 *
 * What is kept, from the vote until the host has decided on it: `{ value, key, at }`, as `localVotes` has it, in localStorage under
 * `film-widgets:vote:queue:1:<endpoint>:<subject>`, where that fails in IndexedDB, else in memory. While it is the page's first that is
 * sent, it is also, with its subject, under `film-widgets:vote:first:1:<endpoint>` in localStorage; where it had no answer, it stays there
 * and goes before the next, whatever became of it. Where there are no Web Locks (insecure origins),
 * `film-widgets:queue:1:<endpoint>:<subject>` and `film-widgets:first:<endpoint>` in localStorage say until when a tab is sending, the
 * latter the reader's first vote. In the keys with `queue`, `%` and `:` in the endpoint are percent-encoded.
 * @param endpoint an address of http(s), or relative to the page; its query and fragment are of no account
 * @throws {TypeError} for any other, and for one with a password in it
 */
export function httpVotes(endpoint: string | URL, options?: HttpVotesOptions): Required<VoteKeeper> {
  const { protocol, username, password, origin, pathname } = new URL(endpoint, document.baseURI);
  if (!/^https?:$/.test(protocol) || username || password || !`${endpoint}`.trim()) {
    throw new TypeError(`not the address of a vote host: ${endpoint}`);
  }
  const address = origin + pathname.replace(/(?<!\/)\/+$/, '');
  let store = stores.get(address);
  if (!store) stores.set(address, (store = makeStore(address)));
  if (options) store.host.options = options;
  return store;
}
