/** The attributes by which an author names and describes an element. */
export const NAMING: readonly string[] = ['aria-labelledby', 'aria-label', 'aria-describedby'];

/**
 * What the author calls a form-associated element: its `aria-labelledby`, its `aria-label`, else its
 * `<label>`s. The texts are read and not referred to, because ids do not reach into a shadow root.
 */
export function authorName(element: HTMLElement & { readonly labels: NodeList }): string {
  const root = element.getRootNode() as Partial<Document>; // of an element that was taken out, any node
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  // a label around an element does not consist of it
  const words = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
    return node === element ? '' : [...node.childNodes].map(words).join('');
  };
  const text = (nodes: Iterable<Node | null>): string =>
    [...nodes]
      .map((node) => node && words(node).trim())
      .join(' ')
      .trim();
  return text(ids.map((id) => root.getElementById?.(id) ?? null)) || element.ariaLabel?.trim() || text(element.labels);
}
