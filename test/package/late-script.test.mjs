// The rules of docs/theming.md that keep room for the widgets: on a page that is painted before the script is there, nothing moves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { fences, read } from './markdown.mjs';

// with as many facts as one line holds on a phone, and nobody to name below them
const HER = JSON.parse(readFileSync('test/fixtures/her.json', 'utf8'));
const FILM = JSON.stringify({ ...HER, genres: [], attribution: undefined });
const [ROOM, NO_HISTOGRAM] = fences(read('docs/theming.md'))
  .filter(({ note }) => note?.endsWith('late-script.test.mjs'))
  .map(({ code }) => code);
const DISTRIBUTION = [60, 90, 220, 340, 249];
const VOTES = JSON.stringify({ ratings: { her: { average: 3.7, count: 959, distribution: DISTRIBUTION } } });

const FALLBACK = 'Her (2013), directed by Spike Jonze';
const PAGES = {
  'a card that stands in for a line of text': `<film-card src="/film.json">${FALLBACK}</film-card>`,
  'a card with nothing in it': '<film-card src="/film.json"></film-card>',
  'a card with its film in it': `<film-card><script type="application/json">${FILM}</script></film-card>`,
  'a compact card': `<film-card layout="compact" src="/film.json">${FALLBACK}</film-card>`,
  'ratings of the crowd’s, a vote and a field':
    '<p><star-rating readonly average="3.7" count="959"></star-rating></p>' +
    '<p><star-rating subject="her" average="3.7" count="959"></star-rating></p>' +
    '<p><star-rating name="stars"></star-rating></p>',
};
const WINDOWS = {
  'a window': { width: 1280, height: 900 },
  'a phone': { width: 390, height: 844, isMobile: true, hasTouch: true },
};

let server;
let browser;
let html;
/** What the server waits for before it gives out the script, and then the film and the votes. */
let gates;

function gate() {
  let open;
  const isOpen = new Promise((resolve) => (open = resolve));
  return { isOpen, open };
}

before(async () => {
  server = await serve('dist/cdn', async (_request, response, { pathname }) => {
    if (pathname === '/film-widgets.js') await gates.script.isOpen;
    const text = { '/': html, '/film.json': FILM, '/api/ratings': VOTES }[pathname];
    if (text === undefined) return false;
    if (text !== html) await gates.film.isOpen;
    response.writeHead(200, { 'content-type': pathname === '/' ? 'text/html' : 'application/json' }).end(text);
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

const isReady = () => [...document.querySelectorAll('film-card')].every(({ state }) => state === 'ready');
/** Whether the host has answered: nobody else says how many voted. */
const hasVotes = () =>
  (document.querySelector('film-card')?.shadowRoot ?? document).querySelector('star-rating')?.count;

/** How much a page moves from its first paint until its widgets are there. */
async function shiftOf(t, widgets, viewport, css, isDone = isReady) {
  gates = { script: gate(), film: gate() };
  const text = `<p>${'Text that somebody has begun to read. '.repeat(6)}</p>`;
  html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>
    <link rel="icon" href="data:,"><style>${css}</style><script src="/film-widgets.js" defer></script>
    <h1>A post</h1>${text}${widgets}${text.repeat(4)}`;
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setViewport(viewport);
  await page.evaluateOnNewDocument(() => {
    globalThis.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.moved += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const isThere = page.goto(server.url);
  const painted = () =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
    );
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  await painted();
  gates.script.open();
  await isThere;
  await painted();
  gates.film.open();
  await page.waitForFunction(isDone);
  await painted();
  return page.evaluate(() => globalThis.moved);
}

for (const [what, widgets] of Object.entries(PAGES))
  for (const [where, viewport] of Object.entries(WINDOWS))
    describe(`${what}, in ${where}`, () => {
      it('moves nothing with the rules of the guide', async (t) => {
        assert.equal(await shiftOf(t, widgets, viewport, ROOM), 0);
      });

      it('moves the text without them (negative control)', async (t) => {
        assert.ok((await shiftOf(t, widgets, viewport, '')) > 0);
      });
    });

describe('a rating whose votes for each star come from a vote host', () => {
  const [viewport] = Object.values(WINDOWS);
  const store = '<vote-store endpoint="/api"></vote-store>';
  const alone = `<p><star-rating subject="her"></star-rating></p>${store}`;
  const inCard = (rating) =>
    `<film-card><script type="application/json">${JSON.stringify({ ...HER, id: 'her', rating })}</script></film-card>${store}`;

  it('moves nothing where the page hides them', async (t) => {
    assert.equal(await shiftOf(t, alone, viewport, ROOM + NO_HISTOGRAM, hasVotes), 0);
    assert.equal(await shiftOf(t, inCard(), viewport, ROOM + NO_HISTOGRAM, hasVotes), 0);
  });

  it('moves nothing where the film has them', async (t) => {
    assert.equal(await shiftOf(t, inCard({ distribution: DISTRIBUTION }), viewport, ROOM, hasVotes), 0);
  });

  it('moves the text else (negative control)', async (t) => {
    assert.ok((await shiftOf(t, alone, viewport, ROOM, hasVotes)) > 0);
    assert.ok((await shiftOf(t, inCard(), viewport, ROOM, hasVotes)) > 0);
  });
});
