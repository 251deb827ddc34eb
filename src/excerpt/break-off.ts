/** A text that goes on elsewhere ends in one "…", wherever its dots came from; after a sentence it stands apart. */
export const breakOff = (text: string): string =>
  text
    .replace(/(?:\.{3}|…)$/u, '')
    .trimEnd()
    .replace(/[.!?]?$/u, (end) => (end ? `${end} …` : '…'));
