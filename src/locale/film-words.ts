import { writeDate } from './dates.js';
import { filmMessages } from './film-messages.js';
import { say, writeNumber, type Params } from './words.js';

/** A sentence of `<film-card>` in a language. */
export const sayFilm = (lang: string, name: keyof typeof filmMessages, params?: Params): string =>
  say(lang, filmMessages, name, params);

/** "2 h 6 min". @param minutes whole, 1 or more */
export function runningTime(lang: string, minutes: number): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return sayFilm(lang, h && m ? 'hoursMinutes' : h ? 'hours' : 'minutes', { h, m });
}

/** Names as the language lists them, without an "and" that would claim the list is whole. */
export function list(lang: string, items: readonly string[]): string {
  return new Intl.ListFormat(lang, { type: 'unit', style: 'short' }).format(items);
}

/** Another site's numbers: "7.9/10, 959 votes, as of December 16, 2013". */
export function sourceRatingText(
  lang: string,
  { value, best, count, asOf }: { value: number; best: number; count?: number; asOf?: string },
): string {
  return [
    sayFilm(lang, 'sourceRating', { value: writeNumber(lang, value, 1), best }),
    count ? sayFilm(lang, 'votes', { n: count }) : '',
    asOf ? sayFilm(lang, 'asOf', { date: writeDate(lang, asOf) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}
