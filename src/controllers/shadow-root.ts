import { adoptStyles, type CSSResult, type LitElement } from 'lit';

const stylesOf = (element: LitElement): CSSResult[] =>
  (element.constructor as typeof LitElement).elementStyles as CSSResult[];

/**
 * The shadow root of an element that a server may have rendered. What is in it is taken out, and the first render comes
 * in the same task: nothing is there twice, nothing has to match, and nobody sees a gap.
 */
export function ownRoot(element: LitElement): ShadowRoot {
  const { shadowRootOptions } = element.constructor as typeof LitElement;
  element.shadowRoot?.replaceChildren();
  const root = element.shadowRoot ?? element.attachShadow(shadowRootOptions);
  adoptStyles(root, stylesOf(element));
  return root;
}

/** The sheets that a document of somebody else has been given. */
const copies = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

function copyFor(page: Document, style: CSSResult): CSSStyleSheet {
  let sheets = copies.get(page);
  if (!sheets) copies.set(page, (sheets = new Map<CSSResult, CSSStyleSheet>()));
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new (page.defaultView ?? globalThis).CSSStyleSheet()));
    sheet.replaceSync(style.cssText);
  }
  return sheet;
}

/**
 * Dresses an element again that was moved to another document, say into a frame: a style sheet belongs to the
 * document that it was made in, and a shadow root that leaves loses its own.
 */
export function dress(element: LitElement): void {
  const { shadowRoot, ownerDocument } = element;
  if (!shadowRoot) return;
  shadowRoot.adoptedStyleSheets = stylesOf(element).flatMap((style) =>
    ownerDocument === document ? (style.styleSheet ?? []) : copyFor(ownerDocument, style),
  );
}
