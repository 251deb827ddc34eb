import { adoptStyles, type CSSResult, type LitElement } from 'lit';
import { keepClass } from './keep-class.js';
import { sheetsIn } from './sheets.js';

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
  adoptSheets(element, root);
  return root;
}

function adoptSheets(element: LitElement, root: ShadowRoot): void {
  const { ownerDocument } = element;
  if (ownerDocument === document) adoptStyles(root, stylesOf(element));
  else root.adoptedStyleSheets = stylesOf(element).flatMap(({ cssText }) => sheetsIn(ownerDocument, cssText));
}

/**
 * Gives an element what it has lost when it was moved to another document, say into a frame: a style sheet belongs to the
 * document that it was made in, and a shadow root that leaves loses its own.
 */
export function settleIn(element: LitElement): void {
  keepClass(element);
  const { shadowRoot } = element;
  if (shadowRoot) adoptSheets(element, shadowRoot);
}
