import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { VoteError } from '../../../src/vote/vote-error.js';
import type { VoteErrorEvent } from '../../../src/vote/vote-error-event.js';
import { Clock } from '../../helpers/clock.js';
import { hearWarnings, restoreGlobals } from '../../vote-stores/browser-storage.js';
import {
  checked,
  choose,
  hasPart,
  holdVotes,
  isIn,
  message,
  part,
  record,
  summary,
  type StarRating,
} from './helpers.js';

const rated = (value: number | null = 2): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating .value=${value} subject="film" average="3.7" count="959"></star-rating>`);

/** A rating whose first vote has failed in this way; `held` has the votes so far. */
async function failed(reason: unknown, value: number | null = 2) {
  const rating = await rated(value);
  const held = holdVotes(rating);
  await choose(rating, 4);
  await held[0]!.reject(reason);
  return { rating, held };
}

describe('<star-rating> vote that fails', () => {
  let warnings: unknown[];
  beforeEach(() => (warnings = hearWarnings()));
  afterEach(restoreGlobals);

  it('restores the earlier vote and the crowd when the host rejects the new one', async () => {
    const rating = await rated();
    rating.distribution = [0, 1, 0, 2, 0];
    const held = holdVotes(rating);
    const seen = record(rating);
    await choose(rating, 4);
    await held[0]!.reject(new VoteError('unavailable'));
    expect([rating.value, rating.state]).to.deep.equal([2, 'error']);
    expect(checked(rating)).to.deep.equal([2]);
    expect(isIn(rating, 'error') && isIn(rating, 'value-2')).to.equal(true);
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
    expect(rating.distribution).to.deep.equal([0, 1, 0, 2, 0]);
    expect(seen).to.deep.equal(['vote 4', 'vote-error unavailable']);
  });

  it('is not rated again when there was no earlier vote', async () => {
    const { rating } = await failed(new VoteError('unavailable'), null);
    expect([rating.value, checked(rating)]).to.deep.equal([null, []]);
  });

  it('tells the page what failed, across shadow roots', async () => {
    const rating = await rated();
    const held = holdVotes(rating);
    const event = oneEvent<VoteErrorEvent>(rating, 'vote-error');
    await choose(rating, 4);
    await held[0]!.reject(new VoteError('rate-limited', { retryAfter: 30, message: 'slow down' }));
    const { detail, bubbles, composed, cancelable } = await event;
    expect({ bubbles, composed, cancelable }).to.deep.equal({ bubbles: true, composed: true, cancelable: false });
    expect(detail).to.deep.equal({
      ...{ subject: 'film', code: 'rate-limited', attempted: 4, restored: 2, retryAfter: 30 },
    });
    expect(Object.isFrozen(detail)).to.equal(true);
  });

  it('says null for a retraction that failed', async () => {
    const rating = await rated();
    const held = holdVotes(rating);
    const event = oneEvent<VoteErrorEvent>(rating, 'vote-error');
    rating.clear();
    await held[0]!.reject(new VoteError('unavailable'));
    const { attempted, restored } = (await event).detail;
    expect([attempted, restored, rating.value]).to.deep.equal([null, 2, 2]);
  });

  for (const [code, text, retry] of [
    ['unavailable', 'Your vote could not be saved.', true],
    ['timeout', 'Your vote could not be saved: no answer came.', true],
    ['login-required', 'Please sign in to vote.', true],
    ['rate-limited', 'Too many votes just now. Please try again later.', true],
    ['out-of-range', 'This rating was not accepted.', false],
    ['unknown-subject', 'This cannot be rated here.', false],
  ] as const)
    it(`says “${text}” for ${code}, and ${retry ? 'offers' : 'does not offer'} to try again`, async () => {
      const { rating } = await failed(new VoteError(code));
      expect(message(rating)).to.equal(retry ? `${text} Try again` : text);
      expect(hasPart(rating, 'retry')).to.equal(retry);
    });

  it('closes the rating when the host says that voting is closed', async () => {
    const { rating, held } = await failed(new VoteError('closed'));
    expect([rating.value, rating.state]).to.deep.equal([2, 'locked']);
    expect(message(rating)).to.equal('Voting is closed.');
    expect(hasPart(rating, 'retry')).to.equal(false);
    await choose(rating, 5);
    rating.retry();
    expect(held).to.have.length(1);
    expect([rating.value, checked(rating)]).to.deep.equal([2, [2]]);
  });

  for (const [what, reason, code] of [
    [
      'an error of another copy of the library',
      Object.assign(new Error('x'), { code: 'login-required' }),
      'login-required',
    ],
    ['a plain object with a code', { code: 'out-of-range' }, 'out-of-range'],
    ['an error without a code', new TypeError('Failed to fetch'), 'unavailable'],
    ['a code of somebody else', { code: 'ECONNRESET' }, 'unavailable'],
    ['a code that every object has', { code: 'toString' }, 'unavailable'],
    ['a DOMException, whose code is a number', new DOMException('x', 'AbortError'), 'unavailable'],
    ['text', 'no', 'unavailable'],
    ['nothing', undefined, 'unavailable'],
    ['null', null, 'unavailable'],
  ] as const)
    it(`takes ${what} for ${code}`, async () => {
      const rating = await rated();
      const seen = record(rating, ['vote-error']);
      const held = holdVotes(rating);
      await choose(rating, 4);
      await held[0]!.reject(reason);
      expect(seen).to.deep.equal([`vote-error ${code}`]);
    });

  it('tells the console of an error that is no refusal, and so perhaps a mistake in the page', async () => {
    const mistake = new TypeError('response.jsn is not a function');
    for (const reason of [
      mistake,
      new VoteError('unavailable'),
      new DOMException('x', 'AbortError'),
      { code: 'closed' },
    ])
      await failed(reason);
    expect(warnings).to.deep.equal([mistake]);
  });

  it('forgets the failure when the reader chooses again', async () => {
    const { rating, held } = await failed(new VoteError('unavailable'));
    await choose(rating, 5);
    expect(rating.state).to.equal('pending');
    await held[1]!.resolve();
    expect([rating.value, rating.state]).to.deep.equal([5, 'voted']);
    expect(hasPart(rating, 'retry')).to.equal(false);
    expect(held[1]!.event.detail.idempotencyKey).not.to.equal(held[0]!.event.detail.idempotencyKey);
  });
});

describe('<star-rating> retry', () => {
  it('sends the same act with the same key, as often as it takes', async () => {
    const { rating, held } = await failed(new VoteError('unavailable'));
    const seen = record(rating);
    rating.retry();
    expect([rating.value, rating.state]).to.deep.equal([4, 'pending']);
    await held[1]!.reject(new VoteError('unavailable'));
    rating.retry();
    await held[2]!.resolve({ kept: 'host' });
    expect(new Set(held.map(({ event }) => event.detail.idempotencyKey)).size).to.equal(1);
    const { value, previousValue, action, source } = held[2]!.event.detail;
    expect({ value, previousValue, action, source }).to.deep.equal({
      ...{ value: 4, previousValue: 2, action: 'change', source: 'api' },
    });
    expect(seen).to.deep.equal(['vote 4', 'vote-error unavailable', 'vote 4', 'change 4']);
    expect(message(rating)).to.equal('Your rating: 4, saved');
  });

  it('is a button, which gives the focus back to the stars', async () => {
    const { rating, held } = await failed(new VoteError('unavailable'));
    const button = part(rating, 'retry');
    expect([button.localName, button.textContent]).to.deep.equal(['button', 'Try again']);
    button.focus();
    button.click();
    await rating.updateComplete;
    expect(held).to.have.length(2);
    expect(held[1]!.event.detail.source).to.equal('keyboard');
    expect(rating.matches(':focus-within')).to.equal(true);
  });

  it('repeats a retraction', async () => {
    const rating = await rated();
    const held = holdVotes(rating);
    rating.clear();
    await held[0]!.reject(new VoteError('unavailable'));
    rating.retry();
    expect(held[1]!.event.detail.action).to.equal('retract');
    await held[1]!.resolve();
    expect(rating.value).to.equal(null);
  });

  it('does nothing where nothing failed', async () => {
    const rating = await rated();
    const seen = record(rating);
    rating.retry();
    expect(seen).to.deep.equal([]);
  });

  for (const code of ['out-of-range', 'unknown-subject'] as const)
    it(`does nothing for ${code}, which another try cannot help`, async () => {
      const { rating, held } = await failed(new VoteError(code));
      rating.retry();
      expect(held).to.have.length(1);
    });

  it('is offered after the wait that the host asks for, and not before', async () => {
    const clock = new Clock().install();
    try {
      const { rating, held } = await failed(new VoteError('rate-limited', { retryAfter: 30 }));
      expect(message(rating)).to.equal('Too many votes just now. Try again in 30 seconds.');
      await clock.pass(29_000);
      await rating.updateComplete;
      rating.retry();
      expect([hasPart(rating, 'retry'), held.length]).to.deep.equal([false, 1]);
      await clock.pass(1_500);
      await rating.updateComplete;
      expect(hasPart(rating, 'retry')).to.equal(true);
      rating.retry();
      expect(held).to.have.length(2);
    } finally {
      clock.restore();
    }
  });

  it('is told with its wait in seconds, up to two minutes', async () => {
    const { rating } = await failed(new VoteError('rate-limited', { retryAfter: 120 }));
    expect(message(rating)).to.equal('Too many votes just now. Try again in 120 seconds.');
  });

  it('is not offered at once after a wait that is longer than any timer', async () => {
    const clock = new Clock().install();
    try {
      const { rating } = await failed(new VoteError('rate-limited', { retryAfter: 30 * 86_400 }));
      expect(message(rating)).to.equal('Too many votes just now. Please try again later.');
      await clock.pass(1_000);
      await rating.updateComplete;
      expect(hasPart(rating, 'retry')).to.equal(false);
    } finally {
      clock.restore();
    }
  });

  it('is offered at once for what is not rate-limited, whatever wait the host asks for', async () => {
    const { rating, held } = await failed(new VoteError('unavailable', { retryAfter: 30 }));
    expect(message(rating)).to.equal('Your vote could not be saved. Try again');
    rating.retry();
    expect(held).to.have.length(2);
  });

  for (const [what, change] of [
    ['a value that the scale has no more', { max: 3 }],
    ['a vote from what is a form field by now', { name: 'stars' }],
  ] as const)
    it(`does not send ${what}`, async () => {
      const { rating, held } = await failed(new VoteError('unavailable'));
      Object.assign(rating, change);
      await rating.updateComplete;
      expect(hasPart(rating, 'retry')).to.equal(false);
      rating.retry();
      expect(held).to.have.length(1);
    });

  for (const how of ['readonly', 'disabled', 'locked'])
    it(`sends nothing while ${how}`, async () => {
      const { rating, held } = await failed(new VoteError('unavailable'));
      rating.setAttribute(how, 'Closed');
      await rating.updateComplete;
      rating.retry();
      expect(held).to.have.length(1);
    });

  it('is not offered for a rating that the page has set since', async () => {
    const { rating } = await failed(new VoteError('unavailable'));
    rating.value = 5;
    await rating.updateComplete;
    expect([rating.state, hasPart(rating, 'retry')]).to.deep.equal(['idle', false]);
  });
});
