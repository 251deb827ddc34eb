import { breakOff } from '../excerpt/break-off.js';
import { paragraphs } from '../excerpt/paragraphs.js';
import type { Film, Review, TriviaItem } from '../film/film.js';
import type { Section } from '../film/sections.js';
import { DEFAULT_BEST } from '../film/tally.js';
import { writeDate } from '../locale/dates.js';
import { excerptMessages } from '../locale/excerpt-messages.js';
import { factsOf, type Mention } from '../locale/film-facts.js';
import { sayFilm } from '../locale/film-words.js';
import { choiceName, crowdSentence, sayRating } from '../locale/rating-words.js';
import { say, writeNumber, type Params } from '../locale/words.js';
import { countUp } from '../rating/crowd.js';
import { safeHref, safeSrcset, siteName } from '../url/safe-url.js';
import { attribute, joined, markup, type Markup, type Value } from './markup.js';

/** CSS pixels; without styles a poster is as wide as it says. */
const POSTER_WIDTH = 240;

/** What a card knows besides the film. */
export interface View {
  /** Language of the card's own words. */
  readonly lang: string;
  /** Level of the title's heading, 2 to 6. */
  readonly level: number;
}

const RENDER: Readonly<Record<Section, (film: Film, view: View) => Markup | undefined>> = {
  poster: renderPoster,
  byline: renderByline,
  title: renderTitle,
  rating: renderRating,
  synopsis: renderSynopsis,
  facts: renderFacts,
  specs: renderSpecs,
  trivia: renderTrivia,
  reviews: renderReviews,
};

/** One section, or nothing where the film has nothing to say in it. */
export const renderSection = (section: Section, film: Film, view: View): Markup | undefined =>
  RENDER[section](film, view);

function renderPoster({ title, poster, lang: textLang }: Film, { lang }: View): Markup | undefined {
  // looked at once more, here as below: `renderFilmCard` is also called with films that no `parseFilm` has seen
  const src = poster && safeHref(poster.src);
  if (!src) return undefined;
  const { width = POSTER_WIDTH, height } = poster;
  const shown = Math.min(width, POSTER_WIDTH);
  const srcset = poster.srcset === undefined ? undefined : safeSrcset(poster.srcset);
  const candidates = srcset && 'text' in srcset ? srcset.text : undefined;
  return markup`<figure><img src="${src}" alt="${poster.alt || sayFilm(lang, 'poster', { title })}" width="${shown}"${[
    attribute('lang', poster.alt ? textLang : undefined),
    attribute('height', height && poster.width && Math.round((height * shown) / width)),
    attribute('srcset', candidates),
    attribute('sizes', candidates && `${shown}px`),
  ]} loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>`;
}

function renderByline({ post }: Film, { lang }: View): Markup | undefined {
  if (!post) return undefined;
  const { author, date, url, commentCount, commentsUrl } = post;
  return renderLine([
    date && link(url, writeDate(lang, date)),
    commentCount === undefined ? undefined : link(commentsUrl, sayFilm(lang, 'comments', { n: commentCount })),
    author && sayFilm(lang, 'postAuthor', { author }),
  ]);
}

function renderTitle({ title, tagline, year, lang }: Film, { level }: View): Markup | undefined {
  return joined('\n', [
    markup`<h${level}${attribute('lang', lang)} dir="auto">${title}${year && ` (${year})`}</h${level}>`,
    tagline && markup`<p${attribute('lang', lang)} dir="auto">${tagline}</p>`,
  ]);
}

/** This site's own readers, where the film has their numbers: one without them may have votes that are kept elsewhere. */
function renderRating({ rating }: Film, { lang }: View): Markup | undefined {
  if (!rating) return undefined;
  const { best, average = null, count = null, distribution = null, locked } = rating;
  const crowd = average === null && distribution ? countUp(distribution) : { average, count, distribution };
  const isKnown = crowd.average !== null || crowd.count !== null;
  return joined('\n', [
    isKnown && renderList([[sayRating(lang, 'rating'), crowdSentence(lang, crowd, best)]]),
    distribution !== null &&
      renderDetails(
        sayRating(lang, 'histogram'),
        renderList(
          distribution.map((votes, i) => [choiceName(lang, i + 1), writeNumber(lang, votes)] as const).reverse(),
        ),
      ),
    locked && markup`<p dir="auto">${locked}</p>`,
  ]);
}

function renderSynopsis({ synopsis, lang }: Film): Markup | undefined {
  return synopsis === undefined ? undefined : renderParagraphs(paragraphs(synopsis), lang);
}

function renderFacts(film: Film, { lang }: View): Markup | undefined {
  const facts = factsOf(film, lang);
  return facts.length
    ? markup`<dl>${facts.map(({ label, parts }) => markup`\n<dt>${label}</dt>\n<dd>${parts.map(renderMention)}</dd>`)}
</dl>`
    : undefined;
}

/** What a stranger wrote is kept from turning its neighbours around. */
function renderMention(mention: Mention | string): Value {
  if (typeof mention === 'string') return mention;
  const { text, href, lang, parts } = mention;
  return link(href, isolated(parts?.map(renderMention) ?? text, lang));
}

const isolated = (content: Value, lang?: string): Markup =>
  markup`<span${attribute('lang', lang)} dir="auto">${content}</span>`;

function renderSpecs(film: Film, view: View): Markup | undefined {
  const { specs = [], lang } = film;
  const rows = specs.map(({ label, value }) => [label, value] as const);
  return renderFurther('specs', rows.length ? renderList(rows, lang) : undefined, film, view);
}

function renderTrivia(film: Film, view: View): Markup | undefined {
  const { trivia = [], lang } = film;
  const content = markup`<ul${attribute('lang', lang)}>${trivia.map((item) => markup`\n<li dir="auto">${renderItem(item, view)}</li>`)}
</ul>`;
  return renderFurther('trivia', trivia.length ? content : undefined, film, view);
}

function renderItem({ text, spoiler }: TriviaItem, { lang }: View): Value {
  return spoiler
    ? renderDetails(markup`<span lang="${lang}" dir="auto">${sayFilm(lang, 'spoiler')}</span>`, text)
    : text;
}

function renderReviews(film: Film, view: View): Markup | undefined {
  const { reviews = [], lang } = film;
  const content = joined(
    '\n',
    reviews.map((review) => renderReview(lang === undefined ? review : { lang, ...review }, view)),
  );
  return renderFurther('reviews', content, film, view);
}

/** All of its text: without a script there is no "Read More", and what is left out could not be found or quoted. */
function renderReview(review: Review, { lang, level }: View): Markup | undefined {
  const { author, title, rating, best = DEFAULT_BEST, date, href, source, spoiler } = review;
  const parts = paragraphs(review.body);
  if (review.truncated) parts.push(breakOff(parts.pop() ?? ''));
  const quote = markup`<blockquote>
${renderParagraphs(parts, review.lang)}
</blockquote>`;
  const address = safeHref(href);
  const heading = Math.min(6, level + 2);
  return joined('\n', [
    title && markup`<h${heading}${attribute('lang', review.lang)} dir="auto">${title}</h${heading}>`,
    renderLine([
      author && sayExcerpt(lang, 'reviewBy', { author }),
      date && writeDate(lang, date),
      rating === undefined ? undefined : sayExcerpt(lang, 'reviewRating', { value: rating, max: best }),
    ]),
    spoiler ? renderDetails(sayExcerpt(lang, 'spoilerReview'), quote) : quote,
    address &&
      markup`<p>${link(address, isolated(sayExcerpt(lang, 'fullReview', { site: source ?? siteName(address) })))}</p>`,
  ]);
}

/** A section under a heading, with links to where there is more of it; nothing where there is neither. */
function renderFurther(
  name: 'specs' | 'trivia' | 'reviews',
  content: Markup | undefined,
  { links = [], reviews = [], lang: textLang }: Film,
  { lang, level }: View,
): Markup | undefined {
  const elsewhere = links.filter(({ rel }) => rel === name);
  if (!content && !elsewhere.length) return undefined;
  const heading = Math.min(6, level + 1);
  const words = name === 'trivia' ? 'triviaElsewhere' : 'reviewsElsewhere';
  return joined('\n', [
    markup`<h${heading}>${sayFilm(lang, name, { n: reviews.length })}</h${heading}>`,
    content,
    ...elsewhere.map(
      ({ href, label }) =>
        markup`<p>${link(href, isolated(label ?? sayFilm(lang, words, { site: siteName(href) }), label && textLang))}</p>`,
    ),
  ]);
}

/** Sources of the data that want to be named. */
export const renderAttribution = ({ attribution = [], lang }: Film): Markup | undefined =>
  joined(
    '\n',
    attribution.map(({ text, url }) => markup`<p${attribute('lang', lang)} dir="auto">${link(url, text)}</p>`),
  );

const renderParagraphs = (texts: readonly string[], lang: string | undefined): Markup | undefined =>
  joined(
    '\n',
    texts.map((text) => markup`<p${attribute('lang', lang)} dir="auto">${text}</p>`),
  );

const renderDetails = (summary: Value, content: Value): Markup => markup`<details><summary>${summary}</summary>
${content}
</details>`;

const renderList = (rows: readonly (readonly [label: string, value: string])[], lang?: string): Markup =>
  markup`<dl${attribute('lang', lang)}>${rows.map(
    ([label, value]) => markup`\n<dt dir="auto">${label}</dt>\n<dd dir="auto">${value}</dd>`,
  )}
</dl>`;

/** A few short things in one line. */
function renderLine(items: readonly Value[]): Markup | undefined {
  const line = joined(
    ' · ',
    items.map((item) => item && isolated(item)),
  );
  return line && markup`<p>${line}</p>`;
}

/** A link where there is an address that is safe, else only what it says. */
function link(href: string | undefined, content: Value): Markup {
  const address = safeHref(href);
  return address === undefined ? markup`${content}` : markup`<a href="${address}" rel="noopener">${content}</a>`;
}

const sayExcerpt = (lang: string, name: keyof typeof excerptMessages, params?: Params): string =>
  say(lang, excerptMessages, name, params);
