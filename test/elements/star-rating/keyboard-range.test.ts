import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { checked, focused, record, slider, type StarRating } from './helpers.js';

async function focusedRange(value: number | null, clearable = false): Promise<StarRating> {
  const rating = await fixture<StarRating>(
    html`<star-rating step="0.5" .value=${value} ?clearable=${clearable} subject="film"></star-rating>`,
  );
  rating.focus();
  return rating;
}

describe('<star-rating> as a range, by keyboard', () => {
  for (const [from, key, to] of [
    [3, 'ArrowRight', 3.5],
    [3, 'ArrowUp', 3.5],
    [3, 'ArrowLeft', 2.5],
    [3, 'ArrowDown', 2.5],
    [3, 'Home', 0.5],
    [3, 'End', 5],
    [3, '2', 2],
    [null, 'ArrowRight', 0.5],
    [null, 'ArrowUp', 0.5],
    [null, 'Home', 0.5],
  ] as const)
    it(`goes from ${from ?? 'not rated'} to ${to} with ${key}, and does not vote yet`, async () => {
      const rating = await focusedRange(from);
      const seen = record(rating);
      await press(key);
      await rating.updateComplete;
      expect(seen).to.deep.equal([`input ${to}`]);
      expect([rating.value, rating.state]).to.deep.equal([to, 'staged']);
      expect(slider(rating).value).to.equal(`${to}`);
      expect(focused(rating)).to.equal(slider(rating));
    });

  it('is not set again to what it is, which a screen reader would say again', async () => {
    const rating = await focusedRange(null);
    const range = slider(rating);
    const seen: string[] = [];
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    Object.defineProperty(range, 'value', {
      get,
      set(value: string) {
        seen.push(value);
        set!.call(range, value);
      },
    });
    range.blur();
    rating.focus();
    await rating.updateComplete;
    expect(seen).to.deep.equal([]);
    rating.value = 3;
    await rating.updateComplete;
    expect(seen).to.deep.equal(['3']);
  });

  for (const [from, key] of [
    [5, 'ArrowRight'],
    [5, 'ArrowUp'],
    [0.5, 'ArrowLeft'],
    [0.5, 'ArrowDown'],
    [0.5, 'PageDown'],
    [0.5, 'Home'],
    [null, 'ArrowLeft'],
    [null, 'ArrowDown'],
    [null, 'PageDown'],
    [3, '0'],
    [3, 'Enter'],
    [3, 'Space'],
    [3, 'Escape'],
  ] as const)
    it(`stays at ${from ?? 'not rated'} with ${key}`, async () => {
      const rating = await focusedRange(from);
      const seen = record(rating);
      await press(key);
      await rating.updateComplete;
      expect(seen).to.deep.equal([]);
      expect(rating.value).to.equal(from);
      expect(slider(rating).value).to.equal(`${from ?? 0}`);
    });

  it('never goes below one step by PageDown', async () => {
    const rating = await focusedRange(0.5);
    await press('ArrowRight', 'PageDown', 'PageDown');
    await rating.updateComplete;
    expect(rating.value).to.equal(0.5);
    expect(slider(rating).value).to.equal('0.5');
  });

  for (const key of ['0', 'Delete', 'Backspace'])
    it(`goes back to not rated with ${key} when it is clearable`, async () => {
      const rating = await focusedRange(3, true);
      await press(key);
      await rating.updateComplete;
      expect([rating.value, rating.state]).to.deep.equal([null, 'staged']);
      expect(slider(rating).getAttribute('aria-valuetext')).to.equal('Not rated');
    });

  for (const key of ['Enter', 'Space'])
    it(`votes what is staged with ${key}, once`, async () => {
      const rating = await focusedRange(null);
      const seen = record(rating);
      await press('ArrowRight', 'ArrowRight', 'ArrowRight', key, key);
      expect(seen).to.deep.equal(['input 0.5', 'input 1', 'input 1.5', 'vote 1.5', 'change 1.5']);
      expect(rating.state).to.equal('voted');
    });

  it('drops what is staged with Escape', async () => {
    const rating = await focusedRange(3);
    const seen = record(rating);
    await press('5', 'Escape');
    await rating.updateComplete;
    expect(seen).to.deep.equal(['input 5', 'input 3']);
    expect(slider(rating).value).to.equal('3');
  });

  it('says its value in words, and that there is none', async () => {
    const rating = await focusedRange(null);
    const said = (): string | null => slider(rating).getAttribute('aria-valuetext');
    expect(said()).to.equal('Not rated');
    await press('ArrowRight', 'ArrowRight');
    await rating.updateComplete;
    expect(said()).to.equal('1 star');
    await press('ArrowRight');
    await rating.updateComplete;
    expect(said()).to.equal('1.5 stars');
  });

  it('follows assistive technology that moves the native range by itself', async () => {
    const rating = await focusedRange(null);
    const seen = record(rating);
    slider(rating).value = '3.5';
    for (const type of ['input', 'change'])
      slider(rating).dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
    await rating.updateComplete;
    expect(seen).to.deep.equal(['input 3.5']);
    expect([rating.value, rating.state]).to.deep.equal([3.5, 'staged']);
  });

  it('votes for what is staged when assistive technology clicks the range, wherever it says that this was', async () => {
    for (const init of [{}, { detail: 1, pointerType: 'mouse', clientX: 60, clientY: 10 }]) {
      const rating = await focusedRange(null);
      slider(rating).value = '4.5';
      slider(rating).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await rating.updateComplete;
      const seen = record(rating);
      slider(rating).dispatchEvent(new PointerEvent('click', { ...init, bubbles: true, composed: true }));
      expect(seen).to.deep.equal(['vote 4.5', 'change 4.5']);
      slider(rating).dispatchEvent(new PointerEvent('click', { ...init, bubbles: true, composed: true }));
      expect(seen).to.deep.equal(['vote 4.5', 'change 4.5']);
    }
  });

  it('does not let assistive technology go below one step', async () => {
    const rating = await focusedRange(0.5);
    const seen = record(rating);
    slider(rating).value = '0';
    slider(rating).dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await rating.updateComplete;
    expect(seen).to.deep.equal([]);
    expect(slider(rating).value).to.equal('0.5');
  });

  it('takes one Tab to enter and one to leave', async () => {
    const page = await fixture(html`
      <div><button>before</button><star-rating max="10"></star-rating><button>after</button></div>
    `);
    const [before, after] = page.querySelectorAll('button');
    const rating = page.querySelector<StarRating>('star-rating')!;
    before!.focus();
    await press('Tab');
    expect(focused(rating)).to.equal(slider(rating));
    await press('Tab');
    expect(document.activeElement).to.equal(after);
  });
});

describe('<star-rating> from right to left', () => {
  const focusedIn = async (step: number): Promise<StarRating> => {
    const page = await fixture(html`<div dir="rtl"><star-rating value="3" step=${step}></star-rating></div>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    rating.focus();
    return rating;
  };

  for (const [step, key, to] of [
    [1, 'ArrowLeft', 4],
    [1, 'ArrowRight', 2],
    [1, 'ArrowDown', 4],
    [1, 'ArrowUp', 2],
    [0.5, 'ArrowLeft', 3.5],
    [0.5, 'ArrowRight', 2.5],
    [0.5, 'ArrowUp', 3.5],
    [0.5, 'ArrowDown', 2.5],
    [1, 'Home', 1],
    [1, 'End', 5],
  ] as const)
    it(`${step === 1 ? 'radios go' : 'a range goes'} from 3 to ${to} with ${key}`, async () => {
      const rating = await focusedIn(step);
      await press(key);
      await rating.updateComplete;
      expect(rating.value).to.equal(to);
      if (step === 1) expect(checked(rating)).to.deep.equal([to]);
      else expect(slider(rating).value).to.equal(`${to}`);
    });

  it('takes over a direction that the page sets later', async () => {
    const rating = await focusedIn(1);
    rating.parentElement!.dir = 'ltr';
    await press('ArrowRight');
    expect(rating.value).to.equal(4);
  });
});
