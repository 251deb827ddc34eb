import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/locale/languages/ar.js';
import { complaints, expectAccessible } from '../../helpers/axe.js';
import { axTree, emulateMedia } from '../../helpers/browser.js';
import { asIfMedia, contrast, srgb } from '../../helpers/painting.js';
import { allParts, byRole, part } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { answer, cardOf, emptyCard, film, her, settled, show, type FilmCard } from './cards.js';
import { GOLDEN } from './golden-tree.js';
import { Network } from './network.js';

const long = film({
  rating: { distribution: [1, 2, 3, 4, 5], locked: 'Voting opens tonight.' },
  trivia: [{ text: 'She leaves.', spoiler: true }, { text: 'Two.' }, { text: 'Three.' }],
  reviews: [{ title: 'Good', author: 'Lena', body: 'A sentence. '.repeat(99), spoiler: true }, { body: 'Short.' }],
});

/** Where axe cannot tell the contrast, because the picture is a gradient; a test below does. */
const DRAWN_POSTER = '[part=poster] *';

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
      await expectAccessible(await make(), DRAWN_POSTER);
    });

  for (const [page, background] of [
    ['#1a1a1a', '#fff'],
    ['#444', '#fff'],
    ['#ddd', '#111'],
  ] as const)
    it(`keeps 4.5:1 for its quiet text in a page of ${page} on ${background}`, async () => {
      const card = await cardOf(her);
      card.style.color = page;
      for (const quiet of [part(card, 'byline'), part(card, 'label')]) {
        const { color } = getComputedStyle(quiet);
        expect(contrast(srgb(color, background), srgb(background)), color).to.be.at.least(4.5);
      }
    });

  itWith('media', 'has no quiet text where the reader asks for more contrast', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    try {
      const card = await cardOf(her);
      card.style.color = '#444';
      expect(srgb(getComputedStyle(part(card, 'byline')).color)).to.deep.equal(srgb('#444'));
    } finally {
      await emulateMedia({});
    }
  });

  it('has nothing for axe to complain about with everything opened and a vote given', async () => {
    const card = await cardOf({ ...long, rating: { average: 4, count: 9 } });
    await openAll(card);
    byRole(part(card, 'rating'), 'radio', '4 stars').click();
    await settled(card);
    await expectAccessible(card, DRAWN_POSTER);
  });

  for (const [scheme, paper, ink] of [
    ['light', '#fff', '#222'],
    ['dark', '#111', '#eee'],
  ] as const)
    for (const dir of ['ltr', 'rtl'])
      it(`has the page’s own colour and enough contrast in ${scheme}, ${dir}`, async () => {
        const page = await fixture<HTMLElement>(html`<div dir=${dir} lang=${dir === 'rtl' ? 'ar' : 'en'}></div>`);
        // the paper goes further than the text, which in Firefox may end a millionth of a pixel outside of its box
        page.style.cssText = `color-scheme: ${scheme}; background: ${paper}; color: ${ink}; padding: 1px`;
        const card = document.createElement('film-card');
        page.append(card);
        await show(card, her);
        await settled(card);
        expect(getComputedStyle(part(card, 'synopsis')).color).to.equal(getComputedStyle(page).color);
        await expectAccessible(page, DRAWN_POSTER);
      });

  it('has enough contrast on a drawn poster, wherever the text is, in each of its hues', async () => {
    const card = await cardOf(film());
    const pictures = new Set<string>();
    for (let n = 0; n < 40; n++) {
      await show(card, film({ id: `film:${n}`, year: 2013 }));
      const drawn = part(card, 'poster').querySelector('[aria-hidden=true]')!;
      const { backgroundImage, color } = getComputedStyle(drawn);
      pictures.add(backgroundImage);
      // a light from above, over a colour that gets darker below
      const [light, top] = backgroundImage.match(/oklch\([^)]*\)/g) as [string, string];
      expect(contrast(srgb(color), srgb(light, top)), backgroundImage).to.be.at.least(4.5);
      // the year is at the foot, where the light does not reach
      const { opacity } = getComputedStyle(drawn.lastElementChild!);
      const year = srgb(`color-mix(in srgb, ${color} ${Number(opacity) * 100}%, ${top})`);
      expect(contrast(year, srgb(top)), backgroundImage).to.be.at.least(4.5);
    }
    expect(pictures.size).to.equal(12);
  });

  it('would notice text that is too pale', async () => {
    const card = await cardOf(her);
    card.style.setProperty('--film-widgets-muted', '#ccc');
    expect((await complaints(card)).join()).to.include('violation color-contrast');
  });

  it('makes no landmarks, which two cards would have by the same names', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    for (const id of ['film:a', 'film:b']) page.append(await cardOf({ ...her, id }));
    await expectAccessible(page, DRAWN_POSTER);
  });

  itWith('accessibility tree', 'tells assistive technology all of the film, in order', async () => {
    const card = await cardOf({ ...her, poster: undefined }); // a picture that nobody serves goes when the browser finds out
    expect((await axTree(card)).split('\n')).to.deep.equal(GOLDEN);
  });
});

describe('<film-card> links', () => {
  const payload = film({
    ...her,
    sourceRatings: [
      { source: 'IMDb', value: 7.9, best: 10, url: 'https://example.com/' },
      { source: 'Metacritic', value: 90, best: 100, url: 'https://example.com/' },
    ],
    links: ['official', 'trailer', 'trivia', 'reviews'].map((rel) => ({ rel, href: 'https://example.com/' })),
    post: { date: '2013-12-16', url: 'https://example.com/', commentCount: 4, commentsUrl: 'https://example.com/' },
    attribution: [
      { text: 'Facts by example.com', url: 'https://example.com/' },
      { text: 'Words by example.com', url: 'https://example.com/' },
    ],
    reviews: [{ author: 'Lena', body: 'Good.', href: 'https://example.com/' }],
  });

  /** How far above and below its middle a link can be hit. */
  function reach(link: Element): number {
    link.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = link.getBoundingClientRect();
    const root = link.getRootNode() as ShadowRoot;
    const isHit = (away: number): boolean => {
      const hit = root.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2 + away);
      return hit !== null && link.contains(hit);
    };
    let away = 0;
    while (away < 40 && isHit(away + 0.5) && isHit(-away - 0.5)) away += 0.5;
    return away * 2;
  }

  for (const layout of ['full', 'compact'])
    for (const [pointer, least] of [
      ['fine', 24],
      ['coarse', 44],
    ] as const)
      it(`that stand alone are ${least} px high in a ${layout} card for a ${pointer} pointer`, async () => {
        const card = await cardOf(payload, { layout });
        const holders = [card, ...allParts(card, 'review')];
        const measure = (): void => {
          const links = holders.flatMap((holder) => [...holder.shadowRoot!.querySelectorAll('a')]);
          expect(links).to.have.length(layout === 'full' ? 11 : 2);
          // a pixel less at each end: where it is hit is rounded
          for (const link of links) expect(reach(link), link.outerHTML).to.be.at.least(least - 2);
        };
        if (pointer === 'coarse') asIfMedia(holders, 'pointer: coarse', measure);
        else measure();
      });

  for (const pointer of ['fine', 'coarse'])
    it(`that stand in a list of people are 24 px high for a ${pointer} pointer, and none covers another`, async () => {
      const cast = ['Joaquin Phoenix', 'Scarlett Johansson', 'Amy Adams', 'Rooney Mara', 'Olivia Wilde'].map(
        (name) => ({
          name,
          role: 'Somebody else',
          url: 'https://example.com/',
        }),
      );
      const card = await cardOf(film({ cast }));
      card.style.inlineSize = '400px';
      const measure = (): void => {
        const links = card.shadowRoot!.querySelectorAll('dd a');
        expect(links).to.have.lengthOf(cast.length);
        for (const link of links) {
          link.scrollIntoView({ block: 'center' });
          for (const { left, top, bottom } of link.getClientRects())
            for (const away of [-11, 0, 11])
              expect(
                link.contains(card.shadowRoot!.elementFromPoint(left + 5, (top + bottom) / 2 + away)),
                `${link.textContent}, ${away} px from its middle`,
              ).to.equal(true);
        }
      };
      if (pointer === 'coarse') asIfMedia([card], 'pointer: coarse', measure);
      else measure();
    });
});
