import type { Film, Person } from '../../film/film.js';
import { writeDate } from '../../locale/dates.js';
import { list, runningTime, sayFilm, sourceRatingText } from '../../locale/film-words.js';
import { siteName } from '../../url/safe-url.js';

/** One row of a card's facts; `texts` are parts of one value, some of them links. */
export interface Fact {
  readonly label: string;
  readonly texts: readonly { readonly text: string; readonly href?: string }[];
  /** The text is in the payload's language, not in the card's. */
  readonly foreign: boolean;
  /** Too long for half a row. */
  readonly long: boolean;
}

/** Characters from which a value gets a row of its own. */
const LONG = 40;

const person =
  (lang: string, role: 'castRole' | 'otherRole') =>
  ({ name, role: task, url }: Person): Fact['texts'][number] => ({
    text: task ? sayFilm(lang, role, { name, role: task }) : name,
    ...(url && { href: url }),
  });

/** What a card says in its facts, in the order of the page; what the film does not have is not there. */
export function factsOf(film: Film, lang: string): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, texts: Fact['texts'], foreign = false): void => {
    const length = texts.reduce((sum, { text }) => sum + text.length, 0);
    if (length) facts.push({ label, texts, foreign, long: length > LONG });
  };
  const one = (text: string | undefined, href?: string): Fact['texts'] =>
    text ? [{ text, ...(href && { href }) }] : [];
  const {
    year,
    releaseDate,
    runtimeMinutes,
    certification,
    genres = [],
    directors = [],
    writers = [],
    cast = [],
  } = film;
  // a year is a name, not an amount: no grouping
  add(sayFilm(lang, 'year'), one(year === undefined ? undefined : `${year}`));
  add(sayFilm(lang, 'releaseDate'), one(releaseDate && writeDate(lang, releaseDate)));
  add(sayFilm(lang, 'runtime'), one(runtimeMinutes === undefined ? undefined : runningTime(lang, runtimeMinutes)));
  add(sayFilm(lang, 'certification'), one(certification));
  add(sayFilm(lang, 'genres', { n: genres.length }), one(genres.length ? list(lang, genres) : undefined), true);
  add(sayFilm(lang, 'directors', { n: directors.length }), directors.map(person(lang, 'otherRole')), true);
  add(sayFilm(lang, 'writers', { n: writers.length }), writers.map(person(lang, 'otherRole')), true);
  add(sayFilm(lang, 'cast'), cast.map(person(lang, 'castRole')), true);
  for (const rating of film.sourceRatings ?? []) add(rating.source, one(sourceRatingText(lang, rating), rating.url));
  for (const rel of ['official', 'trailer', 'watch', 'other'] as const) {
    const links = (film.links ?? []).filter((link) => link.rel === rel);
    add(
      sayFilm(lang, rel),
      links.map(({ href, label }) => ({ text: label ?? siteName(href), href })),
    );
  }
  return facts;
}

/** The few facts of a compact card's one line. */
export function factsLine({ year, runtimeMinutes, directors = [], genres = [] }: Film, lang: string): string[] {
  return [
    year === undefined ? '' : `${year}`,
    runtimeMinutes === undefined ? '' : runningTime(lang, runtimeMinutes),
    directors.length
      ? list(
          lang,
          directors.map(({ name }) => name),
        )
      : '',
    genres.length ? list(lang, genres) : '',
  ].filter(Boolean);
}
