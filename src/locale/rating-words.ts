import { ratingMessages } from './rating-messages.js';
import { say, writeNumber, type Params } from './words.js';

/** A sentence of `<star-rating>` in a language. */
export const sayRating = (lang: string, name: keyof typeof ratingMessages, params?: Params): string =>
  say(lang, ratingMessages, name, params);

/** "4", "3.5 stars": a choice as its radio is called. `word` is the author's own for it ("Superb"). */
export function choiceName(lang: string, value: number, word?: string): string {
  const name = sayRating(lang, 'symbols', { n: value });
  return word ? `${name}, ${word}` : name;
}

/** "3.7 out of 5, 959 votes", or that there are none. A mean of nobody knows how many stands alone. */
export function crowdSentence(lang: string, average: number | null, count: number | null, max: number): string {
  if (average === null || count === 0) return sayRating(lang, 'noRatings');
  if (count === null) return sayRating(lang, 'valueOf', { value: average, max });
  return sayRating(lang, 'crowd', { average, max, n: count });
}

const OWN = { host: 'ownHost', browser: 'ownBrowser', memory: 'ownMemory', queued: 'ownQueued' } as const;

/** "Your rating: 4", and where it is kept as far as somebody said so. */
export function ownSentence(lang: string, value: number, kept: keyof typeof OWN | undefined): string {
  return sayRating(lang, kept ? OWN[kept] : 'own', { value: writeNumber(lang, value, 2) });
}
