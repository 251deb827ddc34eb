import { choiceAt, choiceCount, type Scale } from '../../src/rating/scale.js';

/** Votes by value: `{ "3.5": 12, "4": 7 }`. */
export type Counts = Readonly<Record<string, number>>;

/** What all readers together gave a subject. */
export interface Crowd {
  /** Mean of all votes; 0 where nobody voted. */
  readonly average: number;
  readonly count: number;
  /** Votes by whole symbol, lowest first; a vote of 3.5 stands with the fourth, which it half fills. */
  readonly distribution: number[];
}

/** The choice that a number means, or undefined where the scale has none there: below one step, above the end, between two. */
export function toChoice(value: number, scale: Scale): number | undefined {
  const index = Math.round((value / scale.max) * choiceCount(scale));
  if (index < 1 || index > choiceCount(scale)) return undefined;
  const choice = choiceAt(scale, index); // one number for each choice, also where 3 × 0.1 came as 0.30000000000000004
  return Math.abs(choice - value) < 1e-9 ? choice : undefined;
}

/** Adds counters up. Values of an earlier, longer scale count into the last symbol. */
export function toCrowd(counts: Counts, { max }: Scale): Crowd {
  const distribution = Array<number>(max).fill(0);
  let count = 0;
  let points = 0;
  for (const [value, votes] of Object.entries(counts)) {
    const symbol = Math.min(max, Math.ceil(Number(value))) - 1;
    distribution[symbol] = (distribution[symbol] ?? 0) + votes;
    count += votes;
    points += Math.min(max, Number(value)) * votes;
  }
  return { average: count ? points / count : 0, count, distribution };
}
