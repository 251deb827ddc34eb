import { expect } from '@open-wc/testing';
import type { VoteKeeper } from '../../src/vote-stores/connect-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { tasks } from '../helpers/shadow.js';
import { page, freshPage } from './connected.js';
import { hearWarnings, replaceGlobal } from './browser-storage.js';
import { rating, type FakeRating } from './fake-rating.js';
import { FakeStore } from './fake-store.js';

describe('connectVotes', () => {
  freshPage();

  describe('what the store has', () => {
    it('is asked for in one load for all ratings of the page', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      rating('a');
      rating('b');
      rating('a');
      const { asked } = await store.loads.next();
      expect(asked).to.have.members(['a', 'b']).and.have.length(2);
      expect(store.loads).to.have.length(1);
    });

    it('is shown by every rating of the subject, and what is left out by none', async () => {
      const store = new FakeStore();
      page.connect(document, store);
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
      page.connect(document, store);
      (await store.loads.next()).resolve({ a: { value: 2 } });
      expect(await early.heard()).to.deep.equal({ value: 2 });
    });

    it('is not asked for twice when a rating introduces itself again', async () => {
      const [a, store] = [rating('a'), new FakeStore()];
      a.sameSignal = true;
      page.connect(page.section, new FakeStore()); // its coming makes every rating introduce itself
      page.connect(document, store);
      await store.loads.next();
      page.connect(page.section, new FakeStore());
      rating('b');
      expect((await store.loads.next()).asked).to.deep.equal(['b']);
    });

    it('reaches ratings in shadow roots, closed ones too', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const outer = page.section.attachShadow({ mode: 'open' });
      const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const deep = rating('a', inner);
      (await store.loads.next()).resolve({ a: { value: 3 } });
      expect(await deep.heard()).to.deep.equal({ value: 3 });
      const vote = deep.vote(5);
      store.saves[0]!.resolve({ value: 5 });
      expect(await vote.answer).to.deep.equal({ value: 5 });
    });

    it('is shown in parts where the store has them sooner, and no part in the place of a later vote', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a');
      const load = await store.loads.next();
      load.tell!('a', { count: 3 });
      expect(a.news).to.deep.equal([{ count: 3 }]);
      const vote = a.vote(5);
      store.saves[0]!.resolve({ value: 5 });
      await vote.answer;
      load.tell!('a', { value: 2, count: 3 });
      load.resolve({ a: { value: 2, count: 3 } });
      await a.heard();
      expect(a.shown).to.deep.equal({ value: 5, count: 3 });
      expect(a.news.map(({ value }) => value)).not.to.include(2);
    });

    it('is no older than a vote either where parts of a later load came between', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a');
      const early = await store.loads.next();
      const vote = a.vote(5);
      store.saves[0]!.resolve({ value: 5, kept: 'host' });
      await vote.answer;
      rating('a');
      const late = await store.loads.next();
      late.tell!('a', { count: 7 });
      early.tell!('a', { value: 2, count: 3, kept: 'host' });
      expect(a.shown).to.deep.equal({ value: 5, count: 7, kept: 'host' });
    });

    it('brings newer numbers of the crowd although a vote overtook it', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a');
      (await store.loads.next()).resolve({ a: { average: 3, count: 5 } });
      await a.heard();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const load = await store.loads.next();
      store.tell!('a', { value: 4, kept: 'queued' });
      load.resolve({ a: { value: null, average: 3.5, count: 9 } });
      await a.heard();
      expect(a.shown).to.deep.equal({ value: 4, kept: 'queued', average: 3.5, count: 9 });
    });

    it('is not asked for, nor shown, when the rating has left', async () => {
      const store = new FakeStore();
      page.connect(document, store);
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
      page.connect(document, store);
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

    it('leaves the page as it is when the load fails, tells the console, and still answers votes', async () => {
      const warnings = hearWarnings();
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a');
      const mistake = new TypeError('rows is undefined');
      (await store.loads.next()).reject(mistake);
      const vote = a.vote(4);
      expect(a.news).to.deep.equal([]);
      store.saves[0]!.resolve({ value: 4 });
      expect(await vote.answer).to.deep.equal({ value: 4 });
      expect(warnings).to.deep.equal([mistake]);
    });

    it('answers votes for a store that cannot subscribe, and tells the console of it', async () => {
      const warnings = hearWarnings();
      const mistake = new TypeError('socket is undefined');
      page.connect(document, {
        load: () => Promise.resolve({}),
        save: () => Promise.resolve({ value: 4 }),
        subscribe: () => {
          throw mistake;
        },
      });
      expect(await rating('a').vote(4).answer).to.deep.equal({ value: 4 });
      expect(warnings).to.deep.equal([mistake]);
    });

    for (const [what, answer] of Object.entries({
      nothing: undefined,
      null: null,
      'null for the subject': { a: null },
    }))
      it(`is no news when the store answers with ${what}, and no mistake`, async () => {
        const warnings = hearWarnings();
        const store = new FakeStore();
        page.connect(document, store);
        const a = rating('a');
        (await store.loads.next()).resolve(answer as never);
        await tasks();
        store.tell!('a', { value: 1 });
        expect(a.news).to.deep.equal([{ value: 1 }]);
        expect(warnings).to.deep.equal([]);
      });

    it('does not put an older value over a vote that overtook it, but brings the crowd', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const [voter, other] = [rating('a'), rating('a')];
      const load = await store.loads.next();
      const vote = voter.vote(5);
      store.saves[0]!.resolve({ kept: 'host' });
      await vote.answer;
      expect(other.news).to.deep.equal([{ value: 5, kept: 'host' }]);
      load.resolve({ a: { value: 2, average: 3.7, count: 9 } });
      await voter.heard();
      expect(voter.shown).to.deep.equal({ value: 5, average: 3.7, count: 9, kept: 'host' });
    });

    it('is asked for again when the page comes back from the back/forward cache', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a');
      (await store.loads.next()).resolve({ a: { value: 1 } });
      await a.heard();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      (await store.loads.next()).resolve({ a: { value: 2 } });
      expect(await a.heard()).to.deep.equal({ value: 2 });
    });

    it('is followed by every rating of the subject', () => {
      const store = new FakeStore();
      page.connect(document, store);
      const [a, again, b] = [rating('a'), rating('a'), rating('b')];
      store.tell!('a', { average: 4 });
      expect([a.news, again.news, b.news]).to.deep.equal([[{ average: 4 }], [{ average: 4 }], []]);
    });

    describe('of a refusal of what had waited', () => {
      const refusal = (key: string): VoteResult => ({ value: 2, refused: { value: 4, key, code: 'closed' } });
      const said = (...ratings: FakeRating[]): boolean[] => ratings.map(({ shown }) => 'refused' in shown);

      it('is told as one by the rating that made the act, also where another root of the store has it', () => {
        const store = new FakeStore();
        const tells: NonNullable<FakeStore['tell']>[] = [];
        const shared: VoteKeeper = {
          load: () => Promise.resolve({}),
          save: (vote) => store.save(vote),
          subscribe: (tell) => {
            tells.push(tell);
            return () => undefined;
          },
        };
        const elsewhere = page.section.appendChild(document.createElement('div'));
        page.connect(elsewhere, shared);
        page.connect(document, shared);
        const [there, first, maker] = [rating('a', elsewhere), rating('a'), rating('a')];
        const { idempotencyKey } = maker.vote(4).detail;
        for (const tell of tells) tell('a', refusal(idempotencyKey));
        expect(said(there, first, maker)).to.deep.equal([false, false, true]);
        expect([there.shown.value, first.shown.value]).to.deep.equal([2, 2]);
      });

      it('is told by one of the subject where nobody made the act', () => {
        const store = new FakeStore();
        page.connect(document, store);
        const [other, a, again] = [rating('b'), rating('a'), rating('a')];
        store.tell!('a', refusal('of an earlier visit'));
        expect(said(other, a, again)).to.deep.equal([false, true, false]);
        expect(again.shown).to.deep.equal({ value: 2 });
      });
    });

    it('reaches the others when one rating cannot show it', () => {
      const reported: unknown[] = [];
      replaceGlobal('reportError', { value: (error: unknown) => reported.push(error) });
      const store = new FakeStore();
      page.connect(document, store);
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

  describe('disconnected', () => {
    it('aborts the load, hears nothing and answers nobody', async () => {
      const store = new FakeStore();
      const disconnect = page.connect(document, store);
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
      const disconnect = page.connect(document, store);
      rating('a');
      disconnect();
      page.connect(document, next);
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
      const disconnect = page.connect(document, store);
      expect(disconnect).not.to.throw();
    });
  });
});
