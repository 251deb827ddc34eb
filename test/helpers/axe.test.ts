import { expect, fixture, html } from '@open-wc/testing';
import { complaints, expectAccessible } from './axe.js';

describe('what axe says', () => {
  it('is nothing of a button as it should be', async () => {
    await expectAccessible(await fixture(html`<main><button>Vote</button></main>`));
  });

  it('is what is wrong, the size of targets included, and what it cannot decide (negative control)', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML =
      '<button style="width: 10px; height: 10px; padding: 0">x</button><input type="radio">'.repeat(2) +
      '<p style="background: linear-gradient(#fff, #000)">on what?</p>';
    const said = await complaints(page);
    expect(said.map((line) => line.split(':')[0])).to.include.members([
      ...['violation label', 'violation target-size', 'incomplete color-contrast'],
    ]);
  });

  it('leaves to another test what axe cannot decide, and nothing else (negative control)', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML =
      '<p style="background: linear-gradient(#fff, #000)">on what?</p><p style="background: #fff; color: #eee">pale</p>';
    const said = await complaints(page, 'p');
    expect(said.map((line) => line.split(':')[0])).to.deep.equal(['violation color-contrast']);
  });
});
