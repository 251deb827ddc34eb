/**
 * What the author calls a form-associated element: its `aria-labelledby`, its `aria-label`, else its
 * `<label>`s, in the order of the accessible name computation. The texts are read and not referred
 * to, because ids do not reach into a shadow root.
 */
export function authorName(element: HTMLElement & { readonly labels: NodeList }): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && root.getElementById?.(id));
  const text = (nodes: Iterable<Node | null | undefined | ''>): string =>
    [...nodes]
      .map((node) => (node ? (node.textContent ?? '').trim() : ''))
      .join(' ')
      .trim();
  return text(named) || element.getAttribute('aria-label')?.trim() || text(element.labels);
}
