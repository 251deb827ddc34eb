// One test for each defect that was reproduced in another rating control, titled by what the reader experiences; the
// control that fails it, and how, stands in brackets.
import { expect } from '@open-wc/testing';
import { emulateMedia, mouse, press, swipe } from '../../helpers/browser.js';
import { next } from '../../helpers/shadow.js';
import { contrast, srgb, asIfMedia } from '../../helpers/painting.js';
import { itWith } from '../../helpers/where-possible.js';
import {
  ALL,
  byRole,
  checked,
  choose,
  fill,
  isPainted,
  moveAway,
  radios,
  ratingInForm,
  record,
  sent,
  shapes,
  slider,
  star,
} from './helpers.js';

describe('<star-rating> conformance: defects found in others', () => {
  afterEach(async () => {
    await moveAway();
    scrollTo(0, 0);
  });

  itWith('touch', 'rates with a finger drawn along the stars [wa-rating: previews and never commits]', async () => {
    const rating = await ratingInForm('name="stars"');
    const seen = record(rating);
    await swipe(star(rating, 1), star(rating, 4), 12);
    expect([seen, sent(rating)]).to.deep.equal([
      ['input 4', 'change 4'],
      ['stars', '4'],
    ]);
  });

  it('gives nobody five stars for letting go outside [wa-rating: votes 5]', async () => {
    const rating = await ratingInForm();
    const seen = record(rating);
    const [x, y] = star(rating, 3);
    await mouse.move([x, y]);
    await mouse.down();
    await mouse.move([x + 500, y]);
    await mouse.up();
    expect([seen, rating.value]).to.deep.equal([[], null]);
  });

  it('leaves the page’s aria-label on the element [wa-rating: deletes it]', async () => {
    const rating = await ratingInForm('aria-label="Her" value="2"');
    rating.label = 'Rate Her';
    await rating.updateComplete;
    expect(rating.getAttribute('aria-label')).to.equal('Her');
  });

  it('fires nothing when a read-only rating is clicked [wa-rating, sl-rating: change and hover]', async () => {
    const rating = await ratingInForm('readonly value="3"');
    const seen = record(rating, ALL);
    await mouse.move(star(rating, 1));
    await mouse.click(star(rating, 5));
    expect(seen).to.deep.equal([]);
  });

  itWith('touch', 'casts no vote when the page is scrolled over it [sl-rating: votes 5]', async () => {
    const rating = await ratingInForm();
    rating.closest('main')!.style.cssText = 'block-size: 3000px; padding-block-start: 400px';
    const seen = record(rating);
    const [x, y] = star(rating, 5);
    const scrolled = next(document, 'scroll');
    await swipe([x, y], [x, y - 250]);
    await scrolled;
    expect([seen, rating.value]).to.deep.equal([[], null]);
  });

  it('adds to a restored value and does not append to it [wa-rating: "3" becomes 5]', async () => {
    const rating = await ratingInForm('name="stars"');
    rating.formStateRestoreCallback('3');
    expect(rating.value).to.equal(3);
    rating.focus();
    await press('ArrowRight');
    expect(sent(rating)).to.deep.equal(['stars', '4']);
  });

  it('shows and sends the value of its markup [wa-rating: default-value is not applied]', async () => {
    const rating = await ratingInForm('name="stars" value="2"');
    expect([rating.value, checked(rating), sent(rating)]).to.deep.equal([2, [2], ['stars', '2']]);
  });

  it('is never NaN for a digit with Shift [ui5: value NaN]', async () => {
    const rating = await ratingInForm('name="stars" value="2"');
    rating.focus();
    await press('Shift+!', 'Shift+"');
    expect([rating.value, sent(rating)]).to.deep.equal([2, ['stars', '2']]);
  });

  it('says 0.3 for 0.3 [igc: 0.4]', async () => {
    const rating = await ratingInForm('step="0.1" value="0.3"');
    expect(slider(rating).ariaValueText).to.equal('0.3 stars');
  });

  it('checks no star while it is not rated [zag: “1 stars” is checked]', async () => {
    const rating = await ratingInForm('name="stars"');
    expect(checked(rating)).to.deep.equal([]);
    expect(radios(rating)[0]!.ariaLabel).to.equal('1 star');
  });

  it('sends nothing while it is not rated [zag: -1, wa-rating: 0]', async () => {
    expect(sent(await ratingInForm('name="stars"'))).to.deep.equal([]);
  });

  it('can be required in earnest [zag: never invalid]', async () => {
    const rating = await ratingInForm('name="stars" required');
    expect(rating.closest('form')!.checkValidity()).to.equal(false);
    await choose(rating, 1);
    expect(rating.closest('form')!.checkValidity()).to.equal(true);
  });

  it('shows 3.2 as 3.2 [zag: four stars]', async () => {
    const rating = await ratingInForm('readonly value="3.2"');
    expect(fill(rating).part).to.equal(0.64);
    expect(byRole(rating, 'img').ariaLabel).to.equal('3.2 out of 5');
    expect(checked(await ratingInForm('value="3.5"'))).to.deep.equal([]);
  });

  it('never exceeds its own scale by arrow keys [antd: 5.5 of 5]', async () => {
    const rating = await ratingInForm('value="4.5"');
    rating.focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(rating.value).to.equal(5);
  });

  it('takes one tab stop, and not one for each star [antd: 6]', async () => {
    const rating = await ratingInForm('value="3"');
    expect(radios(rating).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    expect(rating.tabIndex).to.equal(-1);
  });

  itWith('media', 'can be seen in forced colours [antd: invisible]', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    try {
      const rating = await ratingInForm('readonly value="3"');
      expect(contrast(srgb(fill(rating).color), srgb('Canvas'))).to.be.at.least(3);
      expect(shapes(rating)).to.equal('###oo');
    } finally {
      await emulateMedia({});
    }
  });

  it('shows a half star in forced colours [sl-rating: 3.5 looks like 3]', async () => {
    const rating = await ratingInForm('readonly value="3.5"');
    rating.style.setProperty('--star-rating-size', '100px');
    asIfMedia([rating], 'forced-colors: active', () => {
      expect([0.68, 0.72].map((along) => isPainted(rating, along))).to.deep.equal([true, false]);
    });
  });

  it('says something when it is read-only [mantine: silent images]', async () => {
    expect(byRole(await ratingInForm('readonly value="4"'), 'img').ariaLabel).to.equal('4 out of 5');
  });

  it('sends nothing without a name [mantine: names itself]', async () => {
    const rating = await ratingInForm('value="4"');
    await choose(rating, 3);
    expect(sent(rating)).to.deep.equal([]);
  });

  it('is chosen with Space [primereact: Space does nothing]', async () => {
    const field = await ratingInForm('name="stars"');
    field.focus();
    await press('Space');
    expect(field.value).to.equal(1);
    const vote = await ratingInForm();
    const seen = record(vote);
    vote.focus();
    await press('4', 'Space');
    expect(seen).to.deep.equal(['input 4', 'vote 4', 'change 4']);
  });

  it('takes the 0 key without an error, clearable or not [calcite: TypeError]', async () => {
    for (const [attributes, value] of [
      ['value="3" name="stars"', 3],
      ['value="3" name="stars" clearable', null],
    ] as const) {
      const rating = await ratingInForm(attributes);
      rating.focus();
      await press('0');
      expect(rating.value).to.equal(value);
      expect(rating.matches(':focus-within')).to.equal(true);
    }
  });

  it('does not rate on the press, only on the release [calcite: on pointerdown]', async () => {
    const rating = await ratingInForm();
    const seen = record(rating);
    await mouse.move(star(rating, 4));
    await mouse.down();
    expect([seen, rating.value]).to.deep.equal([[], null]);
    await mouse.up();
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
  });

  it('has no target narrower than 24 px where there are halves [fluent: 14 px]', async () => {
    for (const attributes of ['step="0.5"', 'step="0.1"', 'step="0.25" max="3"']) {
      const { width } = slider(await ratingInForm(attributes)).getBoundingClientRect();
      expect(width, attributes).to.be.at.least(24);
    }
  });
});
