import { expect, fixture, html } from '@open-wc/testing';
import { axTree, press } from '../../helpers/browser.js';
import { expectAccessible } from '../../helpers/axe.js';
import { allParts, byRole, focused, frames, next, part, textOf } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { film, her, rendered, show, type FilmCard } from './cards.js';

/** The last of so many cards, twenty windows below the top, after a link. */
async function lastOf(count: number, payload: unknown = her, around?: HTMLElement): Promise<FilmCard> {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  for (let i = 1; i < count; i++) page.append(document.createElement('film-card'));
  const room = Object.assign(document.createElement('a'), { href: '#', textContent: 'before' });
  room.style.cssText = `display: block; block-size: ${20 * innerHeight}px`;
  const card = document.createElement('film-card');
  page.append(around ?? '');
  (around ?? page).append(room, card);
  await show(card, payload);
  await frames();
  return card;
}

/** Whether a card is all there, with a rating to vote with. */
const isWhole = (card: FilmCard): boolean => allParts(card, 'rating').length > 0;

/** Waits until a card is all there. */
async function whole(card: FilmCard): Promise<void> {
  while (!isWhole(card)) await frames();
  await rendered(card);
}

/** Has the reader come near, and waits until the card is all there. */
async function comeTo(card: FilmCard): Promise<void> {
  card.scrollIntoView();
  await whole(card);
}

/** The page's own search, where the selection starts. */
function find(text: string): boolean {
  getSelection()!.removeAllRanges();
  return (globalThis as unknown as { find: (text: string) => boolean }).find(text);
}

describe('<film-card> far away from what the reader sees, one of forty', () => {
  it('is whole', async () => {
    expect(isWhole(await lastOf(40))).to.equal(true);
  });

  itWith('accessibility tree', 'is in the accessibility tree with all that it says', async () => {
    expect(await axTree(await lastOf(40)))
      .to.include('heading "Her 2013"')
      .and.include('Technical specs');
  });
});

describe('<film-card> far away from what the reader sees, one of more than forty', () => {
  afterEach(() => {
    getSelection()!.removeAllRanges();
    scrollTo(0, 0);
  });

  it('is its title and its text, until the reader comes near', async () => {
    const card = await lastOf(41);
    expect(isWhole(card)).to.equal(false);
    expect(textOf(byRole(card, 'heading'))).to.equal('Her 2013');
    await comeTo(card);
    expect(textOf(part(card, 'title'))).to.equal('Her 2013');
  });

  it('comes to be whole in a scroller of the page before it is seen', async () => {
    const scroller = document.createElement('div');
    scroller.style.cssText = 'block-size: 300px; overflow: auto';
    const card = await lastOf(41, her, scroller);
    expect(isWhole(card)).to.equal(false);
    await comeTo(card);
    expect(isWhole(card)).to.equal(true);
  });

  it('stays whole and as high when the reader goes away again', async () => {
    const card = await lastOf(41);
    await comeTo(card);
    const { height } = card.getBoundingClientRect();
    scrollTo(0, 0);
    await frames();
    expect(isWhole(card)).to.equal(true);
    expect(card.getBoundingClientRect().height).to.equal(height);
  });

  for (const style of ['', 'display: inline-block', 'float: inline-start'])
    it(`is as wide as it will be${style && ` with "${style}"`}`, async () => {
      const card = await lastOf(41, film({ title: 'A title of many words, far wider than the card'.repeat(2) }));
      card.style.cssText = style;
      const { width } = card.getBoundingClientRect();
      await comeTo(card);
      expect(card.getBoundingClientRect().width).to.equal(width);
    });

  itWith('accessibility tree', 'is in the accessibility tree with its heading, and whole near by', async () => {
    const card = await lastOf(41);
    expect(await axTree(card)).to.match(/^article "Her".*\n +heading "Her 2013"/);
    await comeTo(card);
    expect(await axTree(card))
      .to.include('heading "Her 2013"')
      .and.include('Technical specs');
  });

  it('breaks no rule of accessibility', async () => {
    await expectAccessible(await lastOf(41));
  });

  for (const [what, payload] of Object.entries({
    'the tagline': { tagline: 'In love with a zebra.' },
    synopsis: { synopsis: 'A zebra walks by.' },
    'a fact': { directors: ['Zebra Miller'] },
    'a spec': { specs: [{ label: 'Animals', value: 'one zebra' }] },
    trivia: { trivia: [{ text: 'The zebra was painted.' }] },
    'a review, over the end of a line': { reviews: [{ body: 'What a\nzebra!' }] },
    'the byline': { post: { author: 'Zebra' } },
  }))
    itWith('finding in a shadow root', `is found by ${what}, and whole then`, async () => {
      const card = await lastOf(41, film(payload));
      expect(find(what.startsWith('a review') ? 'a zebra' : 'zebra')).to.equal(true);
      await whole(card);
    });

  it('tells nothing that is hidden until asked for, or in a part that the page leaves out', async () => {
    const trivia = [{ text: 'first' }, { text: 'zebra 1', spoiler: true }, { text: 'zebra 2' }];
    const reviews = [{ author: 'Ann', body: 'zebra 3', spoiler: true }];
    const card = await lastOf(41, film({ trivia, reviews, synopsis: 'zebra 4' }));
    card.sections = 'title trivia reviews';
    await card.updateComplete;
    expect(textOf(card.shadowRoot)).to.include('first').and.include('Ann').and.not.include('zebra');
  });

  it('has a stop for the Tab key, and is whole when the reader is there', async () => {
    const card = await lastOf(41, film());
    (card.previousElementSibling as HTMLElement).focus();
    await press('Tab');
    await whole(card);
    expect(focused()?.localName).to.equal('article');
    expect(card.matches(':focus')).to.equal(true);
    await press('Tab');
    expect(focused()?.getAttribute('type')).to.equal('radio');
  });

  it('is whole when it is printed', async () => {
    const card = await lastOf(41);
    dispatchEvent(new Event('beforeprint'));
    await rendered(card);
    expect(isWhole(card)).to.equal(true);
  });

  it('follows its film, and is whole also after it was moved', async () => {
    const card = await lastOf(41);
    await show(card, film({ title: 'Moon' }));
    expect(textOf(byRole(card, 'heading'))).to.equal('Moon');
    card.parentElement!.append(card);
    await frames();
    expect(isWhole(card)).to.equal(false);
    await comeTo(card);
    expect(textOf(part(card, 'title'))).to.equal('Moon');
  });

  it('asks nothing of the page before it is near', async () => {
    let asked = 0;
    const count = (): number => asked++;
    document.addEventListener('rating-connect', count);
    const card = await lastOf(41);
    expect(asked).to.equal(0);
    const connected = next(document, 'rating-connect');
    card.scrollIntoView();
    await connected;
    expect(asked).to.equal(1);
    document.removeEventListener('rating-connect', count);
  });
});
