import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import * as small from '../../src/cdn/small-css-tag.js';

/** A shadow root that has adopted a text with another within it, and a sheet of somebody else's. */
function adopted({ css, unsafeCSS, getCompatibleStyle, adoptStyles }: typeof small): ShadowRoot {
  const foreign = new CSSStyleSheet();
  foreign.replaceSync('b { color: red }');
  const inner = unsafeCSS('color: green');
  const style = css`
    a::before {
      ${inner};
      content: '\\2197';
    }
  `;
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  adoptStyles(root, [style, foreign].map(getCompatibleStyle));
  return root;
}
const rules = ({ adoptedStyleSheets }: ShadowRoot): string[] =>
  adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));

describe('the style sheets of the one-file builds', () => {
  it('say what they say with Lit’s own', () => {
    const ours = rules(adopted(small));
    expect(ours).to.deep.equal(rules(adopted(lit as unknown as typeof small)));
    expect(ours).to.have.length(2);
    expect(ours[0]).to.contain('green').and.contain('↗');
  });

  it('are parsed once, however many elements adopt them', () => {
    const style = small.css``;
    expect(style.styleSheet).to.equal(style.styleSheet);
  });
});
