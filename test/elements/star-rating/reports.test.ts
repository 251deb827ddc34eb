// What readers and authors report of other rating controls, where no test of another file stands for it.
import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press, tap } from '../../helpers/browser.js';
import { next, tasks } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { GALLERY } from './gallery.js';
import {
  byRole,
  checked,
  choose,
  clearableRating,
  fill,
  holdVotes,
  message,
  moveAway,
  part,
  radios,
  record,
  shapes,
  star,
  summary,
  type StarRating,
} from './helpers.js';

describe('<star-rating> as reported of others', () => {
  afterEach(moveAway);

  for (const step of [1, 0.5])
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const)
      it(`leaves shortcuts with ${modifier} to the browser, ${step === 1 ? 'as radios' : 'as a range'}`, async () => {
        const rating = await clearableRating(3);
        rating.step = step;
        await rating.updateComplete;
        const seen = record(rating);
        const [control] = rating.shadowRoot!.querySelectorAll('input');
        for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', '1', '0', 'Delete', 'Enter', 'Escape']) {
          const event = new KeyboardEvent('keydown', { key, [modifier]: true, bubbles: true, cancelable: true });
          control!.dispatchEvent(event);
          expect(event.defaultPrevented, key).to.equal(false);
        }
        expect([seen, rating.value]).to.deep.equal([[], 3]);
      });

  itWith('touch', 'is taken back by a tap on the button, once, and leaves no preview behind', async () => {
    const rating = await clearableRating(4);
    const seen = record(rating, ['preview', 'vote', 'change']);
    const changed = next(rating, 'change');
    await tap(part(rating, 'clear'));
    await changed;
    await rating.updateComplete;
    expect(seen).to.deep.equal(['vote null', 'change null']);
    expect(fill(rating).part).to.equal(0.74);
  });

  it('takes a vote while another rating of the page waits for its answer', async () => {
    const page = await fixture(
      html`<main><star-rating subject="her"></star-rating><star-rating subject="alien"></star-rating></main>`,
    );
    const held = holdVotes(page as HTMLElement);
    const [her, alien] = page.querySelectorAll<StarRating>('star-rating');
    await choose(her!, 4);
    await choose(alien!, 2);
    await held[1]!.resolve({ kept: 'host' });
    expect([her!.state, alien!.state]).to.deep.equal(['pending', 'voted']);
    await held[0]!.resolve({ kept: 'host' });
    expect([message(her!), message(alien!)]).to.deep.equal(['Your rating: 4, saved', 'Your rating: 2, saved']);
  });

  for (const how of ['readonly', 'disabled'] as const)
    it(`shows the answer to a vote that was on its way when the page made it ${how}`, async () => {
      const rating = await clearableRating(2);
      const held = holdVotes(rating);
      await choose(rating, 4);
      rating[how] = true;
      await rating.updateComplete;
      await held[0]!.resolve({ average: 3.8, count: 960, kept: 'host' });
      expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
      expect(summary(rating)).to.include('3.8 out of 5, 960 votes');
    });

  it('claims nothing for a vote that was on its way when the page made it a display', async () => {
    const rating = await clearableRating();
    const held = holdVotes(rating);
    const name = (): string | null => byRole(rating, 'img').getAttribute('aria-label');
    await choose(rating, 2);
    await held[0]!.resolve({ kept: 'host' });
    await choose(rating, 4);
    rating.readonly = true;
    await rating.updateComplete;
    expect(name()).to.equal('3.7 out of 5, 959 votes. Your rating: 4');
    await held[1]!.reject(new Error('no'));
    expect(name()).to.equal('3.7 out of 5, 959 votes. Your rating: 2, saved');
  });

  for (const [how, close] of [
    ['a display', (rating) => (rating.readonly = true)],
    ['disabled', (rating) => (rating.disabled = true)],
    ['disabled with its fieldset', (rating) => (rating.closest('fieldset')!.disabled = true)],
    ['a form field', (rating) => (rating.name = 'stars')],
  ] as const satisfies [string, (rating: StarRating) => void][])
    it(`forgets what was only chosen when the page made it ${how}: nobody can vote for it any more`, async () => {
      const fieldset = await fixture(html`<fieldset><star-rating subject="film"></star-rating></fieldset>`);
      const rating = fieldset.querySelector('star-rating')!;
      rating.focus();
      await press('3');
      expect([rating.value, rating.state]).to.deep.equal([3, 'staged']);
      const seen = record(rating);
      close(rating);
      await rating.updateComplete;
      expect([rating.value, rating.state, seen]).to.deep.equal([null, 'idle', []]);
      expect(rating.shadowRoot!.textContent).not.to.match(/Enter|Your rating/);
    });

  it('shows what is chosen also where the page keeps the click to itself', async () => {
    const link = await fixture(html`<a href="#other"><star-rating subject="film"></star-rating></a>`);
    link.addEventListener('click', (event) => event.preventDefault());
    const rating = link.querySelector('star-rating')!;
    await rating.updateComplete;
    const voted = next(rating, 'vote');
    await mouse.click(star(rating, 4));
    await voted;
    await tasks(); // in which the browser has taken the radio's own state back
    await rating.updateComplete;
    expect([rating.value, ...checked(rating)]).to.deep.equal([4, 4]);
  });

  it('leaves alone a click on its buttons that the page has taken', async () => {
    const rating = await clearableRating(3);
    rating.addEventListener('click', (event) => event.preventDefault(), true);
    part(rating, 'clear').click();
    expect([rating.value, rating.state]).to.deep.equal([3, 'idle']);
  });

  it('leaves alone a key that the page has taken', async () => {
    const rating = await clearableRating();
    rating.addEventListener('keydown', (event) => event.preventDefault(), true);
    rating.focus();
    await press('4', 'Enter');
    expect([rating.value, rating.state]).to.deep.equal([null, 'idle']);
  });

  for (const [dir, css] of [
    ['ltr', 'rtl'],
    ['rtl', 'ltr'],
  ] as const)
    it(`takes the star that is clicked where CSS says ${css} and the page ${dir}`, async () => {
      const box = await fixture(
        html`<div dir=${dir}>
          <div style="direction: ${css}"><star-rating subject="film"></star-rating></div>
        </div>`,
      );
      const rating = box.querySelector('star-rating')!;
      await rating.updateComplete;
      const voted = next(rating, 'vote');
      await mouse.click(star(rating, 2));
      await voted;
      await rating.updateComplete;
      expect(rating.value).to.equal(2);
      expect(shapes(rating)).to.equal('##ooo');
    });

  it('keeps what others gave out of the page, not only out of sight, until the reader has voted', async () => {
    const rating = await clearableRating();
    Object.assign(rating, { reveal: 'after-vote', distribution: [0, 0, 7, 0, 0] });
    await rating.updateComplete;
    // without Lit's own marks, in which are random digits
    const written = (): string => rating.shadowRoot!.innerHTML.replace(/<!--.*?-->/g, '');
    for (const secret of ['3.7', '959', '>7<', 'h7 t4']) expect(written()).not.to.include(secret);
    await choose(rating, 4);
    for (const secret of ['3.7', '959', '7']) expect(written()).to.include(secret);
  });

  it('has one star checked at most, whatever is clicked in a row', async () => {
    const rating = await clearableRating();
    for (const one of [...radios(rating), ...radios(rating).reverse()]) {
      one.click();
      await rating.updateComplete;
      expect(checked(rating)).to.deep.equal([Number(one.value)]);
    }
  });

  /** How wide a column of 240 px has to be for a rating. */
  const widthIn240 = async (rating: StarRating): Promise<number> => {
    const column = rating.closest('main')!;
    column.style.cssText = 'inline-size: 240px; overflow: hidden';
    await rating.updateComplete;
    return column.scrollWidth;
  };

  for (const [title, make] of Object.entries(GALLERY))
    it(`fits a column of 240 px: ${title}`, async () => {
      expect(await widthIn240(await make())).to.equal(240);
    });

  it('would not fit with stars of 100 px', async () => {
    const rating = await GALLERY['a vote, not rated']!();
    rating.style.setProperty('--star-rating-size', '100px');
    expect(await widthIn240(rating)).to.be.at.least(500);
  });
});
