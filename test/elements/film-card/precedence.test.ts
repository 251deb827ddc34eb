import { expect } from '@open-wc/testing';
import { part, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, record, settled, show, type FilmCard } from './cards.js';
import { Network } from './network.js';

const WAYS = ['film', 'src', 'inline'] as const;
type Way = (typeof WAYS)[number];

function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) => orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

const scriptOf = (title: string): HTMLScriptElement =>
  Object.assign(document.createElement('script'), {
    type: 'application/json',
    textContent: JSON.stringify(film({ title })),
  });

describe('<film-card> given several films', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network();
    network.reply = (asked) => asked.send(film({ title: 'from src' }));
  });
  afterEach(() => network.restore());

  const give: Record<Way, (card: FilmCard) => void> = {
    film: (card) => (card.film = film({ title: 'from film' })),
    src: (card) => (card.src = '/her.json'),
    inline: (card) => card.append(scriptOf('from inline')),
  };

  /** Waits until a card shows a title. */
  async function shows(card: FilmCard, title: string): Promise<void> {
    await card.updateComplete;
    while (card.state !== 'ready' || textOf(part(card, 'title')) !== title) await answer(card);
    await settled(card);
    expect(textOf(part(card, 'title'))).to.equal(title);
  }

  for (const order of orders(WAYS))
    it(`shows film before src before inline, set in the order ${order.join(', ')}`, async () => {
      const card = await emptyCard();
      for (const way of order) {
        give[way](card);
        await card.updateComplete;
      }
      await shows(card, 'from film');
      card.film = null;
      await shows(card, 'from src');
      card.removeAttribute('src');
      card.src = '';
      await shows(card, 'from inline');
    });

  it('shows film before src before inline, all set before it is in the page', async () => {
    const card = document.createElement('film-card');
    for (const way of WAYS) give[way](card);
    const said = record(card);
    document.body.append(card);
    await shows(card, 'from film');
    expect(network.asked).to.have.lengthOf(0);
    expect(said).to.deep.equal(['load from film']);
    card.remove();
  });

  for (const nothing of [null, undefined])
    it(`goes back to src when film is set to ${nothing}`, async () => {
      const card = await emptyCard({ src: '/her.json' });
      await answer(card);
      await show(card, film({ title: 'from film' }));
      const said = answer(card);
      card.film = nothing;
      await said;
      expect(textOf(part(card, 'title'))).to.equal('from src');
      expect(card.film).to.equal(null);
    });

  it('goes on with src when film is set to the nothing that it was', async () => {
    const card = await emptyCard({ src: '/her.json' });
    await answer(card);
    for (const nothing of [null, undefined]) {
      card.film = nothing;
      expect(card.state).to.equal('ready');
    }
    expect(network.asked).to.have.lengthOf(1);
  });

  it('goes back to nothing when film is set to null and there is nothing else', async () => {
    const card = await emptyCard();
    await show(card, film());
    card.film = null;
    await card.updateComplete;
    expect(card.state).to.equal('empty');
    expect(textOf(card.shadowRoot)).to.equal('');
  });

  it('does not fetch src while there is a film, and stops a fetch when one comes', async () => {
    network.reply = undefined;
    const card = await emptyCard({ src: '/her.json' });
    const asked = network.asked[0] ?? (await network.next());
    await show(card, film({ title: 'from film' }));
    expect(asked.aborted).to.equal(true);
    card.src = '/other.json';
    await card.updateComplete;
    expect(network.asked).to.have.lengthOf(1);
    expect(textOf(part(card, 'title'))).to.equal('from film');
  });

  it('shows a wrong film as wrong, although src has a good one', async () => {
    const card = await emptyCard({ src: '/her.json' });
    await answer(card);
    await show(card, {});
    expect(card.state).to.equal('invalid');
  });
});
