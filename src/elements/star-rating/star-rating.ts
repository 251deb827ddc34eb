import { html, LitElement, nothing, type CSSResult, type TemplateResult } from 'lit';
import { BRAND, VERSION } from '../../brand.js';
import { setEarly } from '../../controllers/early-properties.js';
import { Language } from '../../controllers/language.js';
import { forgetLightDom, watchLightDom } from '../../controllers/light-dom.js';
import { onServer } from '../../controllers/on-server.js';
import { ownRoot, settleIn } from '../../controllers/shadow-root.js';
import { whenParsed } from '../../controllers/when-parsed.js';
import { sayRating } from '../../locale/rating-words.js';
import { toAmount, toDistribution } from '../../rating/crowd.js';
import { toMax, toNumber, toRating, toStated, toStep } from '../../rating/scale.js';
import { shapeStars, stars } from '../../stars/stars.js';
import { RatingConnection } from '../../vote/rating-connection.js';
import { shownValue, stateOf, type VoteState } from '../../vote/vote-life.js';
import { authorName, NAMING } from './accessible-name.js';
import { isDisabled, isRange, renderControls, syncControls, tabStop } from './controls.js';
import { renderDisplay } from './display.js';
import { renderHistogram } from './histogram.js';
import { renderMessage } from './message.js';
import { ratingView, type RatingView } from './rating-view.js';
import { defineReadProperties, type ReadProperty } from './read-properties.js';
import { bySource, ReaderInput } from './reader-input.js';
import { styles } from './star-rating.styles.js';
import { Voting } from './voting.js';

const toText = (raw: unknown): string | null =>
  typeof raw === 'string' || Number.isFinite(raw) ? `${raw as string | number}` : null;

const toWords = (raw: unknown): readonly string[] | null =>
  Array.isArray(raw) && raw.every((word) => typeof word === 'string') ? raw : null;

/** The state of a field that nobody has changed. */
const UNTOUCHED = 'untouched';

const rerender = (rating: StarRating): void => rating.requestUpdate();

/**
 * A control for reading a crowd's rating and for giving one's own: a form field with `name`, a vote without.
 *
 * @tag star-rating
 * @attribute {string | null} form - Id of the form that the field belongs to, where that is not around it.
 * @slot symbol - An `<svg>` that is drawn in place of every star.
 * @fires {VoteEvent} vote - The reader votes; nothing has been sent yet. Cancelable; answer it with `respondWith`.
 * @fires {VoteErrorEvent} vote-error - The vote failed and the earlier rating is back.
 * @fires {RatingConnectEvent} rating-connect - A rating with a subject is in the page; a store may send it news.
 * @fires {PreviewEvent} preview - The pointer is over a value; null when it has left.
 * @fires {Event} input - The selection changed and is not final.
 * @fires {Event} change - The rating is settled.
 * @csspart base - The whole widget.
 * @csspart stars - The row of stars.
 * @csspart symbol - The native control of one choice, which has the box of its star.
 * @csspart summary - The crowd's rating in words.
 * @csspart message - The reader's own rating, or what went wrong.
 * @csspart clear - The button that takes the rating back.
 * @csspart retry - The button that sends a failed vote again.
 * @csspart histogram - Votes per symbol.
 * @cssprop [--star-rating-size=1.5em] - Height and width of a star; where it can be chosen, 1.75em (less in a narrow page) and no less than a target has to have.
 * @cssprop [--star-rating-gap=0px] - Room between stars, besides their own margin: a length with a unit, so `0px` and not `0`.
 * @cssprop --star-rating-color - Stars of the crowd's rating; where there is none, of a field or a `readonly` value too; else `--film-widgets-accent`.
 * @cssprop --star-rating-color-empty - Outline of stars that are not filled.
 * @cssprop --star-rating-color-own - Stars of the reader's own vote, or own rating beside a crowd's; else `--film-widgets-own`.
 * @cssprop --star-rating-symbol - An image of a solid shape, which is drawn in place of every star.
 * @cssState idle - Nothing happened yet. Not set where a crowd's rating is only shown.
 * @cssState staged - A rating is chosen by keyboard and not yet voted.
 * @cssState pending - The host has not answered yet.
 * @cssState voted - The vote stands.
 * @cssState error - The vote failed.
 * @cssState locked - Voting is closed.
 * @cssState user-invalid - The reader was here, and a required rating is missing or the page finds it wrong.
 */
export class StarRating extends LitElement {
  static readonly [BRAND]: string = VERSION;

  static readonly formAssociated = true;

  static override readonly styles: CSSResult = styles;

  static override readonly properties: Record<string, ReadProperty> = {
    defaultValue: {
      attribute: 'value',
      type: Number,
      read: toStated,
      changed: (rating) => rating.#voting.follow(rating.defaultValue),
    },
    max: { type: Number, read: toMax, changed: (rating) => rating.valueChanged() },
    step: { type: Number, read: (raw, { max }) => toStep(raw, max), changed: (rating) => rating.valueChanged() },
    average: { type: Number, read: (raw, { max }) => (toAmount(raw) === null ? null : Math.min(raw as number, max)) },
    count: { type: Number, read: toAmount },
    distribution: { attribute: false, read: (raw, { max }) => toDistribution(raw, max) },
    subject: { read: (raw) => toText(raw) ?? '', changed: (rating, before) => rating.#rateAnother(before) },
    name: { reflect: true, read: toText, changed: (rating) => rating.#gateChanged() },
    required: { type: Boolean, read: Boolean, changed: (rating) => rating.#checkValidity() },
    disabled: { type: Boolean, reflect: true, read: Boolean },
    readonly: { type: Boolean, read: Boolean, changed: (rating) => rating.#gateChanged() },
    clearable: { type: Boolean, read: Boolean },
    locked: { read: toText, changed: (rating) => rating.#gateChanged() },
    label: { read: toText },
    valueLabels: { attribute: 'value-labels', type: Array, read: toWords },
    reveal: {},
    highlight: {},
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...NAMING];
  }

  static {
    defineReadProperties(this.prototype, this.properties, (rating) => rating.#voting.told);
  }

  /** The rating to begin with, and to come back to on a form's reset. */
  declare defaultValue: number | null;
  /** Number of symbols: a whole number from 1 to 20; anything else is 5. */
  declare max: number;
  /** Distance between two choices; one that does not divide `max` is 1. */
  declare step: number;
  /** The crowd's mean, 0 to `max`; null when unknown. */
  declare average: number | null;
  /** The crowd's votes; null when unknown. */
  declare count: number | null;
  /** Votes per whole symbol, lowest first, which draws a histogram; null when unknown. */
  declare distribution: readonly number[] | null;
  /** What is rated: the film's id, in every event. Another subject starts over. */
  declare subject: string;
  /** Name of the form field. With a name the rating is a form field, without one a vote. */
  declare name: string | null;
  /** A form cannot be sent without a rating. */
  declare required: boolean;
  /** No rating can be chosen, and the field is not submitted. */
  declare disabled: boolean;
  /** Display only. */
  declare readonly: boolean;
  /** The reader may take the rating back. */
  declare clearable: boolean;
  /** Voting is closed, and this says why. */
  declare locked: string | null;
  /** Accessible name. */
  declare label: string | null;
  /** A word per symbol or per choice, lowest first ("Poor" to "Superb"); null for none. */
  declare valueLabels: readonly string[] | null;
  /** Blind voting hides the crowd's rating until the reader voted; a `readonly` rating, which takes no votes, hides nothing. */
  declare reveal: 'always' | 'after-vote' | null;
  /** Fills all symbols up to the rating, or only the chosen one. */
  declare highlight: 'upto' | 'only' | null;

  readonly #internals = this.attachInternals();
  readonly #language = new Language(this);
  readonly #voting = new Voting(this);
  // made when there is a subject, and when the reader can rate: a page may have a thousand that are display only
  #connection: RatingConnection | undefined;
  #input: ReaderInput | undefined;
  #view!: RatingView;
  #visited = false;
  #hadFocus = false;
  #invalid = false;
  /** What the page finds wrong with the rating. */
  #complaint = '';
  #states = '';

  /** The reader's own rating as shown, staged and pending included; null when not rated. */
  get value(): number | null {
    return toRating(shownValue(this.#voting.life), this);
  }
  set value(value: number | null) {
    this.#voting.set(toStated(toNumber(value)));
  }

  /**
   * All of the crowd's numbers, with commas between, as a card binds them. Bound one by one, those of a film that is set again after
   * a vote would mix with the host's answer: Lit leaves out a number that it has set before, and never a list. One text it sets if and
   * only if it is another one.
   *
   * @internal
   */
  set crowd(numbers: string) {
    const [average, count, ...distribution] = numbers.split(',').map(toNumber);
    Object.assign(this, { average, count, distribution });
  }

  /** The form that the field belongs to; set it to a form's id, as the attribute. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  set form(id: string) {
    if (toText(id)) this.setAttribute('form', id);
    else this.removeAttribute('form');
  }

  /** The `<label>` elements of the field. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** What the rating is doing. */
  get state(): VoteState {
    return this.locked === null ? stateOf(this.#voting.life) : 'locked';
  }

  /** What is wrong with the rating: `valueMissing`, or `customError`. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** The same in words of the reader's language; empty where nothing is. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the rating can be wrong at all: not where it is disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** Whether nothing is wrong; else `invalid` fires. */
  checkValidity(): boolean {
    const visited = this.#visited;
    const isValid = this.#internals.checkValidity();
    this.#visited = visited; // a script that asks is no visit; a form's own `checkValidity()` cannot be told from its submit
    return isValid;
  }

  /** The same, and the browser tells the reader. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Has the field be invalid for a reason of the page's own; with an empty text it no longer is. */
  setCustomValidity(message: string): void {
    this.#complaint = message;
    this.#checkValidity();
    this.requestUpdate();
  }

  /** Puts the focus on the chosen rating, else on the lowest. */
  override focus(options?: FocusOptions): void {
    if (!this.isConnected) return;
    this.performUpdate(); // as in a native control, what takes the focus is there at once
    tabStop(this.renderRoot)?.focus(options);
  }

  /** Takes the rating back, as the reader would, also where it is not `clearable`. */
  clear(): void {
    this.#voting.choose(null, 'api');
  }

  /** Sends a failed vote again, with the same idempotency key. */
  retry(): void {
    this.#voting.retry('api');
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (NAMING.includes(name)) this.requestUpdate();
  }

  override connectedCallback(): void {
    setEarly(this, 'value', 'form', 'crowd');
    super.connectedCallback();
    // not as controllers: Lit keeps a list of those, a thousand times
    this.#language.hostConnected();
    // no attribute of a symbol matters, and to hear of some costs more, a thousand times
    watchLightDom(this, rerender, { childList: true, subtree: true });
    if (!this.label) whenParsed(() => rerender(this)); // what names it may stand further on
    this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.hostDisconnected();
    forgetLightDom(this);
    this.#connection?.close();
    this.#input?.stop();
  }

  formDisabledCallback(): void {
    this.#gateChanged();
  }

  formResetCallback(): void {
    this.#visited = false;
    if (this.name) {
      this.#voting.dirty = false;
      this.#voting.follow(this.defaultValue);
    } // else a vote, which is its host's: the form cannot take it back
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    if (!this.name) return; // a vote is kept by its host, not by the browser's history
    if (state === UNTOUCHED) this.valueChanged();
    else this.value = Number(state);
  }

  /**
   * Has the form know of another value at once, whoever brought it: the page, the reader, a host or a store.
   *
   * @internal
   */
  valueChanged(): void {
    const { value } = this;
    const text = value === null ? '' : `${value}`;
    // what somebody chose, which may be nothing, the browser restores; else it is the page's, which may have another by then
    this.#internals.setFormValue(text || null, this.#voting.dirty ? text : UNTOUCHED);
    this.#checkValidity();
    this.#input?.stopIfClosed();
    this.requestUpdate();
  }

  adoptedCallback(): void {
    settleIn(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return ownRoot(this);
  }

  protected override willUpdate(): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    this.#view = ratingView(this.#language.tag, this, {
      settled: this.#voting.life.settled,
      hovered: this.#voting.open ? (this.#input?.hovered ?? null) : null,
      symbol: onServer ? null : this.querySelector<SVGElement>(':scope > svg[slot=symbol]'),
    });
    if (!this.readonly) this.#input ??= new ReaderInput(this, this.#voting);
  }

  protected override render(): TemplateResult {
    const { name, readonly } = this;
    const lang = this.#language.tag;
    const { row, summary, distribution } = this.#view;
    const histogram = renderHistogram(lang, distribution);
    if (readonly) {
      const display = renderDisplay(lang, this, row, summary, this.#voting.life);
      return histogram === nothing ? display : html`${display}${histogram}`;
    }
    const disabled = isDisabled(this);
    const input = this.#input as EventListenerObject; // `willUpdate` has made it
    return html`<div part="base" class="base ${this.state} ${name ? '' : 'voting'}">
        <div
          class="row ${isRange(this) ? 'many' : ''} ${disabled ? 'off' : ''}"
          @click=${input}
          @input=${input}
          @keydown=${input}
          @pointerover=${input}
          @focusin=${input}
          @focusout=${this.#handleVisit}
        >
          ${stars(row)} ${renderControls(lang, this, disabled)}
        </div>
        ${summary || !name || this.clearable || this.locked !== null ? this.#renderText(summary) : nothing}
      </div>
      ${histogram}`;
  }

  protected override updated(): void {
    shapeStars(this.renderRoot, this.#view.row);
    // a crowd's rating alone has no state worth its cost, a thousand times
    if (!this.readonly || this.locked !== null || this.value !== null || this.#states) this.#showStates();
    if (this.readonly) return;
    // not in the constructor: the thousand that are only shown need none; a listener that is there is not added again
    this.addEventListener('click', this.#handleLabelClick);
    this.addEventListener('invalid', this.#handleVisit);
    this.#syncControls();
    // what had it is gone: a button, or radios that became a range
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.focus();
  }

  #renderText(summary: string): TemplateResult {
    return html`<div class="text">
      <span part="summary" id="summary">${summary}</span>
      ${renderMessage(this.#language.tag, this, this.#voting, this.#handleButton)}
    </div>`;
  }

  #connect(): void {
    const { subject } = this;
    if (subject) this.#connection ??= new RatingConnection(this, (result) => this.#voting.news(result));
    this.#connection?.open(subject);
  }

  #rateAnother(before: unknown): void {
    if (before === this.subject) return;
    if (before) {
      this.#voting.startOver();
      queueMicrotask(() => this.#input?.stop()); // when whoever says what is rated now is done
    }
    // an element that is upgraded reads its attributes before it connects, and a server may have given it its root
    if (this.isConnected && (this.renderRoot as ShadowRoot | undefined)) this.#connect();
  }

  /** The reader can rate from now on, or can no longer. */
  #gateChanged(): void {
    this.#voting.dropStaged();
    this.valueChanged();
  }

  #checkValidity(): void {
    const valueMissing = this.required && this.#voting.open && this.value === null;
    const customError = Boolean(this.#complaint);
    if (valueMissing || customError || this.#invalid) {
      this.#invalid = valueMissing || customError;
      this.#internals.setValidity(
        { valueMissing, customError },
        this.#complaint || (valueMissing ? sayRating(this.#language.tag, 'required') : ''),
        this.hasUpdated ? tabStop(this.renderRoot) : undefined,
      );
    }
  }

  /** What names and describes the native controls is the same for a group of radios and a range. */
  #syncControls(): void {
    const { value, state } = this;
    const ariaDisabled = state === 'locked' ? 'true' : null;
    const named = syncControls(this.renderRoot, value, ariaDisabled);
    if (named) {
      named.ariaLabel = this.label || authorName(this) || sayRating(this.#language.tag, 'rating');
      // a slider has none: the sentence `#missing` says it
      named.ariaRequired = this.required && !isRange(this) ? 'true' : null;
      named.ariaInvalid = this.#visited && this.#invalid ? 'true' : null;
      named.ariaDisabled = ariaDisabled;
      named.ariaBusy = state === 'pending' ? 'true' : null;
      // Firefox does not notice that what is hidden has lost its text
      const words = [...this.renderRoot.querySelectorAll('span[id]')].filter(({ textContent }) => textContent);
      named.setAttribute('aria-describedby', words.map(({ id }) => id).join(' '));
      // ids do not reach into a shadow root, elements do
      const authors = this.ariaDescribedByElements;
      if (authors?.length) named.ariaDescribedByElements = [...authors, ...words];
    }
    this.#checkValidity();
  }

  #showStates(): void {
    const { value, state } = this;
    const { states } = this.#internals;
    const next = [
      state,
      value === null ? '' : `value-${value}`.replace('.', '-'),
      this.#visited && this.#invalid ? 'user-invalid' : '',
    ];
    if (next.join() === this.#states) return;
    this.#states = next.join();
    states.clear();
    for (const name of next) if (name) states.add(name);
  }

  /** The reader has left a control of the field, or has tried to send the form. */
  #handleVisit(): void {
    this.#visited = true;
    this.requestUpdate();
  }

  #handleButton(event: MouseEvent): void {
    // the page has taken it, or it is the second click of two, maybe on another button than the first
    if (event.defaultPrevented || event.detail > 1) return;
    const { part } = event.currentTarget as Element;
    if (part.contains('retry')) this.#voting.retry(bySource(event));
    else this.#voting.choose(null, bySource(event));
  }

  /** A click on a `<label>` arrives at the host itself: it brings the focus and chooses nothing. */
  #handleLabelClick(event: Event): void {
    if (event.composedPath()[0] === this) this.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'star-rating': StarRating;
  }
}
