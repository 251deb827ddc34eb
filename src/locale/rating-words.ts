import type { Crowd } from '../rating/crowd.js';
import { joined } from './joined.js';
import { ratingMessages } from './rating-messages.js';
import { say, type Params } from './words.js';

/** A sentence of `<star-rating>` in a language. */
export const sayRating = (lang: string, name: keyof typeof ratingMessages, params?: Params): string =>
  say(lang, ratingMessages, name, params);

/** "4 stars": what a choice is called. `word` is the author's own for it ("4 stars, Superb"). */
export function choiceName(lang: string, value: number | null, word?: string): string {
  const name = value === null ? sayRating(lang, 'notRated') : sayRating(lang, 'symbols', { n: value });
  return joined(lang, [name, word?.trim()]);
}

/** "3.7 out of 5, 959 votes", or that there are none. Where only the mean or only the number is known, it stands alone. */
export function crowdSentence(lang: string, { average, count }: Pick<Crowd, 'average' | 'count'>, max: number): string {
  if (average === null || count === 0) return sayRating(lang, count ? 'votes' : 'noRatings', { n: count ?? 0 });
  const value = +average.toFixed(1);
  return count === null
    ? sayRating(lang, 'valueOf', { value, max })
    : sayRating(lang, 'crowd', { value, max, n: count });
}
