import { expect, fixture, html } from '@open-wc/testing';
import { frames, next, part } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { answer, film, her, settled, type FilmCard } from './cards.js';
import { Network } from './network.js';

const POSTER = new URL('../../../demo/posters/her.svg', import.meta.url).href;
const BROKEN = new URL('../../fixtures/her.json', import.meta.url).href;

/** How much of what the reader sees moves, by the browser's own measure. */
class Shifts {
  score = 0;
  readonly #observer = new PerformanceObserver((list) => this.#add(list.getEntries()));

  constructor() {
    this.#observer.observe({ type: 'layout-shift' });
  }

  stop(): number {
    this.#add(this.#observer.takeRecords());
    this.#observer.disconnect();
    return this.score;
  }

  #add(entries: PerformanceEntryList): void {
    for (const entry of entries as (PerformanceEntry & { value: number })[]) this.score += entry.value;
  }
}

describe('<film-card> with text below it', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());

  /** A card that waits for its film at the top of a page, and the text after it. */
  async function waiting(attributes: Record<string, string> = {}): Promise<[FilmCard, HTMLElement]> {
    const asked = network.next();
    const page = await fixture<HTMLElement>(
      html`<div><p>${'Text that the reader has begun to read. '.repeat(40)}</p></div>`,
    );
    const card = document.createElement('film-card');
    for (const [name, value] of Object.entries({ src: '/her.json', ...attributes })) card.setAttribute(name, value);
    page.prepend(card);
    await asked;
    await frames();
    return [card, page.querySelector('p')!];
  }

  /** What moves from the skeleton until the film and its picture are there. */
  async function shiftOf(card: FilmCard, payload: object, picture?: 'load' | 'error'): Promise<number> {
    await frames();
    const shifts = new Shifts();
    const said = answer(card);
    network.asked.at(-1)!.send(payload);
    await said;
    if (picture) await next(card.shadowRoot!.querySelector('img')!, picture);
    await settled(card);
    await frames();
    return shifts.stop();
  }

  for (const [what, poster, picture] of [
    ['a poster', { src: POSTER }, 'load'],
    ['a broken poster', { src: BROKEN }, 'error'],
    ['no poster', undefined, undefined],
  ] as const) {
    itWith('layout shift', `moves nothing that the reader sees when a film with ${what} comes`, async () => {
      const [card] = await waiting();
      expect(await shiftOf(card, { ...her, poster }, picture)).to.equal(0);
    });

    for (const [room, leeway] of [
      ['40em', 0],
      ['24em', 1],
    ] as const)
      itWith('layout shift', `moves nothing at all in ${room} when a compact film with ${what} comes`, async () => {
        const [card, text] = await waiting({ layout: 'compact', style: `inline-size: ${room}` });
        const { top } = text.getBoundingClientRect();
        expect(await shiftOf(card, { ...her, attribution: undefined, genres: [], poster }, picture)).to.equal(0);
        expect(text.getBoundingClientRect().top).to.be.closeTo(top, leeway);
      });
  }

  it('has a box for each part that the page asks for, and the poster’s is where the poster will be', async () => {
    const [card] = await waiting({ sections: 'title poster rating' });
    const boxes = card.shadowRoot!.querySelector('[role=img]')!.children;
    expect(boxes).to.have.lengthOf(3);
    const before = boxes[1]!.getBoundingClientRect();
    const said = answer(card);
    network.asked.at(-1)!.send(her);
    await said;
    await settled(card);
    expect(part(card, 'poster').getBoundingClientRect()).to.deep.equal(before);
  });

  itWith('layout shift', 'would notice text that is pushed down', async () => {
    const [card, text] = await waiting({ layout: 'compact' });
    const shifts = new Shifts();
    text.style.marginBlockStart = '100px';
    await frames();
    await frames();
    expect(shifts.stop()).to.be.above(0);
    network.asked.at(-1)!.send(film());
    await answer(card);
  });
});
