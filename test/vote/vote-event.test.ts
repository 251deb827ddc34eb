import { expect } from '@open-wc/testing';
import { VoteError, voteFailure } from '../../src/vote/vote-error.js';
import { VoteErrorEvent } from '../../src/vote/vote-error-event.js';
import { VoteEvent, type VoteDetail, type VoteResult } from '../../src/vote/vote-event.js';

const newVote = (): VoteEvent =>
  new VoteEvent({
    ...{ subject: 'film', action: 'cast', value: 4, previousValue: null, max: 5, step: 1 },
    ...{ idempotencyKey: 'k', source: 'pointer', signal: new AbortController().signal },
  } satisfies VoteDetail);

/** The name of what a call throws. */
function thrown(call: () => void): string {
  try {
    call();
  } catch (error) {
    return error instanceof DOMException ? error.name : String(error);
  }
  return 'nothing';
}

/** Dispatches a vote to these listeners. */
function dispatch(event: VoteEvent, ...listeners: ((event: VoteEvent) => void)[]): VoteEvent {
  const target = document.createElement('div');
  for (const listener of listeners) target.addEventListener('vote', listener);
  target.dispatchEvent(event);
  return event;
}

describe('VoteEvent', () => {
  it('is called vote, bubbles, is composed and can be prevented', () => {
    const { type, bubbles, composed, cancelable, answered } = newVote();
    expect({ type, bubbles, composed, cancelable, answered }).to.deep.equal({
      ...{ type: 'vote', bubbles: true, composed: true, cancelable: true, answered: false },
    });
  });

  it('has a detail that nobody can change', () => {
    expect(Object.isFrozen(newVote().detail)).to.equal(true);
  });

  for (const [what, given] of [
    ['a result', { value: 4 }],
    ['nothing', undefined],
    ['a promise', Promise.resolve({ value: 4 })],
  ] as [string, VoteResult | Promise<VoteResult> | undefined][])
    it(`is answered with ${what}`, async () => {
      const event = dispatch(newVote(), (event) => event.respondWith(given));
      expect(event.answered).to.equal(true);
      expect(await event.answer).to.deep.equal(await given);
    });

  it('is answered with a promise of another library', async () => {
    const thenable = { then: (resolve: (result: VoteResult) => void) => resolve({ value: 2 }) };
    const event = dispatch(newVote(), (event) => event.respondWith(thenable as unknown as Promise<VoteResult>));
    expect(await event.answer).to.deep.equal({ value: 2 });
  });

  it('takes one answer only', async () => {
    let name = '';
    const event = dispatch(
      newVote(),
      (event) => event.respondWith({ value: 1 }),
      (event) => (name = thrown(() => event.respondWith({ value: 2 }))),
    );
    expect(name).to.equal('InvalidStateError');
    expect(await event.answer).to.deep.equal({ value: 1 });
  });

  it('takes no answer after it was prevented', () => {
    let name = '';
    const event = dispatch(newVote(), (event) => {
      event.preventDefault();
      name = thrown(() => event.respondWith(undefined));
    });
    expect([name, event.answered]).to.deep.equal(['InvalidStateError', false]);
  });

  it('takes no answer after its dispatch, nor before', () => {
    const event = newVote();
    expect(thrown(() => event.respondWith(undefined))).to.equal('InvalidStateError');
    dispatch(event);
    expect(thrown(() => event.respondWith(undefined))).to.equal('InvalidStateError');
    expect(event.answered).to.equal(false);
  });

  it('takes no answer after the first await of a listener', async () => {
    let late: Promise<string> | undefined;
    dispatch(newVote(), (event) => {
      late = Promise.resolve().then(() => thrown(() => event.respondWith(undefined)));
    });
    expect(await late).to.equal('InvalidStateError');
  });

  it('tells the developer why it takes no answer', () => {
    const why = (event: VoteEvent): string => {
      try {
        event.respondWith(undefined);
      } catch (error) {
        return (error as DOMException).message;
      }
      return 'taken';
    };
    const said: string[] = [];
    dispatch(newVote(), (event) => said.push(why(event), why(event)));
    dispatch(newVote(), (event) => {
      event.preventDefault();
      said.push(why(event));
    });
    said.push(why(newVote()));
    expect(said).to.deep.equal([
      'taken',
      'respondWith: the vote was answered already',
      'respondWith: the vote was prevented',
      'respondWith: call it while the event is dispatched, before the first await',
    ]);
  });

  it('says whether it was answered to whoever listens next', () => {
    const seen: boolean[] = [];
    dispatch(
      newVote(),
      (event) => seen.push(event.answered),
      (event) => event.respondWith(undefined),
      (event) => seen.push(event.answered),
    );
    expect(seen).to.deep.equal([false, true]);
  });
});

describe('VoteError', () => {
  it('carries its code, a message and a wait', () => {
    const error = new VoteError('rate-limited', { message: 'slow down', retryAfter: 30 });
    expect(error).to.be.instanceOf(Error);
    const { name, code, message, retryAfter } = error;
    expect({ name, code, message, retryAfter }).to.deep.equal({
      ...{ name: 'VoteError', code: 'rate-limited', message: 'slow down', retryAfter: 30 },
    });
    expect(new VoteError('closed').message).to.equal('closed');
  });

  for (const code of [
    ...(['login-required', 'closed', 'rate-limited', 'out-of-range', 'unknown-subject', 'timeout'] as const),
    'unavailable' as const,
  ])
    it(`is understood as ${code}, with its wait, from the host’s own error or from plain data`, () => {
      const failure = { code, retryAfter: 0.5 };
      expect(voteFailure(failure)).to.deep.equal(failure);
      expect(voteFailure(new VoteError(code, { retryAfter: 0.5 }))).to.deep.equal(failure);
    });

  for (const retryAfter of [NaN, Infinity, -1, 0, '30', null, {}])
    it(`leaves out a wait of ${JSON.stringify(retryAfter)} (${typeof retryAfter})`, () => {
      expect(voteFailure({ code: 'rate-limited', retryAfter })).to.deep.equal({ code: 'rate-limited' });
    });

  for (const reason of [
    undefined,
    null,
    0,
    '',
    'closed',
    Symbol('x'),
    [],
    { code: 410 },
    { code: 'Closed' },
    { code: ['closed'] },
  ])
    it(`takes ${typeof reason === 'symbol' ? 'a symbol' : JSON.stringify(reason)} for unavailable`, () => {
      expect(voteFailure(reason)).to.deep.equal({ code: 'unavailable' });
    });
});

describe('VoteErrorEvent', () => {
  it('is called vote-error, bubbles and is composed, and cannot be prevented', () => {
    const event = new VoteErrorEvent({ subject: 'film', code: 'closed', attempted: 4, restored: null });
    const { type, bubbles, composed, cancelable } = event;
    expect({ type, bubbles, composed, cancelable }).to.deep.equal({
      ...{ type: 'vote-error', bubbles: true, composed: true, cancelable: false },
    });
    expect(Object.isFrozen(event.detail)).to.equal(true);
  });
});
