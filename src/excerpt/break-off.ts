/** How texts say that they go on elsewhere, WordPress in brackets. */
export const BREAK = /(?:\.{3}|…|[[(] ?(?:\.{3}|…) ?[\])])$/u;

/** A text that goes on elsewhere ends in one "…", wherever its dots came from; after a sentence it stands apart. */
export const breakOff = (text: string): string =>
  text
    .replace(BREAK, '')
    .trimEnd()
    .replace(/[.!?]?$/u, (end) => (end ? `${end}\u00a0…` : '…'));
