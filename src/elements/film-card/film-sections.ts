import { html, nothing, type TemplateResult } from 'lit';
import { paragraphs } from '../../excerpt/paragraphs.js';
import type { Film } from '../../film/film.js';
import { writeDate } from '../../locale/dates.js';
import type { filmMessages } from '../../locale/film-messages.js';
import { sayFilm } from '../../locale/film-words.js';
import type { Params } from '../../locale/words.js';
import { siteName } from '../../url/safe-url.js';
import { factsLine, factsOf, type Fact } from './facts.js';

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

function renderPoster({ id, title, year, poster }: Film, view: CardView): Rendered {
  if (poster && !view.posterFailed) {
    const { src, alt, srcset, width, height } = poster;
    return html`<img
      part="poster"
      class="poster"
      src=${src}
      srcset=${srcset ?? nothing}
      sizes=${srcset ? '(min-width: 40em) 15em, 40vw' : nothing}
      alt=${alt || say(view, 'poster', { title })}
      width=${width ?? nothing}
      height=${height ?? nothing}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${view.handlePosterError}
    />`;
  }
  // the title beside it says the same
  return html`<div part="poster" class="poster drawn hue${hueOf(id)}" aria-hidden="true">
    <span dir="auto">${title}</span><span>${year ?? nothing}</span>
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

function renderTitle({ title, originalTitle, tagline, year, lang }: Film, view: CardView): Rendered {
  const more = view.compact ? [] : [originalTitle, tagline].filter(Boolean);
  return html`<div class="heading">
    <div part="title" class="title" id="title" role="heading" aria-level=${view.level}>
      <span lang=${lang ?? nothing} dir="auto">${title}</span>
      ${year === undefined || view.compact ? nothing : html`<span class="year">${year}</span>`}
    </div>
    ${more.map((text) => html`<p class="subtitle" lang=${text === tagline ? (lang ?? nothing) : nothing} dir="auto">${text}</p>`)}
  </div>`;
}

function renderRating({ id, title, rating }: Film, view: CardView): Rendered {
  const { best = 5, step = 1, average, count, locked } = rating ?? {};
  return html`<star-rating
    part="rating"
    class="rating"
    exportparts="stars:rating__stars,symbol:rating__symbol,summary:rating__summary,message:rating__message,retry:rating__retry"
    .subject=${id}
    .max=${best}
    .step=${step}
    .average=${average ?? null}
    .count=${count ?? null}
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
  const lang = view.lang;
  const facts = factsOf(film, lang);
  return facts.length
    ? html`<dl part="facts" class="facts">
        ${facts.map(
          ({ label, texts, foreign, long }: Fact) =>
            html`<div part="fact" class="fact ${long ? 'long' : ''}">
              <dt>${label}</dt>
              <dd lang=${foreign && film.lang ? film.lang : nothing}>
                ${texts.map(({ text, href }) =>
                  href
                    ? html`<a href=${href} rel="noopener"><bdi>${text}</bdi></a>`
                    : html`<span><bdi>${text}</bdi></span>`,
                )}
              </dd>
            </div>`,
        )}
      </dl>`
    : nothing;
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
                <dt dir="auto">${label}</dt>
                <dd dir="auto">${value}</dd>
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
    <ul lang=${lang ?? nothing}>
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
    </ul>
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
          exportparts="heading:review__heading,byline:review__byline,rating:review__rating,text:review__text,toggle:review__toggle,source:review__source"
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
  return html`<div class="section-title" id=${id} role="heading" aria-level=${Math.min(6, level + 1)}>${text}</div>`;
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
