// `<vote-store endpoint>` between real tabs and a real host, in every engine of this machine: tabs that close, pages that come back,
// hosts that are gone for a while. Whatever happens, the host counts one vote for a reader, and says so on screen.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { itWhere } from '../helpers/it-where.mjs';
import { engines, eventually, goBack, goTo, insecure, isAt, itInsecureIn, until } from './engines.mjs';
import { openSite, says, vote } from './vote-pages.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());
afterEach(() => site.answerBy(undefined));

// --- what runs in the page ---

function shownValue() {
  return document.querySelector('star-rating').value;
}
/** How many votes on the film of this page are kept for later. */
function kept() {
  const subject = new URLSearchParams(location.search).get('film');
  return Object.keys(localStorage).filter((key) => key.includes(':vote:queue:') && key.endsWith(`:${subject}`)).length;
}

/** Why the page did not come back from the back/forward cache, where the browser tells. */
function keptOutBy() {
  const { notRestoredReasons } = performance.getEntriesByType('navigation')[0];
  return notRestoredReasons?.reasons?.map(({ reason }) => reason) ?? [];
}

// --- what runs here ---

const isWrite = ({ method }) => method === 'PUT' || method === 'DELETE';
/** The host is not there; its pages are. */
const down = (_request, response) => response.destroy();
/** The host writes, and no page hears of it. */
const loseAnswer = (request, response, pass) => {
  if (isWrite(request)) response.end = () => response.destroy();
  return pass();
};
/** Waits until nothing of a page's film is kept any more. */
const keepsNone = (tab) => eventually(async () => assert.equal(await tab.evaluate(kept), 0));
/** Goes to another page of the site, as by a link. */
async function leave(tab) {
  await tab.evaluate(goTo, '/elsewhere');
  await until(tab, isAt, '/elsewhere');
}
/** What a title says where an engine, or its driver, cannot do what is tested. */
const but = (why) => (why ? ` [not possible here: ${why}]` : '');
/** A script that notes how the page was shown: anew, or from the back/forward cache. */
const WATCH_SHOWS = `<script>
  globalThis.shows = [];
  addEventListener('pageshow', ({ persisted }) => shows.push(persisted));
</script>`;
/** A script that counts the writes that a page has asked the browser for. */
const COUNT_WRITES = `<script>
  const realFetch = fetch;
  globalThis.writes = 0;
  globalThis.fetch = (url, init) => {
    if (init?.method === 'PUT') writes++;
    return realFetch(url, init);
  };
</script>`;
/** A script that moves the clock of a page. */
const clockMovedBy = (hours) => `<script>
  const Real = Date, shift = ${hours * 3_600_000};
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
    static now() { return Real.now() + shift; }
  };
</script>`;
/** Leaves no room for even one more character. Runs in the page. */
function fillLocalStorage() {
  for (let size = 8_000_000; size >= 1; size = Math.floor(size / 2))
    try {
      for (let i = 0; ; i++) localStorage.setItem(`full-${size}-${i}`, 'x'.repeat(size));
    } catch {
      // the next is half as long
    }
  try {
    localStorage.setItem('one-more', 'x');
    return 'room';
  } catch {
    return 'full';
  }
}

let films = 0;

for (const { name, start } of engines)
  describe(`votes at a host, in ${name}`, () => {
    /** @type {import('./engines.mjs').Engine} */
    let engine;
    let profile;
    let subject;
    before(async () => (engine = await start()));
    after(() => engine?.close());

    /** Opens a page with a new film, or with the film of before. */
    async function open(options, at = (url) => url) {
      profile ??= await engine.profile();
      subject ??= `film-${++films}`;
      const tab = await profile.open(at(site.page(subject, options)));
      return { ...tab, says: (words) => until(tab, says, words), vote: (value) => tab.evaluate(vote, value) };
    }
    afterEach(async () => {
      await profile?.close();
      profile = subject = undefined;
    });

    const writes = () => site.asked.filter(({ path, method }) => method !== 'OPTIONS' && path.endsWith(`/${subject}`));
    async function assertCountedOnce() {
      assert.equal((await site.crowd(subject)).count, 1);
      assert.equal(new Set(writes().map(({ key }) => key)).size, 1, 'one act, however often it was sent');
    }

    it('saves a vote, and shows it again after a reload', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      await tab.vote(4);
      await tab.says('Your rating: 4, saved');
      await tab.reload();
      await tab.says('Your rating: 4, saved');
      await tab.says('4 out of 5, 1 vote');
      await assertCountedOnce();
    });

    it('counts a vote whose tab is closed as soon as it is sent, although the line was busy', async () => {
      const tab = await open({ head: COUNT_WRITES });
      await tab.says('No ratings yet');
      // as many requests as a browser has under way at once: the vote has to wait for its turn, and the tab does not wait
      const held = [];
      site.answerBy(({ url }, response, pass) => (url.includes('/busy') ? held.push(response) : pass()));
      await tab.evaluate(() => {
        for (let i = 0; i < 6; i++) void fetch(`/api/busy/${i}`).catch(() => undefined);
      });
      await eventually(() => assert.equal(held.length, 6));
      await tab.vote(4);
      await until(tab, () => globalThis.writes === 1);
      assert.equal(writes().length, 0);
      await tab.close();
      await eventually(assertCountedOnce);
      const next = await open();
      await next.says('Your rating: 4, saved');
      await keepsNone(next);
      await assertCountedOnce();
    });

    it('sends a vote at the next visit whose tab was closed before another origin had let it through', async () => {
      const tab = await open({ elsewhere: true });
      await tab.says('No ratings yet');
      const held = [];
      site.answerBy((request, response, pass) => (request.method === 'OPTIONS' ? held.push(response) : pass()));
      await tab.vote(4);
      await eventually(() => assert.equal(held.length, 1));
      await tab.close();
      held[0].destroy();
      site.answerBy(undefined);
      assert.equal((await site.crowd(subject)).count, 0);
      const next = await open({ elsewhere: true });
      await next.says('Your rating: 4, saved');
      await keepsNone(next);
      await assertCountedOnce();
    });

    for (const [which, isFull] of [
      ['a vote', false],
      ['a vote that localStorage has no room for', true],
    ])
      it(`keeps ${which} while the host is down, over a reload, and sends it once when it is back`, async () => {
        const tab = await open();
        await tab.says('No ratings yet');
        if (isFull) assert.equal(await tab.evaluate(fillLocalStorage), 'full');
        site.answerBy(down);
        await tab.vote(4);
        await tab.says('Your rating: 4, waiting to be sent');
        await tab.reload();
        await tab.says('Your rating: 4, waiting to be sent');
        assert.equal(await tab.evaluate(kept), isFull ? 0 : 1);
        site.answerBy(undefined);
        await tab.reload();
        await tab.says('Your rating: 4, saved');
        await keepsNone(tab);
        await tab.evaluate(() => localStorage.clear()); // the next page may have the same profile
        await assertCountedOnce();
      });

    it('counts a vote once that was under way during a reload, and arrived after the one of the next page', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      const held = [];
      site.answerBy((request, _response, pass) => (isWrite(request) ? held.push(pass) : pass()));
      await tab.vote(4);
      await eventually(() => assert.equal(held.length, 1));
      site.answerBy(undefined);
      await tab.reload();
      await tab.says('Your rating: 4, saved');
      await held[0]();
      assert.equal(writes().length, 2);
      await assertCountedOnce();
      await tab.reload();
      await tab.says('Your rating: 4, saved');
      await keepsNone(tab);
    });

    it('shows the crowd of today at the next visit after one whose vote had no answer', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      site.answerBy(loseAnswer);
      await tab.vote(4);
      await eventually(async () => assert.equal((await site.crowd(subject)).count, 1));
      await tab.close();
      site.answerBy(undefined);
      await site.voteAsAnother(subject, 2);
      const next = await open();
      await keepsNone(next);
      await next.says('Your rating: 4, saved');
      await next.says('3 out of 5, 2 votes');
      await next.reload();
      await next.says('3 out of 5, 2 votes');
    });

    it('counts one new reader who changes a first vote that had no answer', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      site.answerBy(loseAnswer);
      await tab.vote(4);
      await tab.says('Your rating: 4, waiting to be sent');
      assert.equal((await site.crowd(subject)).count, 1);
      site.answerBy(undefined);
      await tab.vote(5);
      await tab.says('Your rating: 5, saved');
      await keepsNone(tab);
      const { count, average } = await site.crowd(subject);
      assert.deepEqual([count, average], [1, 5]);
      await tab.reload();
      await tab.says('Your rating: 5, saved');
    });

    it('counts one new reader whose first vote had no answer, and whose next is on another film in another tab', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      const first = subject;
      subject = undefined;
      const other = await open();
      await other.says('No ratings yet');
      site.answerBy(loseAnswer);
      await tab.vote(4);
      await tab.says('Your rating: 4, waiting to be sent');
      assert.equal((await site.crowd(first)).count, 1);
      site.answerBy(undefined);
      await other.vote(2);
      await other.says('Your rating: 2, saved');
      await tab.says('Your rating: 4, saved');
      await keepsNone(tab);
      assert.deepEqual([(await site.crowd(first)).count, (await site.crowd(subject)).count], [1, 1]);
    });

    it('ends with the value of the host in two tabs that vote at once, and in a third', async () => {
      const tabs = [await open(), await open(), await open()];
      await Promise.all(tabs.map((tab) => tab.says('No ratings yet')));
      for (let round = 0; round < 5; round++) {
        const before = writes().length;
        await Promise.all([tabs[0].vote(1 + (round % 2)), tabs[1].vote(4 + (round % 2))]);
        await eventually(async () => {
          const shown = await Promise.all(tabs.map((tab) => tab.evaluate(says, 'saved')));
          const values = await Promise.all(tabs.map((tab) => tab.evaluate(shownValue)));
          const { count, average } = await site.crowd(subject);
          assert.ok(writes().length > before && shown.every(Boolean), `round ${round}: ${shown}`);
          assert.deepEqual([count, ...values], [1, average, average, average], `round ${round}`);
          assert.equal(await tabs[0].evaluate(kept), 0);
        });
      }
    });

    for (const hours of [-5, 5]) {
      it(`sends a vote once that was kept by a clock that has been moved by ${hours} h since`, async () => {
        const tab = await open();
        await tab.says('No ratings yet');
        site.answerBy(down);
        await tab.vote(4);
        await tab.says('Your rating: 4, waiting to be sent');
        await tab.close();
        site.answerBy(undefined);
        const next = await open({ head: clockMovedBy(hours) });
        await next.says('Your rating: 4, saved');
        assert.equal(await next.evaluate(() => Math.round((Date.now() - performance.timeOrigin) / 3_600_000)), hours);
        await keepsNone(next);
        await assertCountedOnce();
      });

      it(`waits until the date of Retry-After by the clock of the host, with one ${hours} h off`, async () => {
        const tab = await open({ head: clockMovedBy(hours) });
        await tab.says('No ratings yet');
        site.answerBy((request, response, pass) => {
          if (!isWrite(request)) return pass();
          site.answerBy(undefined);
          const now = Date.now();
          const [date, later] = [now, now + 1000].map((time) => new Date(time).toUTCString());
          return response.writeHead(503, { date, 'retry-after': later }).end();
        });
        await tab.vote(4);
        await tab.says('Your rating: 4, saved');
        const [first, second, ...more] = writes();
        assert.deepEqual(more, []);
        assert.ok(second.at - first.at >= 1000, `${second.at - first.at} ms`);
        await assertCountedOnce();
      });
    }

    it('comes back from the back/forward cache with what was voted meanwhile', async () => {
      const tab = await open({ head: WATCH_SHOWS });
      await tab.says('No ratings yet');
      await tab.vote(4);
      await tab.says('Your rating: 4, saved');
      await leave(tab);
      await site.voteAsAnother(subject, 2);
      await tab.evaluate(goBack);
      await tab.says('3 out of 5, 2 votes');
      await leave(tab);
      const other = await open();
      await other.says('Your rating: 4, saved');
      await other.vote(5);
      await other.says('Your rating: 5, saved');
      await tab.evaluate(goBack);
      await tab.says('3.5 out of 5, 2 votes');
      await tab.says('Your rating: 5, saved');
      assert.deepEqual(await tab.evaluate(() => globalThis.shows), [false, true, true]);
      assert.deepEqual(await tab.evaluate(keptOutBy), []);
    });

    const stays = name === 'webkit' && 'it keeps out no page for that';
    it(`would not come back from there with a listener of unload (negative control)${but(stays)}`, async () => {
      const tab = await open({ head: `${WATCH_SHOWS}<script>addEventListener('unload', () => undefined)</script>` });
      await tab.says('No ratings yet');
      await leave(tab);
      await tab.evaluate(goBack);
      await until(tab, (times) => globalThis.shows?.length === times, stays ? 2 : 1);
      assert.deepEqual(await tab.evaluate(() => globalThis.shows), stays ? [false, true] : [false]);
      if (name === 'chromium') assert.notDeepEqual(await tab.evaluate(keptOutBy), []);
    });

    const itOffline = itWhere(() => name !== 'webkit', 'its driver takes nobody offline');
    itOffline('sends a vote made offline as soon as the browser is online', async () => {
      const tab = await open();
      await tab.says('No ratings yet');
      await tab.page.setOfflineMode(true);
      await tab.vote(4);
      await tab.says('Your rating: 4, waiting to be sent');
      assert.equal(writes().length, 0);
      await tab.page.setOfflineMode(false);
      await tab.says('Your rating: 4, saved');
      await tab.says('4 out of 5, 1 vote');
      await assertCountedOnce();
    });

    itInsecureIn(name)(
      'keeps a vote on an insecure origin, and sends it once, from two tabs without locks and randomUUID',
      async () => {
        const tabs = [await open({}, insecure), await open({}, insecure)];
        const [tab] = tabs;
        assert.deepEqual(await tab.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'locks' in navigator]), [
          ...[false, false, false],
        ]);
        await tab.says('No ratings yet');
        site.answerBy(down);
        await tab.vote(4);
        await tab.says('Your rating: 4, waiting to be sent');
        await tab.reload();
        await tab.says('Your rating: 4, waiting to be sent');
        site.answerBy(undefined);
        await Promise.all(tabs.map((one) => one.reload()));
        for (const one of tabs) await one.says('Your rating: 4, saved');
        await keepsNone(tab);
        await assertCountedOnce();
      },
    );
  });
