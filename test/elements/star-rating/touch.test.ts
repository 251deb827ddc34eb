import { expect, fixture, html } from '@open-wc/testing';
import { swipe, tap, touch } from '../../helpers/browser.js';
import { next } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { ALL, choose, fill, focused, part, place, record, star, type StarRating } from './helpers.js';

/** A rating in the middle of a page that is long enough to scroll. */
async function rated(attributes = ''): Promise<StarRating> {
  const page = await fixture(html`<div style="block-size: 4000px; padding-block-start: 400px"></div>`);
  page.innerHTML = `<star-rating subject="film" ${attributes}></star-rating>`;
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
}

/** When the page has been scrolled by more than a slip of the finger. */
const scrolledDown = (): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (scrollY <= 100) return;
      document.removeEventListener('scroll', look);
      resolve();
    };
    document.addEventListener('scroll', look);
  });

describe('<star-rating> by touch', () => {
  afterEach(() => scrollTo(0, 0));

  itWith('touch', 'votes with one tap, and previews nothing', async () => {
    const rating = await rated();
    const seen = record(rating, ALL);
    const changed = next(rating, 'change');
    await tap(star(rating, 3));
    await changed;
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
    expect(fill(rating).part).to.equal(0.6);
  });

  itWith('touch', 'previews nothing for a finger that trembles', async () => {
    const rating = await rated();
    const seen = record(rating, ALL);
    const [x, y] = star(rating, 3);
    const changed = next(rating, 'change');
    await touch({ type: 'start', points: [[x, y]] }, { type: 'move', points: [[x + 4, y + 2]] }, { type: 'end' });
    await changed;
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  itWith('touch', 'votes for half a star with one tap, which brings the focus', async () => {
    const rating = await rated('step="0.5"');
    const changed = next(rating, 'change');
    await tap(place(rating, 0.65));
    await changed;
    expect([rating.value, focused(rating)?.type]).to.deep.equal([3.5, 'range']);
  });

  itWith('touch', 'counts two quick taps as one vote', async () => {
    const rating = await rated();
    const seen = record(rating);
    const changed = next(rating, 'change');
    await tap(star(rating, 3));
    await changed;
    const clicked = next(rating, 'click');
    await tap(star(rating, 3));
    await clicked;
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  itWith('touch', 'rates with a swipe along the stars, once, where the finger leaves', async () => {
    const rating = await rated();
    const seen = record(rating, ALL);
    await swipe(star(rating, 2), star(rating, 4), 12);
    expect(seen.filter((entry) => !entry.startsWith('preview'))).to.deep.equal(['vote 4', 'change 4']);
    expect(seen.filter((entry) => entry.startsWith('preview')).at(-1)).to.equal('preview null');
    expect(seen).to.include('preview 3');
    expect(scrollY).to.equal(0);
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.8);
  });

  itWith('touch', 'previews nothing after a swipe during which it was taken out and put back', async () => {
    const rating = await rated();
    const page = rating.parentElement!;
    const [x, y] = star(rating, 3);
    await touch({ type: 'start', points: [[x, y]] }, { type: 'move', points: [star(rating, 4)] });
    rating.remove();
    await touch({ type: 'end' });
    page.append(rating);
    const seen = record(rating, ['preview']);
    const lifted = next(rating, 'pointerup'); // whether a click follows so soon is up to the browser
    await touch({ type: 'start', points: [[x, y]] }, { type: 'move', points: [[x + 4, y + 2]] }, { type: 'end' });
    await lifted;
    expect(seen).to.deep.equal([]);
  });

  itWith('touch', 'is still open to assistive technology after a swipe', async () => {
    const rating = await rated();
    await swipe(star(rating, 2), star(rating, 4), 12);
    await choose(rating, 1);
    expect(rating.value).to.equal(1);
  });

  itWith('touch', 'rates from right to left with a swipe', async () => {
    const rating = await rated('dir="rtl"');
    await swipe(star(rating, 2), star(rating, 4), 12);
    expect(rating.value).to.equal(4);
  });

  itWith('touch', 'scrolls the page with a vertical swipe that starts on the stars, and casts nothing', async () => {
    const rating = await rated('value="2"');
    const seen = record(rating, ALL);
    const [x, y] = star(rating, 5);
    const scrolled = scrolledDown();
    await swipe([x, y], [x, y - 300]);
    await scrolled;
    expect(scrollY).to.be.greaterThan(100);
    expect(seen).to.deep.equal([]);
    expect(rating.value).to.equal(2);
  });

  itWith('touch', 'casts nothing when the finger leaves the stars before it is lifted', async () => {
    const rating = await rated('value="2"');
    const seen = record(rating);
    const [x, y] = star(rating, 4);
    const { right } = part(rating, 'stars').getBoundingClientRect();
    await swipe([x, y], [right + 80, y], 12);
    expect(seen).to.deep.equal([]);
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.4);
  });

  itWith('touch', 'casts nothing when the system takes the finger away', async () => {
    const rating = await rated('value="2"');
    const seen = record(rating);
    await touch(
      { type: 'start', points: [star(rating, 3)] },
      { type: 'move', points: [star(rating, 4)] },
      { type: 'move', points: [star(rating, 5)] },
      { type: 'cancel' },
    );
    expect(seen).to.deep.equal([]);
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.4);
    const changed = next(rating, 'change');
    await tap(star(rating, 5));
    await changed;
    expect(rating.value).to.equal(5);
  });

  itWith('touch', 'hears only the finger that drags, and not another that is lifted before it', async () => {
    const rating = await rated('value="2"');
    const changed = next(rating, 'change');
    const finger = star(rating, 3);
    await touch(
      { type: 'start', points: [star(rating, 1)], ids: [1] },
      { type: 'move', points: [star(rating, 2)], ids: [1] },
      { type: 'move', points: [finger], ids: [1] },
      { type: 'start', points: [star(rating, 5), finger], ids: [0, 1] },
      { type: 'end' },
    );
    await changed;
    expect(rating.value).to.equal(3);
  });

  itWith('touch', 'casts nothing when a second finger joins and pinches', async () => {
    const rating = await rated();
    const seen = record(rating);
    const [x, y] = star(rating, 3);
    await touch(
      { type: 'start', points: [[x, y]] },
      {
        type: 'start',
        points: [
          [x, y],
          [x + 60, y + 5],
        ],
      },
      {
        type: 'move',
        points: [
          [x - 30, y],
          [x + 100, y + 5],
        ],
      },
      {
        type: 'move',
        points: [
          [x - 50, y],
          [x + 140, y + 5],
        ],
      },
      { type: 'end' },
    );
    expect(seen).to.deep.equal([]);
    expect(visualViewport!.scale).to.be.greaterThan(1);
  });

  for (const how of ['readonly', 'disabled', 'locked="Closed"'])
    itWith('touch', `lets the page scroll and casts nothing while ${how}`, async () => {
      const rating = await rated(`value="2" ${how}`);
      const seen = record(rating, ALL);
      await tap(star(rating, 5));
      await swipe(star(rating, 1), star(rating, 5), 12);
      const [x, y] = star(rating, 3);
      const scrolled = scrolledDown();
      await swipe([x, y], [x, y - 300]);
      await scrolled;
      expect(seen).to.deep.equal([]);
      expect(rating.value).to.equal(2);
      expect(scrollY).to.be.greaterThan(100);
    });

  it('leaves vertical panning and zooming to the browser, and all of it where there is nothing to rate', async () => {
    const rating = await rated();
    const row = (): string => getComputedStyle(part(rating, 'stars').parentElement!).touchAction;
    expect(row()).to.equal('pan-y pinch-zoom');
    rating.readonly = true;
    await rating.updateComplete;
    expect(row()).to.equal('auto');
  });
});
