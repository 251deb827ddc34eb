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
  return typeof input === 'number' && Number.isFinite(input) && input >= 0 ? input : null;
}

/** Votes per symbol, or null where the list does not fit the scale. */
export function toDistribution(input: unknown, max: number): readonly number[] | null {
  return Array.isArray(input) && input.length === max && input.every((n) => Number.isSafeInteger(n) && n >= 0)
    ? (input as number[])
    : null;
}

/**
 * The crowd after one reader's rating went from `before` to `after`: a change does not add a vote,
 * a retraction takes one away. Counted only from a distribution and whole ratings, which are exact;
 * a rounded mean would drift, so anything else comes back as it was.
 */
export function recount(crowd: Crowd, before: number | null, after: number | null): Crowd {
  const votes = crowd.distribution && [...crowd.distribution];
  if (!votes) return crowd;
  for (const [value, by] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (value === null) continue;
    const now = (votes[value - 1] ?? NaN) + by;
    if (!(now >= 0)) return crowd;
    votes[value - 1] = now;
  }
  const count = votes.reduce((sum, n) => sum + n, 0);
  const points = votes.reduce((sum, n, i) => sum + n * (i + 1), 0);
  return { distribution: votes, count, average: count ? points / count : null };
}
