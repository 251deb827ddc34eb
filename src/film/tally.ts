/** schema.org's `bestRating` where none is named. */
export const DEFAULT_BEST = 5;
/** How far a film's ratings are apart where it does not say: whole symbols. */
export const DEFAULT_STEP = 1;

/** The votes of a distribution, and their mean; 0 of none. */
export function tally(distribution: readonly number[]): { readonly votes: number; readonly mean: number } {
  const votes = distribution.reduce((sum, n) => sum + n, 0);
  const points = distribution.reduce((sum, n, i) => sum + n * (i + 1), 0);
  return { votes, mean: votes && points / votes };
}
