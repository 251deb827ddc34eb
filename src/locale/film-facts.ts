import type { Film, Person } from '../film/film.js';
import { siteName } from '../url/safe-url.js';
import { writeDate } from './dates.js';
import { listed, runningTime, sayFilm, sourceRatingText } from './film-words.js';

/** Something that is said in a fact, and where it leads. */
export interface Mention {
  readonly text: string;
  readonly href?: string | undefined;
  /** Language of the text where it is not the card's. */
  readonly lang?: string | undefined;
  /** The same text, where its words are of two languages. */
  readonly parts?: readonly (Mention | string)[];
}

/** One row of a card's facts. */
export interface Fact {
  readonly label: string;
  /** One value in parts; what is a string stands between them. */
  readonly parts: readonly (Mention | string)[];
  /** Too long for half a row. */
  readonly long: boolean;
}

/** Characters from which a value gets a row of its own. */
const LONG = 40;

/** What a card says in its facts, in the order of the page; what the film does not have is not there. */
export function factsOf(film: Film, lang: string): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, mentions: readonly Mention[]): void => {
    const text = mentions.map(({ text }) => text).join(', ');
    if (text) facts.push({ label, parts: listed(lang, mentions), long: text.length > LONG });
  };
  const one = (name: Parameters<typeof sayFilm>[1], text: string | number | undefined, valueLang?: string): void =>
    add(sayFilm(lang, name), [{ text: `${text ?? ''}`, lang: valueLang }]);
  const people = (what: 'directors' | 'writers' | 'cast', people: readonly Person[] = []): void =>
    add(
      sayFilm(lang, what, { n: people.length }),
      people.map(({ name, role, url: href }) => {
        if (!role) return { text: name, href, lang: film.lang };
        const sentence = what === 'cast' ? 'castRole' : 'otherRole';
        const text = sayFilm(lang, sentence, { name, role });
        if (!film.lang || film.lang === lang) return { text, href, lang: film.lang };
        // "as" is the card's own word, between two of the film's
        const parts = sayFilm(lang, sentence, { name: '{name}', role: '{role}' }).split(/[{}]/);
        return {
          text,
          href,
          parts: parts.map((part, i) => (i % 2 ? { text: part === 'role' ? role : name, lang: film.lang } : part)),
        };
      }),
    );

  const { title, originalTitle, year, releaseDate, runtimeMinutes, genres = [] } = film;
  // what says the same twice is said once
  one('originalTitle', originalTitle === title ? '' : originalTitle, '');
  one('year', year); // a name, not an amount: no grouping
  one('releaseDate', releaseDate && releaseDate !== `${year}` ? writeDate(lang, releaseDate) : '');
  one('runtime', runtimeMinutes && runningTime(lang, runtimeMinutes));
  one('certification', film.certification);
  add(
    sayFilm(lang, 'genres', { n: genres.length }),
    genres.map((text) => ({ text, lang: film.lang })),
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
      links.map(({ href, label }) => ({ text: label ?? siteName(href), href, lang: label && film.lang })),
    );
  }
  return facts;
}

/** The few facts of a compact card's one line. */
export function factsLine(film: Film, lang: string): Mention[] {
  const { year, runtimeMinutes, directors = [], genres = [] } = film;
  const names = directors.map(({ name }) => name);
  return [
    { text: `${year ?? ''}` },
    { text: runtimeMinutes ? runningTime(lang, runtimeMinutes) : '' },
    ...[names, genres].map((texts) => ({ text: listed(lang, texts).join(''), lang: film.lang })),
  ].filter(({ text }) => text);
}
