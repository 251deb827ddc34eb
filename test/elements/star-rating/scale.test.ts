import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { byRole, checked, focused, message, nextVote, radios, slider, type StarRating } from './helpers.js';

const ratingOnScale = (max: number, step: number): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating max=${max} step=${step}></star-rating>`);

describe('<star-rating> max and step', () => {
  for (const [max, step, values] of [
    [5, 1, [1, 2, 3, 4, 5]],
    [1, 1, [1]],
    [7, 1, [1, 2, 3, 4, 5, 6, 7]],
    [3, 0.5, [0.5, 1, 1.5, 2, 2.5, 3]],
    [1, 0.25, [0.25, 0.5, 0.75, 1]],
    [4, 2, [2, 4]],
  ] as const)
    it(`offers a radio for each choice, where they are seven at most: ${max} in steps of ${step}`, async () => {
      const rating = await ratingOnScale(max, step);
      expect(radios(rating).map(({ value }) => Number(value))).to.deep.equal(values);
      expect(byRole(rating, 'radiogroup').contains(radios(rating)[0]!)).to.equal(true);
    });

  for (const [max, step] of [
    [8, 1],
    [10, 1],
    [20, 1],
    [4, 0.5],
    [5, 0.1],
    [2, 0.25],
  ] as const)
    it(`offers a native range above seven choices: ${max} in steps of ${step}`, async () => {
      const rating = await ratingOnScale(max, step);
      const range = slider(rating);
      expect([range.type, range.min, range.max, range.step]).to.deep.equal(['range', '0', `${max}`, `${step}`]);
      expect(radios(rating)).to.deep.equal([]);
    });

  it('gives 0.3 for the third choice of 0.1, and not 0.30000000000000004', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><star-rating max="5" step="0.1" name="stars"></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    rating.focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(rating.value).to.equal(0.3);
    expect(slider(rating).getAttribute('aria-valuetext')).to.equal('0.3 stars');
    expect(new FormData(form).get('stars')).to.equal('0.3');
  });

  it('gives every choice of 0.1 as the number that a person would write', async () => {
    const rating = await ratingOnScale(1, 0.1);
    rating.focus();
    const seen: unknown[] = [];
    for (let i = 1; i <= 10; i++) {
      await press('ArrowRight');
      seen.push(rating.value);
    }
    expect(seen).to.deep.equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  it('sends the same exact number in a vote', async () => {
    const rating = await ratingOnScale(1, 0.1);
    rating.focus();
    const vote = nextVote(rating);
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    const { value, max, step } = (await vote).detail;
    expect({ value, max, step }).to.deep.equal({ value: 0.3, max: 1, step: 0.1 });
  });

  it('keeps the value when radios become a range and back', async () => {
    const rating = await ratingOnScale(5, 1);
    rating.value = 3;
    rating.max = 10;
    await rating.updateComplete;
    expect(rating.value).to.equal(3);
    expect(slider(rating).value).to.equal('3');
    rating.max = 5;
    await rating.updateComplete;
    expect(checked(rating)).to.deep.equal([3]);
  });

  it('keeps the focus when radios become a range and back', async () => {
    const rating = await ratingOnScale(5, 1);
    rating.value = 3;
    await rating.updateComplete;
    rating.focus();
    rating.step = 0.5;
    await rating.updateComplete;
    expect(focused(rating)?.type).to.equal('range');
    rating.step = 1;
    await rating.updateComplete;
    expect(focused(rating)?.value).to.equal('3');
  });

  it('keeps a staged value when the number of stars grows', async () => {
    const rating = await ratingOnScale(5, 1);
    rating.focus();
    await press('3');
    rating.max = 6;
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([3, 'staged']);
    expect(radios(rating)).to.have.length(6);
  });

  it('brings a staged value into a scale that shrinks, and votes for what it shows', async () => {
    const rating = await ratingOnScale(7, 1);
    rating.focus();
    await press('6');
    rating.max = 3;
    await rating.updateComplete;
    expect([rating.value, message(rating)]).to.deep.equal([3, 'Press Enter to vote: 3 stars']);
    const vote = nextVote(rating);
    rating.focus();
    await press('Enter');
    expect((await vote).detail.value).to.equal(3);
  });
});
