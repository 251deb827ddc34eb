import { expect } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { focused } from '../../helpers/shadow.js';
import { answer, cardOf, film, show, type FilmCard } from './cards.js';
import { Network } from './network.js';

const trivia = [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }];
/** Where the reader is, by part or else by name: compared by itself, a body in a message takes minutes to print. */
const where = (): string | undefined => focused()?.getAttribute('part') ?? focused()?.localName;
const him = film({ id: 'film:him', title: 'Him' });

describe('<film-card> with the keyboard’s focus inside', () => {
  /** A card whose reader has come to "Show 1 more" with the Tab key. */
  async function entered(): Promise<FilmCard> {
    const card = await cardOf(film({ trivia }));
    const before = Object.assign(document.createElement('button'), { textContent: 'before' });
    card.before(before);
    before.focus();
    await press('Tab', 'Tab');
    expect(where()).to.equal('more');
    return card;
  }

  for (const [what, change] of [
    ['another film', (card: FilmCard) => show(card, him)],
    ['other parts', (card: FilmCard) => void (card.sections = 'title rating')],
  ] as const)
    it(`keeps the reader in the card when it gets ${what}`, async () => {
      const card = await entered();
      await change(card);
      await card.updateComplete;
      expect(where()).to.equal('base');
      await press('Tab');
      expect(focused()?.getAttribute('type')).to.equal('radio');
    });

  it('keeps the reader in the card while another film loads, and after', async () => {
    const network = new Network();
    try {
      const card = await entered();
      const asked = network.next();
      card.src = '/him.json';
      card.film = null;
      await card.updateComplete;
      expect(card.state).to.equal('loading');
      expect(where()).to.equal('base');
      const said = answer(card);
      (await asked).send(him);
      await said;
      expect(where()).to.equal('base');
      expect(focused()?.localName).to.equal('article');
    } finally {
      network.restore();
    }
  });

  it('leaves the page where the reader has scrolled it', async () => {
    const card = await entered();
    const room = Object.assign(document.createElement('div'), { style: 'block-size: 4000px' });
    card.after(room);
    scrollTo(0, 3000);
    await show(card, him);
    expect(where()).to.equal('base');
    expect(scrollY).to.be.above(2000); // what is above may be shorter now
    room.remove();
  });

  it('leaves the reader where they are when the film only changes', async () => {
    const card = await entered();
    const button = focused();
    await show(card, film({ trivia, year: 2013 }));
    expect(focused() === button).to.equal(true);
  });

  it('stays away from a reader who is elsewhere', async () => {
    const card = await entered();
    await press('Shift+Tab', 'Shift+Tab');
    expect(where()).to.equal('button');
    await show(card, him);
    expect(where()).to.equal('button');
  });
});
