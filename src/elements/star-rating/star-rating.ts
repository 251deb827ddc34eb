import { html, LitElement, nothing, type CSSResult, type PropertyDeclaration, type TemplateResult } from 'lit';
import { BRAND, VERSION } from '../../brand.js';
import { Language } from '../../controllers/language.js';
import { forgetLightDom, watchLightDom } from '../../controllers/light-dom.js';
import { onServer } from '../../controllers/on-server.js';
import { dress, ownRoot } from '../../controllers/shadow-root.js';
import { crowdSentence, sayRating } from '../../locale/rating-words.js';
import { countUp, recount, toAmount, toDistribution, type Crowd } from '../../rating/crowd.js';
import { toMax, toNumber, toRating, toStep } from '../../rating/scale.js';
import { shapeStars, stars, type StarsView } from '../../stars/stars.js';
import { RatingConnection } from '../../vote/rating-connection.js';
import type { VoteResult, VoteSource } from '../../vote/vote-event.js';
import { NEW_LIFE, stateOf, type VoteLife, type VoteState } from '../../vote/vote-life.js';
import { authorName, NAMING } from './accessible-name.js';
import { isRange, renderRadios, renderRange, syncControls, tabStop } from './controls.js';
import { renderDisplay } from './display.js';
import { PreviewEvent } from './preview-event.js';
import { renderHistogram, voteSentence } from './rating-parts.js';
import { bySource, ReaderInput } from './reader-input.js';
import { styles } from './star-rating.styles.js';
import { Voting } from './voting.js';

/** What a property that may be set to anything is read as. */
type Read = (raw: unknown, element: StarRating) => unknown;

type Declared = PropertyDeclaration & { noAccessor?: boolean; readonly read?: Read };

/** A rating that may lie outside the scale, which is not known while the attributes are read. */
const toOwn = (raw: unknown): number | null => (typeof raw === 'number' && raw ? raw : null);

const toText = (raw: unknown): string | null =>
  typeof raw === 'string' || Number.isFinite(raw) ? (raw as string) : null;

const toWords = (raw: unknown): readonly string[] | null =>
  Array.isArray(raw) && raw.every((word) => typeof word === 'string') ? raw : null;

const rerender = (rating: StarRating): void => rating.requestUpdate();

/**
 * A control for reading a crowd's rating and for giving one's own: a form field with `name`, a vote without.
 *
 * @tag star-rating
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
 * @cssprop [--star-rating-size=1.5em] - Height and width of a star; where it can be chosen, 1.75em and no less than a target has to have.
 * @cssprop [--star-rating-gap=0px] - Room between stars, besides their own margin: a length with its unit, also where it is `0px`.
 * @cssprop --star-rating-color - Stars of the crowd's rating; else `--film-widgets-accent`.
 * @cssprop --star-rating-color-empty - Outline of stars that are not filled.
 * @cssprop --star-rating-color-own - Stars of the reader's own rating; else `--film-widgets-own`.
 * @cssprop --star-rating-symbol - An image of a solid shape, which is drawn in place of every star.
 * @cssState idle - Nothing happened yet.
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

  static override readonly properties: Record<string, Declared> = {
    value: { attribute: false, noAccessor: true },
    defaultValue: { attribute: 'value', type: Number, read: toOwn },
    max: { type: Number, read: toMax },
    step: { type: Number, read: (raw, { max }) => toStep(raw, max) },
    average: { type: Number, read: (raw, { max }) => (toAmount(raw) === null ? null : Math.min(raw as number, max)) },
    count: { type: Number, read: toAmount },
    distribution: { attribute: false, read: (raw, { max }) => toDistribution(raw, max) },
    subject: { read: (raw) => toText(raw) ?? '' },
    name: { reflect: true, read: toText },
    required: { type: Boolean, read: Boolean },
    disabled: { type: Boolean, reflect: true, read: Boolean },
    readonly: { type: Boolean, read: Boolean },
    clearable: { type: Boolean, read: Boolean },
    locked: { read: toText },
    label: { read: toText },
    valueLabels: { attribute: 'value-labels', type: Array, read: toWords },
    reveal: {},
    highlight: {},
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...NAMING];
  }

  static {
    // Lit's accessors, but that rubbish is read as something usable
    for (const [name, options] of Object.entries(this.properties)) {
      if (options.noAccessor) continue;
      options.noAccessor = true;
      const { read } = options;
      const key = Symbol(name);
      type Raw = StarRating & Record<PropertyKey, unknown>;
      Object.defineProperty(this.prototype, name, {
        get(this: Raw) {
          return read ? read(this[key], this) : this[key];
        },
        set(this: Raw, value: unknown) {
          const before = this[name];
          this[key] = options.type === Number ? toNumber(value) : value;
          this.requestUpdate(name, before, options);
        },
        configurable: true,
        enumerable: true,
      });
    }
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
  #hovered: number | null = null;
  #row: StarsView = { fill: 0 };
  /** What is told of the crowd; undefined while blind voting hides it. */
  #crowd: Crowd | undefined;
  #isSilent = false;
  /** The value is no longer the attribute's: the page or the reader set it. */
  #dirty = false;
  #visited = false;
  #hadFocus = false;
  /** Why the host closed voting on this subject. */
  #hostLocked: string | undefined;
  #invalid = false;
  /** What the page finds wrong with the rating. */
  #complaint = '';
  #states = '';

  /** The reader's own rating as shown, staged and pending included; null when not rated. */
  get value(): number | null {
    return toRating(this.#voting.value, this);
  }
  set value(value: number | null) {
    this.#dirty = true;
    this.#set(toNumber(value));
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
    this.#visited = visited; // a question is no visit; a form's own `checkValidity()` sounds the same as its submit
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

  /** Takes the rating back, as the reader would. */
  clear(): void {
    this.#choose(null, 'api');
  }

  /** Sends a failed vote again, with the same idempotency key. */
  retry(): void {
    this.#retry('api');
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (NAMING.includes(name)) this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // not as controllers: Lit keeps a list of those, a thousand times
    this.#language.hostConnected();
    watchLightDom(this, rerender);
    this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#language.hostDisconnected();
    forgetLightDom(this);
    this.#voting.disconnected();
    this.#connection?.close();
    this.#input?.gesture.disconnected();
    this.#preview(null); // the mouse does not leave what is taken away from it
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#visited = false;
    if (this.name) {
      this.#dirty = false;
      this.#set(this.defaultValue);
    } // else a vote, which is its host's: the form cannot take it back
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string): void {
    if (this.name) this.value = Number(state); // a vote is kept by its host, not by the browser's history
  }

  /** Lit calls this in every setter: form value and validity are right at once, before anything is rendered. */
  override requestUpdate(...args: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...args);
    const [name, before] = args;
    if (name === 'subject' && before !== this.subject) {
      if (before) {
        this.#dirty = false;
        this.#voting.startOver();
        if (this.locked === this.#hostLocked) this.locked = null;
      }
      // an element that is upgraded reads its attributes before it connects, and a server may have given it its root
      if (this.isConnected && (this.renderRoot as ShadowRoot | undefined)) this.#connect();
    }
    // Lit reflects them after it has rendered, which is too late for `:disabled`, and for a form
    if (name === 'disabled') this.toggleAttribute(name, this.disabled);
    if (name === 'name' && before !== this.name) {
      if (this.name === null) this.removeAttribute(name);
      else this.setAttribute(name, this.name);
    }
    if (name === 'defaultValue' && !this.#dirty) this.#set(this.defaultValue);
    if (name === 'max' || name === 'step') this.valueChanged();
    if (name === 'locked' && this.locked !== null && this.#voting.life.staged !== undefined)
      this.#voting.step({ type: 'stage', value: undefined });
    if (name === 'required' || name === 'readonly' || name === 'locked') this.#checkValidity();
  }

  /**
   * Has the form know of another value at once, whoever brought it: the page, the reader, a host or a store.
   *
   * @internal
   */
  valueChanged(): void {
    const { value } = this;
    const { pending, acted } = this.#voting.life;
    this.#dirty ||= acted || pending !== undefined; // a vote that nobody prevented
    this.#internals.setFormValue(value === null ? null : `${value}`);
    this.#checkValidity();
    this.requestUpdate();
  }

  /**
   * Takes over the crowd's numbers and a lock from a host's answer; what is missing or no number stays.
   *
   * @internal
   */
  showCrowd({ average, count, distribution, locked }: VoteResult): void {
    this.average = toAmount(average) ?? this.average;
    this.count = toAmount(count) ?? this.count;
    this.distribution = toDistribution(distribution, this.max) ?? this.distribution;
    if (typeof locked === 'string') this.locked = this.#hostLocked = locked;
  }

  /**
   * Counts a vote that the host keeps into the crowd, where its numbers are exact.
   *
   * @internal
   */
  countOwn(before: number | null, after: number | null): void {
    const { distribution, count } = this;
    // a distribution of only some of the votes says nothing exact of them all
    if (!distribution || (count !== null && count !== countUp(distribution).count)) return;
    const crowd = recount(distribution, before, after);
    if (crowd) Object.assign(this, crowd);
  }

  adoptedCallback(): void {
    dress(this);
  }

  protected override createRenderRoot(): ShadowRoot {
    return ownRoot(this);
  }

  protected override willUpdate(): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    if (this.#hovered !== null && !this.#interactive) this.#preview(null); // closed under the mouse
    const { max, value, name, readonly, distribution, highlight } = this;
    const crowd: Crowd = this.average === null && distribution ? countUp(distribution) : this;
    const isHidden = this.reveal === 'after-vote' && !readonly && this.#voting.life.settled === null;
    const fill = isHidden || crowd.average === null || crowd.count === 0 ? null : crowd.average / max;
    const shown = this.#hovered ?? value;
    const isSilent = crowd.average === null && crowd.count === null && (name || (readonly && value !== null));
    this.#crowd = isHidden ? undefined : crowd;
    this.#isSilent = !isHidden && Boolean(isSilent);
    this.#row = {
      fill: shown === null ? (fill ?? 0) : shown / max,
      own: shown !== null && (fill !== null || !(name || readonly)),
      crowd: shown === null ? null : fill,
      only: highlight === 'only' && shown !== null,
      symbol: onServer ? null : this.querySelector<SVGElement>(':scope > svg[slot=symbol]'),
      max,
    };
    if (!readonly)
      this.#input ??= new ReaderInput(this, {
        isOpen: () => this.#interactive,
        isStaged: () => this.#voting.life.staged !== undefined,
        preview: (value) => this.#preview(value),
        stage: (value) => this.#stage(value),
        choose: (value, source) => this.#choose(value, source),
      });
  }

  protected override render(): TemplateResult {
    const { name, readonly, valueLabels } = this;
    const lang = this.#language.tag;
    const summary = this.#summary(lang);
    const histogram = this.#crowd ? renderHistogram(lang, this.distribution) : nothing;
    if (readonly) {
      const display = renderDisplay(lang, this, this.#row, summary, this.#voting.life);
      return histogram === nothing ? display : html`${display}${histogram}`;
    }
    const disabled = this.#isDisabled;
    const handleInput = this.#input?.handleEvent;
    return html`<div part="base" class="base ${this.state} ${name ? '' : 'voting'}">
        <div
          class="row ${isRange(this) ? 'many' : ''} ${disabled ? 'off' : ''}"
          @click=${handleInput}
          @input=${handleInput}
          @keydown=${handleInput}
          @pointerover=${handleInput}
          @focusin=${handleInput}
          @focusout=${this.#handleVisit}
        >
          ${stars(this.#row)}
          ${
            isRange(this)
              ? [
                  renderRange(lang, this, valueLabels, disabled, this.value),
                  html`<span id="missing" hidden>${this.validity.valueMissing ? sayRating(lang, 'required') : ''}</span>`,
                ]
              : html`<div class="choices" role="radiogroup">
                  ${renderRadios(lang, this, valueLabels, disabled)}
                </div>`
          }
        </div>
        ${summary || !name || this.clearable || this.locked !== null ? this.#renderText(summary) : nothing}
      </div>
      ${histogram}`;
  }

  #summary(lang: string): string {
    if (this.#isSilent) return '';
    if (this.#crowd) return crowdSentence(lang, this.#crowd, this.max);
    return this.state === 'locked' ? '' : sayRating(lang, 'hidden');
  }

  protected override updated(): void {
    const row = this.#row;
    if (row.max !== 5 || row.only) shapeStars(this.renderRoot.querySelector('.stars') as HTMLElement, row);
    // a crowd's rating alone has no state worth its cost, a thousand times
    if (!this.readonly || this.value !== null || this.#states) this.#showStates();
    if (this.readonly) return;
    this.addEventListener('click', this.#handleLabelClick);
    this.addEventListener('invalid', this.#handleVisit);
    this.#syncControls();
    // what had it is gone: a button, or radios that became a range
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.focus();
  }

  #renderText(summary: string): TemplateResult {
    return html`<div class="text">
      <span part="summary" id="summary">${summary}</span>
      ${this.#renderMessage()}
    </div>`;
  }

  /** One line on the reader's own vote. Only the outcome of their own act is in the live region. */
  #renderMessage(): TemplateResult {
    const lang = this.#language.tag;
    const { slow, retryable } = this.#voting;
    const life = this.name ? NEW_LIFE : this.#voting.life;
    const { acted, staged, pending, failed, settled, closed } = life;
    const tell = (life: VoteLife): TemplateResult => {
      const isOwn = settled !== null && life.staged === undefined && !pending && !failed;
      const id = life.staged === undefined ? nothing : 'staged';
      return html`<span id=${id} class=${isOwn ? 'own-text' : ''}>${voteSentence(lang, life, slow, this)}</span>`;
    };
    const isOutcome = acted && !pending;
    // an outcome that comes while the reader has gone on choosing is told beside that
    return html`<span part="message" class="message">
      <span role="status">${isOutcome ? tell({ ...life, staged: undefined }) : nothing}</span>
      ${isOutcome && staged === undefined ? nothing : tell(life)}
      <span id="why" ?hidden=${failed && this.locked === null}>${this.locked ?? (closed ? sayRating(lang, 'closed') : '')}</span>
      ${failed && retryable && this.#interactive ? this.#renderButton('retry', this.#handleRetry) : nothing}
      ${this.clearable && this.value !== null && this.#interactive ? this.#renderButton('clear', this.#handleClear) : nothing}
    </span>`;
  }

  #renderButton(name: 'retry' | 'clear', handle: (event: MouseEvent) => void): TemplateResult {
    return html`<button type="button" part=${name} @click=${handle}>${sayRating(this.#language.tag, name)}</button>`;
  }

  /** The one gate: whether the reader can rate at all. */
  get #interactive(): boolean {
    return !this.readonly && this.state !== 'locked' && !this.#isDisabled;
  }

  get #isDisabled(): boolean {
    return onServer ? this.disabled : this.matches(':disabled');
  }

  #connect(): void {
    const { subject } = this;
    if (subject)
      this.#connection ??= new RatingConnection(this, (result) =>
        // what was chosen in a form is not sent yet, and its form's to send
        this.#voting.news(this.name && this.#dirty ? { ...result, value: undefined, kept: undefined } : result),
      );
    this.#connection?.open(subject);
  }

  #set(value: unknown): void {
    this.#voting.step({ type: 'set', value: toOwn(value) });
  }

  #checkValidity(): void {
    const valueMissing = this.required && !this.readonly && this.state !== 'locked' && this.value === null;
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
    const named = syncControls(this.renderRoot, value);
    if (named) {
      named.ariaLabel = this.label || authorName(this) || sayRating(this.#language.tag, 'rating');
      // of which a slider has none: it has a sentence
      named.ariaRequired = this.required && !isRange(this) ? 'true' : null;
      named.ariaInvalid = this.#visited && this.#invalid ? 'true' : null;
      named.ariaDisabled = state === 'locked' ? 'true' : null;
      named.ariaBusy = state === 'pending' ? 'true' : null;
      const words = Array.from(this.renderRoot.querySelectorAll('span[id]'), ({ id }) => id);
      named.setAttribute('aria-describedby', words.join(' '));
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

  #preview(value: number | null): void {
    if (value === this.#hovered) return;
    this.#hovered = value;
    this.requestUpdate();
    this.dispatchEvent(new PreviewEvent(value));
  }

  /** The reader chooses by keyboard: at once in a form field, for later in a vote. Undefined drops what is staged. */
  #stage(value: number | null | undefined): void {
    if (!this.#interactive || value === this.value) return;
    if (this.name && value !== undefined) {
      this.#choose(value, 'keyboard');
      return;
    }
    this.#voting.step({ type: 'stage', value });
    this.#fire('input');
  }

  /** The one exit: what the reader has chosen, to whom it concerns. */
  #choose(value: number | null, source: VoteSource): void {
    if (!this.#interactive) return;
    if (value === toRating(this.#voting.resting, this)) {
      if (this.#voting.life.staged !== undefined) this.#stage(undefined);
      return;
    }
    if (this.name) {
      this.#dirty = true;
      this.#set(value);
      this.#fire('input');
      this.#fire('change');
    } else this.#voting.vote(value, source);
  }

  #retry(source: VoteSource): void {
    if (this.#interactive) this.#voting.retry(source);
  }

  #fire(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** The reader has left a control of the field, or has tried to send the form. */
  #handleVisit(): void {
    this.#visited = true;
    this.requestUpdate();
  }

  #handleRetry(event: MouseEvent): void {
    this.#retry(bySource(event));
  }

  #handleClear(event: MouseEvent): void {
    this.#choose(null, bySource(event));
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
