import {
  html,
  LitElement,
  nothing,
  render,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { BRAND, VERSION } from '../../brand.js';
import { setEarly } from '../../controllers/early-properties.js';
import { Language } from '../../controllers/language.js';
import { lightText, UNSEEN } from '../../controllers/light-text.js';
import { onServer } from '../../controllers/on-server.js';
import { whenNearOrPrinted } from '../../controllers/near-viewport.js';
import { ownRoot, settleIn } from '../../controllers/shadow-root.js';
import type { Film } from '../../film/film.js';
import { shownIn } from '../../film/json-ld.js';
import { readSections, SECTIONS, type Section } from '../../film/sections.js';
import type { ReviewExcerpt } from '../review-excerpt/review-excerpt.js';
import type { StarRating } from '../star-rating/star-rating.js';
import { styles } from './film-card.styles.js';
import { renderFar } from './far-card.js';
import { FilmLoader, type FilmCardState } from './film-loader.js';
import { renderAttribution, renderSection, type CardView } from './film-sections.js';
import { SectionPlaces } from './section-places.js';
import { StructuredData } from './structured-data.js';
import { renderWaiting } from './waiting-card.js';

const COMPACT: readonly Section[] = ['poster', 'title', 'facts', 'rating'];

/** What a reader may see without a word in it: a picture, a spinner; not the paragraphs that editors put around nothing. */
const MORE_THAN_TEXT = `:not(${UNSEEN},p,br)`;

/** Cards of a page that are whole wherever they are: as many as somebody looks through. */
const MOST_WHOLE = 40;
let connected = 0;

/**
 * A film from a JSON payload: facts, reviews, and a rating that readers vote with.
 *
 * @tag film-card
 * @slot - Shown instead of the skeleton until the film is there, and when it cannot be shown.
 * @fires {FilmLoadEvent} film-load - The card has rendered a film.
 * @fires {FilmErrorEvent} film-error - The card has rendered why it shows no film.
 * @fires {VoteEvent} vote - From the rating inside.
 * @fires {VoteErrorEvent} vote-error - From the rating inside.
 * @fires {RatingConnectEvent} rating-connect - From the rating inside.
 * @fires {ExcerptToggleEvent} excerpt-toggle - From a review inside.
 * @csspart base - The whole card.
 * @csspart poster - The poster, or what stands for it.
 * @csspart title - The title with the year.
 * @csspart year - The year in the title.
 * @csspart byline - Author, date and comments of the hosting post.
 * @csspart rating - The rating of this site's readers.
 * @csspart synopsis - What the film is about.
 * @csspart facts - The list of facts.
 * @csspart fact - One fact.
 * @csspart label - What a fact or a spec is about.
 * @csspart value - What it says.
 * @csspart specs - The technical specs.
 * @csspart trivia - "Did you know?"
 * @csspart reviews - All reviews.
 * @csspart review - One review.
 * @csspart section-title - The heading above specs, trivia or reviews.
 * @csspart more - The button or link to more trivia or reviews.
 * @csspart attribution - Sources of the data that want to be named.
 * @csspart message - What went wrong.
 * @csspart retry - The button that loads the film again.
 * @cssprop [--film-widgets-accent=light-dark(#b87503, #f2b63c)] - Stars.
 * @cssprop [--film-widgets-own=light-dark(#1d4ed8, #93b4ff)] - The reader's own rating.
 * @cssprop [--film-widgets-ink=currentColor] - Text of a card; a rating or a review by itself has the page's.
 * @cssprop [--film-widgets-muted=color-mix(in srgb, currentColor 76%, transparent)] - Labels and other quiet text.
 * @cssprop [--film-widgets-line=color-mix(in srgb, currentColor 18%, transparent)] - Hairlines.
 * @cssprop [--film-widgets-surface=transparent] - The card's background; give the part `base` a `padding` with it.
 * @cssprop [--film-widgets-radius=0.375em] - Rounding of corners.
 * @cssprop [--film-widgets-space=1em] - Space between sections.
 * @cssprop [--film-widgets-title-font=inherit] - Font of the titles.
 * @cssState empty - Nothing to show.
 * @cssState loading - The film is on its way.
 * @cssState ready - The film is shown.
 * @cssState invalid - The payload has mistakes.
 * @cssState failed - The film could not be loaded.
 */
export class FilmCard extends LitElement {
  static readonly [BRAND]: string = VERSION;

  static override readonly styles: CSSResult = styles;

  static override readonly properties: PropertyDeclarations = {
    src: { noAccessor: true },
    sections: {},
    layout: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    structuredData: { attribute: 'structured-data', type: Boolean },
  };

  /** Which parts, in which order, with spaces or commas between; null for all, in a compact card `poster title facts rating`. */
  declare sections: string | null;
  /** All parts, or one line of facts beside a small poster. */
  declare layout: 'full' | 'compact' | null;
  /** Level of the title, 2 to 6; anything else is 2. */
  declare headingLevel: number;
  /** Writes the film into the page for search engines, as JSON-LD. */
  declare structuredData: boolean;

  readonly #internals = this.attachInternals();
  readonly #language = new Language(this);
  readonly #loader = new FilmLoader(this);
  // made when there is something to write: a page may have a thousand cards that write nothing
  #structuredData: StructuredData | undefined;
  #value: number | null | undefined;
  #shownFilm: Film | undefined;
  /** What stands in the page for search engines. */
  #writtenFilm: Film | undefined;
  readonly #places = new SectionPlaces();
  #posterFailed = false;
  /** What the reader has opened. */
  readonly #opened = new Set<string>();
  #takesFocus = false;
  /** One of many, and the reader has never been near: title and text stand for it. */
  #isFar = false;
  #stopWaiting: (() => void) | undefined;

  constructor() {
    super();
    this.addController(this.#language);
    this.sections = this.layout = null;
    this.headingLevel = 2;
    this.structuredData = false;
  }

  /** Any payload, as an object (`FilmInput`, a record) or as text. Setting it never throws; null goes back to `src` or inline JSON. */
  get film(): unknown {
    return this.#loader.input;
  }
  set film(film: unknown) {
    this.#loader.input = film;
  }

  /** URL of a payload; fetched when the card is near the viewport. */
  get src(): string {
    return this.#loader.src;
  }
  set src(src: string | null) {
    this.#loader.src = src ?? '';
  }

  /** The reader's own rating, if the page knows it; null for none. What is set goes before what the reader has done. */
  get value(): number | null | undefined {
    return this.#value;
  }
  set value(value: number | null | undefined) {
    this.#value = value;
    // at once: Lit takes for known what it has set before, also where the reader has voted since
    const rating = this.shadowRoot?.querySelector<StarRating>('[part=rating]');
    if (rating) rating.value = value ?? null;
    this.requestUpdate();
  }

  /** What the card is doing. */
  get state(): FilmCardState {
    return this.#loader.state;
  }

  override connectedCallback(): void {
    setEarly(this, 'film', 'value');
    super.connectedCallback();
    if (++connected > MOST_WHOLE && !this.#shownFilm) this.#isFar = true;
    if (this.#isFar) this.#stopWaiting = whenNearOrPrinted(this, this.#handleNear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    connected--;
    this.#stopWaiting?.();
  }

  adoptedCallback(): void {
    settleIn(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return ownRoot(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { film } = this.#loader;
    if (changed.has('layout')) this.#places.invalidate();
    if (!onServer) {
      // whatever the reader is in may be about to go, as the page's own fallback is where the first film comes
      const { activeElement } = this.getRootNode() as Document | ShadowRoot;
      const isInside = this.shadowRoot?.activeElement !== null;
      const isInFallback = film !== undefined && !this.#shownFilm && this.contains(activeElement);
      this.#takesFocus = isInside || isInFallback;
    }
    if (film === this.#shownFilm) return;
    // another film starts over: nothing stays open, chosen or broken
    if (film?.id !== this.#shownFilm?.id) {
      if (this.#shownFilm) render(nothing, this.renderRoot, this.renderOptions);
      this.#opened.clear();
      this.#places.clear();
    }
    this.#places.invalidate();
    this.#shownFilm = film;
    this.#posterFailed = false;
  }

  protected override updated(): void {
    const film = this.structuredData ? this.#shownFilm : undefined;
    const sections = this.#sections;
    const isOther = this.#places.arrange(this.renderRoot, sections);
    if (film !== this.#writtenFilm || (film && isOther)) {
      this.#structuredData ??= new StructuredData(this);
      this.#structuredData.film = film && shownIn(sections, film);
      this.#writtenFilm = film;
    }
    const { state } = this;
    const { states } = this.#internals;
    if (!states.has(state)) {
      states.clear();
      states.add(state);
    }
    const base = this.#takesFocus && this.renderRoot.querySelector<HTMLElement>('[part=base]');
    this.#takesFocus = false;
    if (!base || this.shadowRoot?.activeElement) return;
    base.tabIndex = -1;
    base.focus({ preventScroll: true }); // the reader may have gone on reading elsewhere
  }

  protected override render(): TemplateResult {
    const film = this.#shownFilm;
    return film ? this.#renderFilm(film) : this.#renderWaiting();
  }

  get #isCompact(): boolean {
    return this.layout === 'compact';
  }

  /** The parts to show, each once, in the order asked for. */
  get #sections(): readonly Section[] {
    return readSections(this.sections, this.#isCompact ? COMPACT : SECTIONS);
  }

  #renderFilm(film: Film): TemplateResult {
    const compact = this.#isCompact;
    const sections = this.#sections;
    const view: CardView = {
      lang: this.#language.tag,
      level: this.headingLevel >= 2 && this.headingLevel <= 6 ? Math.trunc(this.headingLevel) : 2,
      compact,
      value: this.#value ?? null,
      posterFailed: this.#posterFailed,
      opened: this.#opened,
      handlePosterError: this.#handlePosterError,
      opener: this.#opener,
    };
    if (this.#isFar) return renderFar(sections, film, view, this.#handleNear);
    const hasTitle = sections.includes('title');
    return html`<article
      part="base"
      class="base ${compact ? 'compact' : 'full'}"
      aria-label=${hasTitle ? nothing : film.title}
      aria-labelledby=${hasTitle ? 'title' : nothing}
    >
      <div class="card ${sections.includes('poster') ? 'two' : ''}">
        ${this.#places.add(sections).map((place) => (sections.includes(place) ? renderSection(place, film, view) : nothing))}
        ${renderAttribution(film)}
      </div>
    </article>`;
  }

  #renderWaiting(): TemplateResult {
    return renderWaiting({
      lang: this.#language.tag,
      compact: this.#isCompact,
      sections: this.#sections,
      state: this.state,
      error: this.#loader.error,
      hasFallback: !onServer && !!(this.querySelector(MORE_THAN_TEXT) ?? lightText(this).trim()),
      handleRetry: this.#handleRetry,
    });
  }

  readonly #handleNear = (): void => {
    this.#stopWaiting?.();
    this.#isFar = false;
    this.requestUpdate();
  };

  readonly #handlePosterError = (): void => {
    this.#posterFailed = true;
    this.requestUpdate();
  };

  readonly #opener =
    (what: string) =>
    (event: Event): void => {
      // a review is `expanded`, a `<details>` is `open`; a button is neither, and turns over what was
      const { open, expanded = open } = event.currentTarget as Partial<HTMLDetailsElement & ReviewExcerpt>;
      this.#opened[(expanded ?? !this.#opened.has(what)) ? 'add' : 'delete'](what);
      this.requestUpdate();
    };

  readonly #handleRetry = (): void => {
    this.#loader.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'film-card': FilmCard;
  }
}
