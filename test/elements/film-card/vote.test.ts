import { expect, fixture, html } from '@open-wc/testing';
import type { StarRating } from '../../../src/elements/star-rating/star-rating.js';
import type { VoteEvent } from '../../../src/vote/vote-event.js';
import { mouse, press } from '../../helpers/browser.js';
import { allByRole, byRole, frames, next, part, textOf } from '../../helpers/shadow.js';
import { cardOf, emptyCard, film, settled, show, type FilmCard } from './cards.js';

const ratingOf = (card: FilmCard): StarRating => part<StarRating>(card, 'rating');
const star = (card: FilmCard, n: number): HTMLElement =>
  byRole(ratingOf(card), 'radio', n === 1 ? '1 star' : `${n} stars`);

/** Collects the votes that arrive somewhere. */
function votes(target: EventTarget): VoteEvent[] {
  const heard: VoteEvent[] = [];
  target.addEventListener('vote', (event) => heard.push(event as VoteEvent));
  return heard;
}

describe('<film-card> rating', () => {
  it('has the numbers that a card gave it before it was defined', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const template = document.createElement('template');
    template.innerHTML = '<star-rating></star-rating>';
    const rating = template.content.firstElementChild as StarRating;
    rating.crowd = '4.2,131,,,,,';
    page.append(rating);
    await rating.updateComplete;
    expect(textOf(part(rating, 'summary'))).to.equal('4.2 out of 5, 131 votes');
  });

  it('is on the film’s own scale, with the crowd’s numbers', async () => {
    const card = await cardOf(film({ rating: { best: 4, average: 3.4, count: 1204 } }));
    expect(allByRole(ratingOf(card), 'radio')).to.have.lengthOf(4);
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('3.4 out of 4, 1,204 votes');
  });

  it('counts the votes that are given one by one, and draws them', async () => {
    const card = await cardOf(film({ rating: { distribution: [0, 0, 1, 1, 2] } }));
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('4.3 out of 5, 4 votes');
    expect(part(ratingOf(card), 'histogram').querySelectorAll('tr')).to.have.lengthOf(5);
  });

  for (const rating of [undefined, {}, { average: 4 }, { count: 0 }, { average: 7, count: 3 }, 'good', { best: 0 }])
    it(`never shows a number that is none: ${JSON.stringify(rating)}`, async () => {
      const card = await cardOf(film({ rating }));
      expect(textOf(ratingOf(card).shadowRoot)).not.to.match(/NaN|undefined|null|7|Infinity/);
      expect(allByRole(ratingOf(card), 'radio')).to.have.lengthOf(5);
    });

  it('says in the payload’s words why voting is closed', async () => {
    const card = await cardOf(film({ rating: { locked: 'Voting opens tonight.' } }));
    expect(textOf(part(ratingOf(card), 'message'))).to.equal('Voting opens tonight.');
    const heard = votes(card);
    await mouse.click(star(card, 4));
    expect(heard).to.have.lengthOf(0);
  });

  it('makes one vote of one click, about the film, and says so', async () => {
    const card = await cardOf(film());
    const heard = votes(document);
    await mouse.click(star(card, 4));
    await ratingOf(card).updateComplete;
    expect(heard).to.have.lengthOf(1);
    expect(heard[0]!.detail).to.deep.include({
      subject: 'film:her',
      action: 'cast',
      value: 4,
      previousValue: null,
      max: 5,
      step: 1,
      source: 'pointer',
    });
    expect(textOf(part(ratingOf(card), 'message'))).to.equal('Your rating: 4');
  });

  it('makes one vote by keyboard', async () => {
    const card = await cardOf(film());
    const heard = votes(document);
    star(card, 1).focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(heard).to.have.lengthOf(0);
    await press('Enter');
    expect(heard.map(({ detail }) => `${detail.value} ${detail.source}`)).to.deep.equal(['3 keyboard']);
  });

  it('lets the vote out through two more shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const card = document.createElement('film-card');
    inner.attachShadow({ mode: 'open' }).append(card);
    await show(card, film());
    await settled(card);
    const heard = votes(document);
    await mouse.click(star(card, 2));
    expect(heard.map(({ composed, bubbles, cancelable }) => [composed, bubbles, cancelable])).to.deep.equal([
      [true, true, true],
    ]);
    expect(heard[0]!.target).to.equal(outer);
  });

  it('takes the host’s answer, and lets a failure out', async () => {
    const card = await cardOf(film());
    card.addEventListener('vote', (event) => event.respondWith(Promise.reject(new Error('down'))), { once: true });
    const failed = next<CustomEvent<{ subject: string; code: string }>>(document, 'vote-error');
    await mouse.click(star(card, 4));
    expect((await failed).detail).to.deep.include({ subject: 'film:her', code: 'unavailable' });
    card.addEventListener('vote', (event) => event.respondWith({ average: 4.2, count: 10 }), { once: true });
    await mouse.click(star(card, 5));
    await frames();
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('4.2 out of 5, 10 votes');
  });

  it('asks stores for news of the film once it is shown', async () => {
    const card = await emptyCard();
    const connect = next<CustomEvent<{ subject: string }>>(document, 'rating-connect');
    await show(card, film());
    expect((await connect).detail.subject).to.equal('film:her');
  });

  it('shows the reader’s own rating when the page knows it, before or after the film', async () => {
    const card = await emptyCard();
    card.value = 4;
    await show(card, film());
    await settled(card);
    expect(ratingOf(card).value).to.equal(4);
    card.value = 2;
    await settled(card);
    expect(textOf(part(ratingOf(card), 'message'))).to.equal('Your rating: 2');
    card.value = null;
    await settled(card);
    expect(ratingOf(card).value).to.equal(null);
  });

  for (const [known, then, expected] of [
    [undefined, null, null],
    [3, 3, 3],
    [null, undefined, null],
  ] as const)
    it(`shows the rating that the page says after a vote, also the one that it has said before: ${known}, then ${then}`, async () => {
      const card = await emptyCard();
      card.value = known;
      await show(card, film());
      await settled(card);
      await mouse.click(star(card, 5));
      card.value = then;
      expect(ratingOf(card).value).to.equal(expected);
      await settled(card);
      expect(ratingOf(card).value).to.equal(expected);
    });

  it('keeps a vote that comes after what the page says', async () => {
    const card = await cardOf(film());
    card.value = 3;
    await settled(card);
    await mouse.click(star(card, 5));
    card.headingLevel = 4;
    card.sections = 'rating title';
    await settled(card);
    expect([card.value, ratingOf(card).value]).to.deep.equal([3, 5]);
  });

  it('keeps the reader’s vote when the same film comes with newer numbers', async () => {
    const card = await cardOf(film({ rating: { average: 4, count: 10 } }));
    await mouse.click(star(card, 5));
    await show(card, film({ rating: { average: 4.1, count: 11 } }));
    await settled(card);
    expect(ratingOf(card).value).to.equal(5);
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('4.1 out of 5, 11 votes');
  });

  it('shows the numbers of a newer film, and none of an older answer, also where they are those of the film before', async () => {
    const card = await cardOf(film({ rating: { average: 4, count: 10 } }));
    card.addEventListener('vote', (event) => event.respondWith({ average: 4.2, count: 11 }), { once: true });
    await mouse.click(star(card, 5));
    await frames();
    await show(card, film({ rating: { average: 4, count: 12 } }));
    await settled(card);
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('4 out of 5, 12 votes');
    await show(card, film());
    await settled(card);
    expect(textOf(part(ratingOf(card), 'summary'))).to.equal('No ratings yet');
  });

  for (const [what, change] of [
    ['the film comes again with the same', (card: FilmCard, same: object) => show(card, { ...same, tagline: 'x' })],
    ['the reader opens something', (card: FilmCard) => byRole(card, 'button', 'Show 1 more').click()],
    ['the rating has another place', (card: FilmCard) => (card.sections = 'rating trivia')],
  ] as const)
    it(`keeps all numbers of an answer when ${what}`, async () => {
      const same = film({
        rating: { distribution: [0, 0, 1, 1, 2] },
        trivia: ['One.', 'Two.', 'Three.'].map((text) => ({ text })),
      });
      const card = await cardOf(same);
      const answer = { average: 4.4, count: 5, distribution: [0, 0, 1, 1, 3] };
      card.addEventListener('vote', (event) => event.respondWith(answer), { once: true });
      await mouse.click(star(card, 5));
      await frames();
      await change(card, same);
      await settled(card);
      const { average, count, distribution } = ratingOf(card);
      expect({ average, count, distribution }).to.deep.equal(answer);
    });

  it('has the film’s numbers before anybody can have news of it', async () => {
    const heard: unknown[] = [];
    const listen = (event: Event): void => {
      const { average, count, distribution } = event.composedPath()[0] as StarRating;
      heard.push({ average, count, distribution });
    };
    document.addEventListener('rating-connect', listen);
    await cardOf(film({ rating: { distribution: [0, 0, 0, 0, 2] } }));
    document.removeEventListener('rating-connect', listen);
    expect(heard).to.deep.equal([{ average: null, count: null, distribution: [0, 0, 0, 0, 2] }]);
  });

  it('starts over for another film', async () => {
    const card = await cardOf(film());
    await mouse.click(star(card, 5));
    await show(card, film({ id: 'film:him', title: 'Him' }));
    await settled(card);
    expect(ratingOf(card).value).to.equal(null);
    expect(ratingOf(card).subject).to.equal('film:him');
    expect(allByRole(ratingOf(card), 'radiogroup', 'Rate Him')).to.have.lengthOf(1);
  });
});
