import { VoteError } from '../vote/vote-error.js';
import type { VoteResult } from '../vote/vote-event.js';
import type { VoteKeeper } from './connect-votes.js';
import { sendIntroduced } from './first-vote.js';
import { HttpHost, type HttpVotesOptions } from './http-host.js';
import { NO_ANSWER } from './http-request.js';
import { inOneTab } from './one-tab.js';
import { erasures, type KeptVote } from './kept-votes.js';
import { Outbox } from './outbox.js';
import { isFinal, refusalCode, type Reply } from './retry-policy.js';
import { RetryTimer } from './retry-timer.js';
import { toAnswer } from './vote-answers.js';
import { subscribeToTabs, type TabNews } from './vote-tabs.js';

export type { HttpVotesOptions } from './http-host.js';

type Found = Map<string, VoteResult>;
type Listener = (subject: string, result: VoteResult) => void;

/** Milliseconds from the vote to an answer, whatever the host does: below the 9 s of `connectVotes`. */
const PATIENCE = 8500;
/** Milliseconds after which a read is not tried again: what is missing is shown late, or never. */
const READ_PATIENCE = 8000;
/** The longest wait that a reader is not told about, in milliseconds. */
const SHORT_WAIT = 3000;
/** The longest wait when nobody waits, in milliseconds. After more it is left to the next occasion. */
const LONG_WAIT = 300_000;

interface HttpStore extends Required<VoteKeeper> {
  readonly host: HttpHost;
}

const stores = new Map<string, HttpStore>();

const isOffline = (): boolean => !navigator.onLine;

function makeStore(endpoint: string): HttpStore {
  const host = new HttpHost(endpoint);
  const outbox = new Outbox(endpoint);
  const listeners = new Set<Listener>();
  /** When an act on a subject was made or decided: what was asked before is out of date. */
  const moved = new Map<string, number>();
  /** Every subject asked for. */
  const known = new Set<string>();
  /** The last turn on each subject, while it is going on. */
  const turns = new Map<string, Promise<VoteResult>>();
  /** The acts whose reader still waits for the answer, by key, and what becomes of each once it is on its way. */
  const awaited = new Map<string, Promise<VoteResult> | undefined>();
  /** Subjects last heard of as waiting to be sent. */
  const waiting = new Set<string>();
  let clock = 0;
  let flushing: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  /** Whether the last write got any answer. */
  let isReached = true;
  /** Whether the host has taken a vote of this page's: then it knows the reader again. */
  let isKnown = false;
  /** While anybody listens. */
  let life: AbortController | undefined;

  const note = (subject: string, { value, kept }: VoteResult): void => {
    if (kept === 'queued') waiting.add(subject);
    else if (value !== undefined) waiting.delete(subject);
  };

  const tell: Listener = (subject, result) => {
    note(subject, result);
    for (const listener of listeners) listener(subject, result);
  };

  /** Puts what the host has not been sent yet over what it has. */
  const cover = async (found: Found, subjects: string[]): Promise<Found> => {
    const acts = await outbox.all();
    for (const subject of subjects) {
      const act = acts.get(subject);
      if (act && !awaited.has(act.key)) found.set(subject, { ...found.get(subject), value: act.value, kept: 'queued' });
    }
    return found;
  };

  /** What is known of these subjects; of what the host has, `hear` is told each part as it comes. */
  const read = async (subjects: string[], hear?: Listener, signal?: AbortSignal): Promise<Found> => {
    const end = Date.now() + READ_PATIENCE;
    const goOn = (wait: number): boolean => !isOffline() && !signal?.aborted && Date.now() + wait < end;
    return cover(await host.read(subjects, goOn, hear, signal), subjects);
  };

  const tellWaiting = async (subjects: string[]): Promise<Found> => {
    const found = await cover(new Map(), subjects);
    for (const [subject, result] of found) tell(subject, result);
    return found;
  };

  const refresh = async (subjects: Iterable<string>): Promise<void> => {
    const asked = clock;
    for (const [subject, result] of await read([...subjects])) {
      if ((moved.get(subject) ?? 0) <= asked) tell(subject, result);
    }
    setTimer();
  };

  /** Tries again what waits, and what could not be read. */
  const tryAgain = (): void => {
    // Until somebody looks.
    if (document.hidden) return;
    void flush();
    if (host.missed.size) void refresh(host.missed);
  };
  const timer = new RetryTimer(tryAgain);

  /** As long as there is any, and anybody to tell. */
  const setTimer = (): void => {
    if (life && (waiting.size || host.missed.size)) timer.start();
    else timer.stop();
  };

  /** What is said of an act that waits; rejects where the reader had it forgotten meanwhile. */
  const queued = async (subject: string, reply = NO_ANSWER): Promise<VoteResult> => {
    const act = await outbox.get(subject);
    if (!act) throw refusal(reply);
    waiting.add(subject);
    timer.lengthen(reply.wait);
    setTimer();
    return { value: act.value, kept: 'queued' };
  };

  /** Sends an act, as long as it is the newest. */
  const deliver = async (subject: string, act: KeptVote, isNewest: () => boolean): Promise<VoteResult> => {
    const isAwaited = (): boolean => awaited.has(act.key);
    // Until it is offline, or a newer act has made this one pointless, or nobody has the time.
    const goOn = (wait: number): boolean =>
      !isOffline() && isNewest() && wait <= (isAwaited() ? SHORT_WAIT : LONG_WAIT);
    const write = (on: string, which: KeptVote): Promise<Reply> => host.write(on, which, goOn);
    const inTurn = (): Promise<Reply> =>
      isKnown && !outbox.first
        ? write(subject, act)
        : inOneTab(`film-widgets:first:${endpoint}`, () => sendIntroduced(outbox, subject, act, write));
    const reply = isOffline() ? NO_ANSWER : await inTurn();
    isReached = reply.status > 0;
    const answer = toAnswer(reply);
    if (answer) isKnown = true;
    // Once the reader was told that the vote waits, it waits until the host says yes or no.
    const isOver = answer ?? ((isAwaited() && !reply.isLost) || isFinal(reply));
    if (!isOver) return queued(subject, reply);
    await outbox.drop(subject, act);
    moved.set(subject, ++clock);
    if (answer) {
      if (!isAwaited()) {
        // To an act that it knows a host repeats what it said then, and the crowd's numbers may be of days ago.
        tell(subject, { value: answer.value, kept: 'host' });
        void refresh([subject]);
      }
      // The host is to be reached: now for what else waits.
      void flush();
      return answer;
    }
    const error = refusal(reply);
    if (!isAwaited()) {
      const { code, retryAfter } = error;
      const refused = { value: act.value, key: act.key, code, ...(retryAfter && { retryAfter }) };
      tell(subject, { value: null, ...(await read([subject])).get(subject), refused });
    }
    throw error;
  };

  /**
   * Sends the newest act on a subject, whichever tab it is of.
   * @param own the key of the act that the turn was asked for with
   */
  const takeTurn = async (subject: string, own?: string): Promise<VoteResult> => {
    const made = moved.get(subject);
    const before = erasures;
    const act = await outbox.get(subject);
    if (act) {
      // What was forgotten meanwhile might be sent as another reader's.
      const outcome = deliver(subject, act, () => moved.get(subject) === made && erasures === before);
      if (awaited.has(act.key)) awaited.set(act.key, outcome);
      return outcome;
    }
    // An earlier turn has sent it, if it was the newest by then.
    const outcome = own && (await awaited.get(own));
    if (outcome && outcome.kept !== 'queued') return outcome;
    // Another tab has sent it, or a newer one, or the reader had it forgotten.
    const truth = (await read([subject])).get(subject) ?? {};
    tell(subject, truth);
    // An answer without a value would say that the vote stands.
    if (truth.value === undefined) throw refusal(NO_ANSWER);
    return truth;
  };

  /** Takes a turn on a subject after those before it, so that its acts are written in order. */
  const send = (subject: string, own?: string): Promise<VoteResult> => {
    const before = turns.get(subject) ?? Promise.resolve();
    const turn = before
      .catch(() => undefined)
      .then(() => inOneTab(`film-widgets:${outbox.prefix}${subject}`, () => takeTurn(subject, own)))
      .finally(() => {
        if (turns.get(subject) === turn) turns.delete(subject);
      });
    turns.set(subject, turn);
    return turn;
  };

  const sendAll = async (): Promise<void> => {
    const acts = await outbox.all();
    for (const subject of waiting) if (!acts.has(subject)) waiting.delete(subject);
    for (const subject of acts.keys()) {
      if (isOffline()) break;
      // A turn that is going on will send it, or has just failed to.
      if (turns.has(subject)) continue;
      await send(subject).catch(() => undefined);
      if (!isReached) break;
    }
    setTimer();
  };

  /** Sends what waits, one after the other, until the host is not to be reached; asked for meanwhile, once more after that. */
  const flush = (): Promise<void> => {
    if (flushing)
      return (again ??= flushing.then(() => {
        again = undefined;
        return flush();
      }));
    flushing = sendAll().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };

  /** Another tab kept an act, or dropped one that the host has decided on. */
  const follow = async ({ key, all }: TabNews): Promise<void> => {
    if (all && !outbox.prefix.startsWith(key)) return;
    const subjects = [...known].filter((subject) => all || key === outbox.prefix + subject);
    if (!subjects.length) return;
    const acts = await tellWaiting(subjects);
    const decided = subjects.filter((subject) => !acts.has(subject));
    // Forgotten: whether or not the host can be asked what it has, this will not be sent.
    if (all) for (const subject of decided) if (waiting.has(subject)) tell(subject, { value: null });
    await refresh(decided);
  };

  const store: HttpStore = {
    host,

    async load(subjects, { signal, tell: hear }) {
      for (const subject of subjects) known.add(subject);
      void tellWaiting(subjects);
      const found = await read(subjects, hear, signal);
      for (const [subject, result] of found) note(subject, result);
      setTimer();
      // Not by assignment, which would lose the subject `__proto__`.
      return Object.fromEntries(found);
    },

    async save({ subject, value, idempotencyKey: key, signal }) {
      // By then a listener further out has prevented the vote, if it wanted to.
      await Promise.resolve();
      signal.throwIfAborted();
      // In an address these two are no names, however they are written.
      if (/^\.\.?$/.test(subject)) throw new VoteError('unknown-subject');
      moved.set(subject, ++clock);
      awaited.set(key, undefined);
      const earlier = waiting.has(subject) ? outbox.peek(subject) : undefined;
      const before = erasures;
      let late: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<VoteResult>((resolve) => {
        late = setTimeout(() => {
          awaited.delete(key);
          resolve(queued(subject));
        }, PATIENCE);
      });
      const sent = outbox.put(subject, { value, key, at: Date.now() }).then(() => send(subject, key));
      try {
        const result = await Promise.race([sent, patience]);
        // What waits is the vote that replaced this one, and its own answer is still to come.
        if (result.kept === 'queued') signal.throwIfAborted();
        note(subject, result);
        return result;
      } catch (error) {
        // The rating shows again what had waited before, so that waits again, unless it was forgotten meanwhile.
        if (earlier && !(await outbox.get(subject)) && erasures === before) await outbox.put(subject, earlier);
        throw error;
      } finally {
        clearTimeout(late);
        awaited.delete(key);
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
        addEventListener('online', () => void flush(), { signal });
        void flush();
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
  return store;
}

function refusal(reply: Reply): VoteError {
  const { wait } = reply;
  return new VoteError(refusalCode(reply), { ...(wait && { retryAfter: Math.ceil(wait / 1000) }) });
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
