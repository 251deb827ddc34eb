import { RatingConnectEvent, VOTE_STORE_READY } from './rating-connect-event.js';
import type { VoteResult } from './vote-event.js';

const open = new Set<RatingConnection>();

/** Introduces a rating to whoever keeps votes: now, and again when a store asks later. */
export class RatingConnection {
  /** One listener for all ratings of the page, however often it is added. */
  static readonly #announceAll = (): void => open.forEach((one) => one.#announce());

  readonly #element: EventTarget;
  readonly #update: (result: VoteResult) => void;
  #subject = '';
  #abort: AbortController | undefined;

  constructor(element: EventTarget, update: (result: VoteResult) => void) {
    this.#element = element;
    this.#update = update;
  }

  /** Fires `rating-connect` for a subject; with an empty one there is nothing to keep. */
  open(subject: string): void {
    this.close();
    if (!subject) return;
    this.#subject = subject;
    document.addEventListener(VOTE_STORE_READY, RatingConnection.#announceAll);
    open.add(this);
    this.#abort = new AbortController();
    this.#announce();
  }

  close(): void {
    open.delete(this);
    this.#abort?.abort();
  }

  #announce(): void {
    const { signal } = this.#abort as AbortController;
    const update = (result: VoteResult): void => {
      if (!signal.aborted) this.#update(result);
    };
    this.#element.dispatchEvent(new RatingConnectEvent({ subject: this.#subject, signal, update }));
  }
}
