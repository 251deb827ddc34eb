import type { VoteResult } from './vote-event.js';

/** How a rating with a subject introduces itself to whoever keeps votes. */
export interface RatingConnectDetail {
  readonly subject: string;
  /** Aborts when the rating leaves the page or rates something else. */
  readonly signal: AbortSignal;
  /** Shows a store's news: fires nothing, and never overwrites a staged or pending value. */
  readonly update: (result: VoteResult) => void;
}

/** Fired when a rating with a subject is in the page. Bubbles and is composed. */
export class RatingConnectEvent extends CustomEvent<RatingConnectDetail> {
  constructor(detail: RatingConnectDetail) {
    super('rating-connect', { bubbles: true, composed: true, detail: Object.freeze(detail) });
  }
}

/** A store that came late dispatches this on the document; every rating then introduces itself again. */
export const VOTE_STORE_READY = 'vote-store-ready';

declare global {
  interface GlobalEventHandlersEventMap {
    'rating-connect': RatingConnectEvent;
  }
}
