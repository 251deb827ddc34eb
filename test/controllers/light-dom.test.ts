import { expect, fixture, html } from '@open-wc/testing';
import { forgetLightDom, watchLightDom } from '../../src/controllers/light-dom.js';

class Reader extends HTMLElement {
  readonly read: string[] = [];

  connectedCallback(): void {
    watchLightDom(this, ({ read, textContent }) => read.push(textContent));
  }

  disconnectedCallback(): void {
    forgetLightDom(this);
  }
}
customElements.define('test-reader', Reader);

const reading = async (text: string): Promise<Reader> => {
  const page = await fixture(html`<div></div>`);
  const reader = new Reader();
  reader.textContent = text;
  page.append(reader);
  return reader;
};

/** Observers of the page have been told. */
const told = (target: Node): Promise<void> =>
  new Promise((resolve) =>
    new MutationObserver((_records, observer) => {
      observer.disconnect();
      resolve();
    }).observe(target, { childList: true, characterData: true, subtree: true }),
  );

describe('light DOM of an element', () => {
  it('is read when the element comes into the page', async () => {
    expect((await reading('one')).read).to.deep.equal(['one']);
  });

  it('is read again when it changes: nodes, and text in them', async () => {
    const reader = await reading('one');
    let change = told(reader);
    reader.append(document.createElement('b'));
    await change;
    change = told(reader);
    reader.querySelector('b')!.append(new Text(' two'));
    await change;
    change = told(reader);
    reader.firstChild!.nodeValue = 'three';
    await change;
    expect(reader.read).to.deep.equal(['one', 'one', 'one two', 'three two']);
  });

  it('is read once for many changes at a time', async () => {
    const reader = await reading('one');
    const change = told(reader);
    for (const text of ['two', 'three', 'four']) reader.append(new Text(text));
    await change;
    expect(reader.read).to.deep.equal(['one', 'onetwothreefour']);
  });

  it('is read by both when one element is in another', async () => {
    const outer = await reading('');
    const inner = outer.appendChild(new Reader());
    outer.read.length = inner.read.length = 0;
    const change = told(outer);
    inner.append(new Text('x'));
    await change;
    expect([outer.read.at(-1), inner.read]).to.deep.equal(['x', ['x']]);
  });

  it('is not read while the element is away', async () => {
    const reader = await reading('one');
    const parent = reader.parentElement!;
    reader.remove();
    const change = told(reader);
    reader.textContent = 'two';
    await change;
    expect(reader.read).to.deep.equal(['one']);
    parent.append(reader);
    expect(reader.read).to.deep.equal(['one', 'two']);
  });
});
