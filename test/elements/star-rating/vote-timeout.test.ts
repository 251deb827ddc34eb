import { expect } from '@open-wc/testing';
import { Clock } from '../../helpers/clock.js';
import { choose, crowdRating, holdVotes, message, record, voteOnItsWay } from './helpers.js';

describe('<star-rating> host that does not answer', () => {
  let clock: Clock;
  beforeEach(() => (clock = new Clock().install()));
  afterEach(() => clock.restore());

  it('is given 10 seconds, then the earlier vote is back and the signal says so', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    const seen = record(rating);
    await choose(rating, 4);
    await clock.pass(9_999);
    expect(rating.state).to.equal('pending');
    const { signal } = held[0]!.event.detail;
    await clock.pass(1);
    await rating.updateComplete;
    expect(seen).to.deep.equal(['vote 4', 'vote-error timeout']);
    expect([rating.value, rating.state]).to.deep.equal([2, 'error']);
    expect(signal.aborted).to.equal(true);
    expect((signal.reason as DOMException).name).to.equal('TimeoutError');
    expect(message(rating)).to.equal('Your vote could not be saved: no answer came. Try again');
  });

  it('comes too late afterwards, with an answer and with a refusal', async () => {
    for (const late of ['resolve', 'reject'] as const) {
      const rating = await crowdRating(2);
      const held = holdVotes(rating);
      await choose(rating, 4);
      await clock.pass(10_000);
      const seen = record(rating);
      await (late === 'resolve' ? held[0]!.resolve({ value: 5, average: 1, count: 1 }) : held[0]!.reject(null));
      expect(seen).to.deep.equal([]);
      expect([rating.value, rating.state, rating.average]).to.deep.equal([2, 'error', 3.7]);
    }
  });

  it('is no longer waited for when the page sets a rating', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    await choose(rating, 4);
    await clock.pass(9_000);
    rating.value = 3;
    await rating.updateComplete;
    const vote = record(rating);
    await clock.pass(1_000);
    expect([held[0]!.event.detail.signal.aborted, vote]).to.deep.equal([false, []]);
    await choose(rating, 5);
    expect(message(rating)).to.equal('');
  });

  it('is not told to stop when the rating has left the page, and nothing is said of it', async () => {
    const { rating, held, seen } = await voteOnItsWay();
    rating.remove();
    await clock.pass(10_000);
    expect([held.event.detail.signal.aborted, seen]).to.deep.equal([false, []]);
    expect([rating.value, rating.state]).to.deep.equal([2, 'idle']);
  });

  it('has 10 seconds again for a retry, and for a newer vote', async () => {
    const rating = await crowdRating(2);
    const held = holdVotes(rating);
    await choose(rating, 4);
    await clock.pass(6_000);
    await choose(rating, 5);
    await clock.pass(6_000);
    expect([rating.value, rating.state]).to.deep.equal([5, 'pending']);
    await clock.pass(4_000);
    expect(rating.state).to.equal('error');
    rating.retry();
    await clock.pass(9_999);
    expect(rating.state).to.equal('pending');
    await held[2]!.resolve();
    expect([rating.value, rating.state]).to.deep.equal([5, 'voted']);
    await clock.pass(20_000);
    expect(rating.state).to.equal('voted');
  });
});
