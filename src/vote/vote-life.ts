import type { VoteFailure } from './vote-error.js';
import type { VoteKept, VoteResult, VoteSource } from './vote-event.js';

/** What a rating is doing, as the element's `state` and `:state()` say it. */
export type VoteState = 'idle' | 'staged' | 'pending' | 'voted' | 'error' | 'locked';

/** One act of the reader, from the choice to the host's answer. */
export interface Attempt {
  readonly value: number | null;
  /** The same for every retry. */
  readonly key: string;
  readonly source: VoteSource;
}

/** The whole life of one vote. Change it with `advance` only. */
export interface VoteLife {
  /** The last rating that nobody disputes. */
  readonly settled: number | null;
  /** Chosen by keyboard and not yet voted; undefined when nothing is. */
  readonly staged?: number | null;
  /** Waits for the host's answer. */
  readonly pending?: Attempt;
  /** Failed and can be tried again. */
  readonly failed?: VoteFailure & { readonly attempt: Attempt };
  readonly voted: boolean;
  readonly kept?: VoteKept;
  /** The host closed voting, without giving a reason. */
  readonly closed: boolean;
  /** The last outcome came from the reader's own act, and not with the page or from a store. */
  readonly acted: boolean;
}

export type VoteStep =
  /** The page says what the rating is. */
  | { readonly type: 'set'; readonly value: number | null }
  | { readonly type: 'stage'; readonly value: number | null }
  | { readonly type: 'unstage' }
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

export const NEW_LIFE: VoteLife = { settled: null, voted: false, closed: false, acted: false };

/**
 * The life after one step. Pure: the same life and step give the same next life, and a step that
 * comes too late (an answer to an attempt that a newer one replaced) gives the life back as it was.
 */
export function advance(life: VoteLife, step: VoteStep): VoteLife {
  switch (step.type) {
    case 'set':
      return step.value === shownValue(life) ? life : { ...NEW_LIFE, settled: step.value, closed: life.closed };
    case 'stage':
      return step.value === resting(life) ? advance(life, { type: 'unstage' }) : { ...life, staged: step.value };
    case 'unstage': {
      const { staged: _, ...rest } = life;
      return rest;
    }
    case 'send':
      return {
        settled: life.settled,
        voted: life.voted,
        ...(life.kept && { kept: life.kept }),
        closed: life.closed,
        acted: true,
        pending: step.attempt,
      };
    case 'stand':
      return settle(step.attempt.value, undefined, true);
    case 'answer':
      if (life.pending !== step.attempt) return life;
      return withStaged(
        life,
        settle(step.result.value === undefined ? step.attempt.value : step.result.value, step.result.kept, true),
      );
    case 'fail': {
      if (life.pending !== step.attempt) return life;
      const { pending, ...rest } = life;
      return { ...rest, acted: true, closed: step.failure.code === 'closed', failed: { ...step.failure, attempt: pending } };
    }
    case 'news': {
      const { value, kept } = step.result;
      if (value === undefined) return life;
      const news = { ...settle(value, kept, false), closed: life.closed };
      return withStaged(life, life.pending ? { ...news, acted: true, pending: life.pending } : news);
    }
    case 'abandon': {
      const { pending, ...rest } = life;
      return pending ? rest : life;
    }
  }
}

/** The reader's own rating as it is to be shown, staged and pending included. */
export function shownValue(life: VoteLife): number | null {
  return life.staged === undefined ? resting(life) : life.staged;
}

export function stateOf(life: VoteLife): VoteState {
  if (life.closed) return 'locked';
  if (life.staged !== undefined) return 'staged';
  if (life.pending) return 'pending';
  return life.failed ? 'error' : life.voted ? 'voted' : 'idle';
}

const resting = (life: VoteLife): number | null => (life.pending ? life.pending.value : life.settled);

const settle = (value: number | null, kept: VoteKept | undefined, acted: boolean): VoteLife => ({
  settled: value,
  voted: value !== null,
  closed: false,
  acted,
  ...(kept && { kept }),
});

/** What the reader has staged meanwhile stays staged, unless it is what just settled. */
const withStaged = (before: VoteLife, after: VoteLife): VoteLife =>
  before.staged === undefined ? after : advance(after, { type: 'stage', value: before.staged });
