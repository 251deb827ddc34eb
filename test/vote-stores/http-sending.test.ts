import { expect } from '@open-wc/testing';
import type { VoteDetail } from '../../src/vote/vote-event.js';
import { message } from '../elements/star-rating/helpers.js';
import { replaceGlobal } from './browser-storage.js';
import { page as connected } from './connected.js';
import { rejection, voteDetail } from './fake-rating.js';
import { freshHttpPage, SAVED, waiting, type HttpPage } from './http-page.js';

describe('httpVotes with a vote on its way', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  it('sends the acts on one subject in order, one after the other', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [{ after: 3000 }];
    await page.vote(1);
    await clock.pass(1000);
    await page.vote(4);
    await clock.pass(1000);
    expect(host.writes.map(({ value }) => value)).to.deep.equal([1]);
    await clock.pass(2000);
    expect(host.writes.map(({ value }) => value)).to.deep.equal([1, 4]);
    expect(page.shown).to.equal(SAVED);
    page.expectAgreement();
  });

  it('sends as a part of a store of the page’s own, too', async () => {
    const { host, store, clock } = page;
    host.remember('a', 2);
    const seen: string[] = [];
    const { save, ...others } = store;
    const own = {
      ...others,
      save: (vote: VoteDetail) => {
        seen.push(vote.subject);
        return save(vote);
      },
    };
    connected.connect(connected.section, own);
    page.rating = page.add('a');
    await clock.pass(100);
    expect(page.rating.value).to.equal(2);
    await page.vote(4);
    await clock.pass(100);
    expect([seen, host.writes.length, page.shown]).to.deep.equal([['a'], 1, SAVED]);
  });

  it('gives up trying an older vote once there is a newer one', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [500, 500, 500, 500];
    await page.vote(1);
    await clock.pass(100);
    await page.vote(4);
    await clock.pass(60_000);
    expect(host.writes.map(({ value }) => value)).to.deep.equal([1, 4, 4, 4, 4]);
    expect(new Set(host.writes.slice(1).map(({ key }) => key)).size).to.equal(1);
  });

  it('does not say that a vote waits which was replaced', async () => {
    const { host, clock } = page;
    await page.open();
    const other = page.add('a');
    await clock.pass(100);
    host.faults = [{ broken: 'hang' }, { status: 410, after: 1500 }, 410];
    await page.vote(1);
    await clock.pass(2000);
    await page.vote(4);
    await clock.pass(7000);
    expect([page.rating.value, page.rating.state, other.value]).to.deep.equal([4, 'pending', null]);
    await clock.pass(2000);
    expect([page.shown, message(other)]).to.deep.equal(['Voting is closed.', '']);
    page.expectAgreement();
  });

  describe('when the reader chooses thrice before the first answer', () => {
    /** What the last of the three is told. */
    const lastOfThree = async (...faults: number[]): Promise<unknown> => {
      const { host, store, clock } = page;
      await page.open();
      host.faults = faults;
      const saves = [store.save(voteDetail('a', 4))];
      await clock.pass(10);
      for (const value of [5, 3]) saves.push(store.save(voteDetail('a', value)));
      const outcomes = Promise.allSettled(saves);
      await clock.pass(60_000);
      const last = (await outcomes)[2]!;
      return last.status === 'fulfilled' ? last.value : last.reason;
    };

    for (const [what, faults, code] of [
      ['all three', [410, 410, 410], 'closed'],
      ['all but the first', [200, 429, 429, 429, 429], 'rate-limited'],
      ['all for want of a login', [401, 401, 401], 'login-required'],
    ] as const)
      it(`says why of the last, when the host refuses ${what}`, async () => {
        expect(await lastOfThree(...faults)).to.have.property('code', code);
      });

    it('says that the last is saved, when the host takes it and cannot be read', async () => {
      page.host.isDown = true;
      expect(await lastOfThree()).to.deep.include({ value: 3, kept: 'host' });
      expect(page.host.votes.get('a')).to.equal(3);
    });
  });

  it('sends nothing for a vote that the page prevents after the store took it', async () => {
    const { host, clock } = page;
    await page.open();
    document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
    await page.vote(4);
    await clock.pass(60_000);
    expect([host.writes.length, page.rating.value, waiting().length]).to.deep.equal([0, null, 0]);
  });

  for (const [what, shift] of Object.entries({ 'a day back': -86_400_000, 'ten years ahead': 315_360_000_000 }))
    for (const locks of [true, false])
      it(`does not stall when the clock is moved ${what} between two tries ${locks ? '' : '(no locks)'}`, async () => {
        const { host, clock } = page;
        if (!locks) replaceGlobal('locks', { value: undefined }, Navigator.prototype);
        await page.open();
        host.faults = [503];
        await page.vote(4);
        await clock.pass(100);
        replaceGlobal('now', { value: () => clock.now + shift }, Date);
        await clock.pass(2000);
        expect([host.writes.length, page.shown]).to.deep.equal([2, SAVED]);
        page.rating.clear();
        await clock.pass(10_000);
        expect(host.writes).to.have.length(3);
        page.expectAgreement();
      });

  it('refuses a subject that an address cannot name, without asking', async () => {
    for (const subject of ['.', '..']) {
      const failure = (await rejection(page.store.save(voteDetail(subject, 4)))) as { code: string };
      expect(failure.code).to.equal('unknown-subject');
    }
    expect(page.host.writes).to.have.length(0);
  });
});
