import { expect, fixture, html } from '@open-wc/testing';
import { rubbishIn } from './rubbish.js';

/** Adds an element with a shadow root. */
function hostIn(parent: ParentNode, content: string): HTMLElement {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = content;
  parent.append(host);
  return host;
}

describe('the search for rubbish', () => {
  for (const [where, spoil] of [
    ['a text', (inner) => inner.querySelector('p')!.append('NaN stars')],
    ['a text of the shadow root itself', (inner) => inner.append('Infinity')],
    ['a text of the page', (inner) => inner.host.append('[object Object]')],
    ['an attribute', (inner) => inner.querySelector('p')!.setAttribute('aria-label', 'undefined')],
    ['the attribute of an inner host', (inner) => inner.host.setAttribute('value', 'null')],
    ['what a field holds', (inner) => (inner.querySelector('input')!.value = 'NaN')],
  ] as [string, (inner: ShadowRoot) => void][])
    it(`finds it in ${where}`, async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const outer = hostIn(page, '<section></section>');
      const inner = hostIn(outer.shadowRoot!.firstElementChild!, '<p>3 stars</p><input value="3" />').shadowRoot!;
      expect(rubbishIn(outer)).to.deep.equal([]);
      spoil(inner);
      expect(rubbishIn(outer)).to.have.lengthOf(1);
    });

  it('finds it in an attribute of the element itself, unless the page wrote that', () => {
    const host = document.createElement('div');
    host.setAttribute('max', 'NaN');
    expect(rubbishIn(host)).to.deep.equal(['NaN']);
    expect(rubbishIn(host, ['max'])).to.deep.equal([]);
  });
});
