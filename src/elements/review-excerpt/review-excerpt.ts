import { html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BRAND, VERSION } from '../../brand.js';
import { Language } from '../../controllers/language.js';
import { forgetLightDom, watchLightDom } from '../../controllers/light-dom.js';
import { lightText } from '../../controllers/light-text.js';
import { onServer } from '../../controllers/on-server.js';
import { ownRoot, settleIn } from '../../controllers/shadow-root.js';
import { breakOff } from '../../excerpt/break-off.js';
import { cutText, type CutText } from '../../excerpt/cut-text.js';
import { paragraphs } from '../../excerpt/paragraphs.js';
import type { Review } from '../../film/film.js';
import { writeDate } from '../../locale/dates.js';
import { excerptMessages } from '../../locale/excerpt-messages.js';
import { say, usableLanguage, type Params } from '../../locale/words.js';
import { toAmount } from '../../rating/crowd.js';
import { DEFAULT_MAX, toNumber } from '../../rating/scale.js';
import { starsClass } from '../../stars/stars.js';
import { safeHref, siteName } from '../../url/safe-url.js';
import { ExcerptToggleEvent } from './excerpt-toggle-event.js';
import { styles } from './review-excerpt.styles.js';

const DEFAULT_LIMIT = 600;

/** A review without null, and without what is no text to show, such as the person that JSON-LD has as an author. */
const plain = (review: object): Review =>
  Object.fromEntries(Object.entries(review).filter(([, value]) => typeof value !== 'object')) as unknown as Review;

/**
 * A review that opens at "Read More", and a link of its own to where the whole text lives.
 *
 * @tag review-excerpt
 * @slot - The review's text, where there is no `review`. Blank lines and `<p>` make paragraphs.
 * @fires {ExcerptToggleEvent} excerpt-toggle - The reader, or their find-in-page, opened or closed the text. Showing a spoiler is not told.
 * @csspart base - The whole review.
 * @csspart heading - The review's title.
 * @csspart byline - Author, date and rating.
 * @csspart rating - The review's own rating.
 * @csspart stars - That rating as stars.
 * @csspart text - The text.
 * @csspart toggle - The button that opens and closes the text.
 * @csspart source - The link to the whole review.
 */
export class ReviewExcerpt extends LitElement {
  static readonly [BRAND]: string = VERSION;

  static override readonly styles: CSSResult = styles;

  static override readonly properties: PropertyDeclarations = {
    review: { attribute: false },
    author: {},
    heading: {},
    date: {},
    rating: { converter: toNumber }, // to Lit's own, a blank one is 0
    best: { type: Number },
    href: {},
    source: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    limit: { type: Number },
    expanded: { type: Boolean, reflect: true },
    spoiler: { type: Boolean },
  };

  /** A review of the film payload; it goes before the attributes and the light DOM. */
  declare review: Review | null;
  /** Who wrote it. */
  declare author: string | null;
  /** The review's title. */
  declare heading: string | null;
  /** When it was written: an ISO 8601 date, also `YYYY` or `YYYY-MM`. */
  declare date: string | null;
  /** The review's own rating, 0 to `best`. */
  declare rating: number | null;
  /** The highest rating of that scale, 5 where none is given. */
  declare best: number | null;
  /** Where the whole text lives: an absolute http(s) URL. */
  declare href: string | null;
  /** The name of that site. */
  declare source: string | null;
  /** Level of the heading, 2 to 6; anything else is 3. */
  declare headingLevel: number;
  /** Characters shown before "Read More"; anything below 1 is 600. */
  declare limit: number;
  /** All of the text is shown. */
  declare expanded: boolean;
  /** The text is hidden until asked for. */
  declare spoiler: boolean;

  readonly #language = new Language(this);
  #text = '';
  #revealed = false;
  /** The text that may have been revealed. */
  #body: string | undefined;

  constructor() {
    super();
    this.review = this.author = this.heading = this.date = this.rating = this.best = this.href = this.source = null;
    this.headingLevel = 3;
    this.limit = DEFAULT_LIMIT;
    this.expanded = this.spoiler = false;
    this.addController(this.#language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watchLightDom(this, () => {
      const text = lightText(this);
      if (text === this.#text) return;
      this.#text = text;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forgetLightDom(this);
  }

  adoptedCallback(): void {
    settleIn(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return ownRoot(this);
  }

  protected override willUpdate(): void {
    const { body } = this.#review;
    if (body !== this.#body) this.#revealed = false;
    this.#body = body;
  }

  protected override render(): TemplateResult | typeof nothing {
    const review = this.#review;
    const parts = paragraphs(typeof review.body === 'string' ? review.body : '');
    // a server does not know the element's children, which are its text
    if (!parts.length && !onServer) return nothing;
    if (review.truncated) parts.push(breakOff(parts.pop() ?? ''));
    const { title, author, lang } = review;
    const spoiler = this.spoiler || review.spoiler;
    const level = this.headingLevel >= 2 && this.headingLevel <= 6 ? Math.trunc(this.headingLevel) : 3;
    return html`<article part="base" aria-labelledby=${title ? 'heading' : author ? 'author' : nothing}>
      ${
        title
          ? html`<div part="heading" class="heading" id="heading" role="heading" aria-level=${level} lang=${lang ?? nothing}>
              <bdi>${title}</bdi>
            </div>`
          : nothing
      }
      ${this.#renderByline(review)} ${spoiler ? this.#renderSpoiler(review) : nothing}
      ${spoiler && !this.#revealed ? nothing : this.#renderText(parts, review)} ${this.#renderSource(review)}
    </article>`;
  }

  #renderByline(review: Review): TemplateResult | typeof nothing {
    const { author, date } = review;
    const written = date ? writeDate(this.#language.tag, date) : '';
    const best = (toAmount(toNumber(review.best)) ?? 0) || DEFAULT_MAX;
    const value = toAmount(toNumber(review.rating));
    const isRated = value !== null && value <= best;
    if (!author && !written && !isRated) return nothing;
    return html`<div part="byline" class="byline">
      ${author ? html`<span class="author" id="author">${this.#say('reviewBy', { author })}</span>` : nothing}
      ${written ? html`<time datetime=${date ?? nothing}>${written}</time>` : nothing}
      ${
        isRated
          ? html`<span part="rating" class="rating"
              ><span part="stars" aria-hidden="true" class=${starsClass({ fill: value / best })}></span>
              <bdi>${this.#say('reviewRating', { value, max: best })}</bdi></span
            >`
          : nothing
      }
    </div>`;
  }

  #renderText(parts: string[], { author, lang }: Review): TemplateResult {
    const limit = toNumber(this.limit);
    const { shown, rest, split }: CutText = cutText(
      parts,
      limit >= 1 ? limit : DEFAULT_LIMIT,
      usableLanguage(lang ?? this.#language.tag),
    );
    const { expanded } = this;
    const cut = /^\s/.test(rest[0] ?? '') ? 'cut apart' : 'cut';
    // no space before the rest: between two signs of Chinese or Japanese it would be seen
    return html`<blockquote
        part="text"
        class="text ${expanded ? '' : 'shut'}"
        lang=${lang ?? nothing}
        dir="auto"
      >
        ${parts.length ? nothing : html`<slot></slot>`}
        ${shown.map((text, i) => html`<p class=${split && i === shown.length - 1 ? cut : ''}>${text}</p>`)}${
          rest.length
            ? html`<div
                class="rest"
                id="rest"
                hidden=${expanded ? nothing : 'until-found'}
                @beforematch=${this.#handleFound}
                >${rest.map((text, i) => html`<p class=${split && !i ? 'on' : ''}>${text}</p>`)}</div
              >`
            : nothing
        }
      </blockquote>
      ${
        rest.length
          ? html`<button
              type="button"
              part="toggle"
              aria-expanded=${expanded ? 'true' : 'false'}
              aria-controls="rest"
              aria-describedby=${author ? 'author' : 'heading'}
              @click=${this.#handleToggle}
            >
              ${this.#say(expanded ? 'showLess' : 'readMore')}
            </button>`
          : nothing
      }`;
  }

  #renderSpoiler({ author }: Review): TemplateResult {
    const open = this.#revealed;
    return html`<p class="warning">
      ${this.#say('spoilerReview')}
      <button
        type="button"
        part="toggle"
        aria-expanded=${open ? 'true' : 'false'}
        aria-describedby=${author ? 'author' : 'heading'}
        @click=${this.#handleReveal}
      >
        ${this.#say(open ? 'hideSpoiler' : 'showSpoiler')}
      </button>
    </p>`;
  }

  #renderSource({ href, source }: Review): TemplateResult | typeof nothing {
    const url = safeHref(href);
    if (!url) return nothing;
    return html`<div class="source">
      <a part="source" class="elsewhere" href=${url} rel="noopener"
        ><bdi>${this.#say('fullReview', { site: source || siteName(url) })}</bdi></a
      >
    </div>`;
  }

  /** The review as given, or put together from attributes and light DOM. */
  get #review(): Review {
    if (this.review) return plain(this.review);
    const { heading, author, date, rating, best, href, source } = this;
    return plain({ body: this.#text, title: heading, author, date, rating, best, href, source });
  }

  #say(name: keyof typeof excerptMessages, params?: Params): string {
    return say(this.#language.tag, excerptMessages, name, params);
  }

  #toggle(expanded: boolean): void {
    this.expanded = expanded;
    this.dispatchEvent(new ExcerptToggleEvent(expanded));
  }

  async #handleToggle({ currentTarget }: Event): Promise<void> {
    this.#toggle(!this.expanded);
    await this.updateComplete;
    // the text above the button is gone, which may have taken it out of sight
    if (!this.expanded) (currentTarget as Element).scrollIntoView({ block: 'nearest' });
  }

  /** The browser's find-in-page found something in the hidden part and opens it. */
  #handleFound(): void {
    this.#toggle(true);
  }

  #handleReveal(): void {
    this.#revealed = !this.#revealed;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-excerpt': ReviewExcerpt;
  }
}
