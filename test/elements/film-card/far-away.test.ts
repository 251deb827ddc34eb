import { expect, fixture, html } from '@open-wc/testing';
import { axTree, press } from '../../helpers/browser.js';
import { asPrinted } from '../../helpers/printed.js';
import { byRole, focused, frames, part } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { film, her, settled, show, type FilmCard } from './cards.js';

/** Engines without it lay every card out, and are right as well. */
const CAN = CSS.supports('content-visibility', 'auto') && CSS.supports('overflow-clip-margin', '1em');

/** The last of so many cards, twenty windows below the top, after a link. */
async function lastOf(count: number, payload: unknown = her): Promise<FilmCard> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  for (let i = 1; i < count; i++) page.append(document.createElement('film-card'));
  const room = Object.assign(document.createElement('a'), { href: '#', textContent: 'before' });
  room.style.cssText = `display: block; block-size: ${20 * innerHeight}px`;
  const card = document.createElement('film-card');
  page.append(room, card);
  await show(card, payload);
  await settled(card);
  return card;
}

/** Whether the browser lays out and paints what is in a card. */
const isLaidOut = (card: FilmCard): boolean => part(card, 'title').checkVisibility({ contentVisibilityAuto: true });

describe('<film-card> far away from what the reader sees, one of fifty', () => {
  it('is laid out', async () => {
    expect(isLaidOut(await lastOf(50))).to.equal(true);
  });

  itWith('accessibility tree', 'is in the accessibility tree with all that it says', async () => {
    expect(await axTree(await lastOf(50)))
      .to.include('heading "Her 2013"')
      .and.include('Technical specs');
  });
});

describe('<film-card> far away from what the reader sees, one of more than fifty', () => {
  afterEach(() => scrollTo(0, 0));

  it('costs no layout, until the reader comes near', async () => {
    const card = await lastOf(51);
    expect(isLaidOut(card)).to.equal(!CAN);
    card.scrollIntoView();
    await frames();
    expect(isLaidOut(card)).to.equal(true);
  });

  it('keeps the height that it had when it was near', async () => {
    const card = await lastOf(51);
    card.scrollIntoView();
    await frames();
    const { height } = card.getBoundingClientRect();
    scrollTo(0, 0);
    await frames();
    expect(isLaidOut(card)).to.equal(!CAN);
    expect(card.getBoundingClientRect().height).to.equal(height);
  });

  itWith(
    'accessibility tree',
    'is in the accessibility tree by its name, and with all that it says near by',
    async () => {
      const card = await lastOf(51);
      expect(await axTree(card)).to.equal('article "Her"');
      card.scrollIntoView();
      await frames();
      expect(await axTree(card))
        .to.include('heading "Her 2013"')
        .and.include('Technical specs');
    },
  );

  itWith('finding far away', 'is found by the text in it', async () => {
    const card = await lastOf(51, film({ synopsis: 'A zebra walks by.' }));
    const { find } = globalThis as unknown as { find: (text: string) => boolean };
    expect(find('zebra')).to.equal(true);
    await frames();
    expect(isLaidOut(card)).to.equal(true);
    getSelection()!.removeAllRanges();
  });

  it('is reached with the Tab key', async () => {
    const card = await lastOf(51, film());
    (card.previousElementSibling as HTMLElement).focus();
    await press('Tab');
    expect(document.activeElement).to.equal(card);
    expect((focused() as HTMLInputElement).type).to.equal('radio');
    await frames();
    expect(isLaidOut(card)).to.equal(true);
  });

  it('is printed', async () => {
    const card = await lastOf(51);
    await asPrinted(card, async () => {
      await frames();
      expect(isLaidOut(card)).to.equal(true);
    });
  });

  it('has room for the focus ring beyond its edge', async () => {
    const card = await lastOf(51);
    byRole(card, 'link', 'herthemovie.com').focus();
    await frames();
    expect(isLaidOut(card)).to.equal(true);
    const { overflowClipMargin } = getComputedStyle(part(card, 'poster').parentElement!);
    expect(parseFloat(CAN ? overflowClipMargin : '16px')).to.be.at.least(4);
  });
});
