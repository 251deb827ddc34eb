import { expect } from '@open-wc/testing';
import type { VoteError } from '../../src/vote/vote-error.js';
import { VoteEvent } from '../../src/vote/vote-event.js';
import { watchRejections } from '../helpers/rejections.js';
import { page, freshPage } from './connected.js';
import { replaceGlobal } from './browser-storage.js';
import { rating, rejection, voteDetail } from './fake-rating.js';
import { FakeStore } from './fake-store.js';

describe('connectVotes answers', () => {
  freshPage();

  describe('a vote', () => {
    it('is answered with what the store says', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const vote = rating('a').vote(4);
      expect(vote.answered).to.be.true;
      expect(store.saves[0]!.asked).to.equal(vote.detail);
      store.saves[0]!.resolve({ value: 4, kept: 'host', average: 4.2 });
      expect(await vote.answer).to.deep.equal({ value: 4, kept: 'host', average: 4.2 });
    });

    it('is refused for the reason the store gives', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const vote = rating('a').vote(4);
      const reason = Object.assign(new Error(), { code: 'closed' });
      store.saves[0]!.reject(reason);
      expect(await rejection(vote.answer)).to.equal(reason);
    });

    it('is left to a page that answered it first', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a', page.section);
      page.section.addEventListener('vote', (event) => event.respondWith({ value: 1 }));
      const vote = a.vote(4);
      expect(await vote.answer).to.deep.equal({ value: 1 });
      expect(store.saves).to.have.length(0);
    });

    it('is left alone when the page prevented it', () => {
      const store = new FakeStore();
      page.connect(document, store);
      const a = rating('a', page.section);
      page.section.addEventListener('vote', (event) => event.preventDefault());
      expect(a.vote(4).answered).to.be.false;
      expect(store.saves).to.have.length(0);
    });

    it('without a subject is left alone: nobody could tell it from another', () => {
      const store = new FakeStore();
      page.connect(document, store);
      expect(rating('').vote(4).answered).to.be.false;
      expect(store.saves).to.have.length(0);
    });

    it('is not mistaken for events of the same name from somebody else', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      for (const detail of [undefined, null, 'x', { subject: 'a' }]) {
        page.section.dispatchEvent(new CustomEvent('vote', { bubbles: true, detail }));
        page.section.dispatchEvent(new CustomEvent('rating-connect', { bubbles: true, detail }));
      }
      rating('b');
      expect((await store.loads.next()).asked).to.deep.equal(['b']);
      expect(store.saves).to.have.length(0);
    });

    it('is shown by all ratings of the subject once it is kept', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const [voter, other, stranger] = [rating('a'), rating('a'), rating('b')];
      const vote = voter.vote(4);
      expect(other.news).to.deep.equal([]);
      store.saves[0]!.resolve({ value: 3, average: 3 });
      await vote.answer;
      expect(other.news).to.deep.equal([{ value: 3, average: 3 }]);
      expect(voter.news, 'it may no longer wait for the answer').to.deep.equal(other.news);
      expect(stranger.news).to.deep.equal([]);
    });

    it('is shown by the other rating in the same closed shadow root', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const root = page.section.attachShadow({ mode: 'closed' });
      const [voter, other] = [rating('a', root), rating('a', root)];
      const vote = voter.vote(4);
      store.saves[0]!.resolve({ value: 4 });
      await vote.answer;
      expect(other.news).to.deep.equal([{ value: 4 }]);
    });

    it('is shown by ratings in another root of the same store, and not of another store', async () => {
      const [store, other] = [new FakeStore(), new FakeStore()];
      const elsewhere = page.section.appendChild(document.createElement('div'));
      const apart = page.section.appendChild(document.createElement('div'));
      page.connect(elsewhere, store);
      page.connect(apart, other);
      page.connect(document, store);
      const [there, alone] = [rating('a', elsewhere), rating('a', apart)];
      const vote = rating('a').vote(4);
      store.saves[0]!.resolve(undefined);
      expect(await vote.answer).to.equal(undefined);
      expect(there.news, 'an answer without a value means the vote').to.deep.equal([{ value: 4 }]);
      expect(alone.news).to.deep.equal([]);
    });

    it('that fails is news to nobody', async () => {
      const store = new FakeStore();
      page.connect(document, store);
      const [voter, other] = [rating('a'), rating('a')];
      const vote = voter.vote(4);
      store.saves[0]!.reject(new Error());
      await rejection(vote.answer);
      expect(other.news).to.deep.equal([]);
    });

    it('prevented after the store took it is news to nobody, and its failure no error of the page', async () => {
      const store = new FakeStore();
      page.connect(page.section, store);
      const [voter, other] = [rating('a', page.section), rating('a', page.section)];
      const rejections = watchRejections();
      document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
      voter.vote(4);
      store.saves[0]!.resolve({ value: 4 });
      document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
      voter.vote(5);
      store.saves[1]!.reject(new Error('nobody looks'));
      const third = voter.vote(1);
      store.saves[2]!.resolve({ value: 1 });
      await third.answer;
      const unhandled = await rejections.stop();
      expect(other.news).to.deep.equal([{ value: 1 }]);
      expect(unhandled).to.deep.equal([]);
    });

    it('is rejected, not thrown, when the store throws', async () => {
      const failure = new Error('broken');
      const broken = (): never => {
        throw failure;
      };
      page.connect(document, { load: broken, save: broken, subscribe: broken });
      expect(await rejection(rating('a').vote(4).answer)).to.equal(failure);
    });

    it('times out before the rating gives up, and its late success is shown by all', async () => {
      const timers: { ms: number; ring: () => void }[] = [];
      replaceGlobal('setTimeout', { value: (ring: () => void, ms = 0) => timers.push({ ring, ms }) });
      const store = new FakeStore();
      page.connect(document, store);
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
      page.connect(document, outer);
      page.connect(page.section, inner);
      const [a] = [rating('inside', page.section), rating('outside')];
      const [load] = await Promise.all([inner.loads.next(), outer.loads.next()]);
      expect(load.asked).to.deep.equal(['inside']);
      expect(outer.loads.map(({ asked }) => asked)).to.deep.equal([['outside']]);
      const vote = a.vote(4);
      inner.saves[0]!.resolve({ value: 4 });
      await vote.answer;
      expect(outer.saves).to.have.length(0);
      outer.tell!('inside', { value: 1 });
      expect(a.shown).to.deep.equal({ value: 4 });
    });

    it('on one root the first answers, once', async () => {
      const [first, second] = [new FakeStore(), new FakeStore()];
      page.connect(page.section, first);
      page.connect(page.section, second);
      const a = rating('a', page.section);
      await first.loads.next();
      a.vote(4);
      expect([first.saves.length, second.saves.length, second.loads.length]).to.deep.equal([1, 0, 0]);
    });

    it('connected twice, one keeps a vote once', async () => {
      const store = new FakeStore();
      page.connect(page.section, store);
      page.connect(page.section, store);
      const [voter, other] = [rating('a', page.section), rating('a', page.section)];
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
        const a = rating('a', page.section);
        a.sameSignal = sameSignal;
        page.connect(document, outer);
        await outer.loads.next();
        page.connect(page.section, inner);
        (await inner.loads.next()).resolve({ a: { value: 3 } });
        await a.heard();
        outer.tell!('a', { value: 1 });
        expect(a.news).to.deep.equal([{ value: 3 }]);
      });

    it('the outer one takes over what the inner one leaves', async () => {
      const [outer, inner] = [new FakeStore(), new FakeStore()];
      page.connect(document, outer);
      const disconnect = page.connect(page.section, inner);
      const a = rating('a', page.section);
      await inner.loads.next();
      disconnect();
      (await outer.loads.next()).resolve({ a: { value: 2 } });
      expect(await a.heard()).to.deep.equal({ value: 2 });
      a.vote(4);
      expect(outer.saves).to.have.length(1);
    });
  });

  it('serves whoever fires the event, be it no rating of ours', () => {
    page.connect(page.section, new FakeStore());
    const vote = new VoteEvent(voteDetail('a', 4));
    page.section.dispatchEvent(vote);
    expect(vote.answered).to.be.true;
  });
});
