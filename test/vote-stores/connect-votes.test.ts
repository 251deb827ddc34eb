import { expect } from '@open-wc/testing';
import { connectVotes, type VoteKeeper } from '../../src/vote-stores/connect-votes.js';
import type { VoteError } from '../../src/vote/vote-error.js';
import { VoteEvent } from '../../src/vote/vote-event.js';
import { replaceGlobal, restoreGlobals } from './browser-storage.js';
import { rating, rejection, removeRatings, voteDetail } from './fake-rating.js';
import { FakeStore } from './fake-store.js';

describe('connectVotes', () => {
  let disconnects: (() => void)[] = [];
  let section: HTMLElement;

  const connect = (root: EventTarget, store: VoteKeeper): (() => void) => {
    const disconnect = connectVotes(root, store);
    disconnects.push(disconnect);
    return disconnect;
  };

  beforeEach(() => {
    section = document.body.appendChild(document.createElement('section'));
  });

  afterEach(() => {
    restoreGlobals();
    for (const disconnect of disconnects) disconnect();
    disconnects = [];
    removeRatings();
    section.remove();
  });

  describe('what the store has', () => {
    it('is asked for in one load for all ratings of the page', async () => {
      const store = new FakeStore();
      connect(document, store);
      rating('a');
      rating('b');
      rating('a');
      const { asked } = await store.loads.next();
      expect(asked).to.have.members(['a', 'b']).and.have.length(2);
      expect(store.loads).to.have.length(1);
    });

    it('is shown by every rating of the subject, and what is left out by none', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [a, again, b] = [rating('a'), rating('a'), rating('b')];
      const load = await store.loads.next();
      load.resolve({ a: { value: 4, kept: 'host' } });
      await Promise.all([a.heard(), again.heard()]);
      expect(a.news).to.deep.equal([{ value: 4, kept: 'host' }]);
      expect(again.news).to.deep.equal(a.news);
      expect(b.news).to.deep.equal([]);
    });

    it('reaches ratings that were there before the store', async () => {
      const early = rating('a');
      const store = new FakeStore();
      connect(document, store);
      (await store.loads.next()).resolve({ a: { value: 2 } });
      expect(await early.heard()).to.deep.equal({ value: 2 });
    });

    it('is not asked for twice when a rating introduces itself again', async () => {
      const [a, store] = [rating('a'), new FakeStore()];
      a.sameSignal = true;
      connect(section, new FakeStore()); // its coming makes every rating introduce itself
      connect(document, store);
      await store.loads.next();
      connect(section, new FakeStore());
      rating('b');
      expect((await store.loads.next()).asked).to.deep.equal(['b']);
    });

    it('reaches ratings in shadow roots, closed ones too', async () => {
      const store = new FakeStore();
      connect(document, store);
      const outer = section.attachShadow({ mode: 'open' });
      const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const deep = rating('a', inner);
      (await store.loads.next()).resolve({ a: { value: 3 } });
      expect(await deep.heard()).to.deep.equal({ value: 3 });
      const vote = deep.vote(5);
      store.saves[0]!.resolve({ value: 5 });
      expect(await vote.answer).to.deep.equal({ value: 5 });
    });

    it('is not asked for, nor shown, when the rating has left', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [gone, leaving, stays] = [rating('gone'), rating('a'), rating('a')];
      gone.remove();
      const load = await store.loads.next();
      expect(load.asked).to.deep.equal(['a']);
      leaving.remove();
      load.resolve({ a: { value: 1 } });
      await stays.heard();
      expect(leaving.news).to.deep.equal([]);
    });

    it('takes subjects named like the parts of an object', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [proto, constructor, toString] = [rating('__proto__'), rating('constructor'), rating('toString')];
      const load = await store.loads.next();
      load.resolve(
        Object.fromEntries([
          ['__proto__', { value: 1 }],
          ['constructor', { value: 2 }],
        ]),
      );
      await constructor.heard();
      expect(proto.news).to.deep.equal([{ value: 1 }]);
      expect(toString.news).to.deep.equal([]);
    });

    it('leaves the page as it is when the load fails, and votes are still answered', async () => {
      const store = new FakeStore();
      connect(document, store);
      const a = rating('a');
      (await store.loads.next()).reject(new Error('offline'));
      const vote = a.vote(4);
      store.saves[0]!.resolve({ value: 4 });
      expect(await vote.answer).to.deep.equal({ value: 4 });
      expect(a.news).to.deep.equal([]);
    });

    for (const [what, answer] of Object.entries({
      nothing: undefined,
      null: null,
      'null for the subject': { a: null },
    }))
      it(`is no news when the store answers with ${what}`, async () => {
        const store = new FakeStore();
        connect(document, store);
        const a = rating('a');
        (await store.loads.next()).resolve(answer as never);
        store.tell!('a', { value: 1 });
        expect(a.news).to.deep.equal([{ value: 1 }]);
      });

    it('does not put an older value over a vote that overtook it, but brings the crowd', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [voter, other] = [rating('a'), rating('a')];
      const load = await store.loads.next();
      const vote = voter.vote(5);
      store.saves[0]!.resolve({ kept: 'host' });
      await vote.answer;
      expect(other.news).to.deep.equal([{ value: 5, kept: 'host' }]);
      load.resolve({ a: { value: 2, average: 3.7, count: 9 } });
      expect(await voter.heard()).to.deep.equal({ value: 5, average: 3.7, count: 9, kept: 'host' });
    });

    it('is asked for again when the page comes back from the back/forward cache', async () => {
      const store = new FakeStore();
      connect(document, store);
      const a = rating('a');
      (await store.loads.next()).resolve({ a: { value: 1 } });
      await a.heard();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      (await store.loads.next()).resolve({ a: { value: 2 } });
      expect(await a.heard()).to.deep.equal({ value: 2 });
    });

    it('is followed by every rating of the subject', () => {
      const store = new FakeStore();
      connect(document, store);
      const [a, again, b] = [rating('a'), rating('a'), rating('b')];
      store.tell!('a', { average: 4 });
      expect([a.news, again.news, b.news]).to.deep.equal([[{ average: 4 }], [{ average: 4 }], []]);
    });

    it('reaches the others when one rating cannot show it', () => {
      const reported: unknown[] = [];
      replaceGlobal('reportError', { value: (error: unknown) => reported.push(error) });
      const store = new FakeStore();
      connect(document, store);
      const [broken, a] = [rating('a'), rating('a')];
      const failure = new Error('cannot');
      broken.hear = () => {
        throw failure;
      };
      store.tell!('a', { value: 1 });
      expect(a.news).to.deep.equal([{ value: 1 }]);
      expect(reported).to.deep.equal([failure]);
    });
  });

  describe('a vote', () => {
    it('is answered with what the store says', async () => {
      const store = new FakeStore();
      connect(document, store);
      const vote = rating('a').vote(4);
      expect(vote.answered).to.be.true;
      expect(store.saves[0]!.asked).to.equal(vote.detail);
      store.saves[0]!.resolve({ value: 4, kept: 'host', average: 4.2 });
      expect(await vote.answer).to.deep.equal({ value: 4, kept: 'host', average: 4.2 });
    });

    it('is refused for the reason the store gives', async () => {
      const store = new FakeStore();
      connect(document, store);
      const vote = rating('a').vote(4);
      const reason = Object.assign(new Error(), { code: 'closed' });
      store.saves[0]!.reject(reason);
      expect(await rejection(vote.answer)).to.equal(reason);
    });

    it('is left to a page that answered it first', async () => {
      const store = new FakeStore();
      connect(document, store);
      const a = rating('a', section);
      section.addEventListener('vote', (event) => event.respondWith({ value: 1 }));
      const vote = a.vote(4);
      expect(await vote.answer).to.deep.equal({ value: 1 });
      expect(store.saves).to.have.length(0);
    });

    it('is left alone when the page prevented it', () => {
      const store = new FakeStore();
      connect(document, store);
      const a = rating('a', section);
      section.addEventListener('vote', (event) => event.preventDefault());
      expect(a.vote(4).answered).to.be.false;
      expect(store.saves).to.have.length(0);
    });

    it('without a subject is left alone: nobody could tell it from another', () => {
      const store = new FakeStore();
      connect(document, store);
      expect(rating('').vote(4).answered).to.be.false;
      expect(store.saves).to.have.length(0);
    });

    it('is not mistaken for events of the same name from somebody else', async () => {
      const store = new FakeStore();
      connect(document, store);
      for (const detail of [undefined, null, 'x', { subject: 'a' }]) {
        section.dispatchEvent(new CustomEvent('vote', { bubbles: true, detail }));
        section.dispatchEvent(new CustomEvent('rating-connect', { bubbles: true, detail }));
      }
      rating('b');
      expect((await store.loads.next()).asked).to.deep.equal(['b']);
      expect(store.saves).to.have.length(0);
    });

    it('is shown by the other ratings of the subject once it is kept', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [voter, other, stranger] = [rating('a'), rating('a'), rating('b')];
      const vote = voter.vote(4);
      expect(other.news).to.deep.equal([]);
      store.saves[0]!.resolve({ value: 3, average: 3 });
      await vote.answer;
      expect(other.news).to.deep.equal([{ value: 3, average: 3 }]);
      expect(voter.news, 'the voter has the answer').to.deep.equal([]);
      expect(stranger.news).to.deep.equal([]);
    });

    it('is shown by ratings in another root of the same store, and not of another store', async () => {
      const [store, other] = [new FakeStore(), new FakeStore()];
      const elsewhere = section.appendChild(document.createElement('div'));
      const apart = section.appendChild(document.createElement('div'));
      connect(elsewhere, store);
      connect(apart, other);
      connect(document, store);
      const [there, alone] = [rating('a', elsewhere), rating('a', apart)];
      const vote = rating('a').vote(4);
      store.saves[0]!.resolve(undefined);
      expect(await vote.answer).to.equal(undefined);
      expect(there.news, 'an answer without a value means the vote').to.deep.equal([{ value: 4 }]);
      expect(alone.news).to.deep.equal([]);
    });

    it('that fails is news to nobody', async () => {
      const store = new FakeStore();
      connect(document, store);
      const [voter, other] = [rating('a'), rating('a')];
      const vote = voter.vote(4);
      store.saves[0]!.reject(new Error());
      await rejection(vote.answer);
      expect(other.news).to.deep.equal([]);
    });

    it('prevented after the store took it is news to nobody, and its failure no error of the page', async () => {
      const store = new FakeStore();
      connect(section, store);
      const [voter, other] = [rating('a', section), rating('a', section)];
      const unhandled: unknown[] = [];
      const note = (event: PromiseRejectionEvent): void => {
        event.preventDefault();
        unhandled.push(event.reason);
      };
      window.addEventListener('unhandledrejection', note);
      document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
      voter.vote(4);
      store.saves[0]!.resolve({ value: 4 });
      document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
      voter.vote(5);
      store.saves[1]!.reject(new Error('nobody looks'));
      const third = voter.vote(1);
      store.saves[2]!.resolve({ value: 1 });
      await third.answer;
      await new Promise((resolve) => setTimeout(resolve)); // unhandledrejection is a task of its own
      window.removeEventListener('unhandledrejection', note);
      expect(other.news).to.deep.equal([{ value: 1 }]);
      expect(unhandled).to.deep.equal([]);
    });

    it('is rejected, not thrown, when the store throws', async () => {
      const failure = new Error('broken');
      const broken = (): never => {
        throw failure;
      };
      connect(document, { load: broken, save: broken, subscribe: broken });
      expect(await rejection(rating('a').vote(4).answer)).to.equal(failure);
    });

    it('times out before the rating gives up, and its late success is shown by all', async () => {
      const timers: { ms: number; ring: () => void }[] = [];
      replaceGlobal('setTimeout', { value: (ring: () => void, ms = 0) => timers.push({ ring, ms }) });
      const store = new FakeStore();
      connect(document, store);
      const [voter, other] = [rating('a'), rating('a')];
      const vote = voter.vote(4);
      const timer = timers.at(-1)!;
      expect(timer.ms).to.be.within(8000, 9500);
      timer.ring();
      expect(((await rejection(vote.answer)) as VoteError).code).to.equal('timeout');
      store.saves[0]!.resolve({ value: 4 });
      await other.heard();
      expect([voter.news, other.news]).to.deep.equal([[{ value: 4 }], [{ value: 4 }]]);
    });
  });

  describe('of two stores', () => {
    it('the inner one alone loads and answers', async () => {
      const [outer, inner] = [new FakeStore(), new FakeStore()];
      connect(document, outer);
      connect(section, inner);
      const [a] = [rating('inside', section), rating('outside')];
      const [load] = await Promise.all([inner.loads.next(), outer.loads.next()]);
      expect(load.asked).to.deep.equal(['inside']);
      expect(outer.loads.map(({ asked }) => asked)).to.deep.equal([['outside']]);
      const vote = a.vote(4);
      inner.saves[0]!.resolve({ value: 4 });
      await vote.answer;
      expect(outer.saves).to.have.length(0);
      outer.tell!('inside', { value: 1 });
      expect(a.news).to.deep.equal([]);
    });

    it('on one root the first answers, once', async () => {
      const [first, second] = [new FakeStore(), new FakeStore()];
      connect(section, first);
      connect(section, second);
      const a = rating('a', section);
      await first.loads.next();
      a.vote(4);
      expect([first.saves.length, second.saves.length, second.loads.length]).to.deep.equal([1, 0, 0]);
    });

    it('connected twice, one keeps a vote once', async () => {
      const store = new FakeStore();
      connect(section, store);
      connect(section, store);
      const [voter, other] = [rating('a', section), rating('a', section)];
      await store.loads.next();
      const vote = voter.vote(4);
      store.saves[0]!.resolve({ value: 4 });
      await vote.answer;
      expect([store.loads.length, store.saves.length]).to.deep.equal([1, 1]);
      expect(other.news).to.deep.equal([{ value: 4 }]);
    });

    for (const sameSignal of [true, false])
      it(`an inner one that comes later takes its ratings over (${sameSignal ? 'same' : 'new'} signal)`, async () => {
        const [outer, inner] = [new FakeStore(), new FakeStore()];
        const a = rating('a', section);
        a.sameSignal = sameSignal;
        connect(document, outer);
        await outer.loads.next();
        connect(section, inner);
        (await inner.loads.next()).resolve({ a: { value: 3 } });
        await a.heard();
        outer.tell!('a', { value: 1 });
        expect(a.news).to.deep.equal([{ value: 3 }]);
      });

    it('the outer one takes over what the inner one leaves', async () => {
      const [outer, inner] = [new FakeStore(), new FakeStore()];
      connect(document, outer);
      const disconnect = connect(section, inner);
      const a = rating('a', section);
      await inner.loads.next();
      disconnect();
      (await outer.loads.next()).resolve({ a: { value: 2 } });
      expect(await a.heard()).to.deep.equal({ value: 2 });
      a.vote(4);
      expect(outer.saves).to.have.length(1);
    });
  });

  describe('disconnected', () => {
    it('aborts the load, hears nothing and answers nobody', async () => {
      const store = new FakeStore();
      const disconnect = connect(document, store);
      const a = rating('a');
      const load = await store.loads.next();
      const vote = a.vote(3);
      disconnect();
      disconnect();
      expect(load.signal.aborted).to.be.true;
      expect(typeof store.tell).to.equal('undefined');
      expect(a.vote(4).answered).to.be.false;
      load.resolve({ a: { value: 1 } });
      store.saves[0]!.resolve({ value: 3 });
      expect(await vote.answer, 'what was asked before is still answered').to.deep.equal({ value: 3 });
      expect(a.news).to.deep.equal([]);
    });

    it('does not load what was asked for a moment before', async () => {
      const [store, next] = [new FakeStore(), new FakeStore()];
      const disconnect = connect(document, store);
      rating('a');
      disconnect();
      connect(document, next);
      await next.loads.next();
      expect(store.loads).to.have.length(0);
    });

    it('survives a store that cannot unsubscribe', () => {
      const store: VoteKeeper = {
        load: () => Promise.resolve({}),
        save: () => Promise.resolve(undefined),
        subscribe: () => () => {
          throw new Error('broken');
        },
      };
      const disconnect = connect(document, store);
      expect(disconnect).not.to.throw();
    });
  });

  it('serves whoever fires the event, be it no rating of ours', () => {
    connect(section, new FakeStore());
    const vote = new VoteEvent(voteDetail('a', 4));
    section.dispatchEvent(vote);
    expect(vote.answered).to.be.true;
  });
});
