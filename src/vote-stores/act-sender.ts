import { VoteError, voteFailure } from '../vote/vote-error.js';
import type { VoteDetail, VoteResult } from '../vote/vote-event.js';
import { sendIntroduced } from './first-vote.js';
import type { HttpHost } from './http-host.js';
import { NO_ANSWER } from './http-request.js';
import { erasures, type KeptVote } from './kept-votes.js';
import { inOneTab } from './one-tab.js';
import { Outbox } from './outbox.js';
import { isFinal, refusalCode, type Reply } from './retry-policy.js';
import { toAnswer } from './vote-answers.js';

/** Milliseconds from the vote to an answer, whatever the host does: below the 9 s of `connectVotes`. */
const PATIENCE = 8500;
/** The longest wait that a reader is not told about, in milliseconds. */
const SHORT_WAIT = 3000;
/** The longest wait when nobody waits, in milliseconds. After more it is left to the next occasion. */
const LONGEST_WAIT = 300_000;

/** What is known of subjects. */
export type Found = Map<string, VoteResult>;

/** Whoever shows what becomes of acts. */
interface News {
  /** Shows it. */
  tell(subject: string, result: VoteResult): void;
  /** What is known of these subjects now, the host's and what waits. */
  read(subjects: string[]): Promise<Found>;
  /** Reads and shows it. */
  refresh(subjects: string[]): Promise<void>;
  /** What waits now is tried again later, in no less than so many milliseconds. */
  setTimer(pause?: number): void;
}

export const isOffline = (): boolean => !navigator.onLine;

const refusal = (reply: Reply): VoteError => {
  const { wait } = reply;
  return new VoteError(refusalCode(reply), { ...(wait && { retryAfter: Math.ceil(wait / 1000) }) });
};

/** Sends a reader's acts to one host: those on a subject in order, from one tab at a time; what could not be sent, later. */
export class ActSender {
  /** Subjects last heard of as waiting to be sent. */
  readonly queued = new Set<string>();
  readonly outbox: Outbox;
  readonly #endpoint: string;
  readonly #host: HttpHost;
  readonly #news: News;
  /** When an act on a subject was last made or decided. */
  readonly #changedAt = new Map<string, number>();
  #clock = 0;
  /** The last turn on each subject, while it is going on. */
  readonly #turns = new Map<string, Promise<VoteResult>>();
  /** The acts whose reader still waits for the answer, by key, and what becomes of each once it is on its way. */
  readonly #awaited = new Map<string, Promise<VoteResult> | undefined>();
  #flushing: Promise<void> = Promise.resolve();
  #flushesNext = false;
  /** Whether the last write got any answer. */
  #isReached = true;
  /** Whether the host has taken a vote of this page's: then it knows the reader again. */
  #isIntroduced = false;

  constructor(endpoint: string, host: HttpHost, news: News) {
    this.outbox = new Outbox(endpoint);
    this.#endpoint = endpoint;
    this.#host = host;
    this.#news = news;
  }

  /** Tells of a subject, later, whether the reader or the host has acted on it since. */
  watch(): (subject: string) => boolean {
    const since = this.#clock;
    return (subject) => (this.#changedAt.get(subject) ?? 0) > since;
  }

  /** Puts what the host has not been sent yet over what it has on these subjects. */
  async cover(found: Found, subjects: string[]): Promise<Found> {
    const acts = await this.outbox.all();
    for (const subject of subjects) {
      const act = acts.get(subject);
      if (act && !this.#isAwaited(act)) found.set(subject, { ...found.get(subject), value: act.value, kept: 'queued' });
    }
    return found;
  }

  /** Keeps an act and sends it, and answers in time. */
  async save({ subject, value, idempotencyKey: key, signal }: VoteDetail): Promise<VoteResult> {
    this.#change(subject);
    this.#awaited.set(key, undefined);
    const { outbox } = this;
    const earlier = this.queued.has(subject) ? outbox.peek(subject) : undefined;
    const before = erasures;
    let late: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<VoteResult>((resolve) => {
      late = setTimeout(() => {
        this.#awaited.delete(key);
        resolve(this.#leave(subject));
      }, PATIENCE);
    });
    const sent = outbox.put(subject, { value, key, at: Date.now() }).then(() => this.#send(subject, key));
    try {
      const result = await Promise.race([sent, patience]);
      // What waits is the vote that replaced this one, and its own answer is still to come.
      if (result.kept === 'queued') signal.throwIfAborted();
      return result;
    } catch (error) {
      // The rating shows again what had waited before, so that waits again, unless it was forgotten meanwhile.
      if (earlier && !(await outbox.get(subject)) && erasures === before) await outbox.put(subject, earlier);
      throw error;
    } finally {
      clearTimeout(late);
      this.#awaited.delete(key);
    }
  }

  /** Sends what waits, one after the other, until the host is not to be reached; asked for meanwhile, once more after that. */
  flush(): void {
    if (this.#flushesNext) return;
    this.#flushesNext = true;
    this.#flushing = this.#flushing
      .catch(() => undefined)
      .then(() => {
        this.#flushesNext = false;
        return this.#sendAll();
      });
  }

  async #sendAll(): Promise<void> {
    const acts = await this.outbox.all();
    for (const subject of this.queued) if (!acts.has(subject)) this.queued.delete(subject);
    for (const subject of acts.keys()) {
      if (isOffline()) break;
      // A turn that is going on will send it, or has just failed to.
      if (this.#turns.has(subject)) continue;
      await this.#send(subject).catch(() => undefined);
      if (!this.#isReached) break;
    }
    this.#news.setTimer();
  }

  /** Takes a turn on a subject after those before it, so that its acts are written in order. */
  #send(subject: string, own?: string): Promise<VoteResult> {
    const turns = this.#turns;
    const before = turns.get(subject) ?? Promise.resolve();
    const turn = before
      .catch(() => undefined)
      .then(() => inOneTab(`film-widgets:${this.outbox.prefix}${subject}`, () => this.#takeTurn(subject, own)))
      .finally(() => {
        if (turns.get(subject) === turn) turns.delete(subject);
      });
    turns.set(subject, turn);
    return turn;
  }

  /**
   * Sends the newest act on a subject, whichever tab it is of.
   * @param own the key of the act that the turn was asked for with
   */
  async #takeTurn(subject: string, own?: string): Promise<VoteResult> {
    const made = this.#changedAt.get(subject);
    const before = erasures;
    const act = await this.outbox.get(subject);
    if (act) {
      // What was forgotten meanwhile might be sent as another reader's.
      const isNewest = (): boolean => this.#changedAt.get(subject) === made && erasures === before;
      const outcome = this.#deliver(subject, act, isNewest);
      if (this.#isAwaited(act)) this.#awaited.set(act.key, outcome);
      return outcome;
    }
    // An earlier turn has sent it, if it was the newest by then.
    const outcome = own && (await this.#awaited.get(own));
    if (outcome && outcome.kept !== 'queued') return outcome;
    // Another tab has sent it, or a newer one, or the reader had it forgotten.
    const truth = (await this.#news.read([subject])).get(subject) ?? {};
    this.#news.tell(subject, truth);
    // An answer without a value would say that the vote stands.
    if (truth.value === undefined) throw refusal(NO_ANSWER);
    return truth;
  }

  /** Sends an act, as long as it is the newest. */
  async #deliver(subject: string, act: KeptVote, isNewest: () => boolean): Promise<VoteResult> {
    const reply = isOffline() ? NO_ANSWER : await this.#write(subject, act, isNewest);
    this.#isReached = reply.status > 0;
    const answer = toAnswer(reply);
    if (answer) this.#isIntroduced = true;
    // Once the reader was told that the vote waits, it waits until the host says yes or no.
    const isOver = answer ?? ((this.#isAwaited(act) && !reply.isLost) || isFinal(reply));
    if (!isOver) return this.#leave(subject, reply);
    await this.outbox.drop(subject, act);
    this.#change(subject);
    if (answer) {
      if (!this.#isAwaited(act)) {
        // To an act that it knows a host repeats what it said then, and the crowd's numbers may be of days ago.
        this.#news.tell(subject, { value: answer.value, kept: 'host' });
        void this.#news.refresh([subject]);
      }
      // The host is to be reached: now for what else waits.
      this.flush();
      return answer;
    }
    const error = refusal(reply);
    if (!this.#isAwaited(act)) {
      const refused = { value: act.value, key: act.key, ...voteFailure(error) };
      this.#news.tell(subject, { value: null, ...(await this.#news.read([subject])).get(subject), refused });
    }
    throw error;
  }

  /** Until it is offline, or a newer act has made this one pointless, or nobody has the time. */
  #write(subject: string, act: KeptVote, isNewest: () => boolean): Promise<Reply> {
    const goOn = (wait: number): boolean =>
      !isOffline() && isNewest() && wait <= (this.#isAwaited(act) ? SHORT_WAIT : LONGEST_WAIT);
    const write = (on: string, which: KeptVote): Promise<Reply> => this.#host.write(on, which, goOn);
    return this.#isIntroduced && !this.outbox.first
      ? write(subject, act)
      : inOneTab(`film-widgets:first:${this.#endpoint}`, () => sendIntroduced(this.outbox, subject, act, write));
  }

  /** Leaves an act for later, and says so; rejects where the reader had it forgotten meanwhile. */
  async #leave(subject: string, reply = NO_ANSWER): Promise<VoteResult> {
    const act = await this.outbox.get(subject);
    if (!act) throw refusal(reply);
    this.queued.add(subject);
    this.#news.setTimer(reply.wait);
    return { value: act.value, kept: 'queued' };
  }

  /** Whether the reader still waits for what becomes of an act. */
  #isAwaited({ key }: KeptVote): boolean {
    return this.#awaited.has(key);
  }

  #change(subject: string): void {
    this.#changedAt.set(subject, ++this.#clock);
  }
}
