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

type Asked = string | readonly string[] | null | undefined;

const isSection = (name: string): name is Section => (SECTIONS as readonly string[]).includes(name);

const split = (asked: Asked): string[] =>
  [asked ?? '']
    .flat() // a list is what users of frameworks write
    .join(' ')
    .split(/[\s,]+/);

/** Those that are asked for by name, each once, in that order; what to show otherwise where none is known. */
export function readSections(asked: Asked, otherwise: readonly Section[]): readonly Section[] {
  if (!asked) return otherwise;
  const names = split(asked).filter(isSection);
  return names.length ? [...new Set(names)] : otherwise;
}

/** The names that are asked for and stand for none. */
export const unknownSections = (asked: Asked): string[] => split(asked).filter((name) => name && !isSection(name));
