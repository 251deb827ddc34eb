const BLOCKS = /^(p|div|section|blockquote|ul|ol|li|h[1-6])$/;

/** Elements that no page shows, as a selector. */
export const UNSEEN = 'script,style,noscript,template';

/** The text below a node, in which blocks stand between blank lines as they do on a page. `textContent` runs them into one. */
export function lightText(node: Node): string {
  // comments are where templates of frameworks have their marks
  if (node.nodeName === '#comment' || (node as Partial<Element>).matches?.(UNSEEN)) return '';
  if (!node.hasChildNodes()) return node.nodeName === 'BR' ? '\n' : (node.textContent ?? '');
  const text = Array.from(node.childNodes, lightText).join('');
  return BLOCKS.test((node as Element).localName) ? `\n\n${text}\n\n` : text;
}
