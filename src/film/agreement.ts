import type { SiteRating } from './film.js';
import { blame, type Checked } from './fields.js';
import { DEFAULT_BEST, tally } from './tally.js';

// How the fields of one part agree with each other; looked at only where each is good in itself.

/** The number under `key` is a rating, and lies on its own scale. */
export function withinBest<K extends string>(key: K): (scale: Checked<Partial<Record<K | 'best', number>>>) => void {
  return (scale) => {
    const max = scale.value.best ?? DEFAULT_BEST;
    const actual = scale.value[key] ?? 0;
    if (actual < 0 || actual > max) blame(scale, 'out-of-range', { min: 0, max, actual }, [key]);
  };
}

/** Every rating from one step to the best is a whole number of steps. */
export function evenSteps(rating: Checked<SiteRating>): void {
  const { best, step } = rating.value;
  const steps = best / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) blame(rating, 'uneven-step', { best, actual: step }, ['step']);
}

/** Where the votes are counted out, they are believed over their sum and their mean. */
export function tallied(rating: Checked<SiteRating>): void {
  const { best, step, average, count, distribution } = rating.value;
  if (!distribution) return;
  if (distribution.length !== best) {
    blame(rating, 'wrong-length', { expected: best, actual: distribution.length }, ['distribution']);
    return;
  }
  const { votes, mean } = tally(distribution);
  if ((count ?? votes) !== votes) blame(rating, 'contradiction', undefined, ['count']);
  // half a star counts towards its whole one, so with fine steps the true mean lies up to a step's rest below
  const rounding = 0.0501;
  const above = (average ?? mean) - mean;
  if (above > rounding || above < -Math.max(0, 1 - step) - rounding)
    blame(rating, 'contradiction', undefined, ['average']);
}
