import { expect, fixture, html } from '@open-wc/testing';
import { expectAccessible } from '../../helpers/axe.js';
import { axTree } from '../../helpers/browser.js';
import { byRole, part } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { answer, cardOf, emptyCard, film, her, settled, show, type FilmCard } from './cards.js';
import { GOLDEN } from './golden-tree.js';
import { Network } from './network.js';

const long = film({
  rating: { distribution: [1, 2, 3, 4, 5], locked: 'Voting opens tonight.' },
  trivia: [{ text: 'She leaves.', spoiler: true }, { text: 'Two.' }, { text: 'Three.' }],
  reviews: [{ title: 'Good', author: 'Lena', body: 'A sentence. '.repeat(99), spoiler: true }, { body: 'Short.' }],
});

/** Opens everything that can be opened. */
async function openAll(card: FilmCard): Promise<void> {
  card.shadowRoot!.querySelector('summary')?.click();
  byRole(card, 'button', 'Show 1 more').click();
  byRole(part(card, 'review'), 'button', 'Show the review').click();
  await settled(card);
  byRole(part(card, 'review'), 'button', 'Read More').click();
  await settled(card);
}

describe('<film-card> accessibility', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());

  const STATES: [string, () => Promise<FilmCard>][] = [
    ['empty', () => emptyCard()],
    ['loading', () => emptyCard({ src: '/her.json' })],
    [
      'failed',
      () => {
        network.reply = (asked) => asked.fail();
        return emptyCard({ src: '/her.json' }).then(async (card) => (await answer(card), card));
      },
    ],
    ['invalid', () => cardOf({ id: 7 })],
    ['with everything', () => cardOf(her)],
    ['with the least', () => cardOf(film())],
    ['compact', () => cardOf(her, { layout: 'compact' })],
    ['with headings from level 6', () => cardOf(her, { 'heading-level': '6' })],
    ['with the rating alone', () => cardOf(her, { sections: 'rating' })],
    ['with spoilers, a histogram and a lock', () => cardOf(long)],
  ];
  for (const [state, make] of STATES)
    it(`has nothing for axe to complain about: ${state}`, async () => {
      await expectAccessible(await make());
    });

  it('has nothing for axe to complain about with everything opened and a vote given', async () => {
    const card = await cardOf({ ...long, rating: { average: 4, count: 9 } });
    await openAll(card);
    byRole(part(card, 'rating'), 'radio', '4 stars').click();
    await settled(card);
    await expectAccessible(card);
  });

  for (const [scheme, paper, ink] of [
    ['light', '#fff', '#222'],
    ['dark', '#111', '#eee'],
  ] as const)
    for (const dir of ['ltr', 'rtl'])
      it(`has enough contrast in ${scheme}, ${dir}`, async () => {
        const page = await fixture<HTMLElement>(html`<div dir=${dir} lang=${dir === 'rtl' ? 'ar' : 'en'}></div>`);
        page.style.cssText = `color-scheme: ${scheme}; background: ${paper}; color: ${ink}`;
        const card = document.createElement('film-card');
        page.append(card);
        await show(card, her);
        await settled(card);
        await expectAccessible(page);
      });

  it('would notice text that is too pale', async () => {
    const card = await cardOf(her);
    card.style.setProperty('--film-widgets-muted', '#ccc');
    const complaint = await expectAccessible(card).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    expect(complaint).to.include('color-contrast');
  });

  itWith('accessibility tree', 'tells assistive technology all of the film, in order', async () => {
    const card = await cardOf({ ...her, poster: undefined }); // a picture that nobody serves goes when the browser finds out
    expect((await axTree(card)).split('\n')).to.deep.equal(GOLDEN);
  });
});
