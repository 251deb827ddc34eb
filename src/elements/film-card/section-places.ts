/**
 * Moves rendered sections into another order, each with the comments before and after it by which Lit knows its place.
 * Lit's own `repeat` is 0.8 kB. The section with the focus stays where it is, as what moves loses it.
 */
export function putInOrder(root: ParentNode, names: readonly string[]): void {
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
