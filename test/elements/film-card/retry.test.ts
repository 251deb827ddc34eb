import { expect } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { allByRole, byRole, focused, frames, part, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, record, statesOf, type FilmCard } from './cards.js';
import { Network, type Asked } from './network.js';

describe('<film-card> “Try again”', () => {
  let network: Network;
  let card: FilmCard;
  beforeEach(async () => {
    network = new Network();
    const asked = network.next();
    card = await emptyCard({ src: '/her.json' });
    (await asked).send(new Response('', { status: 500 }));
    await answer(card);
  });
  afterEach(() => network.restore());

  const button = (): HTMLElement => byRole(card, 'button', 'Try again');
  const words = (): string => textOf(part(card, 'message').querySelector('p'));

  /** Tabs to the button and presses it. */
  async function tryAgain(key: string): Promise<Asked> {
    const asked = network.next();
    button().focus();
    await press(key);
    return asked;
  }

  it('can be reached with the Tab key', async () => {
    const before = Object.assign(document.createElement('button'), { textContent: 'before' });
    card.before(before);
    before.focus();
    await press('Tab');
    expect(focused()).to.equal(button());
  });

  for (const key of ['Enter', 'Space'])
    it(`asks again by ${key}`, async () => {
      const said = record(card);
      (await tryAgain(key)).send(film());
      await answer(card);
      expect(network.asked).to.have.lengthOf(2);
      expect(said).to.deep.equal(['load Her']);
      expect(statesOf(card)).to.deep.equal(['ready']);
      expect(allByRole(card, 'button', 'Try again')).to.have.lengthOf(0);
    });

  it('keeps the focus on the button while it loads and when it fails again', async () => {
    const asked = await tryAgain('Enter');
    await card.updateComplete;
    expect(statesOf(card)).to.deep.equal(['loading']);
    expect(words()).to.equal('Loading the film…');
    expect(focused()).to.equal(button());
    asked.fail();
    await answer(card);
    expect(words()).to.equal('The film could not be loaded. Is the connection all right?');
    expect(focused()).to.equal(button());
  });

  it('hands the focus to the film when it is there, so that the reader is not lost', async () => {
    (await tryAgain('Enter')).send(film());
    await answer(card);
    expect(focused()).to.equal(byRole(card, 'article', 'Her'));
  });

  it('keeps the reader in the card when what came is no film, and there is nothing to try again', async () => {
    (await tryAgain('Enter')).send(Response.json({}));
    await answer(card);
    expect(statesOf(card)).to.deep.equal(['invalid']);
    expect(focused()).to.equal(part(card, 'base'));
  });

  it('leaves the focus alone when the reader has gone elsewhere', async () => {
    const asked = await tryAgain('Enter');
    const after = Object.assign(document.createElement('button'), { textContent: 'after' });
    card.after(after);
    after.focus();
    asked.send(film());
    await answer(card);
    expect(focused()).to.equal(after);
  });

  it('asks once however often it is pressed', async () => {
    const asked = await tryAgain('Enter');
    await press('Enter', 'Enter', 'Space');
    asked.send(film());
    await answer(card);
    await frames();
    expect(network.asked).to.have.lengthOf(2);
  });

  it('tells of every failure, once', async () => {
    const said = record(card);
    for (let i = 0; i < 3; i++) {
      const asked = await tryAgain('Enter');
      asked.send(new Response('', { status: 503 }));
      await answer(card);
    }
    expect(said).to.deep.equal(['error http', 'error http', 'error http']);
  });

  for (const [what, persisted, asked] of [
    ['of itself when the reader comes back to the page that the browser has kept', true, 2],
    ['not of itself when a page is new', false, 1],
  ] as const)
    it(`asks again ${what}`, async () => {
      network.reply = (request) => request.send(film());
      const done = persisted ? answer(card) : frames();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
      await done;
      expect(network.asked).to.have.lengthOf(asked);
      expect(card.state).to.equal(persisted ? 'ready' : 'failed');
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
      await frames();
      expect(network.asked, 'what is there is not asked for').to.have.lengthOf(asked);
    });

  it('asks no more when it has left the page that the reader comes back to', async () => {
    card.remove();
    await frames();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await frames();
    expect([network.asked.length, card.state]).to.deep.equal([1, 'failed']);
  });

  it('is announced politely, with what went wrong', () => {
    expect(textOf(byRole(card, 'status'))).to.equal('The film could not be loaded (status 500). Try again');
  });

  it('goes when another film is set', async () => {
    const said = answer(card);
    card.film = film({ title: 'Him' });
    await said;
    expect(textOf(part(card, 'title'))).to.equal('Him');
  });
});
