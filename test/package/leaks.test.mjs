// What stays behind when widgets go: counted by Chromium itself, after it has collected its garbage, on the built file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { counterOf, instancesOf } from './instances.mjs';

const FILM = readFileSync('test/fixtures/her.json', 'utf8');
/** Those of the film that have something to open. */
const LONG_REVIEWS = 1;
const ROUNDS = 30;
const CARDS = 20;

let server;
let browser;

before(async () => {
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    const page =
      pathname === '/' && '<!doctype html><html lang="en"><title>x</title><script src="/film-widgets.js"></script>';
    const body = page || (pathname === '/film.json' && FILM);
    if (body) response.writeHead(200, { 'content-type': page ? 'text/html' : 'application/json' }).end(body);
    return Boolean(body);
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page with the widgets in it, and what Chromium counts there. */
async function open(t) {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url().startsWith(server.url) ? request.continue() : request.respond({ status: 200, body: '' }),
  );
  await page.goto(server.url);
  const countAll = await counterOf(page);
  await page.evaluate((film) => {
    globalThis.film = film;
    const seen = { votes: 0, opened: 0 };
    addEventListener('vote', () => seen.votes++);
    addEventListener('excerpt-toggle', ({ detail }) => (seen.opened += detail.expanded));
    /** Shows cards, votes on each, opens all there is to open, and takes the cards away. */
    globalThis.round = async (count, keep = () => {}) => {
      document.body.innerHTML = '<film-card></film-card>'.repeat(count);
      const cards = [...document.querySelectorAll('film-card')];
      for (const card of cards) {
        const loaded = new Promise((resolve) => card.addEventListener('film-load', resolve, { once: true }));
        card.film = globalThis.film;
        await loaded;
        const rating = card.shadowRoot.querySelector('star-rating');
        await rating.updateComplete;
        rating.shadowRoot.querySelector('input[value="4"]').click();
        for (const review of card.shadowRoot.querySelectorAll('review-excerpt')) {
          await review.updateComplete;
          review.shadowRoot.querySelector('[part=toggle]')?.click();
        }
        await rating.updateComplete;
        keep(card);
      }
      document.body.replaceChildren();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return seen;
    };
  }, JSON.parse(FILM));
  return {
    page,
    async count() {
      const counts = await countAll();
      for (const tag of ['film-card', 'star-rating', 'review-excerpt']) counts[tag] = await instancesOf(page, tag);
      return counts;
    },
  };
}

const NONE = { 'film-card': 0, 'star-rating': 0, 'review-excerpt': 0 };

describe('cards that came, were voted on, opened and went', () => {
  it(`leave nothing behind: ${ROUNDS} × ${CARDS} of them`, async (t) => {
    const { page, count } = await open(t);
    for (let i = 0; i < 2; i++) await page.evaluate((cards) => globalThis.round(cards), CARDS); // caches are filled once
    const before = await count();
    let seen;
    for (let i = 0; i < ROUNDS; i++) seen = await page.evaluate((cards) => globalThis.round(cards), CARDS);
    const left = await count();
    const cards = (2 + ROUNDS) * CARDS;
    assert.deepEqual(seen, { votes: cards, opened: cards * LONG_REVIEWS });
    assert.deepEqual(left, { ...before, ...NONE });
  });

  it('are missed when the page keeps them (negative control)', async (t) => {
    const { page, count } = await open(t);
    await page.evaluate((cards) => globalThis.round(cards), CARDS);
    const before = await count();
    await page.evaluate((cards) => {
      globalThis.kept = [];
      return globalThis.round(cards, (card) => globalThis.kept.push(card));
    }, CARDS);
    const left = await count();
    assert.equal(left['film-card'], CARDS);
    assert.ok(left.nodes > before.nodes + 50 * CARDS, `${left.nodes - before.nodes} nodes`);
  });

  it('are missed when a listener of theirs stays on the window (negative control)', async (t) => {
    const { page, count } = await open(t);
    await page.evaluate((cards) => globalThis.round(cards), CARDS);
    const before = await count();
    await page.evaluate((cards) => globalThis.round(cards, () => addEventListener('resize', () => {})), CARDS);
    assert.equal((await count()).listeners, before.listeners + CARDS);
  });
});

describe('a rating whose vote may be tried again in an hour', () => {
  for (const [what, keeps] of [
    ['is not kept by its timer when it leaves', false],
    ['is missed when the page keeps it (negative control)', true],
  ])
    it(what, async (t) => {
      const { page, count } = await open(t);
      await page.evaluate(async (keeps) => {
        document.body.innerHTML = '<star-rating subject="film"></star-rating>';
        const rating = document.querySelector('star-rating');
        await rating.updateComplete;
        rating.addEventListener('vote', (event) =>
          event.respondWith(Promise.reject({ code: 'rate-limited', retryAfter: 3600 })),
        );
        const failed = new Promise((resolve) => rating.addEventListener('vote-error', resolve, { once: true }));
        rating.shadowRoot.querySelector('input[value="4"]').click();
        await failed;
        await rating.updateComplete;
        if (keeps) globalThis.kept = rating;
        document.body.replaceChildren();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }, keeps);
      assert.equal((await count())['star-rating'], Number(keeps));
    });
});

describe('listeners and observers', () => {
  const RATINGS = 100;
  const kinds = {
    'a read-only rating': ['<star-rating readonly average="3.7" count="959"></star-rating>', 0],
    'an interactive rating': ['<star-rating average="3.7" count="959"></star-rating>', 8],
    'an interactive rating of ten stars in halves': ['<star-rating max="10" step="0.5"></star-rating>', 8],
    'a form field': ['<star-rating name="rating"></star-rating>', 8],
  };
  for (const [what, [html, most]] of Object.entries(kinds))
    it(`${what} has ${most ? `at most ${most} listeners` : 'no listener'}`, async (t) => {
      const { page, count } = await open(t);
      const show = (html, times) =>
        page.evaluate(async (html) => {
          document.body.innerHTML = html;
          for (const rating of document.querySelectorAll('star-rating')) await rating.updateComplete;
        }, html.repeat(times));
      await show(html, 1);
      await show('', 0);
      const before = await count();
      await show(html, RATINGS);
      const { listeners } = await count();
      const each = (listeners - before.listeners) / RATINGS;
      assert.ok(each <= most, `${each} each`);
      if (most) assert.ok(each > 0, 'they are counted');
    });

  it('a page has one observer of a kind, however many cards there are', async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.evaluateOnNewDocument(() => {
      globalThis.made = {};
      for (const name of ['IntersectionObserver', 'MutationObserver', 'ResizeObserver']) {
        made[name] = [];
        globalThis[name] = class extends globalThis[name] {
          constructor(...args) {
            super(...args);
            made[name].push(new Error().stack);
          }
        };
      }
    });
    await page.goto(server.url);
    const made = (count) =>
      page.evaluate(async (count) => {
        document.body.innerHTML =
          '<film-card src="/film.json"></film-card><star-rating></star-rating><review-excerpt>A text.</review-excerpt>'.repeat(
            count,
          );
        const card = document.querySelector('film-card');
        await new Promise((resolve) => card.addEventListener('film-load', resolve, { once: true }));
        return Object.fromEntries(Object.entries(globalThis.made).map(([name, all]) => [name, all.length]));
      }, count);
    const one = await made(1);
    assert.deepEqual(await made(50), one);
    // languages, light DOM, and plain elements that become widgets
    assert.deepEqual(one, { IntersectionObserver: 1, MutationObserver: 3, ResizeObserver: 0 });
  });
});

describe('going back to a page of cards', () => {
  /** Leaves a page and comes back to it: whether it is the same page still, and what the browser says is in the way. */
  async function comeBack(t, spoil) {
    const profile = await browser.createBrowserContext(); // which has no vote of the test before
    t.after(() => profile.close());
    const page = await profile.newPage();
    await page.goto(server.url);
    await page.evaluate(async (spoil) => {
      document.body.innerHTML = '<film-card src="/film.json"></film-card><vote-store></vote-store>';
      const card = document.querySelector('film-card');
      await new Promise((resolve) => card.addEventListener('film-load', resolve, { once: true }));
      const rating = card.shadowRoot.querySelector('star-rating');
      await rating.updateComplete;
      const voted = new Promise((resolve) => rating.addEventListener('change', resolve, { once: true }));
      rating.shadowRoot.querySelector('input[value="4"]').click();
      await voted;
      if (spoil) addEventListener('unload', () => {});
      addEventListener('pageshow', ({ persisted }) => (globalThis.persisted = persisted));
    }, spoil);
    await page.goto(`${server.url}/LICENSES.txt`);
    await page.goBack();
    return page.evaluate(() => [
      globalThis.persisted ?? false,
      document.querySelector('film-card')?.shadowRoot?.querySelector('star-rating').value ?? null,
    ]);
  }

  it('finds it as it was left: nothing keeps it out of the back/forward cache', async (t) => {
    assert.deepEqual(await comeBack(t, false), [true, 4]);
  });

  it('finds it new when something does (negative control)', async (t) => {
    assert.deepEqual(await comeBack(t, true), [false, null]);
  });
});
