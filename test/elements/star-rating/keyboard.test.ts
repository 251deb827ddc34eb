import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press } from '../../helpers/browser.js';
import { checked, fill, focused, holdVotes, message, moveAway, record, star, type StarRating } from './helpers.js';

async function focusedRating(value: number | null, clearable = false): Promise<StarRating> {
  const rating = await fixture<StarRating>(
    html`<star-rating .value=${value} ?clearable=${clearable} subject="film"></star-rating>`,
  );
  rating.focus();
  return rating;
}

describe('<star-rating> by keyboard', () => {
  for (const [from, key, to] of [
    [3, 'ArrowRight', 4],
    [3, 'ArrowDown', 4],
    [3, 'ArrowLeft', 2],
    [3, 'ArrowUp', 2],
    [3, 'Home', 1],
    [3, 'End', 5],
    [3, '2', 2],
    [null, 'ArrowRight', 1],
    [null, 'ArrowDown', 1],
    [null, 'Home', 1],
    [null, 'End', 5],
    [null, '4', 4],
  ] as const)
    it(`goes from ${from ?? 'not rated'} to ${to} with ${key}, and does not vote yet`, async () => {
      const rating = await focusedRating(from);
      const seen = record(rating);
      await press(key);
      expect(seen).to.deep.equal([`input ${to}`]);
      expect([rating.value, rating.state]).to.deep.equal([to, 'staged']);
      expect(checked(rating)).to.deep.equal([to]);
      expect(Number(focused(rating)?.value)).to.equal(to);
    });

  for (const [from, key, why] of [
    [5, 'ArrowRight', 'nothing wraps'],
    [5, 'ArrowDown', 'nothing wraps'],
    [1, 'ArrowLeft', 'nothing wraps'],
    [1, 'ArrowUp', 'nothing wraps'],
    [null, 'ArrowLeft', 'nothing is below not rated'],
    [null, 'ArrowUp', 'nothing is below not rated'],
    [5, 'End', 'it is there'],
    [1, 'Home', 'it is there'],
    [3, '3', 'it is there'],
    [3, '6', 'there is no sixth star'],
    [3, '0', 'it is not clearable'],
    [3, 'Delete', 'it is not clearable'],
    [3, 'Backspace', 'it is not clearable'],
    [3, 'Escape', 'nothing is staged'],
    [3, 'Enter', 'nothing is staged'],
    [3, 'Space', 'nothing is staged'],
    [null, 'Enter', 'nothing is chosen'],
    [3, 'Shift+!', 'it is no digit'],
    [3, 'Control+5', 'it is the browser’s'],
    [3, 'a', 'it means nothing'],
  ] as const)
    it(`stays at ${from ?? 'not rated'} with ${key}: ${why}`, async () => {
      const rating = await focusedRating(from);
      const seen = record(rating);
      await press(key);
      await rating.updateComplete;
      expect(seen).to.deep.equal([]);
      expect(rating.value).to.equal(from);
      expect(checked(rating)).to.deep.equal(from === null ? [] : [from]);
      expect(rating.state).to.equal('idle');
    });

  it('counts a digit by what was typed, as on keyboards where it needs Shift', async () => {
    const rating = await focusedRating(3);
    const event = new KeyboardEvent('keydown', {
      ...{ key: '4', code: 'Quote', shiftKey: true },
      ...{ bubbles: true, composed: true, cancelable: true },
    });
    focused(rating)!.dispatchEvent(event);
    expect(rating.value).to.equal(4);
  });

  for (const key of ['0', 'Delete', 'Backspace'])
    it(`stages taking the rating back with ${key} when it is clearable`, async () => {
      const rating = await focusedRating(3, true);
      const seen = record(rating);
      await press(key);
      expect([rating.value, rating.state]).to.deep.equal([null, 'staged']);
      expect(checked(rating)).to.deep.equal([]);
      await press('Enter');
      expect(seen).to.deep.equal(['input null', 'vote null', 'change null']);
    });

  for (const key of ['Enter', 'Space'])
    it(`votes what is staged with ${key}, once`, async () => {
      const rating = await focusedRating(null);
      const seen = record(rating);
      const sources: string[] = [];
      rating.addEventListener('vote', ({ detail }) => sources.push(detail.source));
      await press('4', key);
      expect(seen).to.deep.equal(['input 4', 'vote 4', 'change 4']);
      expect(sources).to.deep.equal(['keyboard']);
      expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
      await press(key);
      expect(seen).to.have.length(3);
    });

  it('votes for the star that has the focus with Space when nothing is chosen, as a native radio is chosen', async () => {
    const rating = await focusedRating(null);
    const seen = record(rating);
    await press('Space');
    expect(seen).to.deep.equal(['vote 1', 'change 1']);
  });

  for (const [what, act] of [
    ['a vote that the page prevented', ['Space']],
    ['a rating that was dropped', ['4', 'Escape']],
  ] as const)
    it(`is left by Shift+Tab with one press after ${what}`, async () => {
      const page = await fixture(html`<div><button>before</button><star-rating subject="film"></star-rating></div>`);
      const rating = page.querySelector<StarRating>('star-rating')!;
      rating.addEventListener('vote', (event) => event.preventDefault());
      rating.shadowRoot!.querySelector<HTMLInputElement>('[value="4"]')!.focus();
      await press(...act);
      await rating.updateComplete;
      expect(focused(rating)?.value).to.equal('4');
      await press('Shift+Tab');
      expect(document.activeElement?.textContent).to.equal('before');
    });

  for (const [what, value, leave] of [
    ['higher', '4', 'Shift+Tab'],
    ['lower', '1', 'Tab'],
  ] as const)
    it(`is left by ${leave} with one press after a ${what} vote that failed`, async () => {
      const page = await fixture(html`
        <div><button>out</button><star-rating subject="film" value="2"></star-rating><button>out</button></div>
      `);
      const rating = page.querySelector<StarRating>('star-rating')!;
      const held = holdVotes(rating);
      rating.focus();
      await press(value, 'Enter');
      await held[0]!.reject({ code: 'closed' });
      expect([focused(rating)?.value, checked(rating)]).to.deep.equal([value, [2]]);
      await press(leave);
      expect(document.activeElement?.textContent).to.equal('out');
      await rating.updateComplete;
      await press(leave === 'Tab' ? 'Shift+Tab' : 'Tab');
      expect(focused(rating)?.value).to.equal('2');
    });

  it('is back at the settled star after Escape, so that Space does not vote for what was dropped', async () => {
    const rating = await focusedRating(2);
    const seen = record(rating);
    await press('5', 'Escape');
    await rating.updateComplete;
    expect(focused(rating)?.value).to.equal('2');
    await press('Space');
    expect(seen).to.deep.equal(['input 5', 'input 2']);
  });

  it('drops what is staged with Escape', async () => {
    const rating = await focusedRating(2);
    const seen = record(rating);
    await press('5', 'Escape');
    expect(seen).to.deep.equal(['input 5', 'input 2']);
    expect([rating.value, rating.state]).to.deep.equal([2, 'idle']);
    expect(checked(rating)).to.deep.equal([2]);
    await press('Enter');
    expect(seen).to.have.length(2);
  });

  it('drops what is staged with Escape, also when it was made a form field since', async () => {
    const rating = await focusedRating(2);
    await press('4');
    rating.name = 'stars';
    await press('Escape');
    expect([rating.value, rating.state]).to.deep.equal([2, 'idle']);
  });

  it('has nothing staged any more when the arrows come back to the settled rating', async () => {
    const rating = await focusedRating(3);
    const seen = record(rating);
    await press('ArrowRight', 'ArrowLeft', 'Enter');
    expect(seen).to.deep.equal(['input 4', 'input 3']);
    expect(rating.state).to.equal('idle');
  });

  it('drops what is staged with a click on the settled star, and votes with one on the staged', async () => {
    const rating = await focusedRating(4);
    const seen = record(rating);
    await press('2');
    await mouse.click(star(rating, 4));
    expect([rating.value, rating.state]).to.deep.equal([4, 'idle']);
    await press('2');
    await mouse.click(star(rating, 2));
    expect(seen).to.deep.equal(['input 2', 'input 4', 'input 2', 'vote 2', 'change 2']);
    await moveAway();
  });

  it('says how to go on while a rating is staged', async () => {
    const rating = await focusedRating(null);
    await press('4');
    expect(message(rating)).to.equal('Press Enter to vote: 4 stars');
  });

  it('goes on from a rating between two choices to the next one', async () => {
    const rating = await focusedRating(3.7);
    await press('ArrowRight');
    expect(rating.value).to.equal(4);
    rating.value = 3.7;
    await rating.updateComplete;
    await press('ArrowLeft');
    expect(rating.value).to.equal(3);
  });

  it('takes one Tab to enter and one to leave', async () => {
    const page = await fixture(html`
      <div><button>before</button><star-rating value="3"></star-rating><button>after</button></div>
    `);
    const [before, after] = page.querySelectorAll('button');
    const rating = page.querySelector<StarRating>('star-rating')!;
    before!.focus();
    await press('Tab');
    expect(focused(rating)?.value).to.equal('3');
    await press('Tab');
    expect(document.activeElement).to.equal(after);
    await press('Shift+Tab');
    expect(focused(rating)?.value).to.equal('3');
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(before);
  });

  it('is entered at the first star when nothing is chosen, from both sides', async () => {
    const page = await fixture(html`
      <div><button>before</button><star-rating></star-rating><button>after</button></div>
    `);
    const [before, after] = page.querySelectorAll('button');
    const rating = page.querySelector<StarRating>('star-rating')!;
    before!.focus();
    await press('Tab');
    expect(focused(rating)?.value).to.equal('1');
    after!.focus();
    await press('Shift+Tab');
    expect(focused(rating)?.value).to.equal('1');
  });

  it('paints what was typed and not what the mouse lies on', async () => {
    const rating = await focusedRating(null);
    await mouse.move(star(rating, 5));
    await press('2');
    await rating.updateComplete;
    expect(fill(rating).part).to.equal(0.4);
    await moveAway();
  });

  it('leaves Space with a modifier to the browser', async () => {
    const rating = await focusedRating(3);
    await press('5');
    const left: string[] = [];
    rating.addEventListener('vote', () => left.push('vote'));
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      const event = new KeyboardEvent('keydown', {
        key: ' ',
        [modifier]: true,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      rating.shadowRoot!.activeElement!.dispatchEvent(event);
      if (!event.defaultPrevented) left.push(modifier);
    }
    expect(left).to.deep.equal(['ctrlKey', 'altKey', 'metaKey']);
  });

  it('swallows no key that it has no use for', async () => {
    const rating = await focusedRating(3);
    const kept: string[] = [];
    rating.addEventListener('keydown', (event) => {
      if (!event.defaultPrevented) kept.push(event.key);
      event.preventDefault();
    });
    await press('PageDown', 'Escape', 'a', '9', 'Enter', 'ArrowRight');
    expect(kept).to.deep.equal(['PageDown', 'Escape', 'a', '9', 'Enter']);
  });
});
