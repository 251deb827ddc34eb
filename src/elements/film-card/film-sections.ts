import { html, nothing, type TemplateResult } from 'lit';
import { paragraphs } from '../../excerpt/paragraphs.js';
import type { Film, TriviaItem } from '../../film/film.js';
import type { Section } from '../../film/sections.js';
import { DEFAULT_BEST, DEFAULT_STEP } from '../../film/tally.js';
import { writeDate } from '../../locale/dates.js';
import { factsLine, factsOf, type Mention } from '../../locale/film-facts.js';
import type { filmMessages } from '../../locale/film-messages.js';
import { sayFilm } from '../../locale/film-words.js';
import type { Params } from '../../locale/words.js';
import { siteName } from '../../url/safe-url.js';
import { withOwnTags } from './own-tags.js';

/** Things worth telling that are shown before the reader asks for more. */
export const FIRST_TRIVIA = 2;

/** Among what was opened: all trivia. No text of a film is empty. */
const ALL_TRIVIA = '';

/** What a card knows besides the film. */
export interface CardView {
  /** Language of the card's own words. */
  readonly lang: string;
  /** Level of the title's heading, 2 to 6. */
  readonly level: number;
  readonly compact: boolean;
  /** The reader's own rating, as far as the page knows it. */
  readonly value: number | null;
  readonly posterFailed: boolean;
  /** Texts of what the reader has opened: a list's next item in the same place is another one. */
  readonly opened: ReadonlySet<string>;
  readonly handlePosterError: () => void;
  /** What keeps `opened` up to date with a button, a `<details>` or a review. */
  readonly opener: (what: string) => (event: Event) => void;
}

type Rendered = TemplateResult | typeof nothing;

const RENDER: Readonly<Record<Section, (film: Film, view: CardView) => Rendered>> = {
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
export const renderSection = (section: Section, film: Film, view: CardView): Rendered => RENDER[section](film, view);

/** Drawn from the title, in a hue of the film's own; a picture covers it as soon as there is one. */
function renderPoster({ id, title, year, poster, lang }: Film, view: CardView): Rendered {
  // the heading beside it says the same; no `dir`, which would part the title from its year where it runs against the page
  return html`<div part="poster" class="poster hue${hueOf(id)}">
    <div class="drawn ${/\S{12}/.test(title) ? 'long' : ''}" aria-hidden="true"><span><bdi>${title}</bdi></span><span>${year ?? nothing}</span></div>
    ${
      poster && !view.posterFailed
        ? html`<img
            src=${poster.src}
            srcset=${poster.srcset ?? nothing}
            sizes=${poster.srcset ? '15em' : nothing}
            alt=${poster.alt || say(view, 'poster', { title })}
            lang=${(poster.alt && lang) || nothing}
            width=${poster.width ?? nothing}
            height=${poster.height ?? nothing}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
            @error=${view.handlePosterError}
          />`
        : nothing
    }
  </div>`;
}

function renderByline({ post }: Film, view: CardView): Rendered {
  if (!post) return nothing;
  const { author, date, url, commentCount, commentsUrl } = post;
  const written = date ? writeDate(view.lang, date) : '';
  const time = html`<time datetime=${date ?? ''}>${written}</time>`;
  const comments = commentCount === undefined ? '' : say(view, 'comments', { n: commentCount });
  const items = [
    written && (url ? html`<a href=${url} rel="noopener">${time}</a>` : time),
    comments && (commentsUrl ? html`<a href=${commentsUrl} rel="noopener">${comments}</a>` : comments),
    author && say(view, 'postAuthor', { author }),
  ].filter(Boolean);
  return items.length
    ? html`<div part="byline" class="byline">${items.map((item) => html`<span>${item}</span>`)}</div>`
    : nothing;
}

function renderTitle({ title, tagline, year, lang }: Film, { compact, level }: CardView): Rendered {
  return html`<div class="heading">
    <div part="title" class="title" id="title" role="heading" aria-level=${level}>
      <span lang=${lang ?? nothing} dir="auto">${title}</span>${
        // a space that stands alone between two elements is not in Chromium's accessible name
        year === undefined || compact ? nothing : html`<span part="year" class="year">${` ${year}`}</span>`
      }
    </div>
    ${tagline && !compact ? html`<p class="tagline"><bdi lang=${lang ?? nothing}>${tagline}</bdi></p>` : nothing}
  </div>`;
}

function renderRating({ id, title, rating }: Film, view: CardView): Rendered {
  const { best = DEFAULT_BEST, step = DEFAULT_STEP, average, count, distribution, locked } = rating ?? {};
  return withOwnTags(html`<star-rating
    part="rating"
    class="rating ${best > 5 ? 'wide' : ''}"
    exportparts="base:rating__base, stars:rating__stars, symbol:rating__symbol, summary:rating__summary,
      message:rating__message, clear:rating__clear, retry:rating__retry, histogram:rating__histogram"
    .subject=${id}
    .max=${best}
    .step=${step}
    .crowd=${[average, count, distribution].join()}
    .locked=${locked ?? null}
    .value=${view.value}
    .label=${say(view, 'rate', { title })}
  ></star-rating>`);
}

function renderSynopsis({ synopsis, lang }: Film): Rendered {
  return synopsis
    ? html`<div part="synopsis" class="synopsis" lang=${lang ?? nothing} dir="auto">
        ${paragraphs(synopsis).map((text) => html`<p>${text}</p>`)}
      </div>`
    : nothing;
}

function renderFacts(film: Film, view: CardView): Rendered {
  if (view.compact) return renderFactsLine(film, view);
  const facts = factsOf(film, view.lang);
  return facts.length
    ? html`<dl part="facts" class="facts">
        ${facts.map(({ label, parts, long }) => renderFact(label, parts.map(renderMention), long))}
      </dl>`
    : nothing;
}

function renderFact(label: string, value: unknown, long?: boolean): TemplateResult {
  return html`<div part="fact" class="fact ${long ? 'long' : ''}">
    <dt part="label"><bdi>${label}</bdi></dt>
    <dd part="value">${value}</dd>
  </div>`;
}

/** What a stranger wrote is kept from turning its neighbours around. */
function renderMention(mention: Mention | string): TemplateResult | string {
  if (typeof mention === 'string') return mention;
  const { text, href, lang, parts } = mention;
  const said = html`<bdi lang=${lang ?? nothing}>${parts?.map(renderMention) ?? text}</bdi>`;
  return href ? html`<a href=${href} rel="noopener">${said}</a>` : said;
}

function renderFactsLine(film: Film, view: CardView): Rendered {
  const facts = factsLine(film, view.lang);
  return facts.length
    ? html`<p part="facts" class="line">${facts.map((fact) => html`<span part="fact">${renderMention(fact)}</span>`)}</p>`
    : nothing;
}

function renderSpecs(film: Film, view: CardView): Rendered {
  const { specs, lang } = film;
  const content = specs?.length
    ? html`<dl class="facts" lang=${lang ?? nothing}>
        ${specs.map(({ label, value }) => renderFact(label, renderMention({ text: value })))}
      </dl>`
    : nothing;
  return renderFurther('specs', content, film, view);
}

function renderTrivia(film: Film, view: CardView): Rendered {
  const { trivia = [], lang } = film;
  const more = trivia.length - FIRST_TRIVIA;
  const open = view.opened.has(ALL_TRIVIA);
  const content = trivia.length
    ? html`<ul lang=${lang ?? nothing}>
          ${trivia.map((item, i) => html`<li dir="auto" ?hidden=${i >= FIRST_TRIVIA && !open}>${renderItem(item, view)}</li>`)}
        </ul>
        ${
          more > 0
            ? html`<button
                type="button"
                part="more"
                aria-expanded=${open ? 'true' : 'false'}
                @click=${view.opener(ALL_TRIVIA)}
              >
                ${open ? say(view, 'lessTrivia') : say(view, 'moreTrivia', { n: more })}
              </button>`
            : nothing
        }`
    : nothing;
  return renderFurther('trivia', content, film, view);
}

function renderItem({ text, spoiler }: TriviaItem, view: CardView): TemplateResult | string {
  return spoiler
    ? html`<details ?open=${view.opened.has(text)} @toggle=${view.opener(text)}>
        <summary lang=${view.lang} dir="auto">${say(view, 'spoiler')}</summary>
        ${text}
      </details>`
    : text;
}

function renderReviews(film: Film, view: CardView): Rendered {
  const { reviews = [], lang } = film;
  const content = reviews.length
    ? reviews.map((review) => {
        const what = `${review.author} ${review.body}`;
        return withOwnTags(html`<review-excerpt
            part="review"
            class="review"
            exportparts="base:review__base, heading:review__heading, byline:review__byline, rating:review__rating,
              stars:review__stars, text:review__text, toggle:review__toggle, source:review__source"
            .review=${review.lang || !lang ? review : { ...review, lang }}
            .headingLevel=${Math.min(6, view.level + 2)}
            .expanded=${view.opened.has(what)}
            @excerpt-toggle=${view.opener(what)}
          ></review-excerpt>`);
      })
    : nothing;
  return renderFurther('reviews', content, film, view);
}

/** A section under a heading, with links to where there is more of it; nothing where there is neither. */
function renderFurther(
  name: 'specs' | 'trivia' | 'reviews',
  content: unknown,
  { links = [], reviews = [], lang }: Film,
  view: CardView,
): Rendered {
  const elsewhere = links.filter(({ rel }) => rel === name);
  if (content === nothing && !elsewhere.length) return nothing;
  return html`<div part=${name} class="section">
    <div
      part="section-title"
      class="section-title"
      lang=${view.lang}
      role="heading"
      aria-level=${Math.min(6, view.level + 1)}
    >
      <bdi>${say(view, name, { n: reviews.length })}</bdi>
    </div>
    ${content}
    ${elsewhere.map(
      ({ href, label }) =>
        html`<p part="more" class="more">
          <a class="elsewhere" href=${href} rel="noopener"
            ><bdi lang=${(label && lang) || nothing}>${label ?? say(view, name === 'trivia' ? 'triviaElsewhere' : 'reviewsElsewhere', { site: siteName(href) })}</bdi></a
          >
        </p>`,
    )}
  </div>`;
}

/** Sources of the data that want to be named. */
export function renderAttribution({ attribution, lang }: Film): Rendered {
  return attribution?.length
    ? html`<footer part="attribution" class="attribution">
        ${attribution.map(({ text, url }) => html`<p lang=${lang ?? nothing} dir="auto">${url ? html`<a href=${url} rel="noopener">${text}</a>` : text}</p>`)}
      </footer>`
    : nothing;
}

/** One of twelve hues for a drawn poster, the same one for a film every time. */
function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % 12;
}

const say = ({ lang }: CardView, name: keyof typeof filmMessages, params?: Params): string =>
  sayFilm(lang, name, params);
