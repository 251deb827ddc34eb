// Hostile texts and addresses in every field of a film, rendered by the built package and read by a real browser.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { renderFilmCard } from 'film-widgets/server';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { hostileTexts, hostileUrls, leftOut } from '../helpers/hostile.mjs';

if (leftOut) console.log(leftOut);

const [OUR_TEXTS] = hostileTexts();
const TEXTS = hostileTexts().flat();
const URLS = hostileUrls().flat();
const ADDRESSES = URLS.map(({ input }) => input);

/** A text as HTML can carry it. */
const carried = (text) => text.replace(/[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff\p{Cs}]/gu, '\ufffd');
const RELS = ['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'];

/** A film with a text in every field that is shown as it is written. */
const filmOf = (text, address) => ({
  id: text,
  title: text,
  originalTitle: `${text}.`,
  tagline: text,
  certification: text,
  genres: [text],
  directors: [{ name: text, role: text }],
  writers: [{ name: text }],
  cast: [{ name: text, role: text }],
  poster: { src: address, alt: text },
  links: RELS.map((rel) => ({ rel, href: address, label: text })),
  sourceRatings: [{ source: text, value: 7.9, best: 10 }],
  rating: { best: 5, step: 1, average: 4, count: 2, locked: text },
  specs: [{ label: text, value: text }],
  trivia: [{ text }, { text, spoiler: true }],
  reviews: [{ author: text, title: text, body: 'Good.', source: text, href: address }],
  post: { author: text },
  attribution: [{ text }],
});
/** The same for an address. */
const linksOf = (address) => ({
  id: 'her',
  title: 'Her',
  directors: [{ name: 'Spike Jonze', url: address }],
  poster: { src: address, srcset: `${address} 2x`, alt: '' },
  links: RELS.map((rel) => ({ rel, href: address })),
  sourceRatings: [{ source: 'IMDb', value: 7.9, best: 10, url: address }],
  reviews: [{ body: 'Good.', href: address }],
  post: { date: '2013-12-16', url: address, commentCount: 0, commentsUrl: address },
  attribution: [{ text: 'Data', url: address }],
});

let server;
let browser;
let html;

before(async () => {
  server = await serve('test/server', (_request, response, { pathname }) => {
    response.writeHead(pathname === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pathname === '/' ? html : '');
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** What a browser makes of pieces of HTML: each with its text, its elements and their attributes, and what ran. */
async function read(pieces) {
  // what they are made of counts, and what runs: most of the time would go into laying out what nobody looks at
  html = `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,">
    <style>main { content-visibility: auto }</style><body>${pieces.map((piece) => `<main>${piece}</main>`).join('\n')}`;
  const page = await browser.newPage();
  const requests = new Set();
  page.on('request', (request) => requests.add(request.url()));
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.evaluateOnNewDocument(() => {
    globalThis.runs = 0;
    for (const name of ['ran', 'alert', 'confirm', 'prompt', 'print', 'open'])
      globalThis[name] = () => globalThis.runs++;
  });
  await page.goto(server.url, { waitUntil: 'load' });
  const seen = await page.evaluate(() => ({
    runs: globalThis.runs,
    pieces: [...document.querySelectorAll('body > main')].map((main) => ({
      text: main.textContent,
      alt: main.querySelector('img')?.alt,
      skeleton: [...main.querySelectorAll('*')]
        .map(({ localName, attributes }) => [localName, ...[...attributes].map(({ name }) => name)].join(' '))
        .join('\n'),
      addresses: [...main.querySelectorAll('[href], [src]')].map((element) => {
        const { protocol, username, password } = new URL(element.href ?? element.src);
        return `${element.localName} ${protocol} ${username}${password} ${element.rel ?? ''}`.trim();
      }),
    })),
  }));
  await page.close();
  assert.equal(seen.pieces.length, pieces.length);
  const ours = [`${server.url}/`, `${server.url}/poster.png`, 'data:,'];
  return { ...seen, requests: [...requests].filter((url) => !ours.includes(url)) };
}

const inBatches = (list, size = 1000) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

describe('texts in rendered HTML', () => {
  const MARK = '\u{f0000}';
  const FROM_RIGHT = `א${MARK}`; // names have isolates around them there

  it(`are shown as they are written, and nothing runs (${TEXTS.length})`, async () => {
    const render = (text) => renderFilmCard(filmOf(text, `${server.url}/poster.png`));
    for (const batch of inBatches(TEXTS.filter(Boolean))) {
      const { runs, requests, pieces } = await read([MARK, FROM_RIGHT, ...batch].map(render));
      const [plain, fromRight, ...all] = pieces;
      for (const [i, piece] of all.entries()) {
        const text = carried(batch[i]);
        const expected = [plain.text.replaceAll(MARK, () => text), fromRight.text.replaceAll(FROM_RIGHT, () => text)];
        assert.equal(piece.text, expected.find((one) => one === piece.text) ?? expected[0], JSON.stringify(batch[i]));
        assert.equal(piece.alt, text);
        assert.equal(piece.skeleton, plain.skeleton, JSON.stringify(batch[i]));
      }
      assert.deepEqual([runs, requests], [0, []]);
    }
  });

  it(`are whole as synopsis and review, in paragraphs (${TEXTS.length})`, async () => {
    const sections = 'synopsis reviews';
    const render = (text) =>
      renderFilmCard({ id: 'x', title: 'x', synopsis: text, reviews: [{ body: text }] }, { sections });
    const bare = (text) => carried(text).replace(/[\s\ufffd]+/g, ''); // space ends where a paragraph does
    for (const batch of inBatches(TEXTS)) {
      const { runs, requests, pieces } = await read(batch.map(render));
      for (const [i, { text, skeleton }] of pieces.entries()) {
        const shown = bare(batch[i]);
        assert.equal(bare(text), shown ? `${shown}Review${shown}` : 'Review', JSON.stringify(batch[i]));
        assert.match(skeleton, /^article lang aria-label\n(p dir\n)*h3\nblockquote(\np dir)*$/);
      }
      assert.deepEqual([runs, requests], [0, []]);
    }
  });

  it('arrive inside a <script> as the data that they are', async () => {
    for (const batch of inBatches(TEXTS)) {
      const film = (text) => ({ id: 'x', title: text });
      const { runs, pieces } = await read(batch.map((text) => renderFilmCard(film(text), { inline: true })));
      for (const [i, { text }] of pieces.entries())
        assert.deepEqual(JSON.parse(text.slice(0, text.indexOf('\n', 2))), film(batch[i]));
      assert.equal(runs, 0);
    }
  });

  it('would be noticed if they became markup or ran (negative control)', async () => {
    const { runs, requests, pieces } = await read(['x', ...OUR_TEXTS.slice(0, 4)].map((text) => `<p>${text}</p>`));
    assert.notEqual(runs, 0);
    assert.deepEqual(requests, [`${server.url}/ran`]);
    for (const { skeleton } of pieces.slice(1)) assert.notEqual(skeleton, pieces[0].skeleton);
  });
});

describe('addresses in rendered HTML', () => {
  /** Where an address leads by the platform's own reading; undefined where a card may not follow it. */
  const safe = (address) => {
    try {
      const { href, protocol, username, password } = new URL(address);
      return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
    } catch {
      return undefined;
    }
  };

  it(`lead only where http and https lead (${ADDRESSES.length})`, async () => {
    // without a `src` there is no picture to fetch
    const render = (address) => renderFilmCard(linksOf(address)).replaceAll(/<img src="[^"]*"[^>]*>/g, '');
    for (const batch of inBatches(ADDRESSES)) {
      const { runs, requests, pieces } = await read(batch.map(render));
      for (const [i, { addresses }] of pieces.entries()) {
        const href = safe(batch[i]);
        const links = href ? Array(12).fill(`a ${new URL(href).protocol}  noopener`) : [];
        assert.deepEqual(addresses, links, JSON.stringify(batch[i]));
      }
      assert.deepEqual([runs, requests], [0, []]);
    }
  });

  it('of posters are the same', () => {
    const decoded = { '&amp;': '&', '&#39;': "'", '&quot;': '"' };
    for (const address of ADDRESSES) {
      const [, src] = /<img src="([^"]*)"/.exec(renderFilmCard(linksOf(address))) ?? [];
      assert.equal(
        src?.replace(/&[#\w]+;/g, (entity) => decoded[entity]),
        safe(address),
        JSON.stringify(address),
      );
    }
  });

  it('that must not navigate do not', () => {
    const refused = URLS.filter(({ refused }) => refused);
    assert.ok(refused.length >= 35);
    for (const { input } of refused)
      assert.doesNotMatch(renderFilmCard(linksOf(input)), / (href|src|srcset)=/, JSON.stringify(input));
  });

  it('would be noticed (negative control)', async () => {
    const { pieces } = await read(['<a href="javascript:ran()">x</a>', '<a href="https://user@example.com/">x</a>']);
    assert.deepEqual(
      pieces.map(({ addresses }) => addresses),
      [['a javascript:'], ['a https: user']],
    );
  });
});
