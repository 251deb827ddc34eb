/** Whether all of the text is shown now. */
export interface ExcerptToggleDetail {
  readonly expanded: boolean;
}

/** Fired when a reader, or their find-in-page, opens or closes an excerpt. Bubbles and is composed. */
export class ExcerptToggleEvent extends CustomEvent<ExcerptToggleDetail> {
  constructor(expanded: boolean) {
    super('excerpt-toggle', { bubbles: true, composed: true, detail: { expanded } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'excerpt-toggle': ExcerptToggleEvent;
  }
}
