import { expect } from '@open-wc/testing';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { message, summary } from '../elements/star-rating/helpers.js';
import { replaceGlobal } from './browser-storage.js';
import { voteDetail } from './fake-rating.js';
import { freshHttpPage, QUEUED, SAVED, waiting, type HttpPage } from './http-page.js';

describe('httpVotes with a vote that waits', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  /** Where an act of an earlier visit waits. */
  const kept = (subject: string): string =>
    `film-widgets:vote:queue:1:${page.host.endpoint.replace(/[%:]/g, encodeURIComponent)}:${subject}`;

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

  it('shows at once what waits when the page is opened, although the host hangs', async () => {
    replaceGlobal('fetch', { value: () => new Promise(() => undefined) });
    localStorage.setItem(kept('a'), JSON.stringify({ value: 4, key: 'of an earlier visit', at: page.clock.now }));
    await page.open();
    expect(page.shown).to.equal(QUEUED);
  });

  it('sends what waits in the order in which it was voted', async () => {
    const { host, clock } = page;
    const subjects = ['c', 'f', 'e', 'b', 'd', 'a'];
    subjects.forEach((subject, n) =>
      localStorage.setItem(kept(subject), JSON.stringify({ value: 4, key: subject, at: clock.now - 1000 + n })),
    );
    await page.open();
    await clock.pass(1000);
    expect(host.writes.map(({ subject }) => subject)).to.deep.equal(subjects);
  });

  it('sends a rating that was taken back', async () => {
    const { host, clock } = page;
    host.remember('a', 4);
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

  for (const [status, why] of [
    [403, 'Your vote could not be saved. Try again Remove my rating'],
    [409, 'Your vote could not be saved. Try again Remove my rating'],
    [410, 'Voting is closed.'],
    [422, 'This rating was not accepted. Remove my rating'],
  ] as const)
    it(`shows the host’s value and says why when the host refuses what waited with ${status}`, async () => {
      const { host, clock } = page;
      host.remember('a', 2);
      await page.openWithWaiting();
      host.faults = [status];
      await page.goOnline(true);
      await clock.pass(100);
      expect([page.rating.value, page.shown]).to.deep.equal([2, why]);
      page.expectAgreement();
    });

  for (const [who, open] of [
    ['the rating that it was made in', () => page.openWithWaiting()],
    [
      'one rating of the film when it was made on an earlier visit',
      async () => {
        page.online = false;
        localStorage.setItem(kept('a'), JSON.stringify({ value: 4, key: 'of an earlier visit', at: page.clock.now }));
        await page.open();
      },
    ],
  ] as const)
    it(`has the host’s refusal of what waited said by ${who} alone`, async () => {
      await open();
      const other = page.add('a');
      await page.clock.pass(100);
      expect([page.shown, message(other)]).to.deep.equal([QUEUED, QUEUED]);
      page.host.faults = [403];
      await page.goOnline(true);
      await page.clock.pass(100);
      expect([page.shown, message(other)]).to.deep.equal(['Your vote could not be saved. Try again', '']);
      expect([page.rating.state, other.state, other.value]).to.deep.equal(['error', 'idle', null]);
    });

  it('goes on telling a listener that listens twice when one of the two leaves', async () => {
    const { store, clock } = page;
    await page.openWithWaiting();
    const news: VoteResult[] = [];
    const listen = (_: string, result: VoteResult): unknown => news.push(result);
    const leave = store.subscribe(listen);
    const leaveToo = store.subscribe(listen);
    leave();
    await page.goOnline(true);
    await clock.pass(100);
    leaveToo();
    expect(news).to.deep.include({ value: 4, kept: 'host' });
  });

  it('sends what was refused again with its key when the reader asks for it', async () => {
    const { host, clock } = page;
    await page.openWithWaiting();
    host.faults = [403];
    await page.goOnline(true);
    await clock.pass(100);
    page.rating.retry();
    await clock.pass(100);
    expect(page.shown).to.equal(SAVED);
    const [first, second] = host.writes.map(({ key }) => key);
    expect(second).to.equal(first);
    page.expectAgreement();
  });

  it('goes on waiting with what waited when the vote that was to replace it is refused', async () => {
    const { host, clock } = page;
    await page.openWithWaiting();
    page.online = true;
    host.faults = [401];
    await page.vote(5);
    await clock.pass(100);
    expect([page.rating.value, page.rating.state, waiting()]).to.deep.equal([4, 'error', ['a']]);
    await page.goOnline(true);
    await clock.pass(100);
    expect([page.rating.value, waiting()]).to.deep.equal([4, []]);
    page.expectAgreement();
  });

  it('asks for each that is not taken twice at most, however many others are', async () => {
    const { host, clock } = page;
    await page.open();
    await page.goOnline(false);
    const stuck = ['m', 'n', 'o'];
    for (const subject of ['b', ...stuck, 'c', 'd', 'e', 'f']) void page.store.save(voteDetail(subject, 3));
    await clock.pass(10_000);
    const { fetch } = host;
    const refused: string[] = [];
    replaceGlobal('fetch', {
      value: (url: string, init: RequestInit) => {
        const subject = new URL(url).pathname.at(-1) ?? '';
        if (!init.method || !stuck.includes(subject)) return fetch(url, init);
        refused.push(subject);
        return Promise.resolve(new Response('<h1>Not found</h1>', { status: 404 }));
      },
    });
    await page.goOnline(true);
    await clock.pass(5000);
    expect([...host.votes.keys()].sort()).to.deep.equal(['b', 'c', 'd', 'e', 'f']);
    expect(refused.sort()).to.deep.equal(['m', 'm', 'n', 'n', 'o', 'o']);
  });

  it('is tried again after half a minute, also after the reader has often looked away and back', async () => {
    const { host, clock } = page;
    await page.open();
    for (let i = 0; i < 5; i++) document.dispatchEvent(new Event('visibilitychange'));
    await page.goOnline(false);
    await page.vote(4);
    await clock.pass(100);
    page.online = true;
    await clock.pass(30_000);
    expect([host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
  });

  it('is tried again in time also on a page that goes on asking for other films', async () => {
    const { host, clock } = page;
    await page.openWithWaiting();
    page.online = true;
    for (let i = 0; i < 4; i++) {
      page.add(`other ${i}`);
      await clock.pass(10_000);
    }
    expect([host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
  });

  for (const [what, fault] of [
    ['a login is missing', 401],
    ['a login is missing, as a code says', { status: 403, body: '{"code":"login-required"}' }],
    ['nobody gives a reason, as a proxy would', { status: 404, body: '<h1>Not found</h1>' }],
  ] as const)
    it(`keeps what waited where it is not taken because ${what}, and sends it again`, async () => {
      const { host, clock } = page;
      await page.openWithWaiting();
      host.faults = [fault];
      await page.goOnline(true);
      await clock.pass(100);
      expect([host.writes.length, page.shown, waiting()]).to.deep.equal([1, QUEUED, ['a']]);
      await page.goOnline(true);
      await clock.pass(100);
      expect([host.writes.length, page.shown, waiting()]).to.deep.equal([2, SAVED, []]);
      page.expectAgreement();
    });

  it('gives up what waited on a film that the host says it does not know', async () => {
    const { host, clock } = page;
    await page.openWithWaiting();
    host.faults = [{ status: 404, body: '{"code":"unknown-subject"}' }];
    await page.goOnline(true);
    await clock.pass(100);
    expect(page.rating.value).to.equal(null);
    page.expectAgreement();
  });

  it('shows no rating when the host refuses what waited and then cannot be read', async () => {
    const { host, clock } = page;
    await page.openWithWaiting();
    host.faults = [403];
    host.isDown = true;
    await page.goOnline(true);
    await clock.pass(10_000);
    expect([page.shown, page.rating.value]).to.deep.equal(['Your vote could not be saved. Try again', null]);
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
});
