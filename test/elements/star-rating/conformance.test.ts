// What a reader may expect of any rating control: one test for each line of the list that a study of twenty others
// came to. Each of them is failed by at least one that is in use.
import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press, swipe } from '../../helpers/browser.js';
import { next } from '../../helpers/shadow.js';
import { asIfMedia, contrast, srgb } from '../../helpers/painting.js';
import { itWith } from '../../helpers/where-possible.js';
import {
  ALL,
  byRole,
  checked,
  choose,
  fill,
  holdVotes,
  isPainted,
  listen,
  moveAway,
  part,
  place,
  radios,
  ratingInForm,
  record,
  sent,
  shapes,
  slider,
  star,
  type StarRating,
} from './helpers.js';

describe('<star-rating> conformance: what a reader may expect of any rating', () => {
  afterEach(moveAway);

  it('tells the page nothing when nothing has changed', async () => {
    const rating = await ratingInForm('value="5"');
    const seen = record(rating);
    await mouse.click(star(rating, 5));
    await press('End', 'ArrowRight', '5', 'Enter');
    expect(seen).to.deep.equal([]);
  });

  it('is inert when it is read-only, and lets a page scroll', async () => {
    const rating = await ratingInForm('readonly value="3"');
    const seen = record(rating, ALL);
    let prevented = false;
    rating.addEventListener('pointerdown', (event) => (prevented ||= event.defaultPrevented));
    await mouse.click(star(rating, 5));
    expect([seen, rating.value, prevented]).to.deep.equal([[], 3, false]);
    expect(getComputedStyle(part(rating, 'stars')).touchAction).to.equal('auto');
  });

  it('keeps the author’s aria-label', async () => {
    const rating = await ratingInForm('aria-label="Rate Her"');
    await choose(rating, 3);
    expect(rating.getAttribute('aria-label')).to.equal('Rate Her');
    expect(byRole(rating, 'radiogroup').ariaLabel).to.equal('Rate Her');
  });

  it('checks nothing, sends nothing and is invalid when required, while it is not rated', async () => {
    const rating = await ratingInForm('name="stars" required');
    expect([checked(rating), sent(rating), rating.checkValidity()]).to.deep.equal([[], [], false]);
  });

  it('is a number again after a form was restored', async () => {
    const rating = await ratingInForm('name="stars"');
    rating.formStateRestoreCallback('3');
    await rating.updateComplete;
    rating.focus();
    await press('ArrowRight');
    expect(rating.value).to.equal(4);
  });

  it('is 0.3 after three steps of 0.1: as a value, in the form and in words', async () => {
    const rating = await ratingInForm('name="stars" step="0.1"');
    rating.focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await rating.updateComplete;
    expect([rating.value, sent(rating), slider(rating).ariaValueText]).to.deep.equal([
      ...[0.3, ['stars', '0.3'], '0.3 stars'],
    ]);
  });

  it('does nothing for the sign that Shift makes of a digit’s key', async () => {
    const rating = await ratingInForm('value="3"');
    const seen = record(rating);
    rating.focus();
    await press('Shift+!');
    expect([seen, rating.value]).to.deep.equal([[], 3]);
  });

  it('shows five stars of five for a value of 9', async () => {
    const rating = await ratingInForm('value="9"');
    expect([rating.value, checked(rating), shapes(rating)]).to.deep.equal([5, [5], '#####']);
  });

  it('never jumps from the best to the worst', async () => {
    const rating = await ratingInForm('value="5"');
    rating.focus();
    await press('ArrowRight', 'ArrowDown');
    expect(rating.value).to.equal(5);
    rating.value = 1;
    await rating.updateComplete;
    await press('ArrowLeft', 'ArrowUp');
    expect(rating.value).to.equal(1);
  });

  it('goes the right way from right to left, with keys and with the mouse', async () => {
    const rating = await ratingInForm('value="3" dir="rtl"');
    rating.focus();
    await press('ArrowLeft');
    expect(rating.value).to.equal(4);
    await mouse.click(star(rating, 1));
    expect(rating.value).to.equal(1);
    expect(star(rating, 1)[0]).to.be.greaterThan(star(rating, 5)[0]);
  });

  it('is one stop for the Tab key', async () => {
    const page = await fixture(
      html`<main><button>a</button><star-rating value="3"></star-rating><button>b</button></main>`,
    );
    const [first, last] = page.querySelectorAll('button');
    first!.focus();
    await press('Tab', 'Tab');
    expect(document.activeElement).to.equal(last);
  });

  it('has as many choices as stars, in one group', async () => {
    for (const max of [1, 3, 5, 7]) {
      const rating = await ratingInForm(`max="${max}"`);
      expect(radios(rating)).to.have.length(max);
      expect(new Set(radios(rating).map(({ name }) => name)).size).to.equal(1);
      expect(byRole(rating, 'radiogroup').querySelectorAll('input, [role]')).to.have.length(max);
    }
  });

  itWith('touch', 'rates with a tap and with a drag along the stars, and scrolls with a drag across', async () => {
    const rating = await ratingInForm('subject="film"');
    rating.closest('main')!.style.cssText = 'block-size: 3000px; padding-block-start: 400px';
    const seen = record(rating);
    await swipe(star(rating, 1), star(rating, 4), 12);
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
    const [x, y] = star(rating, 2);
    const scrolled = next(document, 'scroll');
    await swipe([x, y], [x, y - 250]);
    await scrolled;
    expect(seen).to.have.length(2);
    scrollTo(0, 0);
  });

  it('lets a press be taken back by letting go elsewhere', async () => {
    const rating = await ratingInForm('value="2"');
    const seen = record(rating);
    const [x, y] = star(rating, 5);
    await mouse.move([x, y]);
    await mouse.down();
    await mouse.move([x, y + 250]);
    await mouse.up();
    expect([seen, rating.value]).to.deep.equal([[], 2]);
  });

  it('tells assistive technology nothing of what the mouse only passes', async () => {
    const rating = await ratingInForm('value="2" step="0.5"');
    const before = slider(rating).outerHTML + slider(rating).value;
    await mouse.move(place(rating, 0.86));
    await rating.updateComplete;
    expect(slider(rating).outerHTML + slider(rating).value).to.equal(before);
    expect(fill(rating).part).to.equal(0.9);
  });

  it('shows what was typed while the mouse lies on another star', async () => {
    const rating = await ratingInForm();
    await mouse.move(star(rating, 5));
    rating.focus();
    await press('2');
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.4);
  });

  it('tells 3 from 3.5 from 4 by shape, with the rules for forced colours', async () => {
    const rating = await ratingInForm('readonly style="--star-rating-size: 100px"');
    const inForcedColors = async (value: number): Promise<string> => {
      rating.value = value;
      await rating.updateComplete;
      let drawn = '';
      asIfMedia([rating], 'forced-colors: active', () => {
        drawn = [0.5, 0.68, 0.72, 0.9].map((along) => (isPainted(rating, along) ? '#' : 'o')).join('');
      });
      return drawn;
    };
    expect([await inForcedColors(3), await inForcedColors(3.5), await inForcedColors(4)]).to.deep.equal([
      ...['#ooo', '##oo', '###o'],
    ]);
  });

  it('stands out from a white page by 3:1', async () => {
    const rating = await ratingInForm('average="3" count="2" readonly');
    expect(contrast(srgb(fill(rating).color), srgb('white'))).to.be.at.least(3);
  });

  it('has targets of 24 px', async () => {
    const targets = radios(await ratingInForm());
    expect(targets).to.have.lengthOf(5);
    for (const radio of targets) {
      const { width, height } = radio.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('says 3.7 for 3.7, and draws it', async () => {
    const rating = await ratingInForm('average="3.7" count="959" readonly');
    expect(byRole(rating, 'img').ariaLabel).to.equal('3.7 out of 5, 959 votes');
    expect(fill(rating).part).to.equal(0.74);
  });

  it('says each outcome once', async () => {
    const rating = await ratingInForm('subject="film"');
    const said = listen(rating);
    await mouse.click(star(rating, 4));
    expect(said).to.deep.equal(['Your rating: 4']);
    expect(rating.shadowRoot!.querySelectorAll('[role=status], [role=alert], [aria-live]')).to.have.length(1);
  });

  it('shows the earlier rating again when a vote failed', async () => {
    const rating = await ratingInForm('value="2" subject="film"');
    const held = holdVotes(rating);
    await mouse.click(star(rating, 4));
    await moveAway();
    await held[0]!.reject(new Error('offline'));
    expect([rating.value, fill(rating).part, rating.state]).to.deep.equal([2, 0.4, 'error']);
  });

  it('sends one request for a double click', async () => {
    const rating = await ratingInForm('subject="film"');
    const held = holdVotes(rating);
    await mouse.click(star(rating, 4));
    await mouse.click(star(rating, 4));
    expect(held).to.have.length(1);
  });

  it('changes nothing when the page prevents the vote', async () => {
    const rating = await ratingInForm('value="2" subject="film"');
    rating.addEventListener('vote', (event) => event.preventDefault());
    await mouse.click(star(rating, 4));
    expect([rating.value, rating.state, checked(rating)]).to.deep.equal([2, 'idle', [2]]);
  });

  it('comes back from a disabled fieldset', async () => {
    const page = await fixture(html`<fieldset disabled><star-rating name="stars"></star-rating></fieldset>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    await mouse.click(star(rating, 4));
    expect(rating.value).to.equal(null);
    (page as HTMLFieldSetElement).disabled = false;
    await rating.updateComplete;
    await mouse.click(star(rating, 4));
    expect(rating.value).to.equal(4);
  });
});
