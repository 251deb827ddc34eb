// A page of a thousand cards: scrolled, printed and emptied in Chromium, which tells of long tasks and counts what stays; on the built file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { collectGarbage, instancesOf } from './instances.mjs';

const FILM = JSON.parse(readFileSync('test/fixtures/her.json', 'utf8'));
const CARDS = 1000;
/** Milliseconds; on two cores. */
const LONGEST_TASK = 200;

let server;
let browser;

before(async () => {
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    if (pathname !== '/') return false;
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>x</title><script src="/film-widgets.js"></script>',
      );
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page of cards, each of a film without pictures, and all of them loaded. */
async function open(t, count = CARDS) {
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.setViewport({ width: 800, height: 800 });
  await page.goto(server.url);
  await page.evaluate(
    async (film, count) => {
      globalThis.isWhole = (card) => Boolean(card.shadowRoot.querySelector('star-rating'));
      const cards = Array.from({ length: count }, () => document.createElement('film-card'));
      document.body.append(...cards);
      const loaded = cards.map((card, i) => {
        card.film = { ...film, id: `film:${i}` };
        return new Promise((resolve) => card.addEventListener('film-load', resolve, { once: true }));
      });
      await Promise.all(loaded);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    { ...FILM, poster: undefined },
    count,
  );
  return page;
}

const wholeOnes = (page) =>
  page.evaluate(() => [...document.querySelectorAll('film-card')].filter(globalThis.isWhole).length);

/** The longest task of the page while something is done, in milliseconds of the processor: what else the machine does is not in it. */
async function longestTask(page, act) {
  await page.tracing.start({ categories: ['toplevel'] });
  await act();
  await frame(page);
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isPage = ({ pid, tid }) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  const tasks = traceEvents.filter((event) => event.name.endsWith('RunTask') && isPage(event));
  assert.ok(tasks.length, 'tasks are seen');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

/** Scrolls by the wheel through a hundred windows of cards that were far away, and jumps to the end and back. */
async function scroll(page) {
  await page.evaluate(() => document.querySelector('film-card:nth-of-type(41)').scrollIntoView());
  await page.mouse.move(400, 400);
  for (let i = 0; i < 50; i++) {
    await page.mouse.wheel({ deltaY: 1600 });
    await frame(page);
  }
  await page.evaluate(() => document.querySelector('film-card:last-child').scrollIntoView());
  await page.waitForFunction(() => globalThis.isWhole(document.querySelector('film-card:last-child')));
  await page.evaluate(() => scrollTo(0, 0));
  await frame(page);
}

const frame = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

describe(`a page of ${CARDS.toLocaleString('en')} cards`, () => {
  it(`scrolls without a task of more than ${LONGEST_TASK} ms`, async (t) => {
    const page = await open(t);
    const before = await wholeOnes(page);
    const longest = await longestTask(page, () => scroll(page));
    const after = await wholeOnes(page);
    assert.ok(longest <= LONGEST_TASK, `${longest} ms`);
    assert.ok(before < 60 && after > before + 20, `${before} cards were whole before, ${after} after`);
    t.diagnostic(`the longest: ${longest} ms`);
  });

  it('is seen to hang when a task takes longer (negative control)', async (t) => {
    const page = await open(t);
    const longest = await longestTask(page, () =>
      page.evaluate(
        (end) =>
          new Promise((resolve) =>
            setTimeout(() => {
              for (const start = performance.now(); performance.now() - start < end;);
              resolve();
            }),
          ),
        LONGEST_TASK * 5, // by the clock, of which a busy machine gives a page only a part
      ),
    );
    assert.ok(longest > LONGEST_TASK, `${longest} ms`);
  });

  it('is printed with every card whole', async (t) => {
    const page = await open(t, 60);
    assert.ok((await wholeOnes(page)) < 60);
    await page.pdf();
    assert.equal(await wholeOnes(page), 60);
  });

  it('leaves nothing behind when all of them go', async (t) => {
    const page = await open(t);
    const client = await page.createCDPSession();
    await client.send('HeapProfiler.enable');
    const count = async () => {
      await collectGarbage(client);
      return instancesOf(page, 'film-card');
    };
    assert.equal(await count(), CARDS);
    await page.evaluate(() => document.body.replaceChildren());
    await frame(page);
    assert.equal(await count(), 0);
  });
});
