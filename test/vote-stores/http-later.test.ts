import { expect } from '@open-wc/testing';
import { summary } from '../elements/star-rating/helpers.js';
import { page as connected } from './connected.js';
import { freshHttpPage, QUEUED, SAVED, type HttpPage } from './http-page.js';

const MINUTE = 60_000;

describe('httpVotes on a page that stays open while the host is away', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  /** A vote of 4 that had no answer: the host is to be reached by nobody. */
  const voteInVain = async (): Promise<void> => {
    await page.open();
    page.host.isAway = true;
    await page.vote(4);
    await page.clock.pass(9000);
    expect(page.shown).to.equal(QUEUED);
    page.host.writes.length = 0;
  };

  it('sends what waits when the host is back, without a word from the reader', async () => {
    await voteInVain();
    page.host.isAway = false;
    await page.clock.pass(31_000);
    expect([page.host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
    page.expectAgreement();
  });

  it('tries less and less often, and then every ten minutes', async () => {
    await voteInVain();
    const { host, clock } = page;
    await clock.pass(50 * MINUTE);
    const rounds = host.writes.map(({ at }) => at).filter((at, n, all) => !n || at - all[n - 1]! > 10_000);
    const waits = rounds.slice(1).map((at, n) => Math.round((at - rounds[n]!) / MINUTE));
    expect(waits).to.deep.equal([1, 2, 4, 8, 10, 10, 10]);
  });

  it('asks for nothing once nothing waits', async () => {
    await voteInVain();
    const { host, clock } = page;
    host.isAway = false;
    await clock.pass(31_000);
    host.reads.length = host.writes.length = 0;
    await clock.pass(60 * MINUTE);
    expect([host.reads.length, host.writes.length, clock.waiting]).to.deep.equal([0, 0, 0]);
  });

  it('leaves the host alone while nobody looks, and sends at once when somebody does again', async () => {
    await voteInVain();
    const { host, clock } = page;
    await page.hide(true);
    await clock.pass(60 * MINUTE);
    expect(host.writes).to.have.length(0);
    host.isAway = false;
    await page.hide(false);
    expect([host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
  });

  it('does not go on once the store serves nobody', async () => {
    await page.open();
    const leave = page.store.subscribe(() => undefined);
    leave();
    page.host.isAway = true;
    await page.vote(4);
    await page.clock.pass(9000);
    connected.disconnectAll();
    page.host.writes.length = 0;
    await page.clock.pass(60 * MINUTE);
    await page.hide(false);
    expect([page.host.writes.length, page.clock.waiting]).to.deep.equal([0, 0]);
  });

  it('waits as long as the host asks for', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [{ broken: 'reply' }, { status: 503, headers: { 'retry-after': '3600' } }];
    await page.vote(4);
    await clock.pass(59 * MINUTE);
    expect([host.writes.length, page.shown]).to.deep.equal([2, QUEUED]);
    await clock.pass(2 * MINUTE);
    expect([host.writes.length, page.shown]).to.deep.equal([3, SAVED]);
  });

  for (const [when, act] of [
    ['after a while', () => page.clock.pass(31_000)],
    ['when the reader comes back', () => page.hide(false)],
  ] as const)
    it(`shows ${when} what could not be read`, async () => {
      const { host, clock } = page;
      host.remember('a', 4);
      host.isAway = true;
      await page.open();
      await clock.pass(10_000);
      expect([page.shown, summary(page.rating)]).to.deep.equal(['', 'No ratings yet']);
      host.isAway = false;
      host.reads.length = 0;
      await act();
      expect([page.shown, summary(page.rating)]).to.deep.equal([SAVED, '3.3 out of 5, 3 votes']);
      expect(host.reads).to.have.length(2);
      await clock.pass(60 * MINUTE);
      expect([host.reads.length, clock.waiting]).to.deep.equal([2, 0]);
    });

  it('does not ask again what the host refused to tell', async () => {
    const { host, clock } = page;
    host.refusal = 403;
    await page.open();
    await clock.pass(60 * MINUTE);
    expect([host.reads.length, clock.waiting]).to.deep.equal([2, 0]);
  });
});
