import type { ReactiveControllerHost } from 'lit';
import { toRating, type Scale } from '../../rating/scale.js';
import { VoteErrorEvent } from '../../vote/vote-error-event.js';
import { voteFailure, type VoteFailure } from '../../vote/vote-error.js';
import { VoteEvent, type VoteResult, type VoteSource } from '../../vote/vote-event.js';
import {
  advance,
  NEW_LIFE,
  restingValue,
  shownValue,
  type Attempt,
  type VoteLife,
  type VoteStep,
} from '../../vote/vote-life.js';

/** How long a host may take to answer, in milliseconds. */
const TIMEOUT = 10_000;
/** How long an answer may take before the reader is told to wait, in milliseconds. */
const SLOW = 400;

/** A longer timer would fire at once, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Trying these again changes nothing. */
const FINAL: ReadonlySet<string> = new Set(['closed', 'out-of-range', 'unknown-subject']);

interface VotingHost extends ReactiveControllerHost, HTMLElement, Scale {
  readonly subject: string;
  /** The life went on, and so the value may be another. */
  valueChanged(): void;
  /** Takes over the crowd's numbers and a lock from a host's answer. */
  showCrowd(result: VoteResult): void;
  /** Counts a vote that the host keeps into exact numbers. */
  countOwn(before: number | null, after: number | null): void;
}

// not `randomUUID`, which insecure origins do not have
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

/** Lives the life of one vote in the page: fires the event, waits for the answer, times out, retries. */
export class Voting {
  life: VoteLife = NEW_LIFE;
  /** The answer takes long enough to say so. */
  slow = false;
  readonly #host: VotingHost;
  #abort: AbortController | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #waiting = false;
  /** The last vote was answered by nobody. */
  #stood = false;

  constructor(host: VotingHost) {
    this.#host = host;
  }

  get value(): number | null {
    return shownValue(this.life);
  }

  /** The rating without what is only staged. */
  get resting(): number | null {
    return restingValue(this.life);
  }

  /** Whether the reader may send the same act again now. */
  get retryable(): boolean {
    const { failed } = this.life;
    return failed !== undefined && !FINAL.has(failed.code) && !this.#waiting;
  }

  /** The element has left the page, or is on its way to another place in it. */
  disconnected(): void {
    // a move in the DOM disconnects and connects in one task and is not a removal
    queueMicrotask(() => {
      if (this.#host.isConnected || !this.life.pending) return;
      this.step({ type: 'abandon' });
      this.#stopTimers();
    });
  }

  /** The wait that a host asked for is over. */
  stopWaiting(): void {
    this.#waiting = false;
    this.#host.requestUpdate();
  }

  step(step: VoteStep): void {
    this.life = advance(this.life, step);
    this.#host.valueChanged();
  }

  /** Something else is rated from now on. A vote on its way goes on, unseen. */
  startOver(): void {
    this.#stopTimers();
    this.#abort = undefined;
    this.life = NEW_LIFE;
    this.#host.valueChanged();
  }

  retry(source: VoteSource): void {
    const attempt = this.life.failed?.attempt;
    if (attempt && this.retryable) this.vote(attempt.value, source, attempt.key);
  }

  vote(value: number | null, source: VoteSource, key: string = newKey()): void {
    const host = this.#host;
    const { subject, max, step } = host;
    const previousValue = toRating(this.life.settled, host);
    const abort = new AbortController();
    const action = value === null ? 'retract' : previousValue === null ? 'cast' : 'change';
    const event = new VoteEvent({
      ...{ subject, action, value, previousValue, max, step, source },
      idempotencyKey: key,
      signal: abort.signal,
    });
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
    const attempt: Attempt = { value, key, source };
    if (!answer) {
      this.#abort = undefined;
      this.#stood = true;
      this.step({ type: 'stand', attempt });
      this.#settled(previousValue);
      return;
    }
    this.#abort = abort;
    this.step({ type: 'send', attempt });
    this.#timers.push(
      setTimeout(() => {
        this.slow = true;
        host.requestUpdate();
      }, SLOW),
      setTimeout(() => {
        abort.abort(new DOMException('no answer', 'TimeoutError'));
        this.#failed(attempt, { code: 'timeout' });
      }, TIMEOUT),
    );
    answer.then(
      (result) => this.#answered(attempt, result ?? {}, previousValue),
      (reason: unknown) => this.#failed(attempt, voteFailure(reason)),
    );
  }

  /** A store's news. */
  news(result: VoteResult): void {
    this.#host.showCrowd(result);
    if (result.value !== undefined) this.#stood = false;
    this.step({ type: 'news', result: this.#inScale(result) });
  }

  #answered(attempt: Attempt, result: VoteResult, previousValue: number | null): void {
    if (this.life.pending !== attempt) return;
    this.#stopTimers();
    this.#host.showCrowd(result);
    const before = this.life;
    const stood = this.#stood;
    this.#stood = false;
    this.step({ type: 'answer', attempt, result: this.#inScale(result) });
    const { kept, average, count, distribution } = result;
    if (kept === 'host' && average === undefined && count === undefined && distribution === undefined) {
      // a vote that no host has is in nobody's numbers; what the page says may have been given on another day
      const isCounted = before.kept ? before.kept === 'host' : !(before.voted && stood);
      this.#host.countOwn(isCounted ? toRating(before.settled, this.#host) : null, this.life.settled);
    }
    this.#settled(previousValue);
  }

  #failed(attempt: Attempt, failure: VoteFailure): void {
    if (this.life.pending !== attempt) return;
    this.#stopTimers();
    const { retryAfter } = failure;
    this.#waiting = Boolean(retryAfter);
    if (retryAfter) {
      const voting = new WeakRef(this); // an hour's timer would keep for an hour what has left the page
      this.#timers.push(setTimeout(() => voting.deref()?.stopWaiting(), Math.min(retryAfter * 1000, LONGEST_TIMER)));
    }
    this.step({ type: 'fail', attempt, failure });
    this.#host.dispatchEvent(
      new VoteErrorEvent({
        subject: this.#host.subject,
        attempted: attempt.value,
        restored: toRating(this.life.settled, this.#host),
        ...failure,
      }),
    );
  }

  #settled(previousValue: number | null): void {
    if (this.life.settled !== previousValue) this.#host.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #inScale(result: VoteResult): VoteResult {
    const { value } = result;
    return {
      ...result,
      value: typeof value === 'number' ? toRating(value, this.#host) : value === null ? null : undefined,
    };
  }

  #stopTimers(): void {
    this.#waiting = false;
    this.#timers.splice(0).forEach(clearTimeout);
    this.slow = false;
  }
}
