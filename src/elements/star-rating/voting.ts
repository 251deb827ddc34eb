import { recount } from '../../rating/crowd.js';
import { toRating } from '../../rating/scale.js';
import { plainResult, type PlainResult, type Told } from '../../vote/plain-result.js';
import { VoteErrorEvent } from '../../vote/vote-error-event.js';
import { voteFailure, warnOfMistake, type VoteFailure } from '../../vote/vote-error.js';
import { VoteEvent, type VoteResult, type VoteSource } from '../../vote/vote-event.js';
import { advance, NEW_LIFE, restingValue, type Attempt, type VoteLife, type VoteStep } from '../../vote/vote-life.js';
import { isDisabled } from './controls.js';
import type { StarRating } from './star-rating.js';

/** How long a host may take to answer, in milliseconds. */
const TIMEOUT = 10_000;
/** How long an answer may take before the reader is told to wait, in milliseconds. */
const SLOW = 400;

/** A longer timer would fire at once, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Trying these again changes nothing. */
const FINAL: ReadonlySet<string> = new Set(['closed', 'out-of-range', 'unknown-subject']);

// not `randomUUID`, which insecure origins do not have
const newKey = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('-');

/** The reader's own rating: set by the page, chosen, voted. Fires the vote, waits for the answer, times out, retries. */
export class Voting {
  life: VoteLife = NEW_LIFE;
  /** The answer takes long enough to say so. */
  slow = false;
  /** The value is no longer the attribute's: the page or the reader set it. */
  dirty = false;
  /** What a host or a store said of this subject: shown in place of the page's own until the page says something else. */
  told: Partial<Record<string, unknown>> = {};
  readonly #host: StarRating;
  #abort: AbortController | undefined;
  /** Of a pending vote its ends, of a failed one the wait that the host asked for. */
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(host: StarRating) {
    this.#host = host;
  }

  /** The one gate: whether the reader can rate at all. */
  get open(): boolean {
    const { readonly, locked } = this.#host;
    return !readonly && locked === null && !this.life.closed && !isDisabled(this.#host);
  }

  /** Whether the reader may send the same act again now. */
  get retryable(): boolean {
    const { failed } = this.life;
    if (!failed || !this.open || FINAL.has(failed.code) || this.#timers.length || this.#host.name) return false;
    return toRating(failed.attempt.value, this.#host) === failed.attempt.value; // the scale may be another by now
  }

  /** The wait that a host asked for is over. */
  stopWaiting(): void {
    this.#stopTimers();
    this.#host.requestUpdate();
  }

  /** The page, or the reader of a form, says what the rating is. */
  set(value: number | null): void {
    this.dirty = true;
    this.#step({ type: 'set', value });
  }

  /** What the rating is as long as nobody has said otherwise. */
  follow(value: number | null): void {
    if (!this.dirty) this.#step({ type: 'set', value });
  }

  /** Something else is rated from now on. A vote on its way goes on, unseen. */
  startOver(): void {
    this.#stopTimers();
    this.#abort = undefined;
    this.life = NEW_LIFE;
    this.dirty = false;
    this.told = {};
    this.#host.valueChanged();
  }

  /** The reader chooses by keyboard: at once in a form field, for later in a vote. */
  stage(value: number | null): void {
    const host = this.#host;
    if (!this.open || value === host.value) return;
    if (host.name) this.choose(value, 'keyboard');
    else this.#stage(value);
  }

  /** The reader drops what is staged, if anything is. */
  unstage(): void {
    if (this.life.staged !== undefined) this.#stage(undefined);
  }

  /** What is staged goes where nobody can vote for it any more. */
  dropStaged(): void {
    if (this.life.staged !== undefined && (this.#host.name || !this.open))
      this.#step({ type: 'stage', value: undefined });
  }

  /** What the reader has chosen, to whom it concerns: the form, or whoever answers votes. */
  choose(value: number | null, source: VoteSource): void {
    if (!this.open) return;
    if (value === toRating(restingValue(this.life), this.#host)) {
      this.unstage();
    } else if (this.#host.name) {
      this.set(value);
      this.#fire('input');
      this.#fire('change');
    } else this.#vote(value, source);
  }

  /** Sends a failed vote again, with its key. */
  retry(source: VoteSource): void {
    const attempt = this.life.failed?.attempt;
    if (attempt && this.retryable) this.#vote(attempt.value, source, attempt.key);
  }

  #vote(value: number | null, source: VoteSource, idempotencyKey: string = newKey()): void {
    const host = this.#host;
    const { subject, max, step } = host;
    const previousValue = toRating(this.life.settled, host);
    const abort = new AbortController();
    const { signal } = abort;
    const action = value === null ? 'retract' : previousValue === null ? 'cast' : 'change';
    const event = new VoteEvent({ subject, action, value, previousValue, max, step, idempotencyKey, source, signal });
    host.dispatchEvent(event);
    const { answer } = event;
    if (event.defaultPrevented || host.subject !== subject) {
      abort.abort();
      answer?.catch(() => {});
      host.requestUpdate();
      return;
    }
    this.#abort?.abort();
    this.#stopTimers();
    const attempt: Attempt = { value, key: idempotencyKey };
    if (!answer) {
      this.#abort = undefined;
      this.#step({ type: 'stand', attempt });
      this.#settled(previousValue);
      return;
    }
    this.#abort = abort;
    this.#step({ type: 'send', attempt });
    this.#timers.push(
      setTimeout(() => {
        this.slow = true;
        host.requestUpdate();
      }, SLOW),
      setTimeout(() => {
        if (this.#awaits(attempt)) abort.abort(new DOMException('no answer', 'TimeoutError'));
        this.#failed(attempt, { code: 'timeout' });
      }, TIMEOUT),
    );
    answer.then(
      (result) => this.#answered(attempt, result ?? {}, previousValue),
      (reason: unknown) => {
        this.#failed(attempt, voteFailure(reason));
        warnOfMistake(reason);
      },
    );
  }

  /** A store's news. */
  news(given: VoteResult | null | undefined): void {
    if (!given) return;
    const { own, told } = plainResult(given);
    this.#tell(told);
    // what was chosen in a form is not sent yet, and its form's to send
    const result = this.#host.name && this.dirty ? {} : own;
    const before = this.life;
    this.#step({ type: 'news', result });
    if (result.voted) this.#recount(before, result, told);
    if (result.refused && !this.life.pending) this.#wait(result.refused);
  }

  #stage(value: number | null | undefined): void {
    this.#step({ type: 'stage', value });
    this.#fire('input');
  }

  #step(step: VoteStep): void {
    this.life = advance(this.life, step);
    const { isOwnOutcome, pending, failed } = this.life;
    this.dirty ||= isOwnOutcome || pending !== undefined; // a vote that nobody prevented
    if (!pending && !failed) this.#stopTimers(); // for what nobody waits for any more
    this.#host.valueChanged();
  }

  /** Whether an answer is still waited for. Not where the element has left the page, and is not back by now: that ends the wait. */
  #awaits(attempt: Attempt): boolean {
    if (this.life.pending !== attempt) return false;
    const { isConnected } = this.#host;
    if (!isConnected) this.#step({ type: 'abandon' });
    return isConnected;
  }

  #answered(attempt: Attempt, given: VoteResult, previousValue: number | null): void {
    if (!this.#awaits(attempt)) return;
    let result: PlainResult;
    try {
      result = plainResult(given);
    } catch (reason) {
      this.#failed(attempt, voteFailure(given)); // it cannot even be read, or is a refusal
      warnOfMistake(reason);
      return;
    }
    const { own, told } = result;
    this.#tell(told);
    const before = this.life;
    this.#step({ type: 'answer', attempt, result: own });
    this.#recount(before, own, told);
    this.#settled(previousValue);
  }

  /** Counts the crowd anew after a vote that the host has, where it says no numbers. */
  #recount(before: VoteLife, { kept }: VoteResult, { average, count, distribution }: Told): void {
    if (kept !== 'host' || (average ?? count ?? distribution) !== null) return;
    const host = this.#host;
    // a vote that no host has is in nobody's numbers; what the page says may have been given on another day
    const isCounted = before.kept ? before.kept === 'host' : !before.stood;
    const counted = isCounted ? toRating(before.settled, host) : null;
    Object.assign(this.told, recount(host, counted, toRating(this.life.settled, host)));
  }

  #failed(attempt: Attempt, failure: VoteFailure): void {
    if (!this.#awaits(attempt)) return;
    this.#step({ type: 'fail', attempt, failure });
    this.#wait(failure);
    this.#host.dispatchEvent(
      new VoteErrorEvent({
        subject: this.#host.subject,
        attempted: attempt.value,
        restored: toRating(this.life.settled, this.#host),
        ...failure,
      }),
    );
  }

  /** A refusal ends all other waiting. Only `rate-limited` has the reader wait, who is told how long. */
  #wait({ code, retryAfter }: VoteFailure): void {
    this.#stopTimers();
    if (code !== 'rate-limited' || !retryAfter) return;
    const voting = new WeakRef(this); // an hour's timer would keep for an hour what has left the page
    this.#timers.push(setTimeout(() => voting.deref()?.stopWaiting(), Math.min(retryAfter * 1000, LONGEST_TIMER)));
  }

  #settled(previousValue: number | null): void {
    if (toRating(this.life.settled, this.#host) !== previousValue) this.#fire('change');
  }

  #fire(type: 'input' | 'change'): void {
    this.#host.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** Takes over the crowd's numbers and a lock; what is missing or no number stays. */
  #tell(told: Told): void {
    for (const [name, value] of Object.entries(told)) if (value !== null) this.told[name] = value;
    this.dropStaged(); // the rating may be locked from now on
  }

  #stopTimers(): void {
    this.#timers.splice(0).forEach(clearTimeout);
    this.slow = false;
  }
}
