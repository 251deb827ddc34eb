import './without-observer.js';
import { expect } from '@open-wc/testing';
import { byRole, part, tasks, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, record, type FilmCard } from './cards.js';
import { Network } from './network.js';

const titleOf = (card: FilmCard): string => textOf(part(card, 'title'));

describe('<film-card>s with one src', () => {
  let network: Network;
  beforeEach(async () => {
    await tasks(); // the cards of the test before have left
    network = new Network();
  });
  afterEach(() => network.restore());

  /** So many cards that wait for one answer. */
  async function waiting(count: number, ...urls: string[]): Promise<FilmCard[]> {
    const cards: FilmCard[] = [];
    for (let i = 0; i < count; i++) cards.push(await emptyCard({ src: urls[i % urls.length] ?? '/her.json' }));
    return cards;
  }

  it('ask once, however many they are, and all show the film', async () => {
    const cards = await waiting(5);
    const said = Promise.all(cards.map(answer));
    network.asked[0]!.send(film());
    await said;
    expect(network.asked).to.have.lengthOf(1);
    expect(cards.map(titleOf)).to.deep.equal(Array(5).fill('Her'));
  });

  it('ask once for one URL that is written in several ways', async () => {
    await waiting(3, '/her.json', new URL('/her.json', location.href).href, '/her.json#cast');
    expect(network.asked).to.have.lengthOf(1);
  });

  it('ask once each for two URLs', async () => {
    await waiting(4, '/her.json', '/him.json');
    expect(network.asked.map(({ url }) => url)).to.deep.equal(['/her.json', '/him.json']);
  });

  it('ask no more when one comes that wants what another shows', async () => {
    const [first] = await waiting(1);
    const said = answer(first!);
    network.asked[0]!.send(film());
    await said;
    const shown = answer(document);
    const second = await emptyCard({ src: '/her.json' });
    await shown;
    expect(titleOf(second)).to.equal('Her');
    expect(network.asked).to.have.lengthOf(1);
  });

  it('abort the request when the last of them leaves, and not before', async () => {
    const [one, two, three] = await waiting(3);
    const said = record(document);
    one!.remove();
    two!.src = '';
    await tasks();
    expect(network.asked[0]!.aborted).to.equal(false);
    three!.film = film({ title: 'Him' });
    expect(network.asked[0]!.aborted).to.equal(true);
    await tasks();
    expect(said).to.deep.equal(['load Him']);
  });

  it('ask anew after the last of them has left, and so show what the server has now', async () => {
    const [card] = await waiting(1);
    const said = answer(card!);
    network.asked[0]!.send(film());
    await said;
    card!.src = '';
    network.reply = (asked) => asked.send(film({ title: 'Her (restored)' }));
    const again = answer(card!);
    card!.src = '/her.json';
    await again;
    expect(titleOf(card!)).to.equal('Her (restored)');
    expect(network.asked).to.have.lengthOf(2);
  });

  /** One after the other: the first asks anew, and the others take its answer. */
  async function tryAgain(cards: FilmCard[]): Promise<void> {
    network.reply = (asked) => asked.send(film());
    for (const card of cards) {
      const said = answer(card);
      byRole(card, 'button', 'Try again').click();
      await said;
      expect(titleOf(card)).to.equal('Her');
    }
    expect(network.asked).to.have.lengthOf(2);
  }

  it('all say that it failed; one that tries again asks anew, and the next takes its answer', async () => {
    const cards = await waiting(2);
    const failures = Promise.all(cards.map(answer));
    network.asked[0]!.fail();
    await failures;
    expect(cards.map(({ state }) => state)).to.deep.equal(['failed', 'failed']);
    await tryAgain(cards);
  });

  for (const [what, text] of [
    ['is no JSON', '<!doctype html>Sign in'],
    ['has too many parts', JSON.stringify({ ...film(), cast: Array(15_001).fill(0) })],
  ] as const)
    it(`ask anew when one tries again after an answer that ${what}`, async () => {
      const cards = await waiting(2);
      const failures = Promise.all(cards.map(answer));
      network.asked[0]!.send(new Response(text));
      await failures;
      expect(cards.map(({ state }) => state)).to.deep.equal(['failed', 'failed']);
      await tryAgain(cards);
    });

  it('keep nothing of an answer that failed for one that comes later', async () => {
    const [card] = await waiting(1);
    const said = answer(card!);
    network.asked[0]!.send(new Response('', { status: 503 }));
    await said;
    network.reply = (asked) => asked.send(film());
    const shown = answer(document);
    const later = await emptyCard({ src: '/her.json' });
    await shown;
    expect(later.state).to.equal('ready');
    expect(card!.state).to.equal('failed');
  });

  it('ask anew for a card that comes back after its request was given up', async () => {
    const [card] = await waiting(1);
    const holder = card!.parentElement!;
    card!.remove();
    await tasks();
    network.reply = (asked) => asked.send(film());
    const said = answer(card!);
    holder.append(card!);
    await said;
    expect(network.asked.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });
});
