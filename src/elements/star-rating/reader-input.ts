import { choiceAt, ratingAtPart } from '../../rating/scale.js';
import type { VoteSource } from '../../vote/vote-event.js';
import { Gesture, partAt } from './gesture.js';
import { implicitSubmit } from './implicit-submit.js';
import { keyWish } from './keys.js';
import { PreviewEvent } from './preview-event.js';
import type { StarRating } from './star-rating.js';
import type { Voting } from './voting.js';

/** What the reader does on the row of stars, by pointer, by key or through assistive technology, as a wish. */
export class ReaderInput implements EventListenerObject {
  readonly #rating: StarRating;
  readonly #voting: Voting;
  readonly #gesture: Gesture;
  /** The rating that the pointer is over; null when there is none. */
  hovered: number | null = null;
  /** What the last click chose. */
  #clicked: number | undefined;

  constructor(rating: StarRating, voting: Voting) {
    this.#rating = rating;
    this.#voting = voting;
    this.#gesture = new Gesture({
      preview: (part) => this.#preview(part === null || !voting.open ? null : ratingAtPart(part, rating)),
      release: (part) => voting.choose(ratingAtPart(part, rating), 'pointer'),
    });
  }

  /** Ends what the mouse does where the rating has closed under it, when whoever closed it is done. */
  stopIfClosed(): void {
    queueMicrotask(() => {
      if (!this.#voting.open) this.stop();
    });
  }

  /** The row has left the page, or nobody can rate on it any more what they began to rate. */
  stop(): void {
    this.#gesture.stop();
    this.#preview(null); // the mouse does not leave what is taken away from it
  }

  handleEvent(event: Event): void {
    if (event.defaultPrevented) return; // the page has taken it
    if (event.type === 'click') this.#click(event as PointerEvent);
    else if (event.type === 'keydown') this.#key(event as KeyboardEvent);
    else if (event.type === 'pointerover') this.#gesture.handleEvent(event as PointerEvent);
    else if (event.type === 'input') this.#input(event);
    else this.#rating.requestUpdate(); // the reader has come: a label may have been changed, which nobody tells
  }

  /** Shows a rating while the pointer is over it; null ends that. */
  #preview(value: number | null): void {
    if (value === this.hovered) return;
    this.hovered = value;
    this.#rating.requestUpdate();
    this.#rating.dispatchEvent(new PreviewEvent(value));
  }

  #click(event: PointerEvent): void {
    const rating = this.#rating;
    const control = event.target as HTMLInputElement;
    // a native radio has checked itself, and takes that back after a page that prevents the click
    setTimeout(() => rating.requestUpdate());
    let source = bySource(event);
    if (source === 'pointer' && this.#gesture.endsDrag()) return;
    const voting = this.#voting;
    let value = Number(control.value);
    if (control.type === 'range') {
      // the pointer never reaches it, assistive technology does: it has moved the range, and now means it
      if (voting.life.staged !== undefined) voting.choose(rating.value, source);
      return;
    }
    if (control.type !== 'radio') {
      const part = partAt(event.currentTarget as HTMLElement, event);
      if (part === null) return;
      rating.focus(); // as a click on a native range does; the pointer does not reach ours
      value = ratingAtPart(part, rating);
      source = 'pointer';
    }
    // the second click of two is no other vote, also where the page has prevented that of the first
    if (event.detail < 2 || value !== this.#clicked) voting.choose(value, source);
    this.#clicked = value;
  }

  /** Assistive technology moves a native range by itself; what a radio has to tell, its click told. */
  #input(event: Event): void {
    event.stopPropagation();
    this.#rating.requestUpdate(); // a native range has moved itself, maybe where ours does not go
    const { type, value } = event.target as HTMLInputElement;
    if (type === 'range') this.#voting.stage(Math.max(choiceAt(this.#rating, 1), Number(value)));
  }

  #key(event: KeyboardEvent): void {
    const rating = this.#rating;
    const voting = this.#voting;
    const isStaged = voting.life.staged !== undefined;
    const { value, name, form } = rating;
    const wish = keyWish(event, rating);
    if (name && form && wish === 'send') implicitSubmit(form);
    else if (!voting.open) {
      // a native radio would move by itself
      if (wish !== null && typeof wish !== 'number') return;
    } else if (wish === 'vote' || wish === 'send') {
      if (!isStaged) return;
      voting.choose(value, 'keyboard');
    } else {
      if (wish === undefined || (wish === 'drop' && !isStaged)) return;
      this.#preview(null);
      if (wish === 'drop') voting.unstage();
      else voting.stage(wish);
      (event.currentTarget as Element).querySelector<HTMLElement>(`input[value="${rating.value ?? ''}"]`)?.focus();
    }
    event.preventDefault();
  }
}

/** A click without a pointer comes from a key, or from assistive technology. */
export const bySource = ({ detail, pointerType }: MouseEvent & { pointerType?: string }): VoteSource =>
  pointerType || detail ? 'pointer' : 'keyboard';
