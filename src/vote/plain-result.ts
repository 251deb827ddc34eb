import { toAmount, toDistribution, type Crowd } from '../rating/crowd.js';
import { toStated } from '../rating/scale.js';
import { voteFailure } from './vote-error.js';
import type { VoteResult } from './vote-event.js';

/** What a result says besides the reader's own; null for what it leaves out, or what is rubbish. */
export interface Told extends Crowd {
  readonly locked: string | null;
}

export interface PlainResult {
  /** Of the reader's own rating: `value`, `kept`, `voted` and `refused`. */
  readonly own: VoteResult;
  readonly told: Told;
}

/**
 * A result as plain values, so that nothing throws that is done with it later; what cannot even be read throws here.
 * Its scale is left open: news may come before the page has set one.
 */
export function plainResult(result: VoteResult): PlainResult {
  const { value, kept, voted, refused, average, count, distribution, locked } = result;
  // also as JSON: a problem of RFC 9457 says its status
  const { ok, status = 0 } = result as Partial<Response>;
  if (ok === false || status >= 400) throw new TypeError('respondWith: the response failed');
  const votes = Array.isArray(distribution) ? [...(distribution as unknown[])] : [];
  return {
    own: {
      value: value === null || Number.isFinite(value) ? toStated(value) : undefined,
      kept: typeof kept === 'string' ? kept : undefined,
      voted,
      refused: refused && { ...voteFailure(refused), value: toStated(refused.value), key: refused.key },
    },
    told: {
      average: toAmount(average),
      count: toAmount(count),
      distribution: toDistribution(votes, votes.length || 1),
      locked: typeof locked === 'string' ? locked : null,
    },
  };
}
