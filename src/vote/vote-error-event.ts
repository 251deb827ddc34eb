import type { VoteErrorCode } from './vote-error.js';

/** A vote that failed and was rolled back. */
export interface VoteErrorDetail {
  readonly subject: string;
  readonly code: VoteErrorCode;
  /** What the reader wanted; null for a retraction. */
  readonly attempted: number | null;
  /** What is shown again. */
  readonly restored: number | null;
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
}

/** Fired after a vote failed and the earlier rating is back. Bubbles and is composed. */
export class VoteErrorEvent extends CustomEvent<VoteErrorDetail> {
  constructor(detail: VoteErrorDetail) {
    super('vote-error', { bubbles: true, composed: true, detail: Object.freeze(detail) });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vote-error': VoteErrorEvent;
  }
}
