import type { Section } from '../../film/sections.js';

/**
 * The places of a film's sections. Each keeps its own for Lit, and with it what the reader did there, whichever sections are
 * asked for in whatever order; what stands in another order than Lit has it is moved after rendering.
 */
export class SectionPlaces {
  /** All sections that the film was shown with, in the order that Lit has them. */
  readonly #places = new Set<Section>();
  /** The order that they stand in; empty when that has to be looked at again. */
  #order = '';
  #isMoved = false;

  /** Starts over: nothing of these sections stands any more. */
  clear(): void {
    this.#places.clear();
    this.#isMoved = false;
  }

  /** Whatever was empty may be there by the next `arrange`, which looks at all again. */
  invalidate(): void {
    this.#order = '';
  }

  /** Gives each of these sections its place; returns all places, in the order to render them in. */
  add(sections: readonly Section[]): readonly Section[] {
    for (const section of sections) this.#places.add(section);
    return [...this.#places];
  }

  /** Moves what was rendered into this order; returns whether it is another one, or holds more. */
  arrange(root: ParentNode, sections: readonly Section[]): boolean {
    const order = sections.join();
    if (order === this.#order) return false;
    if (this.#places.size && (this.#isMoved || order !== [...this.#places].join())) {
      putInOrder(root, sections);
      this.#isMoved = true;
    }
    this.#order = order;
    return true;
  }
}

/**
 * Moves rendered sections, each with the comments before and after it by which Lit knows its place. Lit's own `repeat` is 0.8 kB.
 * The section with the focus stays where it is, as what moves loses it.
 */
function putInOrder(root: ParentNode, names: readonly string[]): void {
  const sections = names.flatMap((name) => root.querySelector(`[part=${name}]`)?.closest('.card > *') ?? []);
  const at = Math.max(
    0,
    sections.findIndex((section) => section.matches(':focus-within')),
  );
  const nodes = (from: number, to?: number): Node[] =>
    sections.slice(from, to).flatMap((section) => [section.previousSibling, section, section.nextSibling] as Node[]);
  sections[at]?.previousSibling?.before(...nodes(0, at));
  sections[at]?.nextSibling?.after(...nodes(at + 1));
}
