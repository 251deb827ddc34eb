import { expect, fixture, html } from '@open-wc/testing';
import type { VoteState } from '../../../src/vote/vote-life.js';
import { press } from '../../helpers/browser.js';
import { choose, holdVotes, isIn, type StarRating } from './helpers.js';

const ALL: VoteState[] = ['idle', 'staged', 'pending', 'voted', 'error', 'locked'];

/** A rating is in one state at a time, and its property, its custom state and its style agree. */
function expectState(rating: StarRating, state: VoteState): void {
  expect(rating.state).to.equal(state);
  expect(ALL.filter((one) => isIn(rating, one))).to.deep.equal([state]);
}

const ratingInHalves = (value: number | null = null): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating .value=${value} subject="film" step="0.5" max="3" clearable></star-rating>`);

describe('<star-rating> states', () => {
  it('is idle at first, also with a value of the page', async () => {
    expectState(await ratingInHalves(), 'idle');
    expectState(await ratingInHalves(3), 'idle');
  });

  it('goes from staged to pending to voted', async () => {
    const rating = await ratingInHalves();
    const held = holdVotes(rating);
    rating.focus();
    await press('ArrowRight');
    expectState(rating, 'staged');
    await press('Enter');
    expectState(rating, 'pending');
    await held[0]!.resolve();
    expectState(rating, 'voted');
  });

  it('goes to error, and from there on', async () => {
    const rating = await ratingInHalves();
    const held = holdVotes(rating);
    await choose(rating, 1);
    await held[0]!.reject(null);
    expectState(rating, 'error');
    await choose(rating, 2);
    expectState(rating, 'pending');
    await held[1]!.resolve();
    expectState(rating, 'voted');
  });

  it('is idle again after a retraction', async () => {
    const rating = await ratingInHalves();
    await choose(rating, 1);
    rating.clear();
    await rating.updateComplete;
    expectState(rating, 'idle');
  });

  it('is locked as long as the page says so, and then what it was', async () => {
    const rating = await ratingInHalves();
    await choose(rating, 1);
    rating.locked = 'Sign in to vote';
    await rating.updateComplete;
    expectState(rating, 'locked');
    rating.locked = null;
    await rating.updateComplete;
    expectState(rating, 'voted');
  });

  it('cannot be set from outside', async () => {
    const rating = await ratingInHalves();
    expect(() => Object.assign(rating, { state: 'voted' })).to.throw(TypeError);
  });

  for (const [value, name] of [
    [1, 'value-1'],
    [3, 'value-3'],
    [2.5, 'value-2-5'],
  ] as const)
    it(`can be styled by its value: :state(${name})`, async () => {
      const rating = await ratingInHalves(value);
      expect(isIn(rating, name)).to.equal(true);
      rating.value = null;
      await rating.updateComplete;
      expect(isIn(rating, name)).to.equal(false);
    });

  it('can be styled by its value as a display', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly value="4"></star-rating>`);
    expect(isIn(rating, 'value-4')).to.equal(true);
    expect(isIn(rating, 'idle')).to.equal(true);
  });

  it('forgets its vote’s state when it becomes a display of another value', async () => {
    const rating = await ratingInHalves();
    await choose(rating, 1);
    rating.readonly = true;
    rating.value = 2;
    await rating.updateComplete;
    expectState(rating, 'idle');
    expect([isIn(rating, 'value-1'), isIn(rating, 'value-2')]).to.deep.equal([false, true]);
  });

  it('shows the value that is staged or pending in its style, too', async () => {
    const rating = await ratingInHalves(1);
    holdVotes(rating);
    rating.focus();
    await press('2');
    expect([isIn(rating, 'value-1'), isIn(rating, 'value-2')]).to.deep.equal([false, true]);
    await press('Enter', '3');
    expect([isIn(rating, 'value-2'), isIn(rating, 'value-3')]).to.deep.equal([false, true]);
  });

  it('takes the style of a page sheet for a state', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('star-rating:state(value-2-5) { color: rgb(1, 2, 3) }');
    document.adoptedStyleSheets.push(sheet);
    const rating = await ratingInHalves(2.5);
    const { color } = getComputedStyle(rating);
    document.adoptedStyleSheets.pop();
    expect(color).to.equal('rgb(1, 2, 3)');
  });
});
