import { expect } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { allByRole, allParts, byRole, focused, nameOf, part, seen, tasks, textOf } from '../../helpers/shadow.js';
import { cardOf, film, settled, show, type FilmCard } from './cards.js';

const items = (n: number): { text: string }[] => Array.from({ length: n }, (_, i) => ({ text: `Item ${i + 1}` }));
const shown = (card: FilmCard): string[] => allByRole(card, 'listitem').map(seen);

describe('<film-card> “Did you know?”', () => {
  for (const n of [1, 2])
    it(`shows ${n} without a button`, async () => {
      const card = await cardOf(film({ trivia: items(n) }));
      expect(shown(card)).to.have.lengthOf(n);
      expect(allByRole(card, 'button')).to.have.lengthOf(0);
    });

  it('shows the first two, and the others when asked for by keyboard, with the focus kept', async () => {
    const card = await cardOf(film({ trivia: items(6) }));
    expect(shown(card)).to.deep.equal(['Item 1', 'Item 2']);
    const button = byRole(card, 'button', 'Show 4 more');
    expect(button.ariaExpanded).to.equal('false');
    button.focus();
    await press('Enter');
    await settled(card);
    expect(shown(card)).to.have.lengthOf(6);
    expect(focused()).to.equal(button);
    expect(nameOf(button)).to.equal('Show less');
    expect(button.ariaExpanded).to.equal('true');
    await press('Space');
    await settled(card);
    expect(shown(card)).to.deep.equal(['Item 1', 'Item 2']);
    expect(button.ariaExpanded).to.equal('false');
  });

  it('closes again for the next film', async () => {
    const card = await cardOf(film({ trivia: items(4) }));
    byRole(card, 'button', 'Show 2 more').click();
    await show(card, film({ id: 'film:him', trivia: items(5) }));
    await settled(card);
    expect(shown(card)).to.deep.equal(['Item 1', 'Item 2']);
    expect(allByRole(card, 'button', 'Show 3 more')).to.have.lengthOf(1);
  });

  it('stays open when the page has news of the same film', async () => {
    const card = await cardOf(film({ trivia: items(3) }));
    byRole(card, 'button', 'Show 1 more').click();
    await show(card, film({ trivia: items(3), rating: { average: 4, count: 12 } }));
    await settled(card);
    expect(shown(card)).to.have.lengthOf(3);
  });

  it('leads elsewhere by a link, whose name says where, with items or without', async () => {
    for (const trivia of [items(1), undefined]) {
      const links = [{ rel: 'trivia', href: 'https://www.example.com/her/trivia' }];
      const card = await cardOf(film({ trivia, links }));
      expect(part(card, 'trivia').contains(byRole(card, 'heading', 'Did you know?'))).to.equal(true);
      expect(byRole<HTMLAnchorElement>(card, 'link', 'See more on example.com').rel).to.equal('noopener');
      expect(allByRole(card, 'listitem')).to.have.lengthOf(trivia ? 1 : 0);
    }
  });

  it('has no list where there is only a link', async () => {
    const card = await cardOf(film({ links: [{ rel: 'trivia', href: 'https://example.com/' }] }));
    expect(allByRole(card, 'list')).to.have.lengthOf(0);
  });
});

describe('<film-card> spoilers in “Did you know?”', () => {
  const trivia = [{ text: 'She leaves.', spoiler: true }, { text: 'It rained.' }];
  const summary = (card: FilmCard): HTMLElement => byRole(card, 'group').querySelector('summary')!;

  it('are hidden until asked for', async () => {
    const card = await cardOf(film({ trivia }));
    expect(shown(card)).to.deep.equal(['Spoiler', 'It rained.']);
    expect(seen(card.shadowRoot!.querySelector('article')!)).not.to.include('She leaves');
  });

  it('run in their own direction, whatever the word for them does', async () => {
    const card = await cardOf(film({ trivia: [{ text: 'تغادر.', spoiler: true }] }));
    const [item] = allByRole(card, 'listitem');
    expect(getComputedStyle(item!).direction).to.equal('rtl');
    expect(getComputedStyle(summary(card)).direction).to.equal('ltr');
  });

  it('are opened and closed by keyboard', async () => {
    const card = await cardOf(film({ trivia }));
    summary(card).focus();
    await press('Enter');
    expect(shown(card)[0]).to.equal('Spoiler She leaves.');
    expect(focused()).to.equal(summary(card));
    await press('Space');
    expect(shown(card)[0]).to.equal('Spoiler');
  });

  it('stay open when the card only renders again', async () => {
    const card = await cardOf(film({ trivia }));
    summary(card).click();
    card.headingLevel = 4;
    await settled(card);
    expect(shown(card)[0]).to.equal('Spoiler She leaves.');
  });

  it('of the next film are hidden, although the last one’s were asked for', async () => {
    const card = await cardOf(film({ trivia }));
    summary(card).click();
    await show(card, film({ id: 'film:him', trivia: [{ text: 'He dies.', spoiler: true }] }));
    await settled(card);
    expect(shown(card)).to.deep.equal(['Spoiler']);
  });

  it('stay as they are when the page has a new one in front of them', async () => {
    const old = [{ text: 'She leaves.', spoiler: true }, ...items(3)];
    const card = await cardOf(film({ trivia: old }));
    summary(card).click();
    await tasks();
    await show(card, film({ trivia: [{ text: 'He stays.', spoiler: true }, ...old] }));
    await settled(card);
    expect(shown(card)).to.deep.equal(['Spoiler', 'Spoiler She leaves.']);
    allByRole(card, 'group')[1]!.querySelector('summary')!.click();
    await tasks();
    await show(card, film({ trivia: [old[0], { text: 'He stays.', spoiler: true }] }));
    await settled(card);
    expect(shown(card)).to.deep.equal(['Spoiler', 'Spoiler']);
  });

  it('of the next film’s reviews are hidden, too', async () => {
    const review = (body: string): object => ({ reviews: [{ body, spoiler: true }] });
    const card = await cardOf(film(review('She leaves.')));
    byRole(part(card, 'review'), 'button', 'Show the review').click();
    await settled(card);
    expect(textOf(part(card, 'review').shadowRoot)).to.include('She leaves.');
    await show(card, film({ id: 'film:him', ...review('He dies.') }));
    await settled(card);
    expect(textOf(part(card, 'review').shadowRoot)).not.to.include('He dies.');
  });
});

describe('<film-card> reviews', () => {
  const long = 'It goes on and on. '.repeat(99);
  const buttons = (card: FilmCard): string[] =>
    allParts(card, 'review').flatMap((review) => allByRole(review, 'button').map(nameOf));

  it('stay open when the page has a new one in front, which is not', async () => {
    const [one, two] = ['Ann', 'Bob'].map((author) => ({ author, body: long }));
    const card = await cardOf(film({ reviews: [one] }));
    byRole(part(card, 'review'), 'button', 'Read More').click();
    await settled(card);
    await show(card, film({ reviews: [two, one] }));
    await settled(card);
    expect(buttons(card)).to.deep.equal(['Read More', 'Show less']);
    await show(card, film({ reviews: [two] }));
    await settled(card);
    expect(buttons(card)).to.deep.equal(['Read More']);
    await show(card, film({ id: 'film:him', reviews: [one] }));
    await settled(card);
    expect(buttons(card), 'another film').to.deep.equal(['Read More']);
  });
});
