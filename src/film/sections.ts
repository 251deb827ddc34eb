/** The parts of a card that a page can choose and order, in their usual order. */
export const SECTIONS = [
  'poster',
  'byline',
  'title',
  'rating',
  'synopsis',
  'facts',
  'specs',
  'trivia',
  'reviews',
] as const;

/** One of them. */
export type Section = (typeof SECTIONS)[number];

/** Those that are asked for by name, each once, in that order; what to show otherwise where none is known. */
export function readSections(
  asked: string | readonly string[] | null | undefined,
  otherwise: readonly Section[],
): readonly Section[] {
  if (!asked) return otherwise;
  const names = [asked]
    .flat() // a list is what users of frameworks write
    .join(' ')
    .split(/[\s,]+/)
    .filter((name): name is Section => (SECTIONS as readonly string[]).includes(name));
  return names.length ? [...new Set(names)] : otherwise;
}
