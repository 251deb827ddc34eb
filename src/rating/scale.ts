/** What can be chosen: `max` symbols, in steps of `step`; the lowest rating is one step. */
export interface Scale {
  /** Number of symbols, 1 to 20. */
  readonly max: number;
  /** Distance between two choices; divides `max`. */
  readonly step: number;
}

/** A number that is written as text, as frameworks set it for `max="10"`; anything else as it is. */
export const toNumber = <T>(input: T): T | number =>
  typeof input === 'string' && input.trim() ? Number(input) : input;

/** Symbols where no number is given; as schema.org has it where a rating names no `bestRating`. */
export const DEFAULT_MAX = 5;

const clamp = (n: number, lowest: number, highest: number): number => Math.min(highest, Math.max(lowest, n));

/** A usable number of symbols: anything but a whole number from 1 to 20 is 5. */
export function toMax(input: unknown): number {
  return Number.isInteger(input) && (input as number) >= 1 && (input as number) <= 20 ? (input as number) : DEFAULT_MAX;
}

/** A usable step: one that does not divide `max` is 1. */
export function toStep(input: unknown, max: number): number {
  if (typeof input !== 'number') return 1;
  const count = Math.round(max / input);
  return count >= 1 && Number.isSafeInteger(count) && Math.abs(count - max / input) < 1e-9 ? input : 1;
}

/** How many ratings there are to choose from. */
export function choiceCount({ max, step }: Scale): number {
  return Math.round(max / step);
}

/**
 * The rating at a 1-based choice. One division of whole numbers, so the third choice of 0.1 is 0.3
 * and not 0.30000000000000004.
 */
export function choiceAt(scale: Scale, index: number): number {
  return (index * scale.max) / choiceCount(scale);
}

/** What somebody stated as a rating, on a scale that is not known yet; null for none. */
export const toStated = (input: unknown): number | null => (typeof input === 'number' && input ? input : null);

/**
 * A rating inside the scale, or null for none. Zero is none, as in a native range that was not moved
 * and in most rating controls. A value between two choices stays: it is what somebody stated.
 */
export function toRating(input: unknown, scale: Scale): number | null {
  const stated = toStated(input);
  return stated && clamp(stated, choiceAt(scale, 1), scale.max);
}

/** The choice that is `by` choices away; never past an end, and nothing lies below unset. */
export function moveRating(value: number | null, by: number, scale: Scale): number | null {
  const count = choiceCount(scale);
  if (value === null) return by > 0 ? choiceAt(scale, 1) : null;
  const place = (value * count) / scale.max;
  const from = by > 0 ? Math.floor(place + 1e-9) : Math.ceil(place - 1e-9);
  return choiceAt(scale, clamp(from + by, 1, count));
}

/** The choice under a point, `part` of the row's length (0 to 1) from its start. */
export function ratingAtPart(part: number, scale: Scale): number {
  const count = choiceCount(scale);
  return choiceAt(scale, clamp(Math.ceil(part * count), 1, count));
}
