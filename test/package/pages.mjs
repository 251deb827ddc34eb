// Pages of snippets in a real browser, with the one-file builds at hand. Import it once per test file.
import { after, before } from 'node:test';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

/** Of the page's own, as the policies in the guides ask; a browser fetches it whenever it has time. */
const ICON = '/icon';

let server;
let browser;
/** What the server has, by path: a text, or a function of the request that gives status and object. */
let files;
/** What it says besides of every answer. */
let extraHeaders;

before(async () => {
  server = await serve('dist/cdn', async (request, response, { pathname }) => {
    const file = files[pathname];
    if (file === undefined) return false;
    const type = pathname.endsWith('.js')
      ? 'text/javascript'
      : pathname.endsWith('/')
        ? 'text/html'
        : 'application/json';
    const [status, body] = typeof file === 'string' ? [200, file] : await file(request);
    response.writeHead(status, { 'content-type': type, ...extraHeaders });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page with this markup, in a browser profile of its own. */
export async function open(t, body, { served = {}, lang = 'en', prepare, headers } = {}) {
  extraHeaders = headers;
  files = {
    '/': `<!doctype html><html lang="${lang}"><title>x</title><link rel="icon" href="${ICON}"><body>${body}`,
    [ICON]: '',
    ...served,
  };
  const profile = await browser.createBrowserContext();
  t.after(() => profile.close());
  const page = await profile.newPage();
  const seen = { page, errors: [], said: [], requests: [] };
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && seen.errors.push(message.text()));
  page.on('console', (message) => seen.said.push(message.text()));
  page.on('request', (request) => {
    const url = request.url().replace(server.url, '');
    if (url !== ICON) seen.requests.push(url);
  });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument(() => {
    globalThis.votes = [];
    document.addEventListener('vote', ({ detail }) => globalThis.votes.push(detail.value));
  });
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(server.url);
  return seen;
}

/** What came of the first card: its state, once that is one that stays. */
export const cardState = (page) =>
  page.evaluate(async () => {
    const card = document.querySelector('film-card');
    if (card?.state === 'loading')
      await new Promise((resolve) => {
        for (const type of ['film-load', 'film-error']) card.addEventListener(type, resolve, { once: true });
      });
    await card?.updateComplete;
    return card?.state;
  });

export const bundle = async (contents) => {
  const stdin = { contents, loader: 'ts', resolveDir: '.' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false, logLevel: 'silent' });
  return outputFiles[0].text;
};

export const openBundle = async (t, code, served = {}, options = {}) => {
  const bundled = await bundle(code);
  return open(t, '<script type="module" src="/main.js"></script>', {
    ...options,
    served: { '/main.js': bundled, ...served },
  });
};
