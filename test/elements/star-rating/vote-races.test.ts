import { expect, fixture, html } from '@open-wc/testing';
import type { VoteEvent, VoteResult } from '../../../src/vote/vote-event.js';
import { mouse, press } from '../../helpers/browser.js';
import { tasks } from '../../helpers/shadow.js';
import {
  checked,
  choose,
  clearableRating,
  crowdRating,
  holdVotes,
  message,
  moveAway,
  part,
  radio,
  record,
  star,
  type StarRating,
  voteOnItsWay,
} from './helpers.js';

describe('<star-rating> newer vote', () => {
  it('aborts the older one, whose late answer nobody sees', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    const seen = record(rating);
    await choose(rating, 2);
    await choose(rating, 4);
    expect(held.map(({ event }) => event.detail.signal.aborted)).to.deep.equal([true, false]);
    await held[0]!.resolve({ value: 2, average: 1, count: 1 });
    expect([rating.value, rating.state, rating.average]).to.deep.equal([4, 'pending', 3.7]);
    await held[1]!.resolve({ kept: 'host' });
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
    expect(seen).to.deep.equal(['vote 2', 'vote 4', 'change 4']);
  });

  it('is not troubled by the older one’s failure, before or after its own answer', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    const seen = record(rating);
    for (const value of [1, 2, 3]) await choose(rating, value);
    await held[0]!.reject(new Error('aborted'));
    await held[2]!.resolve();
    await held[1]!.reject({ code: 'closed' });
    expect([rating.value, rating.state]).to.deep.equal([3, 'voted']);
    expect(seen).to.deep.equal(['vote 1', 'vote 2', 'vote 3', 'change 3']);
  });

  it('restores the last settled vote when it fails, and not the one that it replaced', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    await choose(rating, 3);
    await choose(rating, 5);
    expect(held.map(({ event }) => event.detail.previousValue)).to.deep.equal([2, 2]);
    await held[1]!.reject(null);
    expect([rating.value, checked(rating)]).to.deep.equal([2, [2]]);
  });

  it('goes back to the settled rating by a vote of its own, for the older one may have been written', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    const seen = record(rating);
    await choose(rating, 4);
    await choose(rating, 2);
    expect(held[0]!.event.detail.signal.aborted).to.equal(true);
    await held[1]!.resolve();
    expect([rating.value, rating.state]).to.deep.equal([2, 'voted']);
    expect(seen).to.deep.equal(['vote 4', 'vote 2']);
  });

  it('leaves the older one on its way when the host prevents it', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    await choose(rating, 4);
    rating.addEventListener('vote', (event) => event.preventDefault(), { once: true });
    await choose(rating, 5);
    expect([rating.value, rating.state, checked(rating)]).to.deep.equal([4, 'pending', [4]]);
    expect(held[0]!.event.detail.signal.aborted).to.equal(false);
    await held[0]!.resolve();
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });

  it('stages over a vote on its way without losing its answer', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    rating.focus();
    await press('4', 'Enter', '2');
    expect([rating.value, rating.state]).to.deep.equal([2, 'staged']);
    await held[0]!.resolve({ kept: 'host', average: 4, count: 1 });
    expect([rating.value, rating.state, rating.average]).to.deep.equal([2, 'staged', 4]);
    await press('Escape');
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
    expect(message(rating)).to.equal('Your rating: 4, saved');
  });

  it('drops a staged rating and is pending again with Escape', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    rating.focus();
    await press('4', 'Enter', '2', 'Escape');
    expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
    await held[0]!.resolve();
    expect(rating.value).to.equal(4);
  });
});

describe('<star-rating> double click', () => {
  afterEach(moveAway);

  it('is one request', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    await mouse.click(star(rating, 4));
    await mouse.click(star(rating, 4));
    expect(held).to.have.length(1);
    expect(held[0]!.event.detail.signal.aborted).to.equal(false);
  });

  for (const [where, step, target] of [
    ['a star', 1, (rating: StarRating) => radio(rating, 4)],
    ['a range', 0.5, (rating: StarRating) => part(rating, 'stars').parentElement!],
    ['a button', 1, (rating: StarRating) => part(rating, 'clear')],
  ] as const)
    it(`on ${where} asks the page once, also when the page refuses`, async () => {
      const rating = await clearableRating(2);
      rating.step = step;
      await rating.updateComplete;
      const seen = record(rating);
      rating.addEventListener('vote', (event) => event.preventDefault());
      const [clientX, clientY] = star(rating, 4);
      // the mouse of the driver never clicks twice
      const click = (detail: number): unknown =>
        target(rating).dispatchEvent(
          new PointerEvent('click', {
            ...{ bubbles: true, composed: true, cancelable: true },
            ...{ clientX, clientY, detail, pointerType: 'mouse' },
          }),
        );
      click(1);
      click(2);
      await rating.updateComplete;
      expect(seen).to.have.length(1);
      click(1);
      expect(seen).to.have.length(2);
    });

  it('on two stars is two choices', async () => {
    const rating = await crowdRating();
    const seen = record(rating, ['vote']);
    for (const [value, detail] of [
      [3, 1],
      [4, 2],
    ] as const)
      radio(rating, value).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    expect(seen).to.deep.equal(['vote 3', 'vote 4']);
  });
});

describe('<star-rating> several answerers', () => {
  it('lets the first answer, and the others see that somebody has', async () => {
    const rating = await crowdRating();
    const log: unknown[] = [];
    rating.addEventListener('vote', (event) => event.respondWith({ value: 3 }));
    const second = (event: VoteEvent): void => {
      log.push(event.answered, event.defaultPrevented);
      try {
        event.respondWith({ value: 1 });
      } catch (error) {
        log.push((error as DOMException).name);
      }
    };
    document.addEventListener('vote', second);
    await choose(rating, 4);
    await rating.updateComplete;
    document.removeEventListener('vote', second);
    expect(log).to.deep.equal([true, false, 'InvalidStateError']);
    expect(rating.value).to.equal(3);
  });

  it('takes no answer after the vote was prevented, or after its dispatch', async () => {
    const rating = await crowdRating();
    const names: string[] = [];
    const attempt = (event: VoteEvent): void => {
      try {
        event.respondWith(undefined);
      } catch (error) {
        names.push((error as DOMException).name);
      }
    };
    let late: VoteEvent | undefined;
    rating.addEventListener('vote', (event) => {
      late = event;
      event.preventDefault();
      attempt(event);
    });
    await choose(rating, 4);
    attempt(late!);
    expect(names).to.deep.equal(['InvalidStateError', 'InvalidStateError']);
    expect(late!.answered).to.equal(false);
  });
});

describe('<star-rating> that comes and goes while a vote is on its way', () => {
  it('starts over for another subject, and ignores the answer', async () => {
    const { rating, held, seen } = await voteOnItsWay();
    rating.subject = 'other';
    expect([rating.value, rating.state]).to.deep.equal([null, 'idle']);
    await held.resolve({ value: 4, average: 1, count: 1 });
    expect([rating.value, rating.state, rating.average]).to.deep.equal([null, 'idle', 3.7]);
    expect(seen).to.deep.equal([]);
  });

  it('does not abort it for a vote on another subject', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    await choose(rating, 4);
    rating.subject = 'other';
    await choose(rating, 2);
    expect(held.map(({ event }) => event.detail.signal.aborted)).to.deep.equal([false, false]);
  });

  it('ignores a failure of another subject’s vote', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    await choose(rating, 4);
    rating.subject = 'other';
    const seen = record(rating);
    await held[0]!.reject({ code: 'closed' });
    expect([rating.value, rating.state, seen]).to.deep.equal([null, 'idle', []]);
  });

  it('votes for nobody when a listener of the vote changes the subject', async () => {
    const rating = await crowdRating();
    rating.addEventListener('vote', (event) => {
      event.respondWith(new Promise<VoteResult>(() => {}));
      rating.subject = 'other';
    });
    await choose(rating, 4);
    expect([rating.value, rating.state]).to.deep.equal([null, 'idle']);
  });

  it('hides the answer but does not abort the vote when it is removed', async () => {
    const { rating, held, seen } = await voteOnItsWay();
    const parent = rating.parentElement!;
    rating.remove();
    await tasks();
    await held.resolve({ value: 4, average: 1, count: 1 });
    expect(held.event.detail.signal.aborted).to.equal(false);
    expect(seen).to.deep.equal([]);
    parent.append(rating);
    await rating.updateComplete;
    expect([rating.value, rating.state, rating.average]).to.deep.equal([2, 'idle', 3.7]);
  });

  it('says nothing of a failure that comes after it was removed', async () => {
    const { rating, held, seen } = await voteOnItsWay();
    rating.remove();
    await tasks();
    await held.reject({ code: 'closed' });
    expect([rating.value, rating.state, seen]).to.deep.equal([2, 'idle', []]);
  });

  for (const [how, move] of [
    ['moved in the page', async (rating) => (await fixture(html`<section></section>`)).append(rating)],
    [
      'taken out and put back later, as by a router that keeps it for the next page',
      async (rating) => {
        const parent = rating.parentElement!;
        rating.remove();
        await tasks();
        parent.append(rating);
      },
    ],
  ] as [string, (rating: StarRating) => Promise<void>][])
    it(`goes on waiting when it is ${how}`, async () => {
      const { rating, held, seen } = await voteOnItsWay();
      await move(rating);
      await tasks();
      expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
      await held.resolve({ kept: 'host' });
      expect([rating.value, rating.state, seen]).to.deep.equal([4, 'voted', ['change 4']]);
      expect(message(rating)).to.equal('Your rating: 4, saved');
    });

  it('drops the vote when the page sets another value', async () => {
    const { rating, held, seen } = await voteOnItsWay();
    rating.value = 1;
    await held.resolve({ value: 4 });
    expect([rating.value, rating.state, seen]).to.deep.equal([1, 'idle', []]);
  });
});
