import { writeDate } from './dates.js';
import { filmMessages } from './film-messages.js';
import { joined } from './joined.js';
import { sayRating } from './rating-words.js';
import { memoize } from './memoize.js';
import { say, type Params } from './words.js';

/** A sentence of `<film-card>` in a language. */
export const sayFilm = (lang: string, name: keyof typeof filmMessages, params?: Params): string =>
  say(lang, filmMessages, name, params);

const listsOf = memoize((lang: string) => {
  const format = new Intl.ListFormat(lang, { style: 'narrow' });
  return memoize((count: number) => format.formatToParts([...Array(count).keys()].map(String)));
});

/** "2 h 6 min". @param minutes whole, 1 or more */
export function runningTime(lang: string, minutes: number): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return sayFilm(lang, h && m ? 'hoursMinutes' : h ? 'hours' : 'minutes', { h, m });
}

/**
 * Things as the language lists them in the fewest words, with its separators between. The type `unit`
 * would do without any "and", but runs Chinese names into one.
 */
export function listed<T>(lang: string, things: readonly T[]): (T | string)[] {
  if (things.length < 2) return [...things];
  return listsOf(lang)(things.length).map(({ type, value }) =>
    type === 'element' ? (things[Number(value)] as T) : value,
  );
}

/** Another site's numbers: "7.9/10, 959 votes, as of December 16, 2013". */
export function sourceRatingText(
  lang: string,
  { value, best, count, asOf }: { value: number; best: number; count?: number; asOf?: string },
): string {
  return joined(lang, [
    sayFilm(lang, 'sourceRating', { value, best }),
    count ? sayRating(lang, 'votes', { n: count }) : '',
    asOf ? sayFilm(lang, 'asOf', { date: writeDate(lang, asOf) }) : '',
  ]);
}
