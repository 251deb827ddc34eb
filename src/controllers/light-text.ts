const BLOCKS =
  /^(p|div|section|article|aside|header|footer|figure|figcaption|blockquote|pre|hr|[uo]l|li|d[ltd]|table|tr|h[1-6])$/;

/** After these comes a line break, as good as a space: what follows a cell of a table stands beside it. */
const BREAKS = /^(br|t[hd])$/;

/** Elements that no page shows, as a selector. */
export const UNSEEN = 'script,style,noscript,template,[hidden]:not([hidden=until-found i])';

// comments are where templates of frameworks have their marks
const isSeen = (node: Node): boolean => node.nodeName !== '#comment' && !(node as Partial<Element>).matches?.(UNSEEN);

/** The text below a node, in which blocks stand between blank lines as they do on a page. `textContent` runs them into one. */
export function lightText(node: Node): string {
  const { localName } = node as Element;
  const text = node.hasChildNodes()
    ? [...node.childNodes].filter(isSeen).map(lightText).join('')
    : (node.textContent ?? '');
  return BLOCKS.test(localName) ? `\n\n${text}\n\n` : BREAKS.test(localName) ? `${text}\n` : text;
}
