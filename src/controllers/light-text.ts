const BLOCKS = /^(p|div|section|blockquote|ul|ol|li|h[1-6])$/;

/** What no page shows; comments are where templates of frameworks have their marks. */
const UNSEEN = /^(#comment|script|style|noscript)$/i;

/** The text below a node, in which blocks stand between blank lines as they do on a page. `textContent` runs them into one. */
export function lightText(node: Node): string {
  if (UNSEEN.test(node.nodeName)) return '';
  if (!node.hasChildNodes()) return node.nodeName === 'BR' ? '\n' : (node.textContent ?? '');
  const text = Array.from(node.childNodes, lightText).join('');
  return BLOCKS.test((node as Element).localName) ? `\n\n${text}\n\n` : text;
}
