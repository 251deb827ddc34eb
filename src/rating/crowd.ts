/** What the readers of a site gave, as far as it is known. */
export interface Crowd {
  /** Mean, 0 to the scale's `max`. */
  readonly average: number | null;
  /** Number of votes. */
  readonly count: number | null;
  /** Votes per whole symbol, lowest first. */
  readonly distribution: readonly number[] | null;
}

/** A finite number that is not negative, or null. */
export function toAmount(input: unknown): number | null {
  return typeof input === 'number' && input >= 0 && input < Infinity ? input : null;
}

/** Votes per symbol, or null where the list does not fit the scale. */
export function toDistribution(input: unknown, max: number): readonly number[] | null {
  return Array.isArray(input) &&
    input.length === max &&
    [...(input as number[])].every((n) => Number.isSafeInteger(n) && n >= 0)
    ? (input as number[])
    : null;
}

/** The crowd that a distribution describes. */
export function countUp(distribution: readonly number[]): Crowd {
  const count = distribution.reduce((sum, votes) => sum + votes, 0);
  const points = distribution.reduce((sum, votes, i) => sum + votes * (i + 1), 0);
  return { average: count ? points / count : null, count, distribution };
}

/**
 * The crowd after one reader's rating went from `before` to `after`: a change does not add a vote,
 * a retraction takes one away. Counted only from a distribution of all votes and whole ratings, which are exact;
 * a rounded mean would drift, so anything else gives null.
 */
export function recount({ distribution, count }: Crowd, before: number | null, after: number | null): Crowd | null {
  if (!distribution || (count !== null && count !== countUp(distribution).count)) return null;
  const votes = distribution.map((n, i) => n + Number(i + 1 === after) - Number(i + 1 === before));
  const exact = [before, after].every((value) => value === null || Number.isInteger(value));
  return exact && votes.every((n) => n >= 0) ? countUp(votes) : null;
}
