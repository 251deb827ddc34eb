import { expect } from '@open-wc/testing';
import { forgetVotes } from '../../src/vote-stores/local-votes.js';
import { message, summary } from '../elements/star-rating/helpers.js';
import { blockGlobals, fillStorage, replaceGlobal, restoreGlobals } from './browser-storage.js';
import { rejection, voteDetail } from './fake-rating.js';
import type { Fault } from './fake-host.js';
import { freshHttpPage, type HttpPage, waiting } from './http-page.js';
import { SimBrowser, type SimTab } from './sim-browser.js';

const SAVED = 'Your rating: 4, saved Remove my rating';
const QUEUED = 'Your rating: 4, waiting to be sent Remove my rating';

describe('httpVotes with a vote that waits', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  it('shows a vote made offline as waiting, sends it once when online, and then shows the host’s numbers', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    await page.vote(4);
    await clock.pass(60_000);
    expect([host.writes.length, page.shown, waiting()]).to.deep.equal([0, QUEUED, ['a']]);
    expect(summary(page.rating)).to.equal('3 out of 5, 2 votes');
    await page.goOnline(true);
    await clock.pass(100);
    expect([host.writes.length, page.shown, waiting()]).to.deep.equal([1, SAVED, []]);
    expect(summary(page.rating)).to.equal('3.3 out of 5, 3 votes');
    page.expectAgreement();
  });

  it('counts one vote over a connection that comes and goes twenty times', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    await page.vote(4);
    for (let i = 0; i < 20; i++) {
      host.faults = [{ broken: i % 2 ? 'reply' : 'request', after: 40 }];
      await page.goOnline(true);
      await clock.pass(30);
      await page.goOnline(false);
      await clock.pass(1000);
    }
    expect([host.writes.length, page.shown]).to.deep.equal([20, QUEUED]);
    await page.goOnline(true);
    await clock.pass(1000);
    expect([host.writes.length, page.shown]).to.deep.equal([21, SAVED]);
    expect(new Set(host.writes.map(({ key }) => key)).size).to.equal(1);
    page.expectAgreement();
  });

  it('sends only the last of several votes on one subject', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    for (const value of [1, 5, 4]) await page.vote(value);
    await page.goOnline(true);
    await clock.pass(100);
    expect(host.writes.map(({ value }) => value)).to.deep.equal([4]);
    page.expectAgreement();
  });

  it('sends a rating that was taken back', async () => {
    const { host, clock } = page;
    host.votes.set('a', 4);
    await page.open();
    expect(page.shown).to.equal(SAVED);
    await page.goOnline(false);
    page.rating.clear();
    await clock.pass(100);
    await page.goOnline(true);
    await clock.pass(100);
    expect(host.writes.map(({ method, value }) => [method, value])).to.deep.equal([['DELETE', null]]);
    page.expectAgreement();
  });

  for (const status of [401, 403, 410, 422])
    it(`shows the host’s value, and never claims to have saved, when the host refuses what waited with ${status}`, async () => {
      const { host, clock } = page;
      host.votes.set('a', 2);
      await page.open();
      await page.goOnline(false);
      await page.vote(4);
      await clock.pass(100);
      host.faults = [status];
      await page.goOnline(true);
      await clock.pass(100);
      expect(page.shown).to.equal('Your rating: 2, saved Remove my rating');
      page.expectAgreement();
    });

  it('shows no rating when the host refuses what waited and then cannot be read', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    await page.vote(4);
    await clock.pass(100);
    host.faults = [403];
    host.isDown = true;
    await page.goOnline(true);
    await clock.pass(10_000);
    expect([page.shown, page.rating.value]).to.deep.equal(['', null]);
  });

  it('sends what waits for other films after the next vote that goes through, and one that always fails holds up no other', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    for (const subject of ['poison', 'b', 'c']) void page.store.save(voteDetail(subject, 3));
    await clock.pass(100);
    // no event tells of it
    page.online = true;
    const write = host.write.bind(host);
    host.write = (act) => {
      if (act.subject === 'poison') throw new TypeError('Failed to fetch');
      return write(act);
    };
    const fetch = host.fetch;
    replaceGlobal('fetch', {
      value: (url: string, init: RequestInit) =>
        url.includes('poison') && init.method ? Promise.resolve(new Response(null, { status: 500 })) : fetch(url, init),
    });
    await page.vote(4);
    await clock.pass(60_000);
    expect([...host.votes.keys()].sort()).to.deep.equal(['a', 'b', 'c']);
    expect(waiting()).to.deep.equal(['poison']);
  });

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

  it('sends nothing for a vote that the page prevents after the store took it', async () => {
    const { host, clock } = page;
    await page.open();
    document.addEventListener('vote', (event) => event.preventDefault(), { once: true });
    await page.vote(4);
    await clock.pass(60_000);
    expect([host.writes.length, page.rating.value, waiting().length]).to.deep.equal([0, null, 0]);
  });

  it('keeps a vote on its way until the host has it, and nothing before and after', async () => {
    const { clock } = page;
    await page.open();
    expect(localStorage).to.have.length(0);
    await page.vote(4);
    expect(localStorage).to.have.length(1);
    expect(JSON.parse(localStorage.getItem(localStorage.key(0)!)!)).to.have.all.keys('value', 'key', 'at');
    await clock.pass(100);
    expect(localStorage).to.have.length(0);
  });

  for (const [what, spoil] of Object.entries({
    'is full': fillStorage,
    'may not be looked at': () => blockGlobals('localStorage', 'indexedDB', 'BroadcastChannel'),
  }))
    it(`remembers what waits where storage ${what}`, async () => {
      const { host, clock } = page;
      spoil();
      await page.open();
      await page.goOnline(false);
      await page.vote(4);
      await clock.pass(2000);
      expect(page.shown).to.equal(QUEUED);
      await page.goOnline(true);
      await clock.pass(2000);
      expect([host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
      await page.goOnline(false);
      await page.goOnline(true);
      await clock.pass(2000);
      expect(host.writes).to.have.length(1);
    });

  it('forgets what waits with forgetVotes, shows none while the host is not to be asked, and then what it has', async () => {
    const { host, clock } = page;
    host.votes.set('a', 2);
    host.votes.set('b', 5);
    await page.open();
    const other = page.add('b');
    await clock.pass(100);
    await page.goOnline(false);
    await page.vote(4);
    await clock.pass(100);
    host.isDown = true;
    expect(page.shown).to.equal(QUEUED);
    await forgetVotes();
    expect(waiting()).to.deep.equal([]);
    await clock.pass(100);
    expect([page.shown, page.rating.value]).to.deep.equal(['', null]);
    expect(other.value, 'what the host has stays').to.equal(5);
    host.isDown = false;
    await page.goOnline(true);
    await clock.pass(1000);
    expect(host.writes).to.have.length(0);
    expect(page.shown).to.equal('Your rating: 2, saved Remove my rating');
    page.expectAgreement();
  });

  for (const broken of ['request', 'hang'] as const)
    it(`does not say that a vote waits which was forgotten while it was being sent (${broken})`, async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = Array<Fault>(4).fill({ broken });
      await page.vote(4);
      await clock.pass(10);
      await forgetVotes();
      await clock.pass(10_000);
      expect(page.shown).to.equal('Your vote could not be saved. Try again');
      page.expectAgreement();
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

for (const locks of [true, false])
  describe(`httpVotes in several tabs ${locks ? 'with locks' : 'that agree by a lease'}`, () => {
    let browser: SimBrowser;
    let first: SimTab;
    const shown = (): string[] => browser.tabs.map(({ rating }) => message(rating));
    const vote = (tab: SimTab, value: number): void =>
      tab.rating.shadowRoot!.querySelector<HTMLElement>(`[value="${value}"]`)!.click();

    beforeEach(async () => {
      browser = await SimBrowser.start({ locks });
      first = browser.open();
      await browser.clock.pass(100);
    });
    afterEach(() => {
      browser.close();
      restoreGlobals();
    });

    it('sends a vote made offline once, after a reload', async () => {
      const { clock, host } = browser;
      await browser.goOnline(false);
      vote(first, 4);
      await clock.pass(1000);
      first.reload();
      await clock.pass(10_000);
      expect([host.writes.length, shown()]).to.deep.equal([0, [QUEUED]]);
      await browser.goOnline(true);
      await clock.pass(10_000);
      expect([host.writes.length, shown(), host.votes.get('a')]).to.deep.equal([1, [SAVED], 4]);
    });

    it('sends it from one tab only, and shows it in all', async () => {
      const { clock, host } = browser;
      for (let i = 0; i < 3; i++) browser.open();
      await clock.pass(100);
      await browser.goOnline(false);
      vote(first, 4);
      await clock.pass(1000);
      expect(shown()).to.deep.equal([QUEUED, QUEUED, QUEUED, QUEUED]);
      await browser.goOnline(true);
      await clock.pass(30_000);
      expect([host.writes.length, shown()]).to.deep.equal([1, [SAVED, SAVED, SAVED, SAVED]]);
    });

    it('counts a vote once whose tab was closed 10 ms later, and tidies up at the next visit', async () => {
      const { clock, host } = browser;
      vote(first, 4);
      await clock.pass(10);
      first.close();
      await clock.pass(1000);
      expect(host.votes.get('a')).to.equal(4);
      browser.open();
      await clock.pass(20_000);
      expect(shown()).to.deep.equal([SAVED]);
      expect(new Set(host.writes.map(({ key }) => key)).size).to.equal(1);
      expect([...browser.storage.keys()].filter((key) => key.includes(':vote:'))).to.deep.equal([]);
    });

    it('ends with the same in all tabs, the host’s, when two vote in the same millisecond', async () => {
      const { clock, host } = browser;
      const second = browser.open();
      await clock.pass(100);
      vote(first, 2);
      vote(second, 4);
      await clock.pass(30_000);
      expect([host.crowd('a').count, shown()]).to.deep.equal([3, [SAVED, SAVED]]);
      expect(host.votes.get('a')).to.equal(4);
    });

    it('takes over what a tab left behind that was closed while it was sending', async () => {
      const { clock, host } = browser;
      browser.options.lose = () => 'request';
      vote(first, 4);
      await clock.pass(100);
      first.close();
      browser.options.lose = () => undefined;
      browser.open();
      await clock.pass(20_000);
      expect([host.votes.get('a'), shown()]).to.deep.equal([4, [SAVED]]);
    });
  });
