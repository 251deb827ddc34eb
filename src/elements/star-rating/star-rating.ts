import { html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { Language } from '../../controllers/language.js';
import { choiceName, crowdSentence, ownSentence, sayRating } from '../../locale/rating-words.js';
import { toAmount } from '../../rating/crowd.js';
import { choiceAt, choiceCount, ratingAtPart, toMax, toRating, toStep } from '../../rating/scale.js';
import { shapeStars, stars } from '../../stars/stars.js';
import { starsStyles } from '../../stars/stars.styles.js';
import { quietButton, tokens } from '../../styles/tokens.styles.js';
import { RatingConnection } from '../../vote/rating-connection.js';
import type { VoteResult, VoteSource } from '../../vote/vote-event.js';
import { stateOf, type VoteState } from '../../vote/vote-life.js';
import { authorName } from './accessible-name.js';
import { Gesture, partAt } from './gesture.js';
import { implicitSubmit } from './implicit-submit.js';
import { keyWish } from './keys.js';
import { PreviewEvent } from './preview-event.js';
import { styles } from './star-rating.styles.js';
import { Voting } from './voting.js';

/** Up to so many choices are radios, as the ARIA patterns for ratings say; more are a range. */
const MOST_RADIOS = 7;

/**
 * A control for reading a crowd's rating and for giving one's own: a form field with `name`, a vote without.
 *
 * @tag star-rating
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
 * @csspart retry - The button that sends a failed vote again.
 * @cssprop --star-rating-size - Height and width of a star.
 * @cssprop --star-rating-color - Stars of the crowd's rating.
 * @cssprop --star-rating-color-empty - Outline of stars that are not filled.
 * @cssprop --star-rating-color-own - Stars of the reader's own rating.
 * @cssState idle - Nothing happened yet.
 * @cssState staged - A rating is chosen by keyboard and not yet voted.
 * @cssState pending - The host has not answered yet.
 * @cssState voted - The vote stands.
 * @cssState error - The vote failed.
 * @cssState locked - Voting is closed.
 * @cssState user-invalid - The reader was here and a required rating is missing.
 */
export class StarRating extends LitElement {
  static readonly formAssociated = true;

  static override readonly styles: CSSResult[] = [tokens, starsStyles, quietButton, styles];

  static override readonly properties: PropertyDeclarations = {
    value: { attribute: false, noAccessor: true },
    defaultValue: { attribute: 'value', type: Number, noAccessor: true },
    max: { type: Number, noAccessor: true },
    step: { type: Number, noAccessor: true },
    average: { type: Number, noAccessor: true },
    count: { type: Number, noAccessor: true },
    subject: { noAccessor: true },
    name: { noAccessor: true },
    required: { type: Boolean, noAccessor: true },
    disabled: { type: Boolean, noAccessor: true },
    readonly: { type: Boolean },
    locked: {},
    label: {},
  };

  /** Display only. */
  declare readonly: boolean;
  /** Voting is closed, and this says why. */
  declare locked: string | null;
  /** Accessible name. */
  declare label: string | null;

  readonly #internals = this.attachInternals();
  readonly #language = new Language(this);
  readonly #voting = new Voting(this);
  readonly #connection = new RatingConnection(this, (result) => this.#voting.news(result));
  readonly #gesture = new Gesture({
    preview: (part) => this.#preview(part),
    release: (part) => this.#choose(ratingAtPart(part, this), 'pointer'),
  });
  #defaultValue: unknown = null;
  #max: unknown = undefined;
  #step: unknown = undefined;
  #average: number | null = null;
  #count: number | null = null;
  #subject = '';
  #required = false;
  #hovered: number | null = null;
  /** The value is no longer the attribute's: the page or the reader set it. */
  #dirty = false;
  #visited = false;
  #states: readonly string[] = [];

  constructor() {
    super();
    this.readonly = false;
    this.locked = this.label = null;
  }

  /** The reader's own rating as shown, staged and pending included; null when not rated. */
  get value(): number | null {
    return toRating(this.#voting.value, this);
  }
  set value(value: number | null) {
    this.#dirty = true;
    this.#set(value);
  }

  /** The rating to begin with, and to come back to on a form's reset. */
  get defaultValue(): number | null {
    return toRating(this.#defaultValue, this);
  }
  set defaultValue(value: number | null) {
    this.#defaultValue = value;
    if (!this.#dirty) this.#set(value);
  }

  /** Number of symbols: a whole number from 1 to 20; anything else is 5. */
  get max(): number {
    return toMax(this.#max);
  }
  set max(max: number) {
    this.#max = max;
    this.#valueChanged();
  }

  /** Distance between two choices; one that does not divide `max` is 1. */
  get step(): number {
    return toStep(this.#step, this.max);
  }
  set step(step: number) {
    this.#step = step;
    this.#valueChanged();
  }

  /** The crowd's mean, 0 to `max`; null when unknown. */
  get average(): number | null {
    return this.#average === null ? null : Math.min(this.#average, this.max);
  }
  set average(average: number | null) {
    this.#average = toAmount(average);
    this.requestUpdate();
  }

  /** The crowd's votes; null when unknown. */
  get count(): number | null {
    return this.#count;
  }
  set count(count: number | null) {
    this.#count = toAmount(count);
    this.requestUpdate();
  }

  /** What is rated: the film's id, in every event. Another subject starts over. */
  get subject(): string {
    return this.#subject;
  }
  set subject(subject: string | null) {
    const before = this.#subject;
    if ((subject ?? '') === before) return;
    this.#subject = subject ?? '';
    if (before) {
      this.#dirty = false;
      this.#voting.startOver();
      this.#valueChanged();
    }
    if (this.isConnected) this.#connection.open(this.#subject);
  }

  /** Name of the form field. With a name the rating is a form field, without one a vote. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(name: string | null) {
    if (name === null) this.removeAttribute('name');
    else if (name !== this.getAttribute('name')) this.setAttribute('name', name);
    this.requestUpdate();
  }

  /** A form cannot be sent without a rating. */
  get required(): boolean {
    return this.#required;
  }
  set required(required: boolean) {
    this.#required = Boolean(required);
    this.#valueChanged();
  }

  /** No rating can be chosen, and the field is not submitted. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', Boolean(disabled));
  }

  /** The form that the field belongs to; set it to a form's id, as the attribute. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  set form(id: string) {
    this.setAttribute('form', id);
  }

  /** The `<label>` elements of the field. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** What the rating is doing. */
  get state(): VoteState {
    return this.locked === null ? stateOf(this.#voting.life) : 'locked';
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Puts the focus on the chosen rating, else on the lowest. */
  override focus(options?: FocusOptions): void {
    this.#control?.focus(options);
  }

  /** Takes the rating back, as the reader would. */
  clear(): void {
    this.#choose(null, 'api');
  }

  /** Sends a failed vote again, with the same idempotency key. */
  retry(): void {
    this.#voting.retry('api');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection.open(this.#subject);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.close();
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#dirty = this.#visited = false;
    this.#set(this.#defaultValue);
  }

  formStateRestoreCallback(state: string): void {
    this.value = Number(state);
  }

  /** Takes over the crowd's numbers and a lock from a host's answer; what is missing or no number stays. */
  showCrowd({ average, count, locked }: VoteResult): void {
    this.average = toAmount(average) ?? this.#average;
    this.count = toAmount(count) ?? this.#count;
    if (typeof locked === 'string') this.locked = locked;
  }

  protected override updated(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('.stars');
    if (row && (this.max !== 5 || row.classList.contains('shaped'))) shapeStars(row, this.max);
    if (this.readonly) this.removeEventListener('click', this.#handleLabelClick);
    else {
      this.addEventListener('click', this.#handleLabelClick);
      this.#syncControls();
      this.#checkValidity();
    }
    this.#showStates();
  }

  protected override render(): TemplateResult {
    const { max, value, average, count, name, readonly } = this;
    const lang = this.#language.tag;
    const crowd = average === null || count === 0 ? null : average / max;
    const shown = this.#hovered ?? value;
    const isField = Boolean(name) || readonly;
    const row =
      shown === null
        ? stars({ fill: crowd ?? 0 })
        : stars({ fill: shown / max, own: !isField || crowd !== null, crowd });
    const hasCrowd = average !== null || count !== null || !(name || (readonly && value !== null));
    const summary = hasCrowd ? crowdSentence(lang, average, count, max) : '';
    const own = value !== null && (!name || readonly) ? this.#ownSentence(value) : '';
    if (readonly) {
      const sentence = [summary || sayRating(lang, 'valueOf', { value: value ?? 0, max }), summary && own]
        .filter(Boolean)
        .join('. ');
      const label = this.label ?? authorName(this);
      return html`<div part="base" class="base" role="img" aria-label=${label ? `${label}: ${sentence}` : sentence}>
        ${row}<span part="summary">${sentence}</span>
      </div>`;
    }
    return html`<div part="base" class="base ${this.state} ${name ? '' : 'voting'}">
      ${this.#renderControl(row)}
      <div class="text">
        <span part="summary" id="summary" ?hidden=${!summary}>${summary}</span
        >${name ? nothing : this.#renderMessage(own)}
      </div>
    </div>`;
  }

  /** Radios up to seven choices, a range above; over the row of stars either way. */
  #renderControl(row: TemplateResult): TemplateResult {
    const { value, state } = this;
    const lang = this.#language.tag;
    const off = this.#disabled;
    const ranged = choiceCount(this) > MOST_RADIOS;
    const label = this.label ?? (authorName(this) || sayRating(lang, 'rating'));
    const choices = ranged
      ? html`<input
          type="range"
          part="symbol"
          min="0"
          max=${this.max}
          step=${this.step}
          aria-label=${label}
          aria-describedby="summary"
          aria-valuetext=${value === null ? sayRating(lang, 'notRated') : choiceName(lang, value)}
          ?disabled=${off}
          aria-busy=${state === 'pending'}
        />`
      : Array.from({ length: choiceCount(this) }, (_, i) => {
          const choice = choiceAt(this, i + 1);
          return html`<input
            type="radio"
            part="symbol"
            name="choice"
            value=${choice}
            aria-label=${choiceName(lang, choice)}
            ?disabled=${off}
          />`;
        });
    return html`<div
      class="row ${off ? 'off' : ''}"
      role=${ranged ? nothing : 'radiogroup'}
      aria-label=${ranged ? nothing : label}
      aria-describedby=${ranged ? nothing : 'summary'}
      aria-required=${ranged || !this.required ? nothing : 'true'}
      aria-disabled=${state === 'locked' && !ranged ? 'true' : nothing}
      aria-busy=${!ranged && state === 'pending' ? 'true' : nothing}
      @click=${this.#handleClick}
      @input=${this.#handleInput}
      @change=${this.#handleInput}
      @keydown=${this.#handleKeyDown}
      @focusout=${this.#handleFocusOut}
      @pointerdown=${this.#handlePointer}
      @pointermove=${this.#handlePointer}
      @pointerleave=${this.#handlePointer}
    >
      ${row}
      <div class="choices">${choices}</div>
    </div>`;
  }

  /** One line on the reader's own vote. Only an outcome of their own act is spoken. */
  #renderMessage(own: string): TemplateResult {
    const lang = this.#language.tag;
    const { life, slow, retryable } = this.#voting;
    const { staged, pending, failed } = life;
    const text =
      staged != null
        ? sayRating(lang, 'staged', { value: choiceName(lang, staged) })
        : pending
          ? slow && sayRating(lang, 'pending')
          : failed
            ? sayRating(lang, failed.code)
            : own || (life.acted && sayRating(lang, 'removed'));
    const why = this.locked ?? (life.closed ? sayRating(lang, 'closed') : '');
    const isOutcome = life.acted && staged === undefined && !pending;
    return html`<span part="message">
      <span role="status" class=${own && !failed ? 'own-text' : ''}>${isOutcome ? text || nothing : nothing}</span
      ><span class=${own && staged === undefined ? 'own-text' : ''}>${isOutcome ? nothing : text || nothing}</span>
      ${why ? html`<span>${why}</span>` : nothing}
      ${
        failed && retryable
          ? html`<button type="button" part="retry" @click=${this.#handleRetry}>${sayRating(lang, 'retry')}</button>`
          : nothing
      }
    </span>`;
  }

  #ownSentence(value: number): string {
    return ownSentence(this.#language.tag, value, this.#voting.life.kept);
  }

  /** The native control that has, or would get, the focus. */
  get #control(): HTMLInputElement | null {
    const controls = [...this.renderRoot.querySelectorAll('input')];
    return controls.find((control) => control.checked) ?? controls[0] ?? null;
  }

  get #disabled(): boolean {
    return this.matches(':disabled');
  }

  /** The one gate: whether the reader can rate at all. */
  get #interactive(): boolean {
    return !this.readonly && !this.#disabled && this.state !== 'locked';
  }

  #set(value: unknown): void {
    this.#voting.step({ type: 'set', value: typeof value === 'number' && value ? value : null });
    this.#valueChanged();
  }

  /** Form value and validity are right at once, before anything is rendered. */
  #valueChanged(): void {
    const { value } = this;
    this.#internals.setFormValue(value === null ? null : `${value}`);
    this.#checkValidity();
    this.requestUpdate();
  }

  #checkValidity(): void {
    const missing = this.#required && !this.readonly && this.value === null;
    if (!missing && this.validity.valid) return;
    const anchor = this.#control ?? undefined;
    this.#internals.setValidity(
      missing ? { valueMissing: true } : {},
      missing ? sayRating(this.#language.tag, 'required') : '',
      anchor,
    );
  }

  /** Native controls keep a state of their own; it follows ours. */
  #syncControls(): void {
    const { value } = this;
    const controls = this.renderRoot.querySelectorAll('input');
    for (const control of controls) {
      if (control.type === 'range') control.value = `${value ?? 0}`;
      else control.checked = Number(control.value) === value;
    }
    const stop = this.#control;
    for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
  }

  #showStates(): void {
    const { value, state } = this;
    const { states } = this.#internals;
    const next: string[] = [state];
    if (value !== null) next.push(`value-${`${value}`.replace('.', '-')}`);
    if (this.#visited && !this.validity.valid) next.push('user-invalid');
    if (next.join() === this.#states.join()) return;
    for (const name of this.#states) states.delete(name);
    for (const name of next) states.add(name);
    this.#states = next;
  }

  #preview(part: number | null): void {
    const value = part === null || !this.#interactive ? null : ratingAtPart(part, this);
    if (value === this.#hovered) return;
    this.#hovered = value;
    this.requestUpdate();
    this.dispatchEvent(new PreviewEvent(value));
  }

  /** The reader chooses by keyboard: at once in a form field, for later in a vote. */
  #stage(value: number | null): void {
    if (!this.#interactive || value === this.value) return;
    if (this.name) {
      this.#choose(value, 'keyboard');
      return;
    }
    this.#voting.step({ type: 'stage', value });
    this.#valueChanged();
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** The one exit: what the reader has chosen, to whom it concerns. */
  #choose(value: number | null, source: VoteSource): void {
    const { staged, pending, settled } = this.#voting.life;
    const current = staged === undefined ? this.value : pending ? pending.value : settled;
    if (!this.#interactive || value === current) return;
    this.#dirty = true;
    if (this.name) {
      this.#set(value);
      for (const type of ['input', 'change']) this.dispatchEvent(new Event(type, { bubbles: true }));
    } else {
      this.#voting.vote(value, source);
      this.#valueChanged();
    }
  }

  #handleClick(event: PointerEvent): void {
    const row = event.currentTarget as HTMLElement;
    const radio = event.composedPath()[0];
    this.requestUpdate(); // a native radio has checked itself; see #syncControls
    if (this.#gesture.swallowClick) {
      this.#gesture.swallowClick = false;
    } else if (radio instanceof HTMLInputElement && radio.type === 'radio') {
      this.#choose(Number(radio.value), event.pointerType || event.detail ? 'pointer' : 'keyboard');
    } else {
      const part = partAt(row, event);
      if (part !== null) this.#choose(ratingAtPart(part, this), 'pointer');
    }
  }

  /** Assistive technology moves a native range by itself; a radio's own events are told by its click. */
  #handleInput(event: Event): void {
    event.stopPropagation();
    const control = event.target as HTMLInputElement;
    if (control.type === 'range' && event.type === 'input')
      this.#stage(Math.max(choiceAt(this, 1), Number(control.value)));
  }

  #handleKeyDown(event: KeyboardEvent): void {
    if (!this.#interactive) return;
    const { value, name } = this;
    const control = event.target as HTMLInputElement;
    const range = control.type === 'range';
    const wish = keyWish(event, { value, scale: this, clearable: false, rtl: this.matches(':dir(rtl)'), range });
    const { staged } = this.#voting.life;
    if (wish === 'vote' || (range && event.key === ' ')) {
      if (name && this.form && wish === 'vote') implicitSubmit(this.form);
      else if (staged !== undefined) this.#choose(staged, 'keyboard');
      else return;
    } else if (wish === 'drop') {
      if (staged === undefined) return;
      this.#voting.step({ type: 'unstage' });
      this.#valueChanged();
      this.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (wish) {
      this.#preview(null);
      this.#stage(wish.value);
      this.renderRoot.querySelector<HTMLElement>(`input[value="${this.value ?? ''}"]`)?.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  #handleFocusOut(): void {
    this.#visited = true;
    this.requestUpdate();
  }

  #handlePointer(event: PointerEvent): void {
    if (this.#interactive) this.#gesture.handleEvent(event);
  }

  #handleRetry(event: PointerEvent): void {
    this.#voting.retry(event.detail ? 'pointer' : 'keyboard');
    this.focus();
  }

  /** A click on a `<label>` arrives at the host itself: it brings the focus and chooses nothing. */
  readonly #handleLabelClick = (event: Event): void => {
    if (event.composedPath()[0] === this) this.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'star-rating': StarRating;
  }
}
