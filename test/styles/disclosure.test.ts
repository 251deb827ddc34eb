import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { FilmCard } from '../../src/elements/film-card/film-card.js';
import type { ReviewExcerpt } from '../../src/elements/review-excerpt/review-excerpt.js';
import { cardOf, film } from '../elements/film-card/cards.js';
import { emulateMedia } from '../helpers/browser.js';
import { part } from '../helpers/shadow.js';
import { itWith } from '../helpers/where-possible.js';

const trivia = ['One.', 'Two.', 'Three.'].map((text) => ({ text }));

for (const [what, make, name] of [
  [
    'a review',
    () => fixture<ReviewExcerpt>(html`<review-excerpt>It goes on. ${'And on. '.repeat(200)}</review-excerpt>`),
    'toggle',
  ],
  ['trivia', () => cardOf(film({ trivia })), 'more'],
] as const)
  describe(`the chevron of ${what}`, () => {
    let element: FilmCard | ReviewExcerpt;
    beforeEach(async () => (element = await make()));
    const chevron = (): CSSStyleDeclaration => getComputedStyle(part(element, name), '::after');

    it('points where the text will go', async () => {
      expect(chevron().rotate).to.equal('45deg');
      part(element, name).click();
      await element.updateComplete;
      for (const turn of part(element, name).getAnimations({ subtree: true })) turn.finish();
      expect(chevron().rotate).to.equal('225deg');
    });

    itWith('media', 'turns at once for a reader who wants less motion', async () => {
      await emulateMedia({ 'prefers-reduced-motion': 'no-preference' });
      expect(chevron().transitionProperty).to.equal('rotate');
      await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
      try {
        part(element, name).click();
        await element.updateComplete;
        expect(chevron().rotate).to.equal('225deg');
      } finally {
        await emulateMedia({});
      }
    });
  });
