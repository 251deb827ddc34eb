import { expect } from '@open-wc/testing';
import { httpVotes } from '../../src/vote-stores/http-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { message, summary } from '../elements/star-rating/helpers.js';
import { hearWarnings, replaceGlobal } from './browser-storage.js';
import { voteDetail } from './fake-rating.js';
import { freshHttpPage, QUEUED, SAVED, type HttpPage } from './http-page.js';

const { signal } = new AbortController();

describe('httpVotes', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  const load = async (...subjects: string[]): Promise<Record<string, VoteResult>> => {
    const loaded = page.store.load(subjects, { signal });
    await page.clock.pass(60_000);
    return loaded;
  };

  /** Answers reads with something else. */
  const answerReads = (answer: (url: URL, init: RequestInit) => Response | undefined): void => {
    const { fetch } = page.host;
    replaceGlobal('fetch', {
      value: (url: string, init: RequestInit) => {
        const response = answer(new URL(url), init);
        return response ? Promise.resolve(response) : fetch(url, init);
      },
    });
  };

  describe('reads', () => {
    it('what all ratings in view need in two requests', async () => {
      for (const subject of ['b', 'c', 'd']) page.add(subject);
      page.host.remember('c', 4);
      await page.open();
      const query = '?subject=b&subject=c&subject=d&subject=a';
      expect(page.host.reads).to.have.members(['/ratings', '/votes'].map((path) => page.host.endpoint + path + query));
      const ratings = document.querySelectorAll('star-rating');
      const [b, c] = [ratings.item(0), ratings.item(1)];
      expect([summary(b), message(b)]).to.deep.equal(['3 out of 5, 2 votes', '']);
      expect([summary(c), message(c)]).to.deep.equal(['3.3 out of 5, 3 votes', SAVED]);
    });

    it('at most 50 subjects at once', async () => {
      const subjects = Array.from({ length: 120 }, (_, i) => `film-${i}`);
      const found = await load(...subjects);
      expect(Object.keys(found)).to.have.members(subjects);
      const counts = page.host.reads.map((url) => new URL(url).searchParams.getAll('subject').length);
      expect(counts.sort((a, b) => a - b)).to.deep.equal([20, 20, 50, 50, 50, 50]);
    });

    it('with cookies only what concerns the voter, and leaves the ETag to the browser', async () => {
      const inits: Record<string, RequestInit> = {};
      answerReads(({ pathname }, init) => void (inits[pathname.split('/').at(-1)!] = init));
      await load('a');
      expect(inits.ratings).to.include({ cache: 'no-cache' }).and.not.have.any.keys('headers', 'credentials');
      expect(inits.votes).to.include({ cache: 'no-store', credentials: 'include' });
    });

    it('again when the page comes back from the back/forward cache, without another vote', async () => {
      await page.open();
      page.host.remember('a', 3);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await page.clock.pass(1000);
      expect(page.shown).to.equal('Your rating: 3, saved Remove my rating');
      expect([page.host.reads.length, page.host.writes.length]).to.deep.equal([4, 0]);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      await page.clock.pass(1000);
      expect(page.host.reads).to.have.length(4);
    });

    it('only what is new when a rating comes later', async () => {
      await page.open();
      page.add('later');
      await page.clock.pass(100);
      expect(page.host.reads.slice(2).map((url) => new URL(url).search)).to.deep.equal([
        '?subject=later',
        '?subject=later',
      ]);
    });

    it('again what a page missed that was opened offline', async () => {
      page.online = false;
      page.host.isDown = true;
      await page.open();
      expect([summary(page.rating), page.host.reads.length]).to.deep.equal(['No ratings yet', 2]);
      page.host.isDown = false;
      await page.goOnline(true);
      await page.clock.pass(100);
      expect(summary(page.rating)).to.equal('3 out of 5, 2 votes');
    });

    it('again after a while, and only what had no answer', async () => {
      await page.open();
      let isDown = true;
      answerReads(({ search }) =>
        isDown && search.includes('later') ? new Response(null, { status: 500 }) : undefined,
      );
      page.add('later');
      await page.clock.pass(20_000);
      isDown = false;
      page.host.reads.length = 0;
      await page.clock.pass(30_000);
      expect(page.host.reads.map((url) => new URL(url).search)).to.deep.equal(['?subject=later', '?subject=later']);
      await page.clock.pass(3_600_000);
      expect(page.host.reads).to.have.length(2);
    });

    it('less and less often what has no answer', async () => {
      const asked: number[] = [];
      answerReads(() => {
        asked.push(Date.now());
        return new Response(null, { status: 500 });
      });
      await page.open();
      await page.clock.pass(50 * 60_000);
      const rounds = asked.filter((at, n) => !n || at - asked[n - 1]! > 10_000);
      const minutes = rounds.slice(1).map((at, n) => Math.round((at - rounds[n]!) / 60_000));
      expect(minutes).to.deep.equal([1, 1, 2, 4, 8, 10, 10, 10]);
    });

    it('once online, only of ratings that are still there', async () => {
      await page.open();
      const gone = page.add('gone');
      await page.clock.pass(100);
      gone.remove();
      await page.goOnline(false);
      page.host.reads.length = 0;
      await page.goOnline(true);
      await page.clock.pass(100);
      expect(page.host.reads.map((url) => new URL(url).search)).to.deep.equal(['?subject=a', '?subject=a']);
    });

    it('subjects named like the parts of an object, and with any letters', async () => {
      const subjects = ['__proto__', 'constructor', 'toString', 'a/b?c=d&e#f', '%2F', '漂流 +', 'ü'];
      for (const subject of subjects) {
        const saved = page.store.save(voteDetail(subject, 4));
        await page.clock.pass(100);
        expect(await saved).to.include({ value: 4, kept: 'host' });
      }
      expect(page.host.writes.map(({ subject }) => subject)).to.deep.equal(subjects);
      const found = await load(...subjects);
      for (const subject of subjects)
        expect(Object.getOwnPropertyDescriptor(found, subject)!.value).to.include({ value: 4, count: 3 });
      expect(({} as { value?: unknown }).value).to.equal(undefined);
    });

    it('takes a lone surrogate for a letter that is none', async () => {
      const saved = page.store.save(voteDetail('\ud800', 4));
      await page.clock.pass(100);
      expect(await saved).to.include({ value: 4 });
      expect(page.host.writes[0]!.subject).to.equal('\ufffd');
    });

    for (const [what, ratings] of Object.entries({
      HTML: '<p>',
      nothing: '',
      'a list': '[]',
      null: 'null',
      'no ratings': '{"votes":{}}',
      'ratings in a list': '{"ratings":[{"average":1,"count":1}]}',
      'a subject of null': '{"ratings":{"a":null}}',
      'an average in words': '{"ratings":{"a":{"average":"1","count":1}}}',
      'an endless count': '{"ratings":{"a":{"average":1,"count":1e999}}}',
      'more than 64 KiB': JSON.stringify({ ratings: { a: { average: 1, count: 1 } }, extra: 'x'.repeat(65_536) }),
    }))
      it(`leaves the page’s numbers when the crowd’s are ${what}, and shows the reader’s own`, async () => {
        page.host.remember('a', 2);
        answerReads(({ pathname }) => (pathname.endsWith('/ratings') ? new Response(ratings) : undefined));
        const found = await load('a');
        expect(found).to.deep.equal({ a: { value: 2, kept: 'host' } });
        expect(page.host.reads).to.have.length(1);
      });

    for (const status of [401, 403, 500])
      it(`shows the crowd’s numbers when the reader’s own vote is not to be had (${status})`, async () => {
        let asked = 0;
        answerReads(({ pathname }) =>
          pathname.endsWith('/votes') ? (asked++, new Response(null, { status })) : undefined,
        );
        expect(await load('a')).to.deep.equal({ a: page.host.crowd('a') });
        expect(asked).to.equal(status === 500 ? 4 : 1);
      });

    for (const [path, shown] of [
      ['votes', ['3 out of 5, 2 votes', '']],
      ['ratings', ['No ratings yet', SAVED]],
    ] as const)
      it(`shows what it has while /${path} has no answer, and asks a host that hangs only once`, async () => {
        const { host, clock } = page;
        if (path === 'ratings') host.remember('a', 4);
        let asked = 0;
        const { fetch } = host;
        replaceGlobal('fetch', {
          value: (url: string, init: RequestInit) =>
            url.includes(`/${path}?`) ? (asked++, new Promise(() => undefined)) : fetch(url, init),
        });
        await page.open();
        expect([summary(page.rating), page.shown]).to.deep.equal(shown);
        let isOver = false;
        void page.store.load(['a'], { signal }).then(() => (isOver = true));
        asked = 0;
        await clock.pass(9000);
        expect([isOver, asked]).to.deep.equal([true, 1]);
      });

    it('shows a part that comes late under a vote that overtook it', async () => {
      const { host, clock } = page;
      host.remember('a', 2);
      const { fetch } = host;
      replaceGlobal('fetch', {
        value: async (url: string, init: RequestInit) => {
          const response = await fetch(url, init);
          if (!init.method) await clock.after(url.includes('/votes?') ? 1000 : 2000);
          return response;
        },
      });
      await page.open();
      await page.vote(4);
      await clock.pass(100);
      expect(page.shown).to.equal(SAVED);
      for (let i = 0; i < 3; i++) {
        await clock.pass(1000);
        expect([page.shown, summary(page.rating)]).to.deep.equal([SAVED, '3.3 out of 5, 3 votes']);
      }
    });

    it('does not show what was asked for before a vote that overtook it', async () => {
      await page.open();
      const release: (() => void)[] = [];
      const { fetch } = page.host;
      replaceGlobal('fetch', {
        value: async (url: string, init: RequestInit) => {
          const response = await fetch(url, init);
          if (!init.method) await new Promise<void>((resolve) => release.push(resolve));
          return response;
        },
      });
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await page.clock.pass(100);
      await page.vote(4);
      await page.clock.pass(100);
      release.forEach((go) => go());
      await page.clock.pass(100);
      expect(page.shown).to.equal(SAVED);
      expect(summary(page.rating)).to.equal('3.3 out of 5, 3 votes');
      page.expectAgreement();
    });

    for (const [order, after] of [
      ['a vote that it then refuses overtook the question', 20],
      ['a vote is under way that it then refuses', 3000],
    ] as const)
      it(`shows what the host has although ${order}`, async () => {
        page.host.remember('a', 3);
        page.host.faults = [{ status: 410, after }];
        const { fetch } = page.host;
        replaceGlobal('fetch', {
          value: async (url: string, init: RequestInit) => {
            if (!init.method) await page.clock.after(1000);
            return fetch(url, init);
          },
        });
        await page.open();
        await page.vote(4);
        await page.clock.pass(5000);
        expect(page.rating.value).to.equal(3);
        expect(summary(page.rating)).to.equal('3 out of 5, 3 votes');
      });

    for (const [order, after] of [
      ['before', 5],
      ['after', 500],
    ] as const)
      it(`shows the crowd of today, although the host repeats its answer to a vote of an earlier visit ${order} that`, async () => {
        const { host } = page;
        const act = { value: 4, key: 'of an earlier visit', at: page.clock.now };
        host.write(
          host.note(`${host.endpoint}/votes/a`, {
            method: 'PUT',
            body: '{"value":4}',
            headers: { 'idempotency-key': act.key },
          }),
        );
        host.others.push(5);
        const prefix = `film-widgets:vote:queue:1:${host.endpoint.replace(/[%:]/g, encodeURIComponent)}:`;
        localStorage.setItem(`${prefix}a`, JSON.stringify(act));
        host.faults = [{ after }];
        await page.open();
        await page.clock.pass(1000);
        expect([page.shown, host.writes.length]).to.deep.equal([SAVED, 2]);
        expect(summary(page.rating)).to.equal('3.8 out of 5, 4 votes');
      });

    it('few enough at once for an address that servers take', async () => {
      const subjects = Array.from({ length: 50 }, (_, n) => `https://кино.example/рецензии/${'ё'.repeat(60)}/${n}`);
      expect(Object.keys(await load(...subjects))).to.have.members(subjects);
      expect(page.host.reads.map(({ length }) => length).filter((length) => length > 5000)).to.deep.equal([]);
    });

    it('aborts what nobody waits for any more', async () => {
      const signals: (AbortSignal | null | undefined)[] = [];
      answerReads((_, init) => void signals.push(init.signal));
      const life = new AbortController();
      void page.store.load(['a'], { signal: life.signal });
      await page.clock.pass(10);
      life.abort();
      expect(signals.map((one) => one!.aborted)).to.deep.equal([true, true]);
    });
  });

  it('sends what the contract says, so that it outlives the tab', async () => {
    await page.open({
      headers: () => ({ Authorization: 'Bearer 1', 'Idempotency-Key': 'mine', 'Content-Type': 'text/plain' }),
      credentials: 'same-origin',
    });
    await page.vote(4);
    await page.clock.pass(100);
    page.rating.clear();
    await page.clock.pass(100);
    const [cast, retraction] = page.host.writes;
    expect([cast!.method, cast!.init.body, retraction!.method]).to.deep.equal(['PUT', '{"value":4}', 'DELETE']);
    for (const { init, key } of page.host.writes) {
      expect(init).to.include({ keepalive: true, credentials: 'same-origin' });
      expect(init.headers).to.include({ authorization: 'Bearer 1', 'idempotency-key': key });
      expect(key).not.to.equal('mine');
    }
    expect(cast!.init.headers).to.have.property('content-type', 'application/json');
    expect(retraction!.init).not.to.have.property('body');
  });

  it('waits with a vote when there is no token to send with it, and tells the console why', async () => {
    const warnings = hearWarnings();
    const mistake = new Error('no token');
    let isSignedIn = false;
    const headers = (): Record<string, string> => {
      if (!isSignedIn) throw mistake;
      return {};
    };
    await page.open({ headers });
    await page.vote(4);
    await page.clock.pass(9000);
    expect([page.host.writes.length, page.shown]).to.deep.equal([0, QUEUED]);
    expect(new Set(warnings)).to.deep.equal(new Set([mistake]));
    isSignedIn = true;
    await page.goOnline(true);
    await page.clock.pass(100);
    page.expectAgreement();
  });

  it('is one store per endpoint, however that is written', () => {
    const { endpoint } = page.host;
    const store = httpVotes(endpoint);
    for (const same of [`${endpoint}/`, `${endpoint}?x=1#y`, ` ${endpoint} `, new URL(endpoint)])
      expect(httpVotes(same)).to.equal(store);
    expect(httpVotes(`${endpoint}/other`)).not.to.equal(store);
    expect(httpVotes('/votes')).to.equal(httpVotes(`${location.origin}/votes`));
  });

  for (const rubbish of [
    '',
    ' ',
    'javascript:alert(1)',
    'data:,x',
    'ftp://host.test',
    'https://',
    'https://me:pw@host.test',
  ])
    it(`throws a TypeError for the address “${rubbish}”`, () => {
      expect(() => httpVotes(rubbish)).to.throw(TypeError);
    });
});
