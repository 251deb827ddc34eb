import { expect, fixture, html } from '@open-wc/testing';
import type { VoteDetail, VoteEvent } from '../../../src/vote/vote-event.js';
import { press } from '../../helpers/browser.js';
import { watchRejections } from '../../helpers/rejections.js';
import { tasks } from '../../helpers/shadow.js';
import {
  checked,
  choose,
  clearableRating,
  isIn,
  message,
  nextVote,
  record,
  summary,
  type StarRating,
} from './helpers.js';

/** Lets listeners of the page throw while `act` runs, and says what they threw. */
async function throwing(act: () => Promise<void>): Promise<string[]> {
  const { onerror } = window;
  const { error } = console;
  const errors: string[] = [];
  console.error = () => {}; // the test runner would log what is meant to be thrown
  window.onerror = (_message, _source, _line, _column, thrown) => {
    errors.push(thrown?.message ?? '');
    return true;
  };
  try {
    await act();
  } finally {
    window.onerror = onerror;
    console.error = error;
  }
  return errors;
}

describe('<star-rating> vote', () => {
  it('tells the host everything about the act', async () => {
    const rating = await clearableRating();
    const vote = nextVote(rating);
    await choose(rating, 4);
    const event = await vote;
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    const { idempotencyKey, signal, ...detail } = event.detail;
    expect(detail).to.deep.equal({
      subject: 'film',
      action: 'cast',
      value: 4,
      previousValue: null,
      max: 5,
      step: 1,
      source: 'keyboard',
    });
    expect(idempotencyKey).to.be.a('string').that.has.length.greaterThan(15);
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(signal.aborted).to.equal(false);
  });

  it('gives every act a key of its own', async () => {
    const rating = await clearableRating();
    const keys = new Set<string>();
    rating.addEventListener('vote', ({ detail }) => keys.add(detail.idempotencyKey));
    for (const value of [1, 2, 1, 2]) await choose(rating, value);
    expect(keys.size).to.equal(4);
  });

  it('gives a key on insecure origins too, where crypto.randomUUID is missing', async () => {
    const rating = await clearableRating();
    const keys: string[] = [];
    rating.addEventListener('vote', ({ detail }) => keys.push(detail.idempotencyKey));
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      await choose(rating, 1);
      await choose(rating, 2);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
    expect(keys[0]).to.be.a('string').that.has.length.greaterThan(15);
    expect(keys[1]).not.to.equal(keys[0]);
  });

  it('casts, changes and retracts, each time against the last settled rating', async () => {
    const rating = await clearableRating();
    const acts: unknown[] = [];
    rating.addEventListener('vote', ({ detail }) => acts.push([detail.action, detail.previousValue, detail.value]));
    await choose(rating, 4);
    await choose(rating, 2);
    rating.clear();
    await choose(rating, 5);
    expect(acts).to.deep.equal([
      ['cast', null, 4],
      ['change', 4, 2],
      ['retract', 2, null],
      ['cast', null, 5],
    ]);
  });

  it('says that the page’s own value is what changes', async () => {
    const rating = await clearableRating(3);
    const vote = nextVote(rating);
    await choose(rating, 4);
    const { action, previousValue } = (await vote).detail;
    expect([action, previousValue]).to.deep.equal(['change', 3]);
  });

  it('hands out a detail that nobody can change', async () => {
    const rating = await clearableRating();
    const vote = nextVote(rating);
    await choose(rating, 4);
    const { detail } = await vote;
    expect(() => ((detail as { -readonly [K in keyof VoteDetail]: VoteDetail[K] }).value = 1)).to.throw(TypeError);
    expect(detail.value).to.equal(4);
  });

  it('passes through two shadow roots, with everything, from the outermost host', async () => {
    const outer = await fixture(html`<div></div>`);
    const middle = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const inner = middle.attachShadow({ mode: 'closed' });
    inner.innerHTML = '<star-rating subject="film" step="0.5" max="3"></star-rating>';
    const rating = inner.querySelector<StarRating>('star-rating')!;
    await rating.updateComplete;
    const votes: VoteEvent[] = [];
    const note = (event: VoteEvent): unknown => votes.push(event);
    document.addEventListener('vote', note);
    let target: EventTarget | null = null;
    outer.addEventListener('vote', (event) => (target = event.target));
    await choose(rating, 2.5);
    document.removeEventListener('vote', note);
    expect(votes).to.have.length(1);
    expect(target).to.equal(outer);
    const { subject, value, max, step, action } = votes[0]!.detail;
    expect({ subject, value, max, step, action }).to.deep.equal({
      ...{ subject: 'film', value: 2.5, max: 3, step: 0.5, action: 'cast' },
    });
  });
});

describe('<star-rating> vote that nobody answers', () => {
  it('stands at once, and claims no more than that', async () => {
    const rating = await clearableRating();
    const seen = record(rating);
    await choose(rating, 4);
    expect(seen).to.deep.equal(['vote 4', 'change 4']);
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
    expect(message(rating)).to.include('Your rating: 4');
    expect(message(rating)).not.to.match(/saved|kept/i);
  });

  it('leaves the crowd’s numbers alone', async () => {
    const rating = await clearableRating();
    rating.distribution = [1, 2, 3, 4, 5];
    await choose(rating, 4);
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
    expect([rating.average, rating.count, rating.distribution]).to.deep.equal([3.7, 959, [1, 2, 3, 4, 5]]);
  });

  it('stands when the host’s own listener threw before it answered', async () => {
    const rating = await clearableRating();
    rating.addEventListener('vote', () => {
      throw new Error('a bug of the page');
    });
    const errors = await throwing(() => choose(rating, 4));
    expect(errors).to.deep.equal(['a bug of the page']);
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });

  it('waits for the answer of a listener that threw after it had answered', async () => {
    const rating = await clearableRating();
    rating.addEventListener('vote', (event) => {
      event.respondWith(new Promise(() => {}));
      throw new Error('a bug of the page');
    });
    await throwing(() => choose(rating, 4));
    expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
  });

  it('says that a rating was taken back', async () => {
    const rating = await clearableRating(3);
    rating.clear();
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([null, 'idle']);
    expect(message(rating)).to.equal('Your rating was removed');
  });
});

describe('<star-rating> vote that the host prevents', () => {
  it('changes nothing', async () => {
    const rating = await clearableRating(2);
    rating.addEventListener('vote', (event) => event.preventDefault());
    const seen = record(rating);
    await choose(rating, 4);
    expect(seen).to.deep.equal(['vote 4']);
    expect([rating.value, rating.state]).to.deep.equal([2, 'idle']);
    expect(checked(rating)).to.deep.equal([2]);
    expect(isIn(rating, 'value-2')).to.equal(true);
  });

  it('keeps a staged rating staged', async () => {
    const rating = await clearableRating(2);
    rating.addEventListener('vote', (event) => event.preventDefault());
    rating.focus();
    await press('5', 'Enter');
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([5, 'staged']);
  });

  it('wins over an answer that was given before, and says so to who gave it', async () => {
    const rating = await clearableRating(2);
    const vote = nextVote(rating);
    rating.addEventListener('vote', (event) => event.respondWith(Promise.resolve({ value: 4 })));
    rating.addEventListener('vote', (event) => event.preventDefault());
    const seen = record(rating);
    await choose(rating, 4);
    const { detail } = await vote;
    expect(detail.signal.aborted).to.equal(true);
    await tasks();
    await rating.updateComplete;
    expect(seen).to.deep.equal(['vote 4']);
    expect([rating.value, rating.state]).to.deep.equal([2, 'idle']);
  });

  it('leaves no unhandled rejection behind when the answer given before fails', async () => {
    const rating = await clearableRating(2);
    const rejections = watchRejections();
    rating.addEventListener('vote', (event) => event.respondWith(Promise.reject(new Error('offline'))));
    rating.addEventListener('vote', (event) => event.preventDefault());
    await choose(rating, 4);
    expect(await rejections.stop()).to.deep.equal([]);
  });

  it('can be voted again afterwards', async () => {
    const rating = await clearableRating(2);
    rating.addEventListener('vote', (event) => event.preventDefault(), { once: true });
    await choose(rating, 4);
    await choose(rating, 4);
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });
});
