import { choiceAt, choiceCount, moveRating } from '../../rating/scale.js';
import { isRange } from './controls.js';
import type { StarRating } from './star-rating.js';

/** What a key asks for: a rating (null takes it back), to vote or to send the form, to drop what is staged; undefined for nothing. */
export type KeyWish = number | null | 'vote' | 'send' | 'drop' | undefined;

/** Translates a key. Modified keys belong to the browser. */
export function keyWish(event: KeyboardEvent, rating: StarRating): KeyWish {
  const { key } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const { max, value } = rating;
  const isRtl = rating.matches(':dir(rtl)');
  const isUp = isRange(rating); // Up raises a range, and Down radios: both as their ARIA patterns say
  const raises = { ArrowRight: !isRtl, ArrowLeft: isRtl, ArrowUp: isUp, ArrowDown: !isUp }[key];
  if (raises !== undefined) return moveRating(value, raises ? 1 : -1, rating);
  if (rating.clearable && ['0', 'Delete', 'Backspace'].includes(key)) return null;
  if (/^[1-9]$/.test(key)) {
    const place = (Number(key) * choiceCount(rating)) / max;
    return Number.isInteger(place) && Number(key) <= max ? choiceAt(rating, place) : undefined;
  }
  return ({ Home: choiceAt(rating, 1), End: max, Enter: 'send', ' ': 'vote', Escape: 'drop' } as const)[key];
}
