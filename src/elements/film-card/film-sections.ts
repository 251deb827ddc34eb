import { html, nothing, type TemplateResult } from 'lit';
import { paragraphs } from '../../excerpt/paragraphs.js';
import type { Film } from '../../film/film.js';
import { writeDate } from '../../locale/dates.js';
import type { filmMessages } from '../../locale/film-messages.js';
import { sayFilm } from '../../locale/film-words.js';
import type { Params } from '../../locale/words.js';
import { siteName } from '../../url/safe-url.js';
import { factsLine, factsOf, type Mention } from './facts.js';

export const SECTIONS = [
  'poster',
  'byline',
  'title',
  'rating',
  'synopsis',
  'facts',
  'specs',
  'trivia',
  'reviews',
] as const;

/** A part of a card that the page can choose and order. */
export type Section = (typeof SECTIONS)[number];

/** Things worth telling that are shown before the reader asks for more. */
const FIRST_TRIVIA = 2;

const exportAs = (prefix: string, names: string): string =>
  names.replace(/\w+/g, (name) => `${name}:${prefix}__${name}`).replaceAll(' ', ',');
const RATING_PARTS = exportAs('rating', 'base stars symbol summary message clear retry histogram');
const REVIEW_PARTS = exportAs('review', 'base heading byline rating text toggle source');

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
  readonly allTrivia: boolean;
  readonly handlePosterError: () => void;
  readonly handleTrivia: () => void;
}

type Rendered = TemplateResult | typeof nothing;

/** One section, or nothing where the film has nothing to say in it. */
export function renderSection(section: Section, film: Film, view: CardView): Rendered {
  switch (section) {
    case 'poster':
      return renderPoster(film, view);
    case 'byline':
      return renderByline(film, view);
    case 'title':
      return renderTitle(film, view);
    case 'rating':
      return renderRating(film, view);
    case 'synopsis':
      return renderSynopsis(film);
    case 'facts':
      return view.compact ? renderFactsLine(film, view) : renderFacts(film, view);
    case 'specs':
      return renderSpecs(film, view);
    case 'trivia':
      return renderTrivia(film, view);
    case 'reviews':
      return renderReviews(film, view);
  }
}

/** Drawn from the title, in a hue of the film's own; a picture covers it as soon as there is one. */
function renderPoster({ id, title, year, poster }: Film, view: CardView): Rendered {
  // the heading beside it says the same
  return html`<div part="poster" class="poster hue${hueOf(id)}">
    <div class="drawn" aria-hidden="true"><span dir="auto">${title}</span><span>${year ?? nothing}</span></div>
    ${
      poster && !view.posterFailed
        ? html`<img
            src=${poster.src}
            srcset=${poster.srcset ?? nothing}
            sizes=${poster.srcset ? '15em' : nothing}
            alt=${poster.alt || say(view, 'poster', { title })}
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
      <span lang=${lang ?? nothing} dir="auto">${title}</span>
      ${year === undefined || compact ? nothing : html`<span class="year">${year}</span>`}
    </div>
    ${tagline && !compact ? html`<p class="tagline" lang=${lang ?? nothing} dir="auto">${tagline}</p>` : nothing}
  </div>`;
}

function renderRating({ id, title, rating }: Film, view: CardView): Rendered {
  const { best = 5, step = 1, average, count, distribution, locked } = rating ?? {};
  return html`<star-rating
    part="rating"
    class="rating"
    exportparts=${RATING_PARTS}
    .subject=${id}
    .max=${best}
    .step=${step}
    .average=${average ?? null}
    .count=${count ?? null}
    .distribution=${distribution ?? null}
    .locked=${locked ?? null}
    .value=${view.value}
    .label=${say(view, 'rate', { title })}
  ></star-rating>`;
}

function renderSynopsis({ synopsis, lang }: Film): Rendered {
  return synopsis
    ? html`<div part="synopsis" class="synopsis" lang=${lang ?? nothing} dir="auto">
        ${paragraphs(synopsis).map((text) => html`<p>${text}</p>`)}
      </div>`
    : nothing;
}

function renderFacts(film: Film, view: CardView): Rendered {
  const facts = factsOf(film, view.lang);
  return facts.length
    ? html`<dl part="facts" class="facts">
        ${facts.map(
          ({ label, parts, lang, long }) =>
            html`<div part="fact" class="fact ${long ? 'long' : ''}">
              <dt><bdi>${label}</bdi></dt>
              <dd lang=${lang ?? nothing}>${parts.map(renderMention)}</dd>
            </div>`,
        )}
      </dl>`
    : nothing;
}

/** What a stranger wrote is kept from turning its neighbours around. */
function renderMention(mention: Mention | string): TemplateResult | string {
  if (typeof mention === 'string') return mention;
  const { text, href } = mention;
  return href ? html`<a href=${href} rel="noopener"><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

function renderFactsLine(film: Film, view: CardView): Rendered {
  const facts = factsLine(film, view.lang);
  return facts.length
    ? html`<p part="facts" class="line">${facts.map((fact) => html`<span part="fact"><bdi>${fact}</bdi></span>`)}</p>`
    : nothing;
}

function renderSpecs({ specs, lang }: Film, view: CardView): Rendered {
  return specs?.length
    ? html`<section part="specs" class="section" aria-labelledby="specs">
        ${renderHeading('specs', say(view, 'specs'), view)}
        <dl class="facts" lang=${lang ?? nothing}>
          ${specs.map(
            ({ label, value }) =>
              html`<div part="fact" class="fact">
                <dt><bdi>${label}</bdi></dt>
                <dd><bdi>${value}</bdi></dd>
              </div>`,
          )}
        </dl>
      </section>`
    : nothing;
}

function renderTrivia({ trivia = [], links = [], lang }: Film, view: CardView): Rendered {
  const elsewhere = links.filter(({ rel }) => rel === 'trivia');
  if (!trivia.length && !elsewhere.length) return nothing;
  const more = trivia.length - FIRST_TRIVIA;
  const open = view.allTrivia;
  return html`<section part="trivia" class="section" aria-labelledby="trivia">
    ${renderHeading('trivia', say(view, 'trivia'), view)}
    ${
      trivia.length
        ? html`<ul lang=${lang ?? nothing}>
      ${trivia.map(
        ({ text, spoiler }, i) =>
          html`<li dir="auto" ?hidden=${i >= FIRST_TRIVIA && !open}>
            ${
              spoiler
                ? html`<details>
                    <summary lang=${view.lang}>${say(view, 'spoiler')}</summary>
                    ${text}
                  </details>`
                : text
            }
          </li>`,
      )}
    </ul>`
        : nothing
    }
    ${
      more > 0
        ? html`<button type="button" aria-expanded=${open ? 'true' : 'false'} @click=${view.handleTrivia}>
            ${open ? say(view, 'lessTrivia') : say(view, 'moreTrivia', { n: more })}
          </button>`
        : nothing
    }
    ${elsewhere.map(({ href, label }) => renderMore(href, label ?? say(view, 'triviaElsewhere', { site: siteName(href) })))}
  </section>`;
}

function renderReviews({ reviews = [], links = [], lang }: Film, view: CardView): Rendered {
  const elsewhere = links.filter(({ rel }) => rel === 'reviews');
  if (!reviews.length && !elsewhere.length) return nothing;
  return html`<section part="reviews" class="section" aria-labelledby="reviews">
    ${renderHeading('reviews', say(view, 'reviews', { n: reviews.length }), view)}
    ${reviews.map(
      (review) =>
        html`<review-excerpt
          part="review"
          class="review"
          exportparts=${REVIEW_PARTS}
          .review=${review.lang || !lang ? review : { ...review, lang }}
          .headingLevel=${Math.min(6, view.level + 2)}
        ></review-excerpt>`,
    )}
    ${elsewhere.map(({ href, label }) => renderMore(href, label ?? say(view, 'reviewsElsewhere', { site: siteName(href) })))}
  </section>`;
}

/** Sources of the data that want to be named. */
export function renderAttribution({ attribution }: Film): Rendered {
  return attribution?.length
    ? html`<footer part="attribution" class="attribution">
        ${attribution.map(({ text, url }) => html`<p>${url ? html`<a href=${url} rel="noopener">${text}</a>` : text}</p>`)}
      </footer>`
    : nothing;
}

function renderHeading(id: string, text: string, { level }: CardView): Rendered {
  return html`<div class="section-title" id=${id} role="heading" aria-level=${Math.min(6, level + 1)}>
    <bdi>${text}</bdi>
  </div>`;
}

function renderMore(href: string, text: string): Rendered {
  return html`<p class="more"><a href=${href} rel="noopener">${text}</a></p>`;
}

/** One of twelve hues for a drawn poster, the same one for a film every time. */
function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return sum % 12;
}

const say = ({ lang }: CardView, name: keyof typeof filmMessages, params?: Params): string =>
  sayFilm(lang, name, params);
