import { expect } from '@open-wc/testing';
import type { VoteResult } from '../../../src/vote/vote-event.js';
import { press } from '../../helpers/browser.js';
import { Clock } from '../../helpers/clock.js';
import { next, tasks } from '../../helpers/shadow.js';
import { hearWarnings, restoreGlobals } from '../../vote-stores/browser-storage.js';
import {
  answerVotes,
  byRole,
  checked,
  choose,
  connected,
  crowdRating,
  focused,
  holdVotes,
  message,
  record,
  summary,
  type StarRating,
} from './helpers.js';

/** Something that cannot be read. */
const broken = <T extends object>(target: T, name: string): T =>
  Object.defineProperty(target, name, {
    get() {
      throw new Error('broken');
    },
  });

/** A list that nobody can look into any more. */
function revoked(): number[] {
  const { proxy, revoke } = Proxy.revocable<number[]>([], {});
  revoke();
  return proxy;
}

describe('<star-rating> while it waits for the host', () => {
  it('shows the choice at once, is busy, and keeps the focus', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    const seen = record(rating);
    rating.focus();
    await press('4', 'Enter');
    expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
    expect(checked(rating)).to.deep.equal([4]);
    expect(byRole(rating, 'radiogroup').ariaBusy).to.equal('true');
    expect(focused(rating)?.value).to.equal('4');
    expect(focused(rating)?.disabled).to.equal(false);
    expect(seen).to.deep.equal(['input 4', 'vote 4']);
    await held[0]!.resolve();
    expect(byRole(rating, 'radiogroup').ariaBusy).to.equal(null);
    expect(focused(rating)?.value).to.equal('4');
    expect(seen).to.deep.equal(['input 4', 'vote 4', 'change 4']);
    expect(rating.state).to.equal('voted');
  });

  it('claims nothing meanwhile', async () => {
    const rating = await crowdRating();
    holdVotes(rating);
    await choose(rating, 4);
    expect(message(rating)).to.equal('');
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
  });

  it('says that it is saving only when the answer takes its time', async () => {
    const rating = await crowdRating();
    const clock = new Clock().install();
    try {
      const held = holdVotes(rating);
      await choose(rating, 4);
      await clock.pass(399);
      expect(message(rating)).to.equal('');
      await clock.pass(2);
      await rating.updateComplete;
      expect(message(rating)).to.equal('Saving…');
      await held[0]!.resolve({ kept: 'host' });
      expect(message(rating)).to.equal('Your rating: 4, saved');
    } finally {
      clock.restore();
    }
  });

  it('does nothing when the reader chooses again what is on its way', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    await choose(rating, 4);
    await choose(rating, 4);
    expect(held).to.have.length(1);
    expect(held[0]!.event.detail.signal.aborted).to.equal(false);
  });

  it('is not disturbed by a framework that writes the settled value back', async () => {
    for (const settled of [2, null]) {
      const rating = await crowdRating(settled);
      const held = holdVotes(rating);
      await choose(rating, 4);
      rating.value = settled;
      expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
      await held[0]!.resolve({ kept: 'host' });
      expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
    }
  });

  it('is not disturbed by a framework that writes the shown value back', async () => {
    const rating = await crowdRating();
    const held = holdVotes(rating);
    await choose(rating, 4);
    rating.value = 4;
    expect(rating.state).to.equal('pending');
    await held[0]!.resolve({ kept: 'host' });
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });
});

describe('<star-rating> with the host’s answer', () => {
  let warnings: unknown[];
  beforeEach(() => (warnings = hearWarnings()));
  afterEach(restoreGlobals);

  it('shows the host’s truth', async () => {
    const rating = await crowdRating();
    const seen = record(rating);
    const held = holdVotes(rating);
    await choose(rating, 4);
    const distribution = [1, 0, 2, 3, 4];
    await held[0]!.resolve({ value: 3, average: 3.9, count: 10, distribution });
    expect(seen).to.deep.equal(['vote 4', 'change 3']);
    expect([rating.value, rating.average, rating.count]).to.deep.equal([3, 3.9, 10]);
    expect(rating.distribution).to.deep.equal(distribution);
    expect(checked(rating)).to.deep.equal([3]);
    expect(summary(rating)).to.equal('3.9 out of 5, 10 votes');
  });

  it('keeps what the answer leaves out', async () => {
    const rating = await crowdRating();
    answerVotes(rating, () => ({ count: 960 }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect([rating.value, rating.average, rating.count]).to.deep.equal([4, 3.7, 960]);
  });

  it('takes a plain value or nothing for an answer', async () => {
    for (const answer of [undefined, {}, { value: 4 }]) {
      const rating = await crowdRating();
      const seen = record(rating);
      answerVotes(rating, () => answer);
      await choose(rating, 4);
      await rating.updateComplete;
      expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
      expect(seen).to.deep.equal(['vote 4', 'change 4']);
    }
  });

  it('is not rated when the host says so', async () => {
    const rating = await crowdRating();
    answerVotes(rating, () => ({ value: null }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([null, 'idle']);
    expect(checked(rating)).to.deep.equal([]);
  });

  it('fires no change when the host settles on what it was before', async () => {
    const rating = await crowdRating(2);
    const seen = record(rating);
    answerVotes(rating, () => ({ value: 2 }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect(seen).to.deep.equal(['vote 4']);
    expect(rating.value).to.equal(2);
  });

  for (const value of ['3', NaN, Infinity])
    it(`makes no sense of numbers that are none, and keeps what it has: ${typeof value} ${value}`, async () => {
      const rating = await crowdRating();
      const rubbish = { value, average: NaN, count: -1, distribution: [1, 'x'], locked: 7, kept: 'moon' };
      answerVotes(rating, () => rubbish as unknown as VoteResult);
      await choose(rating, 4);
      await rating.updateComplete;
      expect([rating.value, rating.average, rating.count]).to.deep.equal([4, 3.7, 959]);
      expect([rating.distribution, rating.locked, rating.state]).to.deep.equal([null, null, 'voted']);
      expect(message(rating)).to.match(/^Your rating: 4/);
      expect(message(rating)).not.to.match(/undefined|NaN|object|moon/);
    });

  it('takes the response of a request that failed for a failure, and warns the page that passed it on', async () => {
    for (const [status, shown, warned] of [
      [204, [4, 'voted'], 0],
      [500, [2, 'error'], 1],
    ] as const) {
      const rating = await crowdRating(2);
      const held = holdVotes(rating);
      await choose(rating, 4);
      await held[0]!.resolve(new Response(null, { status }) as object);
      expect([rating.value, rating.state]).to.deep.equal(shown);
      expect(warnings).to.have.length(warned);
    }
  });

  it('takes a refusal that was read as if it were an answer for what it says', async () => {
    for (const [problem, code] of [
      [{ status: 401, title: 'Sign in to vote', code: 'login-required' }, 'login-required'],
      [{ status: 503, title: 'Not now' }, 'unavailable'],
    ] as const) {
      const rating = await crowdRating(2);
      const seen = record(rating);
      const held = holdVotes(rating);
      await choose(rating, 4);
      await held[0]!.resolve(problem as object);
      expect([rating.value, rating.state]).to.deep.equal([2, 'error']);
      expect(seen).to.deep.equal(['vote 4', `vote-error ${code}`]);
    }
  });

  for (const [how, answer] of [
    ['an answer', () => Promise.resolve(broken({ average: 1, count: 1 }, 'value'))],
    ['a distribution', () => Promise.resolve({ value: 5, average: 1, count: 1, distribution: revoked() })],
    ['a refusal', () => Promise.reject(broken(new Error(), 'code'))],
  ] as const satisfies [string, () => Promise<VoteResult>][])
    it(`takes ${how} that throws when it is read for a failure, at once, and nothing of it`, async () => {
      const rating = await crowdRating(2);
      const seen = record(rating);
      const failed = next(rating, 'vote-error');
      rating.addEventListener('vote', (event) => event.respondWith(answer()));
      await choose(rating, 4);
      await failed;
      await rating.updateComplete;
      expect([rating.value, rating.state, rating.average, rating.count]).to.deep.equal([2, 'error', 3.7, 959]);
      expect(seen).to.deep.equal(['vote 4', 'vote-error unavailable']);
    });

  it('brings a value of the host into its scale', async () => {
    const rating = await crowdRating();
    answerVotes(rating, () => ({ value: 9 }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect(rating.value).to.equal(5);
  });

  it('keeps a histogram that the host answers with rubbish', async () => {
    const rating = await crowdRating();
    rating.distribution = [1, 0, 0, 2, 0];
    answerVotes(rating, () => ({ distribution: [1, 2, 3, 4, -5] }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect(rating.distribution).to.deep.equal([1, 0, 0, 2, 0]);
  });

  it('closes with the host’s reason', async () => {
    const rating = await crowdRating();
    answerVotes(rating, () => ({ kept: 'host', locked: 'Voting ended on Sunday' }));
    await choose(rating, 4);
    await rating.updateComplete;
    expect([rating.value, rating.state]).to.deep.equal([4, 'locked']);
    expect(message(rating)).to.include('Voting ended on Sunday');
  });

  for (const [kept, claim] of [
    ['host', 'Your rating: 4, saved'],
    ['browser', 'Your rating: 4, kept in this browser'],
    ['memory', 'Your rating: 4, not kept after you leave'],
    ['queued', 'Your rating: 4, waiting to be sent'],
    [undefined, 'Your rating: 4'],
  ] as const)
    it(`claims “${claim}” for a vote kept in ${kept ?? 'a place unknown'}`, async () => {
      const rating = await crowdRating();
      answerVotes(rating, () => (kept ? { kept } : {}));
      await choose(rating, 4);
      await rating.updateComplete;
      expect(message(rating)).to.equal(claim);
    });
});

describe('<star-rating> and the crowd’s numbers', () => {
  const withVotes = async (distribution: number[] | null, value: number | null = null): Promise<StarRating> => {
    const rating = await crowdRating(value);
    Object.assign(rating, { distribution, count: distribution?.reduce((sum, votes) => sum + votes) ?? rating.count });
    await rating.updateComplete;
    return rating;
  };

  it('adds a vote that the host kept, where the numbers are exact', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0]);
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect(rating.distribution).to.deep.equal([1, 0, 0, 2, 1]);
    expect([rating.average, rating.count]).to.deep.equal([3.5, 4]);
    expect(summary(rating)).to.equal('3.5 out of 5, 4 votes');
  });

  it('keeps the count where the distribution is only a sample', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0]);
    rating.count = 959;
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.count, rating.distribution]).to.deep.equal([959, [1, 0, 0, 2, 0]]);
  });

  it('adds no vote for a change, and takes one away for a retraction', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0], 4);
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.distribution, rating.count]).to.deep.equal([[1, 0, 0, 1, 1], 3]);
    rating.clear();
    await tasks();
    await rating.updateComplete;
    expect([rating.distribution, rating.count]).to.deep.equal([[1, 0, 0, 1, 0], 2]);
  });

  it('takes no vote away that was in nobody’s numbers', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0]);
    const places = ['browser', 'host'] as const;
    let acts = 0;
    answerVotes(rating, () => ({ kept: places[acts++]! }));
    for (const value of [4, 5]) {
      await choose(rating, value);
      await rating.updateComplete;
    }
    expect([rating.distribution, rating.count]).to.deep.equal([[1, 0, 0, 2, 1], 4]);
  });

  it('takes no vote away that nobody answered', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0]);
    await choose(rating, 4);
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.distribution, rating.count]).to.deep.equal([[1, 0, 0, 2, 1], 4]);
  });

  it('takes the vote away that a store brought while the new one was on its way', async () => {
    const [rating, [connection]] = await connected();
    const held = holdVotes(rating);
    await choose(rating, 4);
    connection!.update({ value: 2, kept: 'host', distribution: [0, 1, 0, 0, 0] });
    await held[0]!.resolve({ kept: 'host' });
    expect(rating.distribution).to.deep.equal([0, 0, 0, 1, 0]);
  });

  it('takes the vote away that a store brought without saying where it is', async () => {
    const [rating, [connection]] = await connected();
    connection!.update({ value: 4, distribution: [0, 0, 0, 1, 0] });
    await rating.updateComplete;
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.distribution, rating.count]).to.deep.equal([[0, 0, 0, 0, 1], 1]);
  });

  it('guesses nothing from an average and a count alone', async () => {
    const rating = await withVotes(null);
    answerVotes(rating, () => ({ kept: 'host' }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.average, rating.count]).to.deep.equal([3.7, 959]);
  });

  for (const kept of ['browser', 'memory', 'queued'] as const)
    it(`adds nothing for a vote that is only kept in ${kept}`, async () => {
      const rating = await withVotes([1, 0, 0, 2, 0]);
      answerVotes(rating, () => ({ kept }));
      await choose(rating, 5);
      await rating.updateComplete;
      expect(rating.distribution).to.deep.equal([1, 0, 0, 2, 0]);
    });

  it('adds nothing where the host gives the numbers itself', async () => {
    const rating = await withVotes([1, 0, 0, 2, 0]);
    answerVotes(rating, () => ({ kept: 'host', average: 4, count: 50 }));
    await choose(rating, 5);
    await rating.updateComplete;
    expect([rating.average, rating.count]).to.deep.equal([4, 50]);
    expect(rating.distribution).to.deep.equal([1, 0, 0, 2, 0]);
  });
});
