import { adoptStyles, type LitElement } from 'lit';

/**
 * The shadow root of an element that a server may have rendered. What is in it is taken out, and the first render comes
 * in the same task: nothing is there twice, nothing has to match, and nobody sees a gap.
 */
export function ownRoot(element: LitElement): ShadowRoot {
  const { shadowRootOptions, elementStyles } = element.constructor as typeof LitElement;
  element.shadowRoot?.replaceChildren();
  const root = element.shadowRoot ?? element.attachShadow(shadowRootOptions);
  adoptStyles(root, elementStyles);
  return root;
}
