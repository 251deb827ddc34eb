import { choiceAt, ratingAtPart, type Scale } from '../../rating/scale.js';
import type { VoteSource } from '../../vote/vote-event.js';
import { isRange } from './controls.js';
import { Gesture, partAt } from './gesture.js';
import { implicitSubmit } from './implicit-submit.js';
import { keyWish } from './keys.js';

/** The rating that the reader acts on. */
interface Rating extends HTMLElement, Scale {
  readonly value: number | null;
  readonly name: string | null;
  readonly clearable: boolean;
  readonly form: HTMLFormElement | null;
  requestUpdate(): void;
}

/** What the reader can ask of it. */
interface Wishes {
  /** Whether the reader can rate at all. */
  readonly isOpen: () => boolean;
  /** Whether a choice waits for Enter. */
  readonly isStaged: () => boolean;
  /** Shows a rating while the pointer is over it; null ends that. */
  readonly preview: (value: number | null) => void;
  /** Chooses for later; undefined drops what was. */
  readonly stage: (value: number | null | undefined) => void;
  /** Chooses for good. */
  readonly choose: (value: number | null, source: VoteSource) => void;
}

/** What the reader does on the row of stars, by pointer, by key or through assistive technology, as a wish. */
export class ReaderInput implements EventListenerObject {
  readonly #rating: Rating;
  readonly #wishes: Wishes;
  readonly gesture: Gesture;

  constructor(rating: Rating, wishes: Wishes) {
    this.#rating = rating;
    this.#wishes = wishes;
    this.gesture = new Gesture({
      preview: (part) => wishes.preview(part === null || !wishes.isOpen() ? null : ratingAtPart(part, rating)),
      release: (part) => wishes.choose(ratingAtPart(part, rating), 'pointer'),
    });
  }

  readonly handleEvent = (event: Event): void => {
    if (event.type === 'click') this.#click(event as PointerEvent);
    else if (event.type === 'keydown') this.#key(event as KeyboardEvent);
    else if (event.type === 'pointerover') this.gesture.handleEvent(event as PointerEvent);
    else if (event.type === 'input') this.#input(event);
    else this.#rating.requestUpdate(); // the reader has come: a label may have been changed, which nobody tells
  };

  #click(event: PointerEvent): void {
    const rating = this.#rating;
    const control = event.target as HTMLInputElement;
    rating.requestUpdate(); // a native radio has checked itself
    const source = bySource(event);
    if (source === 'pointer' && this.gesture.endsDrag()) return;
    const { isStaged, choose } = this.#wishes;
    if (control.type === 'radio') choose(Number(control.value), source);
    else if (control.type === 'range') {
      // the pointer never reaches it, assistive technology does: it has moved the range, and now means it
      if (isStaged()) choose(rating.value, source);
    } else {
      const part = partAt(event.currentTarget as HTMLElement, event);
      if (part === null) return;
      rating.focus(); // as a click on a native range does; the pointer does not reach ours
      choose(ratingAtPart(part, rating), 'pointer');
    }
  }

  /** Assistive technology moves a native range by itself; what a radio has to tell, its click told. */
  #input(event: Event): void {
    event.stopPropagation();
    this.#rating.requestUpdate(); // a native range has moved itself, maybe where ours does not go
    const { type, value } = event.target as HTMLInputElement;
    if (type === 'range') this.#wishes.stage(Math.max(choiceAt(this.#rating, 1), Number(value)));
  }

  #key(event: KeyboardEvent): void {
    const rating = this.#rating;
    const { isOpen, isStaged, preview, stage, choose } = this.#wishes;
    const { value, clearable, name, form } = rating;
    const range = isRange(rating);
    const wish = keyWish(event, rating, { value, clearable, range, rtl: rating.matches(':dir(rtl)') });
    if (!isOpen()) {
      // a native radio would move by itself
      if (wish === null || typeof wish === 'number') event.preventDefault();
      return;
    }
    if (wish === 'vote' || wish === 'send') {
      if (name && form && wish === 'send') implicitSubmit(form);
      else if (isStaged()) choose(value, 'keyboard');
      else return;
    } else if (wish === 'drop') {
      if (!isStaged()) return;
      stage(undefined);
    } else if (wish !== undefined) {
      preview(null);
      stage(wish);
      (event.currentTarget as Element).querySelector<HTMLElement>(`input[value="${rating.value ?? ''}"]`)?.focus();
    } else return;
    event.preventDefault();
  }
}

/** A click without a pointer comes from a key, or from assistive technology. */
export const bySource = ({ detail, pointerType }: MouseEvent & { pointerType?: string }): VoteSource =>
  pointerType || detail ? 'pointer' : 'keyboard';
