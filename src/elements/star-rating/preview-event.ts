/** What the pointer is over; null when it has left. */
export interface PreviewDetail {
  readonly value: number | null;
}

/** Fired while a reader hovers or drags over a rating. Bubbles. */
export class PreviewEvent extends CustomEvent<PreviewDetail> {
  constructor(value: number | null) {
    super('preview', { bubbles: true, detail: { value } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    preview: PreviewEvent;
  }
}
