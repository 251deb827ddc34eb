// A thousand random changes, removals and moves of a card, answered when chance will have it.
import { expect } from '@open-wc/testing';
import './without-observer.js';
import { randomFrom } from '../../helpers/random.js';
import { expectNoRejections } from '../../helpers/rejections.js';
import { part, tasks, textOf } from '../../helpers/shadow.js';
import { answer, emptyCard, film, settled, statesOf } from './cards.js';
import { Network, type Asked } from './network.js';

const ACTS = 1000;

/** Whole numbers below another. */
function randomOf(seed: number): (below: number) => number {
  const random = randomFrom(seed);
  return (below) => Math.floor(random() * below);
}

describe(`<film-card> in ${ACTS} random changes of src, removals and moves`, () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());
  expectNoRejections();

  /** Requests that are neither answered nor given up. */
  class Line {
    readonly open = new Set<Asked>();
    most = 0;
    readonly #random: (below: number) => number;

    constructor(random: (below: number) => number) {
      this.#random = random;
    }

    readonly take = (asked: Asked): void => {
      this.open.add(asked);
    };

    /** How many a card has under way now. */
    count(): void {
      for (const asked of this.open) if (asked.aborted) this.open.delete(asked);
      this.most = Math.max(this.most, this.open.size);
    }

    /** Any one of them gets an answer, or none. */
    answerOne(): void {
      const asked = [...this.open][this.#random(this.open.size || 1)];
      if (!asked) return;
      this.open.delete(asked);
      const how = this.#random(5);
      if (how === 0) asked.send(new Response('', { status: 500 }));
      else if (how === 1) asked.fail();
      else if (how === 2) asked.send('{"id": "x", "title"');
      else asked.send(film({ title: asked.url }));
    }
  }

  for (const seed of [1, 2, 3])
    it(`shows the last, asks once at a time, and writes nothing late (seed ${seed})`, async () => {
      const random = randomOf(seed);
      const line = new Line(random);
      network.reply = line.take;
      const card = await emptyCard();
      const home = card.parentElement!;
      const late: string[] = [];
      for (const type of ['film-load', 'film-error'])
        card.addEventListener(type, (event) => {
          if (!card.isConnected) late.push(`${type} while it was out of the page`);
          const title = (event as CustomEvent<{ film?: { title: string } }>).detail.film?.title;
          if (title !== undefined && title !== card.src) late.push(`${title} for ${card.src}`);
        });
      for (let i = 0; i < ACTS; i++) {
        const act = random(7);
        if (act < 3) card.src = `/${i}.json`;
        else if (act === 3) card.remove();
        else if (act === 4) (random(2) ? home : document.body).append(card);
        else if (act === 5) line.answerOne();
        else await tasks();
        line.count();
      }
      home.append(card);
      network.reply = (asked) => asked.send(film({ title: asked.url }));
      const said = answer(card);
      card.src = '/last.json';
      await said;
      await tasks();
      await settled(card);
      expect(textOf(part(card, 'title'))).to.equal('/last.json');
      expect(statesOf(card)).to.deep.equal(['ready']);
      expect(late).to.deep.equal([]);
      expect(line.most, 'requests at a time').to.equal(1);
      expect(network.asked.length, 'requests in all').to.be.above(ACTS / 10);
    });

  it('would be seen to ask twice at a time (negative control)', () => {
    const line = new Line(randomOf(1));
    network.reply = line.take;
    void fetch('/a.json').catch(() => {});
    void fetch('/b.json').catch(() => {});
    line.count();
    expect(line.most).to.equal(2);
  });
});
