// The demo blog in a real browser, and what a reader reads and does there. Import it once per test file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serveDemo } from '../../demo/server.mjs';
import { openDemoVotes } from '../../demo/votes.mjs';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { copyEmptyDatabase } from '../helpers/empty-database.mjs';

const DATA_FOLDER = mkdtempSync(join(tmpdir(), 'film-widgets-demo-'));
let server;
let browser;
/** The vote host, once a page asks it. */
let votes;
const api = {
  path: '/api/',
  async listener(...asked) {
    // set up beforehand: on a busy machine that takes longer than a page waits for an answer
    votes ??= copyEmptyDatabase(join(DATA_FOLDER, 'postgres')).then(() => openDemoVotes({ DATA_FOLDER }));
    await (await votes).listener(...asked);
  },
};

before(async () => {
  server = await serveDemo({ api });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
  await (await votes)?.close();
  rmSync(DATA_FOLDER, { recursive: true, force: true });
});

/**
 * Opens a page in a browser profile of its own. `wrong` collects what went wrong there: errors, and paths that failed.
 * @param options.failsOnce a path that the server fails at the first time
 */
export async function open(t, path, { width = 1000, prepare, failsOnce } = {}) {
  const profile = await browser.createBrowserContext();
  t?.after(() => profile.close());
  const page = await profile.newPage();
  const wrong = new Set();
  const pathOf = (request) => new URL(request.url()).pathname;
  const failed = (request) => wrong.add(pathOf(request));
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
  if (failsOnce) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (pathOf(request) !== failsOnce) return request.continue();
      failsOnce = undefined;
      return request.respond({ status: 500, contentType: 'application/json', body: '[]' });
    });
  }
  await page.setViewport({ width, height: 800 });
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(`${server.url}/${path}`);
  return { page, wrong };
}

/** How many cards a script makes there. */
const MADE_BY_SCRIPT = { 'list.html': 20, 'films.html': 40 };

/** Waits until every card of a page shows what came of its data. */
export async function settled(page) {
  const made = MADE_BY_SCRIPT[page.url().split('/').at(-1)] ?? 0;
  await page.waitForFunction((made) => document.querySelectorAll('film-card').length >= made, {}, made);
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

/** What a reader reads in the first rating of a page. */
export const ratingText = (page) =>
  page.$eval('>>> star-rating', ({ shadowRoot }) => shadowRoot.textContent.replace(/\s+/g, ' ').trim());
/** Waits frame by frame: changes inside a shadow root wake nobody. */
export const shown = (page, selector) => page.waitForSelector(selector, { visible: true });
/** Waits until a rating, the page's first unless told otherwise, says this. */
export const ratingSays = async (page, words, selector = '>>> star-rating') =>
  page.waitForFunction(
    ({ shadowRoot }, words) => shadowRoot.textContent.includes(words),
    {},
    await shown(page, selector),
    words,
  );
export const click = async (page, selector) => (await shown(page, selector)).click();
export const star = (n) => `>>> star-rating >>> input[value="${n}"]`;
export const button = (name) => `::-p-aria(${name}[role="button"])`;
