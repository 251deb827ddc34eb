import { expect } from '@open-wc/testing';
import type { VoteKept } from '../../src/vote/vote-event.js';
import {
  advance,
  NEW_LIFE,
  restingValue,
  shownValue,
  stateOf,
  type Attempt,
  type VoteLife,
  type VoteStep,
} from '../../src/vote/vote-life.js';

const attempt = (value: number | null, key = 'k'): Attempt => ({ value, key });
const live = (...steps: VoteStep[]): VoteLife => steps.reduce(advance, NEW_LIFE);
const failure = (code: 'unavailable' | 'closed') => ({ code });

describe('vote life', () => {
  it('begins idle and not rated', () => {
    expect([stateOf(NEW_LIFE), shownValue(NEW_LIFE), restingValue(NEW_LIFE)]).to.deep.equal(['idle', null, null]);
  });

  it('takes the page’s value without claiming a vote', () => {
    const life = live({ type: 'set', value: 3 });
    expect([stateOf(life), shownValue(life), life.isOwnOutcome, life.kept]).to.deep.equal([
      'idle',
      3,
      false,
      undefined,
    ]);
  });

  it('stages beside what is settled, and drops it', () => {
    const staged = live({ type: 'set', value: 3 }, { type: 'stage', value: 5 });
    expect([stateOf(staged), shownValue(staged), restingValue(staged)]).to.deep.equal(['staged', 5, 3]);
    const dropped = advance(staged, { type: 'stage', value: undefined });
    expect([stateOf(dropped), shownValue(dropped)]).to.deep.equal(['idle', 3]);
  });

  it('stages nothing when that is what rests', () => {
    expect(stateOf(live({ type: 'set', value: 3 }, { type: 'stage', value: 3 }))).to.equal('idle');
  });

  it('shows what is on its way, and settles it with the answer', () => {
    const act = attempt(4);
    const pending = live({ type: 'stage', value: 4 }, { type: 'send', attempt: act });
    expect([stateOf(pending), shownValue(pending), pending.settled]).to.deep.equal(['pending', 4, null]);
    const voted = advance(pending, { type: 'answer', attempt: act, result: { kept: 'host' } });
    expect([stateOf(voted), voted.settled, voted.kept, voted.isOwnOutcome]).to.deep.equal(['voted', 4, 'host', true]);
  });

  it('settles what the host says, not what was sent', () => {
    const act = attempt(4);
    const life = live({ type: 'send', attempt: act }, { type: 'answer', attempt: act, result: { value: 2 } });
    expect(life.settled).to.equal(2);
    const none = live({ type: 'send', attempt: act }, { type: 'answer', attempt: act, result: { value: null } });
    expect([none.settled, stateOf(none)]).to.deep.equal([null, 'idle']);
  });

  it('gives the life back as it was for an answer or a failure that comes too late', () => {
    const [old, now] = [attempt(2, 'a'), attempt(4, 'b')];
    const life = live({ type: 'send', attempt: old }, { type: 'send', attempt: now });
    expect(advance(life, { type: 'answer', attempt: old, result: { value: 2 } })).to.equal(life);
    expect(advance(life, { type: 'fail', attempt: old, failure: failure('closed') })).to.equal(life);
    const same = { ...now };
    expect(advance(life, { type: 'answer', attempt: same, result: {} })).to.equal(life);
  });

  it('is back at the settled value after a failure, and keeps what failed', () => {
    const act = attempt(4);
    const life = live(
      { type: 'set', value: 2 },
      { type: 'send', attempt: act },
      { type: 'fail', attempt: act, failure: { code: 'rate-limited', retryAfter: 3 } },
    );
    expect([stateOf(life), shownValue(life)]).to.deep.equal(['error', 2]);
    expect(life.failed).to.deep.equal({ code: 'rate-limited', retryAfter: 3, attempt: act });
  });

  it('is locked after the host closed voting, until something else is rated', () => {
    const act = attempt(4);
    const life = live({ type: 'send', attempt: act }, { type: 'fail', attempt: act, failure: failure('closed') });
    expect(stateOf(life)).to.equal('locked');
    expect(stateOf(advance(life, { type: 'set', value: 3 }))).to.equal('locked');
    expect(stateOf(advance(life, { type: 'news', result: { value: 3 } }))).to.equal('locked');
  });

  it('lets news settle beneath what is staged or on its way', () => {
    const act = attempt(4);
    const pending = live({ type: 'send', attempt: act }, { type: 'news', result: { value: 1, kept: 'browser' } });
    expect([stateOf(pending), shownValue(pending), pending.settled]).to.deep.equal(['pending', 4, 1]);
    const staged = live({ type: 'stage', value: 5 }, { type: 'news', result: { value: 1 } });
    expect([stateOf(staged), shownValue(staged), staged.settled]).to.deep.equal(['staged', 5, 1]);
  });

  it('has nothing staged any more when news settles just that', () => {
    const life = live({ type: 'stage', value: 5 }, { type: 'news', result: { value: 5 } });
    expect([stateOf(life), life.staged]).to.deep.equal(['voted', undefined]);
  });

  it('fails by news of a vote that waited and was refused, but not while another is on its way', () => {
    const refused = { ...attempt(4), code: 'closed' } as const;
    const news: VoteStep = { type: 'news', result: { value: 2, kept: 'host', refused } };
    const life = live({ type: 'set', value: 4 }, news);
    expect([life.settled, life.failed?.code, life.isOwnOutcome, stateOf(life)]).to.deep.equal([
      2,
      'closed',
      true,
      'locked',
    ]);
    const pending = live({ type: 'send', attempt: attempt(5) }, news);
    expect([pending.settled, pending.failed, stateOf(pending)]).to.deep.equal([2, undefined, 'pending']);
  });

  it('stays locked by whatever is refused after the host closed voting', () => {
    const refused = (code: 'closed' | 'unavailable'): VoteStep => ({
      ...{ type: 'news', result: { value: null, refused: { ...attempt(4), code } } },
    });
    expect(stateOf(live(refused('closed'), refused('unavailable')))).to.equal('locked');
  });

  it('takes news of only where a vote is', () => {
    const life = live({ type: 'set', value: 3 }, { type: 'news', result: { kept: 'host' } });
    expect([life.settled, life.kept]).to.deep.equal([3, 'host']);
  });

  it('is left alone by news of the crowd only', () => {
    const life = live({ type: 'stage', value: 5 });
    expect(advance(life, { type: 'news', result: { average: 3, count: 2 } })).to.equal(life);
  });

  it('forgets what is on its way when it is abandoned, and shows what is settled', () => {
    const life = live({ type: 'set', value: 2 }, { type: 'send', attempt: attempt(4) }, { type: 'abandon' });
    expect([stateOf(life), shownValue(life)]).to.deep.equal(['idle', 2]);
  });

  it('ignores a page that sets what is shown already', () => {
    const life = live({ type: 'send', attempt: attempt(4) });
    expect(advance(life, { type: 'set', value: 4 })).to.equal(life);
  });

  for (const kept of ['host', 'browser', 'memory', 'queued', undefined] as (VoteKept | undefined)[])
    it(`knows no more than ${kept ?? 'nothing'} of where a vote is`, () => {
      const act = attempt(4);
      const result = kept ? { kept } : {};
      const life = live({ type: 'send', attempt: act }, { type: 'answer', attempt: act, result });
      expect(life.kept).to.equal(kept);
      const next = advance(life, { type: 'stand', attempt: attempt(5) });
      expect([next.kept, next.stood]).to.deep.equal([undefined, true]);
    });

  it('has an outcome to tell after the reader’s own act: a vote that stands, an answer, a failure', () => {
    const act = attempt(4);
    const send: VoteStep = { type: 'send', attempt: act };
    const areOwn = [
      live({ type: 'stand', attempt: act }),
      live(send, { type: 'answer', attempt: act, result: {} }),
      live(send, { type: 'fail', attempt: act, failure: failure('unavailable') }),
    ].map((life) => life.isOwnOutcome);
    expect(areOwn).to.deep.equal([true, true, true]);
  });

  it('has none to tell of what came with the page or from a store, nor while the reader goes on choosing', () => {
    const areOwn = [
      live({ type: 'set', value: 3 }),
      live({ type: 'news', result: { value: 3 } }),
      live({ type: 'set', value: 3 }, { type: 'news', result: { value: 3 } }),
      live({ type: 'stand', attempt: attempt(4) }, { type: 'stage', value: 5 }),
    ].map((life) => life.isOwnOutcome);
    expect(areOwn).to.deep.equal([false, false, false, false]);
  });

  it('goes on telling a failure while the reader chooses anew, until there is another vote', () => {
    const act = attempt(4);
    const failed = live(
      { type: 'send', attempt: act },
      { type: 'fail', attempt: act, failure: failure('unavailable') },
      { type: 'stage', value: 5 },
    );
    expect([failed.isOwnOutcome, failed.staged]).to.deep.equal([true, 5]);
    expect(stateOf(advance(failed, { type: 'send', attempt: attempt(5) }))).to.equal('pending');
  });

  it('goes on telling the outcome when a store repeats it, and not when the store knows another', () => {
    const voted = live({ type: 'stand', attempt: attempt(4) });
    expect(advance(voted, { type: 'news', result: { value: 4 } }).isOwnOutcome).to.equal(true);
    expect(advance(voted, { type: 'news', result: { value: 2 } }).isOwnOutcome).to.equal(false);
  });

  it('can still be retried after a store repeats what was restored, and not when it knows another', () => {
    const act = attempt(4);
    const failed = live(
      { type: 'send', attempt: act },
      { type: 'fail', attempt: act, failure: failure('unavailable') },
    );
    const after = (value: number | null): VoteLife => advance(failed, { type: 'news', result: { value } });
    expect([stateOf(after(null)), after(null).failed?.attempt]).to.deep.equal(['error', act]);
    expect([stateOf(after(4)), after(4).failed]).to.deep.equal(['voted', undefined]);
  });

  it('changes no life that it is given', () => {
    const act = attempt(4);
    const steps: VoteStep[] = [
      { type: 'set', value: 2 },
      { type: 'stage', value: 4 },
      { type: 'send', attempt: act },
      { type: 'news', result: { value: 1 } },
      { type: 'fail', attempt: act, failure: failure('unavailable') },
      { type: 'stand', attempt: act },
      { type: 'abandon' },
    ];
    let life: VoteLife = Object.freeze({ ...NEW_LIFE });
    for (const step of steps) life = Object.freeze(advance(life, Object.freeze(step)));
    expect(NEW_LIFE).to.deep.equal({ settled: null, voted: false, closed: false, isOwnOutcome: false });
  });
});
