// The demo blog as a reader meets it: every page, every answer of a host, every bad payload.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseFilm } from 'film-widgets/server';
import puppeteer from 'puppeteer-core';
import { serveDemo } from '../../demo/server.mjs';
import { openDemoVotes } from '../../demo/votes.mjs';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const PAGES = readdirSync('demo').filter((name) => name.endsWith('.html'));
/** What a page asks for to show that it does not come. */
const FAILS_ON_PURPOSE = { 'bad.html': ['/bad/500', '/bad/connection', '/films/nowhere.json'] };

const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'film-widgets-demo-'));
let server;
let votes;
let browser;

before(async () => {
  votes = await openDemoVotes({ DATA_FOLDER });
  server = await serveDemo({ api: votes });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
  await votes?.close();
  rmSync(DATA_FOLDER, { recursive: true, force: true });
});

/** Opens a page in a browser profile of its own. `wrong` collects what went wrong there: errors, and paths that failed. */
async function open(t, path, { width = 1000, prepare } = {}) {
  const profile = await browser.createBrowserContext();
  t?.after(() => profile.close());
  const page = await profile.newPage();
  const wrong = new Set();
  const failed = (request) => wrong.add(new URL(request.url()).pathname);
  page.on('pageerror', (error) => wrong.add(error.message));
  page.on('console', (message) => {
    const isFailedRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isFailedRequest) wrong.add(message.text());
  });
  page.on('requestfailed', (request) => {
    // a body that is no longer read, of which the card has had enough
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed(request);
  });
  page.on('response', (response) => response.status() >= 400 && failed(response.request()));
  await page.setViewport({ width, height: 800 });
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(`${server.url}/${path}`);
  return { page, wrong };
}

/** Waits until every card of a page shows what came of its data. */
async function settled(page) {
  if (page.url().endsWith('list.html')) await page.waitForSelector('li:nth-child(20) film-card');
  if (page.url().endsWith('films.html')) await page.waitForSelector('.decade:nth-of-type(8) li:nth-child(4) film-card');
  await page.$$eval('>>> film-card', async (cards) => {
    for (const card of cards) {
      card.scrollIntoView(); // data is fetched when a card comes near
      if (card.state === 'loading')
        await new Promise((resolve) => {
          for (const type of ['film-load', 'film-error']) card.addEventListener(type, resolve, { once: true });
        });
      await card.updateComplete;
    }
  });
}

/** The texts and attributes of a page, its shadow roots included, that no person wrote. */
const rubbishIn = (page) =>
  page.evaluate(() => {
    const read = (root) =>
      [root, ...root.querySelectorAll(':not(script, style)')].flatMap((element) => [
        ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
        ...[...(element.attributes ?? [])].map(({ value }) => value),
        ...(element.shadowRoot ? read(element.shadowRoot) : []),
      ]);
    return read(document.body).filter((text) => /NaN|\[object|undefined/.test(text));
  });

/** What a reader reads in the first rating of a page. */
const ratingText = (page) =>
  page.$eval('>>> star-rating', ({ shadowRoot }) => shadowRoot.textContent.replace(/\s+/g, ' ').trim());
/** Waits frame by frame: changes inside a shadow root wake nobody. */
const shown = (page, selector) => page.waitForSelector(selector, { visible: true });
/** Waits until a rating, the page's first unless told otherwise, says this. */
const ratingSays = async (page, words, selector = '>>> star-rating') =>
  page.waitForFunction(
    ({ shadowRoot }, words) => shadowRoot.textContent.includes(words),
    {},
    await shown(page, selector),
    words,
  );
const click = async (page, selector) => (await shown(page, selector)).click();
const star = (n) => `>>> star-rating >>> input[value="${n}"]`;

describe('every page of the demo', () => {
  for (const name of PAGES)
    it(`${name} opens at 320 px with no error, no sideways scroll and a link to the first page`, async (t) => {
      const { page, wrong } = await open(t, name, { width: 320 });
      await settled(page);
      assert.deepEqual([...wrong].sort(), FAILS_ON_PURPOSE[name] ?? []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.ok(await page.$('a[href="./"]'));
      assert.deepEqual(await rubbishIn(page), []);
    });

  it('would be seen to show what nobody wrote (negative control)', async (t) => {
    const { page } = await open(t, '');
    await settled(page);
    await page.$eval('>>> star-rating', (rating) => {
      const text = rating.shadowRoot.appendChild(document.createElement('p'));
      text.textContent = 'NaN stars';
      text.title = 'undefined';
      rating.shadowRoot.append('[object Object]');
    });
    assert.deepEqual((await rubbishIn(page)).sort(), ['NaN stars', '[object Object]', 'undefined']);
  });

  it('is linked from the first', async (t) => {
    const { page } = await open(t, '');
    const links = await page.$$eval('nav.pages a', (all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(['index.html', ...links].sort(), PAGES.sort());
  });
});

describe('the first page', () => {
  it('keeps a vote by mouse over a reload', async (t) => {
    const { page } = await open(t, '');
    await page.waitForFunction(() => document.querySelector('film-card').matches(':state(ready)'));
    await ratingSays(page, 'No ratings yet');
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    await page.reload();
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    assert.match(await ratingText(page), /No ratings yet/, 'the crowd has not voted');
  });

  it('shows its fallback where no script runs', async (t) => {
    const { page } = await open(t, 'icon.svg');
    await page.setJavaScriptEnabled(false);
    await page.goto(server.url);
    assert.ok(await (await page.$('film-card h2')).isVisible());
  });
});

describe('votes shared by everyone', () => {
  it('counts the vote of one browser profile in another', async (t) => {
    const { page: mine, wrong } = await open(t, 'shared.html');
    await ratingSays(mine, 'No ratings yet');
    await click(mine, star(4));
    await ratingSays(mine, 'Your rating: 4, saved');
    const { page: theirs } = await open(t, 'shared.html');
    await ratingSays(theirs, '4 out of 5, 1 vote');
    assert.doesNotMatch(await ratingText(theirs), /Your rating/);
    await click(theirs, star(2));
    await ratingSays(theirs, '3 out of 5, 2 votes');
    await mine.reload();
    await ratingSays(mine, '3 out of 5, 2 votes');
    await ratingSays(mine, 'Your rating: 4, saved');
    assert.deepEqual([...wrong], []);
  });
});

describe('a list of twenty', () => {
  it('shows twenty compact cards, also of films with a title only', async (t) => {
    const { page } = await open(t, 'list.html');
    await settled(page);
    const cards = await page.$$eval('film-card', (all) => all.map(({ state, layout }) => `${layout} ${state}`));
    assert.deepEqual(cards, Array(20).fill('compact ready'));
  });
});

describe('forty films', () => {
  it('shows every record of three services, one card at length for each decade and four small ones', async (t) => {
    const { page } = await open(t, 'films.html');
    await settled(page);
    const cards = await page.$$eval('film-card', (all) => all.map(({ state, layout }) => `${layout} ${state}`));
    const decade = ['full ready', ...Array(4).fill('compact ready')];
    assert.deepEqual(cards, Array(8).fill(decade).flat());
  });

  it('are a list of OMDb, TMDB and JSON-LD records that cost no warning', async () => {
    const records = JSON.parse(readFileSync('demo/films/forty.json', 'utf8').replaceAll('{origin}', server.url));
    const results = records.map((record) => parseFilm(record));
    assert.deepEqual(
      results.flatMap((result) => (result.ok ? result.warnings : result.issues).map(({ message }) => message)),
      [],
    );
    const sources = results.map(({ source }) => source);
    for (const source of ['omdb', 'tmdb', 'schema-org'])
      assert.ok(sources.filter((one) => one === source).length > 10, source);
    assert.equal(new Set(results.map(({ film }) => film.id)).size, 40);
    const titles = results.map(({ film }) => [film.title, film.originalTitle]);
    assert.deepEqual(
      titles.filter(([title]) => /[^\p{Script=Latin}\P{L}]/u.test(title)),
      [],
      'titles that readers of the page know',
    );
    assert.deepEqual(
      titles.filter(([title]) => title === 'Seven Samurai'),
      [['Seven Samurai', '七人の侍']],
    );
  });
});

describe('a host that answers', () => {
  /** The page's clock, ten times as fast: nobody waits ten seconds for a timeout. */
  const hurry = () => {
    const { setTimeout } = window;
    const { now } = Date;
    window.setTimeout = (callback, delay, ...args) => setTimeout(callback, delay / 10 + 1, ...args); // never early
    Date.now = () => now() * 10;
  };
  const vote = async (t, answer) => {
    const { page, wrong } = await open(t, 'host.html', { prepare: hurry });
    await click(page, `input[value="${answer}"]`);
    await listen(page);
    await click(page, star(4));
    return { page, wrong };
  };
  /** Writes down what the rating says from now on: some words are gone before anybody asks. */
  const listen = (page) =>
    page.$eval('star-rating', ({ shadowRoot }) => {
      globalThis.said = [];
      new MutationObserver(() => globalThis.said.push(shadowRoot.textContent)).observe(shadowRoot, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  const log = (page) =>
    page.$$eval('#log li', (all) =>
      all
        .map(({ firstChild, lastChild }) => ({ type: firstChild.textContent, ...JSON.parse(lastChild.data) }))
        .reverse(),
    );
  const retryButton = '>>> [part~="retry"]';

  for (const answer of ['success', 'slow'])
    it(`${answer}: the host's numbers are shown`, async (t) => {
      const { page, wrong } = await vote(t, answer);
      await ratingSays(page, 'Your rating: 4, saved');
      const said = await page.evaluate(() => globalThis.said);
      if (answer === 'slow') assert.ok(said.some((words) => words.includes('Saving…')));
      assert.match(await ratingText(page), /4\.2 out of 5, 132 votes/);
      const [voted, changed, ...more] = await log(page);
      assert.deepEqual([voted.type, voted.value, voted.source], ['vote', 4, 'pointer']);
      assert.deepEqual([changed, more], [{ type: 'change', value: 4 }, []]);
      assert.deepEqual([...wrong], []);
    });

  for (const [answer, code, words, canRetry] of [
    ['closed', 'closed', 'Voting is closed.', false],
    ['login-required', 'login-required', 'Please sign in to vote.', true],
    ['rate-limited', 'rate-limited', 'Too many votes just now.', true], // after its wait
    ['failure', 'unavailable', 'Your vote could not be saved.', true],
    ['silence', 'timeout', 'no answer came', true],
  ])
    it(`${answer}: the vote is taken back, and the reader told why`, async (t) => {
      const { page, wrong } = await vote(t, answer);
      await ratingSays(page, words);
      const text = await ratingText(page);
      assert.match(text, /4\.2 out of 5, 131 votes/);
      assert.doesNotMatch(text, /Your rating/);
      const [voted, failed, ...more] = await log(page);
      const { type, attempted, restored } = failed;
      assert.deepEqual([voted.type, more], ['vote', []]);
      assert.deepEqual([type, failed.code, attempted, restored], ['vote-error', code, 4, null]);
      if (canRetry) await shown(page, retryButton);
      else assert.equal(await page.$(retryButton), null);
      assert.deepEqual([...wrong], []);
    });

  it('gets the same act again when the reader tries again', async (t) => {
    const { page } = await vote(t, 'failure');
    await shown(page, retryButton);
    await click(page, 'input[value="success"]');
    await click(page, retryButton);
    await ratingSays(page, 'Your rating: 4, saved');
    const [first, , second] = await log(page);
    assert.equal(second.type, 'vote');
    assert.equal(second.idempotencyKey, first.idempotencyKey);
  });
});

describe('a form field', () => {
  const sent = (page) => page.$eval('#sent', (output) => output.textContent);

  it('refuses to be sent empty, and sends the rating', async (t) => {
    const { page } = await open(t, 'form.html');
    await click(page, '[type="submit"]');
    assert.match(await sent(page), /Nothing yet/);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'star-rating');
    await click(page, star(4));
    await click(page, '[type="submit"]');
    assert.equal(await sent(page), 'rating=4&headline=');
  });

  it('is empty after a reset, and not sent when its fieldset is disabled', async (t) => {
    const { page } = await open(t, 'form.html');
    await click(page, star(4));
    await click(page, '[type="reset"]');
    assert.equal(await page.$eval('star-rating', (rating) => rating.value), null);
    await click(page, '#off');
    await click(page, '[type="submit"]');
    assert.equal(await sent(page), '(no field)');
  });
});

describe('bad data', () => {
  let page;
  before(async () => {
    ({ page } = await open(undefined, 'bad.html')); // closed with the browser
    await settled(page);
  });

  for (const [id, state, event, words] of [
    ['not-json', 'invalid', 'film-error · syntax', /not readable/],
    ['wrong-type', 'invalid', 'film-error · schema', /an object/],
    ['no-title', 'invalid', 'film-error · schema', /title/],
    ['too-large', 'failed', 'film-error · too-large', /too large/],
    ['status-404', 'failed', 'film-error · http · 404', /404/],
    ['status-500', 'failed', 'film-error · http · 500', /500/],
    ['html', 'failed', 'film-error · syntax', /not readable/],
    ['connection', 'failed', 'film-error · network', /connection/],
    ['wrong-field', 'ready', 'film-load', /A film with odd fields/],
    ['unknown-key', 'ready', 'film-load', /A film with a budget/],
    ['urls', 'ready', 'film-load', /A film whose addresses are scripts/],
    ['markup', 'ready', 'film-load', /<h1 onclick="hacked=1">Title<\/h1>/],
  ])
    it(`${id}: ${state}, said in words and in an event`, async () => {
      const card = await page.$eval(`#${id} film-card`, ({ state, shadowRoot }) => ({
        state,
        text: shadowRoot.textContent,
        hasRetry: shadowRoot.querySelector('[part~="retry"]') !== null,
      }));
      assert.equal(card.state, state);
      assert.match(card.text, words);
      assert.equal(card.hasRetry, state === 'failed');
      assert.equal(await page.$eval(`#${id} .event li`, (line) => line.textContent), event);
    });

  it('names each field that was left out', async () => {
    const lines = (id) => page.$$eval(`#${id} .event li`, (all) => all.slice(1).map((line) => line.textContent));
    assert.equal((await lines('wrong-field')).length, 9);
    assert.match((await lines('unknown-key')).join(), /^budget/);
    assert.equal((await lines('urls')).length, 12);
    assert.deepEqual(await lines('markup'), []);
  });

  it('runs no text as code and links to no script', async () => {
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    const addresses = await page.$$eval('#urls film-card >>> :is([href], [src], [srcset])', (all) => all.length);
    assert.equal(addresses, 0);
  });

  it('attributes: rubbish is taken for the default', async () => {
    const line = await page.$eval('#attributes .event', (note) => note.textContent);
    assert.equal(line, 'no event · {"average":null,"max":5,"step":1,"value":5}');
  });
});

describe('a strict policy', () => {
  const reported = (page) => page.$eval('#count', (output) => output.value);

  it('is not violated, votes included', async (t) => {
    const { page, wrong } = await open(t, 'csp.html');
    await settled(page);
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4');
    assert.equal(await reported(page), '0 violations');
    assert.deepEqual([...wrong], []);
  });

  it('is a policy that the page notices (negative control)', async (t) => {
    const { page } = await open(t, 'csp.html');
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }));
    });
    await page.waitForFunction(() => document.querySelector('#count').value === '1 violation');
  });
});

describe('sites as they are', () => {
  /** How the card in the hostile box looks, and a button of the page's own beside it. */
  async function looks(t, { withRules }) {
    const { page } = await open(t, 'sites.html');
    await settled(page);
    return page.$eval(
      '#hostile',
      (box, withRules) => {
        document.querySelector('link[href="hostile.css"]').disabled = !withRules;
        const card = box.querySelector('film-card');
        const part = (host, name) => host.shadowRoot.querySelector(`[part~="${name}"]`);
        const [poster, rating, review] = ['poster', 'rating', 'review'].map((name) => part(card, name));
        const look = (element) => {
          const { width, height } = element.getBoundingClientRect();
          const { display, color, backgroundColor, borderTopWidth, textShadow } = getComputedStyle(element);
          return { width, height, display, color, backgroundColor, borderTopWidth, textShadow };
        };
        return {
          own: look(box.querySelector('section > button')),
          title: look(part(card, 'title')),
          picture: look(poster.querySelector('img')),
          stars: look(part(rating, 'stars')),
          star: look(part(rating, 'symbol')),
          text: look(part(review, 'text')),
          toggle: look(part(review, 'toggle')),
        };
      },
      withRules,
    );
  }

  it('a hostile style sheet changes the page’s own button, and nothing inside a card', async (t) => {
    const { own: plainButton, ...plain } = await looks(t, { withRules: false });
    const { own: button, ...inside } = await looks(t, { withRules: true });
    assert.notDeepEqual(button, plainButton, 'the rules reach the box');
    assert.deepEqual(inside, plain);
    assert.equal(inside.stars.width, 5 * inside.star.width);
  });

  it('a card in a shadow root of the page takes a vote, which is kept over a reload', async (t) => {
    const { page, wrong } = await open(t, 'sites.html');
    const rating = '#component >>> star-rating';
    await ratingSays(page, '4.2 out of 5, 873 votes', rating);
    await click(page, `${rating} >>> input[value="4"]`);
    await ratingSays(page, 'Your rating: 4, kept in this browser', rating);
    await page.reload();
    await ratingSays(page, 'Your rating: 4, kept in this browser', rating);
    assert.deepEqual([...wrong], []);
  });

  it('three themes show one film in three ways, and a vote in one is shown in all, and in a plain div', async (t) => {
    const { page } = await open(t, 'sites.html');
    await settled(page);
    const surfaces = await page.$$eval('#themes film-card >>>> [part="base"]', (all) =>
      all.map((base) => getComputedStyle(base).background),
    );
    assert.deepEqual([surfaces.length, new Set(surfaces).size], [3, 3]);
    await click(page, '.pastel >>> star-rating >>> input[value="2"]');
    for (const place of ['.newspaper', '.dark-cinema', '.pastel', '#plain'])
      await ratingSays(page, 'Your rating: 2, kept in this browser', `${place} >>> star-rating`);
  });

  it('a review alone opens in its place, and links to where it is from', async (t) => {
    const { page } = await open(t, 'sites.html');
    const isOpen = () =>
      page.$eval('#review', ({ shadowRoot }) =>
        shadowRoot.querySelector('[part="text"]').innerText.includes('good shoes'),
      );
    assert.equal(await isOpen(), false);
    await click(page, '#review >>> [part="toggle"]');
    await page.waitForFunction(() => document.querySelector('#review').expanded);
    assert.equal(await isOpen(), true);
    assert.equal(await page.$eval('#review >>> a', (link) => link.href), 'https://example.com/notebook/her');
  });
});

describe('a script that comes late', () => {
  it('shows what the author wrote until then, and afterwards the card instead', async (t) => {
    const { page, wrong } = await open(t, 'late.html');
    const fallback = await page.$('film-card > h2');
    assert.ok(await fallback.isVisible());
    assert.equal(await page.evaluate(() => customElements.get('film-card')), undefined);
    await click(page, '#load');
    await ratingSays(page, 'No ratings yet');
    assert.equal(await fallback.isVisible(), false);
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    assert.deepEqual([...wrong], []);
  });
});

describe('the server', () => {
  const get = (path, options) => fetch(server.url + path, options);

  it('says what it sends, and that it is not to be kept', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/blog.css', 'text/css; charset=utf-8'],
      ['/film-widgets.js', 'text/javascript; charset=utf-8'],
      ['/films/her.json', 'application/json; charset=utf-8'],
      ['/posters/her.svg', 'image/svg+xml'],
    ]) {
      const { status, headers } = await get(path, { method: 'HEAD' });
      assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, type, 'no-store']);
    }
  });

  it('writes its own address into the payloads', async () => {
    const { poster } = await (await get('/films/her.json')).json();
    assert.equal(poster.src, `${server.url}/posters/her.svg`);
  });
});

describe('paths that lead out of a folder', () => {
  const OUTWARD = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/films/..%2f..%2fpackage.json',
    '/themes/..%2f..%2fpackage.json',
    '//',
    '/%00',
    '/%',
  ];
  /** Asks for exactly this path: `fetch` would resolve its dots. */
  const statusOf = (url, path) =>
    new Promise((resolve, reject) => {
      get(url, { path }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
  const statuses = (url) => Promise.all(OUTWARD.map((path) => statusOf(url, path)));
  const nothing = OUTWARD.map(() => 404);

  it('are none to the demo', async () => {
    assert.deepEqual(await statuses(server.url), nothing);
  });

  it('are none to the server of the tests and stories', async (t) => {
    const { url, close } = await serve('demo');
    t.after(close);
    assert.deepEqual(await statuses(url), nothing);
  });

  it('would be followed by a careless one (negative control)', async (t) => {
    const careless = createServer(({ url }, response) => {
      response.writeHead(existsSync(join('demo', decodeURIComponent(url))) ? 200 : 404).end();
    });
    t.after(() => careless.close());
    await new Promise((resolve) => careless.listen(0, '127.0.0.1', resolve));
    for (const path of OUTWARD.slice(0, 4))
      assert.equal(await statusOf(`http://127.0.0.1:${careless.address().port}`, path), 200, path);
  });
});
