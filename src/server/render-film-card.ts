import type { Film, FilmInput } from '../film/film.js';
import { shownIn, toJsonLd } from '../film/json-ld.js';
import { toPerson } from '../film/person.js';
import { readSections, SECTIONS } from '../film/sections.js';
import { DEFAULT_BEST, DEFAULT_STEP } from '../film/tally.js';
import { usableLanguage } from '../locale/words.js';
import { safeHref } from '../url/safe-url.js';
import { attribute, joined, json, markup } from './markup.js';
import { renderAttribution, renderSection } from './sections.js';

/** What a rendered card is to be like. */
export interface RenderOptions {
  /**
   * Language of the card's own words, numbers and dates: a BCP 47 tag, English where there is none. Words other than
   * English have to be there first: `film-widgets/locales/de`.
   */
  readonly lang?: string;
  /** Which parts, in which order: a list, or with spaces or commas between as in the element's attribute; all of them where none is known. */
  readonly sections?: string | readonly string[];
  /** Level of the title's heading, 2 to 6; anything else is 2. */
  readonly headingLevel?: number;
  /** The card as the fallback inside a `<film-card>` that has the film's data with it. */
  readonly inline?: boolean;
  /** With what is shown of the film as schema.org JSON-LD for search engines, in a script that a card does not read as its data. */
  readonly structuredData?: boolean;
}

/** A film as `parseFilm` gives it, of one as a page may write it: what it leaves out is there, and what is null is not. */
function completed(given: FilmInput): Film {
  // `flat` closes the holes that null leaves in a list
  const film = JSON.parse(JSON.stringify(given), (_, value: unknown) =>
    Array.isArray(value) ? value.flat(0) : (value ?? undefined),
  ) as FilmInput;
  return {
    ...film,
    directors: film.directors?.map(toPerson),
    writers: film.writers?.map(toPerson),
    cast: film.cast?.map(toPerson),
    poster: film.poster && { alt: '', ...film.poster },
    rating: film.rating && { best: DEFAULT_BEST, step: DEFAULT_STEP, ...film.rating },
  };
}

/**
 * A film card in plain HTML, which reads well without styles and without a script: the fallback inside `<film-card>`, or
 * a text of its own in a feed or an e-mail. All text is escaped, all links are http(s). Spoilers are in `<details>`; reviews
 * are whole.
 */
export function renderFilmCard(given: FilmInput, options: RenderOptions = {}): string {
  const film = completed(given);
  const { headingLevel = 2 } = options;
  const lang = usableLanguage(options.lang ?? 'en');
  const level = headingLevel >= 2 && headingLevel <= 6 ? Math.trunc(headingLevel) : 2;
  const sections = readSections(options.sections, SECTIONS);
  const shown = { ...film, links: film.links?.filter(({ href }) => safeHref(href)) ?? [] };
  const content = joined('\n', [
    ...sections.map((section) => renderSection(section, shown, { lang, level })),
    renderAttribution(shown),
  ]);
  const card = markup`<article lang="${lang}"${attribute('aria-label', sections.includes('title') ? undefined : film.title)}>
${content}
</article>`;
  const structured =
    options.structuredData &&
    markup`<script type="application/ld+json" data-film-widgets="${film.id}">${json(toJsonLd(shownIn(sections, film)))}</script>\n`;
  if (!options.inline) return markup`${card}\n${structured}`.toString();
  const host = markup`<film-card${[
    attribute('lang', options.lang && lang),
    attribute('sections', options.sections && sections.join(' ')),
    attribute('heading-level', options.headingLevel),
  ]}>
<script type="application/json">${json(film)}</script>
${card}
</film-card>`;
  return markup`${host}\n${structured}`.toString();
}
