import { expect } from '@open-wc/testing';
import { replaceGlobal } from './browser-storage.js';
import type { Fault } from './fake-host.js';
import { voteDetail } from './fake-rating.js';
import { freshHttpPage, QUEUED, type HttpPage } from './http-page.js';

describe('httpVotes for a reader whom the host does not know', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  const vote = (subject: string): Promise<unknown> => page.store.save(voteDetail(subject, 4));
  const sent = (): string[] => page.host.writes.map(({ subject }) => subject);

  it('sends the second vote when the first is answered, which brings the cookie', async () => {
    const { host, clock } = page;
    await page.open();
    const votes = [vote('b'), vote('c')];
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b']);
    await clock.pass(100);
    expect(sent()).to.deep.equal(['b', 'c']);
    expect(host.writes[1]!.at - host.writes[0]!.at).to.equal(20);
    expect(await Promise.all(votes)).to.have.lengthOf(2);
  });

  it('waits for a first vote of another tab', async () => {
    const { host, clock, locks } = page;
    await page.open();
    void locks.request(`film-widgets:first:${host.endpoint}`, () => clock.after(1000));
    void vote('b');
    await clock.pass(900);
    expect(sent()).to.deep.equal([]);
    await clock.pass(200);
    expect(sent()).to.deep.equal(['b']);
  });

  it('sends all that come later at once, but not after a refusal', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [410];
    void vote('b').catch(() => undefined);
    await clock.pass(100);
    void vote('c');
    void vote('d');
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b', 'c']);
    await clock.pass(100);
    void vote('e');
    void vote('f');
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b', 'c', 'd', 'e', 'f']);
  });

  it('answers a vote within its time though the first one hangs', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [{ broken: 'hang' }, { broken: 'hang' }, { broken: 'hang' }, { broken: 'hang' }];
    void vote('b');
    let answer: unknown;
    void vote('c').then((result) => (answer = result));
    await clock.pass(8600);
    expect(answer).to.deep.equal({ value: 4, kept: 'queued' });
    await clock.pass(60_000);
    expect([...host.votes.keys()].sort()).to.deep.equal(['b', 'c']);
  });

  describe('when the answer to the first vote is lost', () => {
    const lost: Fault = { broken: 'reply' };
    const counts = (...subjects: string[]): number[] => subjects.map((subject) => page.host.crowd(subject).count);

    for (const [when, losses] of [
      ['while it is tried again', 1],
      ['while it waits to be sent', 4],
    ] as const)
      for (const value of [5, null])
        it(`counts one reader who ${value ? 'changes it' : 'takes it back'} ${when}`, async () => {
          const { host, clock } = page;
          await page.open();
          host.faults = Array<Fault>(losses).fill(lost);
          await page.vote(4);
          await clock.pass(losses === 1 ? 100 : 10_000);
          expect(host.writes.map((write) => write.value)).to.deep.equal(Array(losses).fill(4));
          if (value) await page.vote(value);
          else page.rating.clear();
          await clock.pass(60_000);
          expect(host.writes.slice(losses).map((write) => write.value)).to.deep.equal([4, value]);
          expect(counts('a')).to.deep.equal([value ? 3 : 2]);
          page.expectAgreement();
        });

    it('counts one reader whose next vote is on another film, and sends that only after an answer to the first', async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = Array<Fault>(8).fill(lost);
      void vote('b');
      await clock.pass(10_000);
      const next = vote('c');
      await clock.pass(10_000);
      expect(await next).to.deep.equal({ value: 4, kept: 'queued' });
      expect(sent()).to.deep.equal(Array(8).fill('b'));
      await page.goOnline(true);
      await clock.pass(1000);
      expect([...host.votes.keys()].sort()).to.deep.equal(['b', 'c']);
      expect(counts('b', 'c')).to.deep.equal([3, 3]);
      expect(localStorage).to.have.length(0);
    });

    for (const [where, fault] of [
      ['on its way to the page', lost],
      ['on its way to a gateway', { broken: 'gateway' }],
    ] as const)
      it(`shows what became of it, and counts it once, although the host failed at last (${where})`, async () => {
        const { host, clock } = page;
        await page.open();
        host.faults = [fault, 503, 503, 503];
        await page.vote(4);
        await clock.pass(9000);
        expect(page.shown).to.equal(QUEUED);
        const { key } = host.writes[0]!;
        void vote('c');
        await clock.pass(1000);
        page.expectAgreement();
        expect(page.rating.value).to.equal(4);
        void page.store.save(voteDetail('a', 4, { idempotencyKey: key }));
        await clock.pass(1000);
        expect(counts('a', 'c')).to.deep.equal([3, 3]);
        // its tries, before the next vote and that one, and as what waits after it; and once more
        expect(host.writes).to.have.length(4 + 2 + 1 + 1);
      });

    it('does not send it again before others where every answer said that nothing was written', async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = [503, 500, 429, 503];
      void vote('b').catch(() => undefined);
      await clock.pass(9000);
      void vote('c');
      await clock.pass(1000);
      expect(sent()).to.deep.equal(['b', 'b', 'b', 'b', 'c']);
    });

    it('goes on without it once it was refused', async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = [lost, lost, lost, lost, 410];
      void vote('b');
      await clock.pass(10_000);
      void vote('c');
      await clock.pass(1000);
      expect(sent().slice(4)).to.deep.equal(['b', 'c', 'b']);
      expect(localStorage).to.have.length(0);
    });

    it('sends what another tab had no answer to first, so that it does not end over a newer one', async () => {
      const { host, clock } = page;
      await page.open();
      void vote('b');
      await clock.pass(100);
      const first = { subject: 'a', value: 2, key: 'of another tab', at: clock.now };
      localStorage.setItem(`film-widgets:vote:first:1:${host.endpoint}`, JSON.stringify(first));
      await page.vote(4);
      await clock.pass(100);
      void vote('c');
      await clock.pass(100);
      expect(host.writes.slice(1).map(({ subject, value }) => [subject, value])).to.deep.equal([
        ['a', 2],
        ['a', 4],
        ['c', 4],
      ]);
      page.expectAgreement();
    });

    const blockA = (): void => {
      const { fetch } = page.host;
      replaceGlobal('fetch', {
        value: (url: string, init: RequestInit = {}) =>
          init.method && url.endsWith('/a') ? Promise.reject(new TypeError('blocked')) : fetch(url, init),
      });
    };

    it('lets others through after a day in which nothing came of it, for its address may be blocked', async () => {
      const { clock } = page;
      blockA();
      await page.open();
      await page.vote(4);
      await clock.pass(60_000);
      void vote('b');
      await clock.pass(86_000_000);
      expect(sent()).to.deep.equal([]);
      await clock.pass(1_000_000);
      void vote('c');
      await clock.pass(60_000);
      expect(sent()[0]).to.equal('c');
      expect(page.shown).to.equal(QUEUED);
    });

    it('lets others through at once where the clock was years ahead when it was sent', async () => {
      const { host, clock } = page;
      blockA();
      const first = { subject: 'a', value: 2, key: 'k', at: clock.now + 1e11 };
      localStorage.setItem(`film-widgets:vote:first:1:${host.endpoint}`, JSON.stringify(first));
      await page.open();
      void vote('c');
      await clock.pass(1000);
      expect(sent()).to.deep.equal(['c']);
    });
  });
});
