import type { Film, Person } from '../film/film.js';
import { siteName } from '../url/safe-url.js';
import { writeDate } from './dates.js';
import { listed, runningTime, sayFilm, sourceRatingText } from './film-words.js';

/** Something that is said in a fact, and where it leads. */
export interface Mention {
  readonly text: string;
  readonly href?: string | undefined;
}

/** One row of a card's facts. */
export interface Fact {
  readonly label: string;
  /** One value in parts; what is a string stands between them. */
  readonly parts: readonly (Mention | string)[];
  /** Language of the value where it is not the card's. */
  readonly lang: string | undefined;
  /** Too long for half a row. */
  readonly long: boolean;
}

/** Characters from which a value gets a row of its own. */
const LONG = 40;

/** What a card says in its facts, in the order of the page; what the film does not have is not there. */
export function factsOf(film: Film, lang: string): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, mentions: readonly Mention[], valueLang?: string): void => {
    const text = mentions.map(({ text }) => text).join(', ');
    if (text) facts.push({ label, parts: listed(lang, mentions), lang: valueLang, long: text.length > LONG });
  };
  const one = (name: Parameters<typeof sayFilm>[1], text: string | number | undefined, valueLang?: string): void =>
    add(sayFilm(lang, name), [{ text: `${text ?? ''}` }], valueLang);
  const people = (what: 'directors' | 'writers' | 'cast', people: readonly Person[] = []): void =>
    add(
      sayFilm(lang, what, { n: people.length }),
      people.map(({ name, role, url: href }) => ({
        text: role ? sayFilm(lang, what === 'cast' ? 'castRole' : 'otherRole', { name, role }) : name,
        href,
      })),
      film.lang,
    );

  const { releaseDate, runtimeMinutes, genres = [] } = film;
  one('originalTitle', film.originalTitle === film.title ? '' : film.originalTitle, '');
  one('year', film.year); // a name, not an amount: no grouping
  one('releaseDate', releaseDate && writeDate(lang, releaseDate));
  one('runtime', runtimeMinutes && runningTime(lang, runtimeMinutes));
  one('certification', film.certification);
  add(
    sayFilm(lang, 'genres', { n: genres.length }),
    genres.map((text) => ({ text })),
    film.lang,
  );
  people('directors', film.directors);
  people('writers', film.writers);
  people('cast', film.cast);
  for (const rating of film.sourceRatings ?? [])
    add(rating.source, [{ text: sourceRatingText(lang, rating), href: rating.url }]);
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
    `${year ?? ''}`,
    runtimeMinutes ? runningTime(lang, runtimeMinutes) : '',
    listed(
      lang,
      directors.map(({ name }) => name),
    ).join(''),
    listed(lang, genres).join(''),
  ].filter(Boolean);
}
