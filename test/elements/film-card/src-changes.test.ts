import { expect } from '@open-wc/testing';
import { expectNoRejections } from '../../helpers/rejections.js';
import { allByRole, frames, part, tasks, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, record, statesOf, type FilmCard } from './cards.js';
import { Network, type Asked } from './network.js';

describe('<film-card> whose src changes', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());
  expectNoRejections();

  /** A card that has just asked for its film. */
  async function asking(src = '/a.json'): Promise<[FilmCard, Asked]> {
    const asked = network.next();
    const card = await emptyCard({ src });
    return [card, await asked];
  }

  it('aborts the first request, and shows the second film', async () => {
    const [card, first] = await asking();
    const said = record(card);
    const asked = network.next();
    card.src = '/b.json';
    expect(first.aborted).to.equal(true);
    const second = await asked;
    first.send(film({ title: 'A' }));
    second.send(film({ title: 'B' }));
    await answer(card);
    await tasks();
    expect(said).to.deep.equal(['load B']);
    expect(textOf(part(card, 'title'))).to.equal('B');
  });

  it('ignores an answer that comes although its request was given up', async () => {
    network.deaf = true;
    const [card, first] = await asking();
    const asked = network.next();
    card.src = '/b.json';
    (await asked).send(film({ title: 'B' }));
    await answer(card);
    const said = record(card);
    first.send(film({ title: 'late' }));
    await tasks();
    expect(said).to.deep.equal([]);
    expect(textOf(part(card, 'title'))).to.equal('B');
  });

  it('asks nothing when it is set to what it is', async () => {
    const [card, asked] = await asking();
    card.src = '/a.json';
    card.setAttribute('src', '/a.json');
    asked.send(film());
    await answer(card);
    card.src = '/a.json';
    await frames();
    expect(network.asked).to.have.lengthOf(1);
  });

  for (const blank of ['', ' ', '\n'])
    it(`asks nothing when it is ${JSON.stringify(blank)}, and shows the film that is inside`, async () => {
      const card = await emptyCard({ src: blank });
      expect(card.state).to.equal('empty');
      const script = Object.assign(document.createElement('script'), { type: 'application/json' });
      script.text = JSON.stringify(film());
      card.append(script);
      await answer(card);
      expect(card.state).to.equal('ready');
      expect(network.asked).to.deep.equal([]);
    });

  it('shows nothing when it goes', async () => {
    const [card, asked] = await asking();
    asked.send(film());
    await answer(card);
    card.removeAttribute('src');
    await card.updateComplete;
    expect(card.src).to.equal('');
    expect(statesOf(card)).to.deep.equal(['empty']);
  });

  it('shows the skeleton again while the next film is on its way', async () => {
    const [card, asked] = await asking();
    asked.send(film());
    await answer(card);
    const next = network.next();
    card.src = '/b.json';
    await next;
    expect(statesOf(card)).to.deep.equal(['loading']);
    expect(allByRole(card, 'img', 'Loading the film…')).to.have.lengthOf(1);
  });

  it('aborts when the card is removed, and asks again when it is back', async () => {
    const [card, first] = await asking();
    const said = record(card);
    const holder = card.parentElement!;
    card.remove();
    await tasks();
    expect(first.aborted).to.equal(true);
    expect(said).to.deep.equal([]);
    const asked = network.next();
    holder.append(card);
    (await asked).send(film());
    await answer(card);
    expect(said).to.deep.equal(['load Her']);
    expect(network.asked).to.have.lengthOf(2);
  });

  it('aborts in the middle of an answer', async () => {
    const [card, asked] = await asking();
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    asked.send(new Response(new ReadableStream<Uint8Array>({ start: (made) => void (controller = made) })));
    controller.enqueue(new TextEncoder().encode('{"id":"x",'));
    const said = record(card);
    await tasks();
    card.remove();
    await tasks();
    controller.enqueue(new TextEncoder().encode('"title":"X"}'));
    controller.close();
    await tasks();
    expect(said).to.deep.equal([]);
  });

  it('asks only once when it is moved while it waits for the answer', async () => {
    const [card, asked] = await asking();
    const said = record(card);
    document.body.append(card);
    await tasks();
    expect(asked.aborted).to.equal(false);
    asked.send(film());
    await answer(card);
    expect(network.asked).to.have.lengthOf(1);
    expect(said).to.deep.equal(['load Her']);
    card.remove();
  });

  it('asks nothing for a card that was never in the page', async () => {
    const card = document.createElement('film-card');
    card.src = '/a.json';
    await frames();
    expect(network.asked).to.have.lengthOf(0);
    expect(card.state).to.equal('empty');
  });

  it('loads the last of a thousand', async () => {
    network.reply = (asked) => asked.send(film({ title: asked.url }));
    const card = await emptyCard();
    const said = record(card);
    for (let i = 1; i <= 1000; i++) card.src = `/${i}.json`;
    await answer(card);
    await frames();
    expect(textOf(part(card, 'title'))).to.equal('/1000.json');
    expect(said).to.deep.equal(['load /1000.json']);
  });
});
