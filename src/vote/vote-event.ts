import type { VoteFailure } from './vote-error.js';
import type { Attempt } from './vote-life.js';

/** What the reader does to their own rating, seen against the last settled value. */
export type VoteAction = 'cast' | 'change' | 'retract';

/** How the reader acted; `api` is one of the element's methods acting for them. */
export type VoteSource = 'pointer' | 'keyboard' | 'api';

/** Where a vote is kept, and so what the widget may claim about it. */
export type VoteKept = 'host' | 'browser' | 'memory' | 'queued';

/** One act of the reader: everything a host needs to answer it. Frozen. */
export interface VoteDetail {
  /** What is rated: the film's id. */
  readonly subject: string;
  readonly action: VoteAction;
  /** The rating given, in steps from one step to `max`; null when retracting. */
  readonly value: number | null;
  /** The last settled rating; null when there was none. */
  readonly previousValue: number | null;
  readonly max: number;
  readonly step: number;
  /** The same for every retry of this act, so that a host counts it once. */
  readonly idempotencyKey: string;
  readonly source: VoteSource;
  /** Aborts when the answer is no longer wanted (timeout, newer vote). It does not say that nothing was written. */
  readonly signal: AbortSignal;
}

/** A host's answer, or a store's news. What is left out is unchanged; an answer without `value` lets the vote stand. */
export interface VoteResult {
  /** The reader's own rating as the host has it; null when there is none. */
  value?: number | null | undefined;
  /** The crowd's mean, 0 to `max`. */
  average?: number | undefined;
  /** The crowd's votes. */
  count?: number | undefined;
  /** Votes per whole symbol, lowest first. */
  distribution?: number[] | undefined;
  /** Voting is closed, and this says why. */
  locked?: string | undefined;
  kept?: VoteKept | undefined;
  /** In a store's news: a vote of just now, which earlier numbers of the crowd are without. */
  voted?: true | undefined;
  /** In a store's news: a vote that had waited, and that the host would not have. */
  refused?: (VoteFailure & Attempt) | undefined;
}

/**
 * Fired when the reader votes and before anything is sent. Bubbles, is composed and cancelable.
 * A host answers it with `respondWith`, as a service worker answers a `FetchEvent`.
 */
export class VoteEvent extends CustomEvent<VoteDetail> {
  #answer: Promise<VoteResult | undefined> | undefined;

  constructor(detail: VoteDetail) {
    super('vote', { bubbles: true, composed: true, cancelable: true, detail: Object.freeze(detail) });
  }

  /** Whether somebody has answered; later listeners then stay silent. */
  get answered(): boolean {
    return this.#answer !== undefined;
  }

  /** What `respondWith` was given, for the element that fired the event. */
  get answer(): Promise<VoteResult | undefined> | undefined {
    return this.#answer;
  }

  /**
   * Takes the vote over: the widget shows it as pending until `result` settles.
   * Call it before the first `await` of the listener.
   * @throws {DOMException} InvalidStateError when the vote was answered already, was prevented, or its dispatch is over.
   */
  respondWith(result: VoteResult | undefined | Promise<VoteResult | undefined>): void {
    const why = this.answered
      ? 'the vote was answered already'
      : this.defaultPrevented
        ? 'the vote was prevented'
        : this.eventPhase === Event.NONE
          ? 'call it while the event is dispatched, before the first await'
          : '';
    if (why) throw new DOMException(`respondWith: ${why}`, 'InvalidStateError');
    this.#answer = Promise.resolve(result);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    vote: VoteEvent;
  }
}
