import { html, nothing, type TemplateResult } from 'lit';
import type { Film } from '../../film/film.js';
import type { Section } from '../../film/sections.js';
import { factsLine, factsOf } from '../../locale/film-facts.js';
import { FIRST_TRIVIA, type CardView } from './film-sections.js';

/** What a reader may look for in a section: its text, but for what is hidden until asked for. */
const TEXT: Readonly<Record<Section, (film: Film, view: CardView) => readonly (string | undefined)[]>> = {
  poster: () => [],
  byline: ({ post }) => [post?.author],
  title: ({ tagline }, { compact }) => [compact ? '' : tagline],
  rating: () => [],
  synopsis: ({ synopsis }) => [synopsis],
  facts: (film, { lang, compact }) =>
    compact
      ? factsLine(film, lang).map(({ text }) => text)
      : factsOf(film, lang).map(({ label, parts }) =>
          [`${label} `, ...parts.map((part) => (typeof part === 'string' ? part : part.text))].join(''),
        ),
  specs: ({ specs = [] }) => specs.map(({ label, value }) => `${label} ${value}`),
  trivia: ({ trivia = [] }) => trivia.slice(0, FIRST_TRIVIA).map(({ text, spoiler }) => (spoiler ? '' : text)),
  reviews: ({ reviews = [] }) =>
    reviews.flatMap(({ author, title, body, spoiler }) => [title, author, spoiler ? '' : body]),
};

/**
 * A card that the reader is far from: a heading to jump to, text to find, and a stop for the Tab key, at a
 * tenth of what the whole card costs.
 */
export function renderFar(
  sections: readonly Section[],
  film: Film,
  view: CardView,
  handleFocus: () => void,
): TemplateResult {
  const texts = sections.flatMap((section) => TEXT[section](film, view));
  // a line for each, wherever their own lines end: what a reader looks for may go over two of those
  const lines = texts.flatMap((text) => text?.replaceAll('\n', ' ') || []);
  const { title, year, lang } = film;
  return html`<article
    part="base"
    class="base far ${view.compact ? 'brief' : ''}"
    aria-label=${title}
    lang=${lang ?? nothing}
    dir="auto"
    tabindex="0"
    @focus=${handleFocus}
  >
    <div part="title" class="title" role="heading" aria-level=${view.level}>${[title, year].join(' ')}</div>
    <div class="all">${lines.join('\n')}</div>
  </article>`;
}
