import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';

describe('hidden', () => {
  for (const tag of ['star-rating', 'film-card', 'review-excerpt']) {
    /** How the element is laid out with that in its `hidden`, and whether its content is. */
    const layoutOf = async (hidden?: string): Promise<[display: string, contentVisibility: string | undefined]> => {
      const element = document.createElement(tag);
      if (hidden !== undefined) element.setAttribute('hidden', hidden);
      await fixture(html`<div>${element}</div>`);
      const { display, contentVisibility } = getComputedStyle(element);
      return [display, contentVisibility];
    };

    it(`takes <${tag}> off the page`, async () => {
      for (const hidden of ['', 'hidden', 'no']) expect((await layoutOf(hidden))[0]).to.equal('none');
    });

    it(`leaves <${tag}> its place, and skips what is in it, until it is found`, async () => {
      const [display, contentVisibility] = await layoutOf();
      for (const hidden of ['until-found', 'Until-Found'])
        expect(await layoutOf(hidden)).to.deep.equal(
          contentVisibility === undefined ? ['none', undefined] : [display, 'hidden'],
        );
    });
  }
});
