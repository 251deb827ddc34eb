// The first paint of a page with a card: by script tag and `src`, with inline JSON, and with the server's HTML; on a slow line (slow 4G)
// and a slow processor (four times slowed).
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createServer } from 'node:http';
import { launch, Tab } from './lib/browser.mjs';
import { BENCH } from './lib/build.mjs';

const PROJECT = dirname(BENCH);
const FILM = JSON.parse(readFileSync(join(PROJECT, 'test/fixtures/her.json'), 'utf8'));
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** What docs/server.md has a page with a server's HTML say of it. */
const STYLE = '<style>film-card { display: flow-root; line-height: 1.5 }</style>';

const page = (
  body,
  head = '',
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A film</title><link rel="icon" href="data:,">${head}
<script type="module" src="/film-widgets.js"></script></head><body><h1 hidden>A film</h1>${body}</body></html>`;

/** By name; without a server's HTML where this version has no `film-widgets/server`. */
async function pages(film) {
  const inline = `<script type="application/json">${JSON.stringify(film).replaceAll('<', '\\u003c')}</script>`;
  const found = {
    'script tag and src': page('<film-card src="/film.json"></film-card>'),
    'script tag and inline JSON': page(`<film-card>${inline}</film-card>`),
  };
  const server = await import(join(PROJECT, 'dist/server/index.js')).catch(() => undefined);
  if (server) {
    const html = server.renderFilmCard(film);
    found["the server's HTML, then the script"] = page(`<film-card src="/film.json">${html}</film-card>`, STYLE);
  }
  return found;
}

/** Runs in the page: when the card's title was first painted, and how much moved. */
function paints() {
  return new Promise((resolve) => {
    const seen = { first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime, largest: 0, shift: 0 };
    const watch = (type, note) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
    watch('layout-shift', ({ value }) => (seen.shift += value));
    setTimeout(() => resolve(seen), 100);
  });
}

/** @returns {Promise<Record<string, { first: number, largest: number, shift: number }[]>>} by page, one for each round; milliseconds */
export async function firstPaint(rounds) {
  let sent = {};
  const server = createServer(({ url }, response) => {
    const [type, body] = sent[url] ?? [];
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'no-store' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  // a poster that is there: a broken one falls together, and the text below it moves, whatever shows it
  const film = { ...FILM, poster: { src: `${origin}/poster.svg`, alt: '', width: 400, height: 600 } };
  const html = await pages(film);
  const names = Object.keys(html);
  const files = {
    '/film-widgets.js': ['text/javascript', readFileSync(join(PROJECT, 'dist/cdn/film-widgets.js'))],
    '/film.json': ['application/json', JSON.stringify(film)],
    '/poster.svg': ['image/svg+xml', readFileSync(join(PROJECT, 'demo/posters/her.svg'))],
    ...Object.fromEntries(names.map((name, i) => [`/${i}`, ['text/html; charset=utf-8', html[name]]])),
  };
  sent = Object.fromEntries(
    Object.entries(files).map(([path, [type, body]]) => [path, [type, brotliCompressSync(body)]]),
  );
  const seen = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const { browser, close } = await launch({ frames: true });
    for (const [i, name] of names.entries()) {
      const tab = await Tab.open(browser);
      await tab.client.send('Network.enable');
      await tab.client.send('Network.emulateNetworkConditions', SLOW_LINE);
      await tab.client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await tab.page.goto(`${origin}/${i}`, { waitUntil: 'load' });
      await tab.page.waitForFunction(() => document.querySelector('film-card').state === 'ready');
      await tab.settle();
      seen[name].push(await tab.page.evaluate(paints));
      await tab.close();
    }
    await close();
  }
  server.close();
  return seen;
}
