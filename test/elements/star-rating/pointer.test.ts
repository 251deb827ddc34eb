import { expect, fixture, html } from '@open-wc/testing';
import { mouse } from '../../helpers/browser.js';
import { next } from '../../helpers/shadow.js';
import {
  ALL,
  checked,
  choose,
  fill,
  focused,
  moveAway,
  part,
  place,
  radios,
  record,
  star,
  type StarRating,
} from './helpers.js';

/** What came of it: engines preview more or less often under a mouse that stays. */
const withoutPreviews = (seen: readonly string[]): string[] => seen.filter((line) => !line.startsWith('preview'));

const filmRating = (value: number | null = null): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating .value=${value} subject="film"></star-rating>`);

describe('<star-rating> by mouse', () => {
  afterEach(moveAway);

  it('votes with one click', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    const sources: string[] = [];
    rating.addEventListener('vote', ({ detail }) => sources.push(detail.source));
    await mouse.click(star(rating, 4));
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
    expect(sources).to.deep.equal(['pointer']);
    expect(checked(rating)).to.deep.equal([4]);
  });

  it('counts a double click as one vote', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    await mouse.click(star(rating, 4));
    await mouse.click(star(rating, 4));
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
  });

  it('does nothing for a click on the current rating', async () => {
    const rating = await filmRating(4);
    const seen = record(rating);
    await mouse.click(star(rating, 4));
    expect(seen).to.deep.equal([]);
  });

  it('has the focus after a click', async () => {
    const rating = await filmRating();
    await mouse.click(star(rating, 4));
    expect(focused(rating)?.value).to.equal('4');
  });

  it('has the focus after a click on a range', async () => {
    const rating = await filmRating();
    rating.max = 10;
    await rating.updateComplete;
    await mouse.click(place(rating, 0.5));
    expect(focused(rating)?.type).to.equal('range');
  });

  it('has for each radio the box of its star', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const rating = await filmRating();
      rating.dir = dir;
      rating.style.setProperty('--star-rating-gap', '10px');
      const row = part(rating, 'stars').getBoundingClientRect();
      for (const [i, radio] of radios(rating).entries()) {
        const box = radio.getBoundingClientRect();
        const start = dir === 'ltr' ? box.left - row.left : row.right - box.right;
        expect(start, `start of ${i + 1}`).to.be.closeTo((i * row.width) / 5, 0.5);
        expect(box.width).to.be.closeTo(row.width / 5, 0.5);
        expect([box.top, box.height]).to.deep.equal([row.top, row.height]);
      }
    }
  });

  it('gives the lowest rating at the first pixel and the highest at the last', async () => {
    for (const step of [1, 0.5]) {
      const rating = await filmRating();
      rating.step = step;
      await rating.updateComplete;
      const { left, right, top, height } = part(rating, 'stars').getBoundingClientRect();
      const seen = record(rating, ['vote']);
      await mouse.click([Math.ceil(left), top + height / 2]);
      await mouse.click([Math.floor(right) - 1, top + height / 2]);
      expect(seen).to.deep.equal([`vote ${step}`, 'vote 5']);
    }
  });

  it('votes for half a star where there are halves', async () => {
    const rating = await filmRating();
    rating.step = 0.5;
    await rating.updateComplete;
    const seen = record(rating, ['vote']);
    await mouse.click(place(rating, 0.65));
    await mouse.click(place(rating, 0.75));
    expect(seen).to.deep.equal(['vote 3.5', 'vote 4']);
  });

  it('mirrors the row from right to left, for radios and for a range', async () => {
    for (const step of [1, 0.5]) {
      const page = await fixture(html`<div dir="rtl"><star-rating step=${step}></star-rating></div>`);
      const rating = page.querySelector<StarRating>('star-rating')!;
      const { left, right } = part(rating, 'stars').getBoundingClientRect();
      const end = place(rating, 0.95);
      expect(end[0] - left).to.be.lessThan(right - end[0]);
      await mouse.click(end);
      expect(rating.value).to.equal(5);
      await mouse.click(place(rating, 0.21));
      expect(rating.value).to.equal(step === 1 ? 2 : 1.5);
    }
  });

  it('ends a preview when the page closes it under the mouse, after the page has done so', async () => {
    const rating = await filmRating(1);
    await mouse.move(star(rating, 4));
    const ended = next(rating, 'preview');
    const seen = record(rating, ['preview']);
    rating.readonly = true;
    expect(seen).to.deep.equal([]);
    await ended;
    expect(seen).to.deep.equal(['preview null']);
  });

  it('previews what it hovers, and ends when the mouse leaves', async () => {
    const rating = await filmRating(1);
    const seen = record(document.body, ALL);
    const radioOf2 = radios(rating)[1]!.outerHTML;
    await mouse.move(star(rating, 2));
    await mouse.move(place(rating, 0.32));
    await mouse.move(star(rating, 4));
    expect(fill(rating).part).to.equal(0.8);
    expect([rating.value, checked(rating)]).to.deep.equal([1, [1]]);
    expect(radios(rating)[1]!.outerHTML).to.equal(radioOf2);
    await moveAway();
    expect(seen).to.deep.equal(['preview 2', 'preview 4', 'preview null']);
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.2);
  });

  for (const how of ['readonly', 'disabled', 'locked', 'moved to another place'])
    it(`ends a preview when the rating is ${how} under the mouse`, async () => {
      const rating = await filmRating(2);
      const elsewhere = await fixture(html`<div style="padding-block-start: 400px"></div>`);
      const seen = record(rating, ALL);
      await mouse.move(star(rating, 5));
      if (how.startsWith('moved')) elsewhere.append(rating);
      else rating.setAttribute(how, 'Closed');
      await rating.updateComplete;
      expect(fill(rating).part).to.equal(0.4);
      expect(seen).to.deep.equal(['preview 5', 'preview null']);
    });

  it('keeps a preview to the page it is in: it bubbles, is not composed, cannot be cancelled', async () => {
    const rating = await filmRating();
    const preview = new Promise<Event>((resolve) => rating.addEventListener('preview', resolve, { once: true }));
    await mouse.move(star(rating, 2));
    const { bubbles, composed, cancelable } = await preview;
    expect({ bubbles, composed, cancelable }).to.deep.equal({ bubbles: true, composed: false, cancelable: false });
  });

  it('casts nothing when the button is let go outside', async () => {
    const rating = await filmRating(2);
    const seen = record(rating);
    for (const start of [star(rating, 5), place(rating, 0.02)]) {
      await mouse.move(start);
      await mouse.down();
      await mouse.move([start[0], start[1] + 300]);
      await mouse.up();
    }
    expect(seen).to.deep.equal([]);
    expect([rating.value, checked(rating)]).to.deep.equal([2, [2]]);
    expect(rating.state).to.equal('idle');
  });

  it('drags nothing after a press of whose end it did not hear, and ends its preview when the mouse leaves', async () => {
    const rating = await filmRating(2);
    const keep = (event: Event): void => event.stopImmediatePropagation(); // as a dialog or a script of the page may
    addEventListener('pointerup', keep, true);
    await mouse.click(star(rating, 2));
    removeEventListener('pointerup', keep, true);
    const seen = record(rating, ALL);
    await mouse.move(star(rating, 4));
    await moveAway();
    expect(withoutPreviews(seen)).to.deep.equal([]);
    expect(seen.at(-1)).to.equal('preview null');
  });

  it('casts nothing when another press, begun outside, sweeps over the stars and ends there', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    const [x, y] = star(rating, 5);
    await mouse.move([x, y]);
    await mouse.down();
    await mouse.move([x, y + 300]);
    await mouse.up();
    await mouse.down(); // as to select text
    await mouse.move([x, y]);
    await mouse.move(star(rating, 2));
    await mouse.move(star(rating, 3));
    await mouse.up();
    expect(seen).to.deep.equal([]);
  });

  it('casts nothing when a drag ends outside, and votes normally afterwards', async () => {
    const rating = await filmRating();
    const seen = record(rating, ALL);
    const [x, y] = star(rating, 2);
    await mouse.move([x, y]);
    await mouse.down();
    await mouse.move(star(rating, 4));
    await mouse.move([x, y + 300]);
    await mouse.up();
    expect(seen).to.deep.equal(['preview 2', 'preview 4', 'preview null']);
    await mouse.click(star(rating, 3));
    expect(seen[3]).to.equal('preview 3');
    expect(withoutPreviews(seen)).to.deep.equal(['vote 3', 'change 3']);
  });

  it('rates with a drag, once, where it ends', async () => {
    const rating = await filmRating();
    const seen = record(rating, ALL);
    await mouse.move(star(rating, 2));
    await mouse.down();
    await mouse.move(star(rating, 3));
    await mouse.move(star(rating, 4));
    expect(fill(rating).part).to.equal(0.8);
    await mouse.up();
    expect(seen.slice(0, 5)).to.deep.equal(['preview 2', 'preview 3', 'preview 4', 'vote 4', 'change 4']);
    expect(withoutPreviews(seen)).to.deep.equal(['vote 4', 'change 4']);
    expect(checked(rating)).to.deep.equal([4]);
    await mouse.click(star(rating, 5));
    expect(withoutPreviews(seen).slice(2)).to.deep.equal(['vote 5', 'change 5']);
  });

  it('asks the page once for a drag, also when the page refuses', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    rating.addEventListener('vote', (event) => event.preventDefault());
    await mouse.move(star(rating, 2));
    await mouse.down();
    await mouse.move(star(rating, 3));
    await mouse.move(star(rating, 4));
    await mouse.up();
    expect(seen).to.deep.equal(['vote 4']);
    await mouse.click(star(rating, 4));
    expect(seen).to.deep.equal(['vote 4', 'vote 4']);
  });

  it('casts nothing of a drag during which it was taken out and put back, and votes normally afterwards', async () => {
    const rating = await filmRating();
    const page = rating.parentElement!;
    const seen = record(rating);
    await mouse.move(star(rating, 2));
    await mouse.down();
    await mouse.move(star(rating, 4));
    rating.remove();
    page.append(rating);
    await mouse.move(star(rating, 5));
    await mouse.move(star(rating, 1));
    await mouse.up();
    expect(seen).to.deep.equal([]);
    await mouse.click(star(rating, 3));
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  for (const end of [2, 4])
    it(`casts nothing for another film when a press on the one before it ends on star ${end}, and votes normally afterwards`, async () => {
      const rating = await filmRating();
      const seen = record(rating, ALL);
      await mouse.move(star(rating, 2));
      await mouse.down();
      await mouse.move(star(rating, end));
      rating.subject = 'another film';
      await rating.updateComplete;
      expect(seen.at(-1)).to.equal('preview null');
      await mouse.up();
      expect(withoutPreviews(seen)).to.deep.equal([]);
      await mouse.click(star(rating, 3));
      expect(withoutPreviews(seen)).to.deep.equal(['vote 3', 'change 3']);
    });

  it('asks for one vote of a drag whose vote brings the next film', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    rating.addEventListener('vote', () => (rating.subject += ' and another'));
    await mouse.move(star(rating, 2));
    await mouse.down();
    await mouse.move(star(rating, 4));
    await mouse.up();
    expect(seen).to.deep.equal(['vote 4']);
    await mouse.click(star(rating, 3));
    expect(seen).to.deep.equal(['vote 4', 'vote 3']);
  });

  it('forgets a drag during which it became read-only, and votes normally afterwards', async () => {
    const rating = await filmRating();
    const seen = record(rating, ALL);
    await mouse.move(star(rating, 2));
    await mouse.down();
    await mouse.move(star(rating, 4));
    rating.readonly = true;
    await rating.updateComplete;
    await moveAway();
    await mouse.up();
    rating.readonly = false;
    await rating.updateComplete;
    await mouse.move(star(rating, 3));
    await moveAway();
    expect(seen).to.deep.equal(['preview 2', 'preview 4', 'preview null', 'preview 3', 'preview null']);
    await mouse.click(star(rating, 3));
    expect(withoutPreviews(seen)).to.deep.equal(['vote 3', 'change 3']);
  });

  it('rates a range with a drag', async () => {
    const rating = await filmRating();
    rating.step = 0.1;
    await rating.updateComplete;
    const seen = record(rating);
    await mouse.move(place(rating, 0.1));
    await mouse.down();
    await mouse.move(place(rating, 0.73));
    await mouse.up();
    expect(seen).to.deep.equal(['vote 3.7', 'change 3.7']);
  });

  for (const max of [5, 10])
    it(`has each of ${max} stars where it is seen on a page with CSS zoom, scrolled or not`, async () => {
      const page = await fixture(html`<div style="padding-block: 300px 3000px"><star-rating></star-rating></div>`);
      const rating = page.querySelector<StarRating>('star-rating')!;
      rating.max = max;
      document.body.style.zoom = '1.5';
      await rating.updateComplete;
      const seen = record(rating, ['vote']);
      // Safari leaves it out of a box
      const zoom = 'currentCSSZoom' in page ? 1 : 1.5;
      for (const scrolled of [0, 200]) {
        scrollTo(0, scrolled);
        const at = (n: number): [number, number] => {
          const [x, y] = star(rating, n);
          return [x * zoom, (y + scrolled) * zoom - scrolled];
        };
        await mouse.click(at(4));
        await mouse.move(at(1));
        await mouse.down();
        await mouse.move(at(2));
        await mouse.up();
      }
      document.body.style.zoom = '';
      scrollTo(0, 0);
      expect(seen).to.deep.equal(['vote 4', 'vote 2', 'vote 4', 'vote 2']);
    });

  it('lets a hand tremble: a press that moves a little is a click where it ends', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    const { left, width } = part(rating, 'stars').getBoundingClientRect();
    const [, y] = star(rating, 1);
    const border = left + (2 * width) / 5;
    await mouse.move([border - 2, y]);
    await mouse.down();
    await mouse.move([border + 2, y]);
    await mouse.up();
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  it('rates in a form field at once: input, then change, and no vote', async () => {
    const rating = await filmRating();
    rating.name = 'stars';
    await rating.updateComplete;
    const seen = record(rating);
    await mouse.click(star(rating, 3));
    await mouse.click(star(rating, 3));
    expect(seen).to.deep.equal(['input 3', 'change 3']);
  });

  it('votes for the focused star when assistive technology clicks it', async () => {
    const rating = await filmRating();
    const seen = record(rating);
    await choose(rating, 3);
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  for (const how of ['readonly', 'disabled', 'locked'])
    it(`is moved by nothing while ${how}, and swallows nothing`, async () => {
      const rating = await filmRating(2);
      rating.setAttribute(how, 'Sign in to vote');
      await rating.updateComplete;
      const seen = record(rating, ALL);
      await mouse.click(star(rating, 4));
      await mouse.move(star(rating, 1));
      await mouse.down();
      await mouse.move(star(rating, 5));
      await mouse.up();
      await rating.updateComplete;
      expect(seen).to.deep.equal([]);
      expect(rating.value).to.equal(2);
      expect(fill(rating).part).to.equal(0.4);
      if (how !== 'readonly') expect(checked(rating)).to.deep.equal([2]);
    });
});
