import type { VoteFailure } from './vote-error.js';
import type { VoteKept, VoteResult } from './vote-event.js';

/** What a rating is doing, as the element's `state` and `:state()` say it. */
export type VoteState = 'idle' | 'staged' | 'pending' | 'voted' | 'error' | 'locked';

/** One act of the reader, from the choice to the host's answer. */
export interface Attempt {
  readonly value: number | null;
  /** The same for every retry. */
  readonly key: string;
}

/** The whole life of one vote. Change it with `advance` only. */
export interface VoteLife {
  /** The last rating that nobody disputes. */
  readonly settled: number | null;
  /** Chosen by keyboard and not yet voted; undefined when nothing is. */
  readonly staged?: number | null | undefined;
  /** Waits for the host's answer. */
  readonly pending?: Attempt | undefined;
  /** How the last act failed. */
  readonly failed?: (VoteFailure & { readonly attempt: Attempt }) | undefined;
  readonly voted: boolean;
  /** Nobody answered the vote: it is in this page and nowhere else. */
  readonly stood?: true;
  readonly kept?: VoteKept | undefined;
  /** The host closed voting, without giving a reason. */
  readonly closed: boolean;
  /** The last outcome came from the reader's own act, and not with the page or from a store. */
  readonly isOwnOutcome: boolean;
}

export type VoteStep =
  /** The page says what the rating is. */
  | { readonly type: 'set'; readonly value: number | null }
  /** Chosen by keyboard; undefined drops what was. */
  | { readonly type: 'stage'; readonly value: number | null | undefined }
  /** Somebody took the vote over and will answer. */
  | { readonly type: 'send'; readonly attempt: Attempt }
  /** Nobody answered: the vote stands in this page. */
  | { readonly type: 'stand'; readonly attempt: Attempt }
  | { readonly type: 'answer'; readonly attempt: Attempt; readonly result: VoteResult }
  | { readonly type: 'fail'; readonly attempt: Attempt; readonly failure: VoteFailure }
  /** A store's news, asked for by nobody. */
  | { readonly type: 'news'; readonly result: VoteResult }
  /** The answer is no longer wanted. */
  | { readonly type: 'abandon' };

export const NEW_LIFE: VoteLife = { settled: null, voted: false, closed: false, isOwnOutcome: false };

/**
 * The life after one step. Pure: the same life and step give the same next life, and a step that
 * comes too late (an answer to an attempt that a newer one replaced) gives the life back as it was.
 */
export function advance(life: VoteLife, step: VoteStep): VoteLife {
  const { pending, closed } = life;
  switch (step.type) {
    case 'set': {
      // Some frameworks write back what is settled whenever they render, also while another act is under way.
      const isEcho = step.value === life.settled;
      return isEcho || step.value === shownValue(life) ? life : { ...NEW_LIFE, settled: step.value, closed };
    }
    case 'stage':
      return {
        ...life,
        staged: step.value === restingValue(life) ? undefined : step.value,
        isOwnOutcome: life.isOwnOutcome && life.failed !== undefined, // which stands until there is another vote
      };
    case 'send':
      return { ...life, staged: undefined, failed: undefined, pending: step.attempt };
    case 'stand':
      return { ...settle(step.attempt.value, undefined, true), stood: true };
    case 'answer': {
      const { value = step.attempt.value, kept } = step.result;
      return pending === step.attempt ? withStaged(life, settle(value, kept, true)) : life;
    }
    case 'fail': {
      const { attempt, failure } = step;
      if (pending !== attempt) return life;
      const isClosed = failure.code === 'closed';
      return {
        ...life,
        staged: isClosed ? undefined : life.staged,
        pending: undefined,
        failed: { ...failure, attempt },
        isOwnOutcome: true,
        closed: closed || isClosed,
      };
    }
    case 'news': {
      const { value = life.settled } = step.result;
      if (step.result.value === undefined && !step.result.kept) return life;
      // the same news again does not take the words out of a live region's mouth, nor a failure's retry away
      const { isOwnOutcome, failed, kept } = value === life.settled ? life : NEW_LIFE;
      const next = withStaged(life, {
        ...settle(value, step.result.kept ?? kept, isOwnOutcome),
        closed,
        pending,
        failed,
      });
      const { refused } = step.result;
      // an outcome of the reader's own act, though a late one
      return refused && !pending
        ? advance({ ...next, pending: refused }, { type: 'fail', attempt: refused, failure: refused })
        : next;
    }
    case 'abandon':
      return { ...life, pending: undefined };
  }
}

/** The reader's own rating as it is to be shown, staged and pending included. */
export function shownValue(life: VoteLife): number | null {
  return life.staged === undefined ? restingValue(life) : life.staged;
}

/** The rating without what is only staged. */
export function restingValue({ pending, settled }: VoteLife): number | null {
  return pending ? pending.value : settled;
}

export function stateOf({ closed, staged, pending, failed, voted }: VoteLife): VoteState {
  if (closed) return 'locked';
  if (staged !== undefined) return 'staged';
  if (pending) return 'pending';
  return failed ? 'error' : voted ? 'voted' : 'idle';
}

const settle = (settled: number | null, kept: VoteKept | undefined, isOwnOutcome: boolean): VoteLife => ({
  ...NEW_LIFE,
  settled,
  kept,
  isOwnOutcome,
  voted: settled !== null,
});

/** What the reader has staged meanwhile stays staged, unless it is what just settled. */
const withStaged = ({ staged }: VoteLife, after: VoteLife): VoteLife => ({
  ...after,
  staged: staged === restingValue(after) ? undefined : staged,
});
