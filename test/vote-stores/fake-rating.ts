// The least that a store can tell from a rating: it introduces itself, hears news, and votes.
import { RatingConnectEvent, VOTE_STORE_READY } from '../../src/vote/rating-connect-event.js';
import { VoteEvent, type VoteDetail, type VoteResult } from '../../src/vote/vote-event.js';

let keys = 0;

/** One act, as a rating would describe it. */
export function voteDetail(subject: string, value: number | null, more: Partial<VoteDetail> = {}): VoteDetail {
  return {
    subject,
    value,
    action: value === null ? 'retract' : 'cast',
    previousValue: null,
    max: 5,
    step: 1,
    idempotencyKey: `key-${++keys}`,
    source: 'api',
    signal: new AbortController().signal,
    ...more,
  };
}

export class FakeRating extends HTMLElement {
  readonly news: VoteResult[] = [];
  /** Introduces itself again under the same signal. */
  sameSignal = false;
  #life: AbortController | undefined;
  #waiting: ((result: VoteResult) => void)[] = [];

  get subject(): string {
    return this.getAttribute('subject') ?? '';
  }

  connectedCallback(): void {
    document.addEventListener(VOTE_STORE_READY, this.introduce);
    this.introduce();
  }

  disconnectedCallback(): void {
    document.removeEventListener(VOTE_STORE_READY, this.introduce);
    this.#life?.abort();
    this.#life = undefined;
  }

  introduce = (): void => {
    if (!this.sameSignal) this.#life?.abort();
    if (!this.#life || this.#life.signal.aborted) this.#life = new AbortController();
    this.dispatchEvent(
      new RatingConnectEvent({
        subject: this.subject,
        signal: this.#life.signal,
        update: ({ voted, ...result }) => this.hear(result),
      }),
    );
  };

  /** What it shows after all news: what is left out is unchanged. */
  get shown(): VoteResult {
    return Object.assign({}, ...this.news) as VoteResult;
  }

  hear(result: VoteResult): void {
    this.news.push(result);
    for (const resolve of this.#waiting.splice(0)) resolve(result);
  }

  /** The next news. */
  heard(): Promise<VoteResult> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  vote(value: number | null, more: Partial<VoteDetail> = {}): VoteEvent {
    const event = new VoteEvent(voteDetail(this.subject, value, more));
    this.dispatchEvent(event);
    return event;
  }
}

customElements.define('fake-rating', FakeRating);

declare global {
  interface HTMLElementTagNameMap {
    'fake-rating': FakeRating;
  }
}

export function rating(subject: string, parent: ParentNode = document.body): FakeRating {
  const element = document.createElement('fake-rating');
  element.setAttribute('subject', subject);
  parent.append(element);
  return element;
}

export const removeRatings = (): void =>
  document.querySelectorAll('fake-rating').forEach((element) => element.remove());

/** What a promise was rejected with; it is a failure when it was not. */
export async function rejection(promise: Promise<unknown> | undefined): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`not rejected, but ${JSON.stringify(value)}`);
}
