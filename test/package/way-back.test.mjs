// A reader who leaves a page before its film has come, and comes back to it: some browsers have kept the page, and WebKit has then failed
// the request that was on its way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { serve } from '../../tools/static-server.mjs';
import { engines, eventually, goBack, goTo, isAt, until } from './engines.mjs';

const FILM = readFileSync('test/fixtures/her.json', 'utf8');
const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${body}`;
const PAGES = {
  '/': page(`<script src="/film-widgets.js" defer></script><film-card src="/film.json">Her</film-card>`),
  '/elsewhere': page('<p>another page'),
};

let site;
/** Requests for the film that nobody has answered yet. */
let held;
before(async () => {
  site = await serve('dist/cdn', (_request, response, { pathname }) => {
    if (pathname === '/film.json') held.push(response.writeHead(200, { 'content-type': 'application/json' }));
    else if (PAGES[pathname]) response.writeHead(200, { 'content-type': 'text/html' }).end(PAGES[pathname]);
    else return false;
    return true;
  });
});
after(() => site?.close());

const cardIs = (state) => document.querySelector('film-card')?.state === state;

for (const { name, start } of engines)
  it(`has its film then, in ${name}`, async (t) => {
    held = [];
    const engine = await start();
    t.after(() => engine.close());
    const tab = await engine.open(`${site.url}/`);
    await eventually(() => assert.equal(held.length, 1));
    await tab.evaluate(goTo, '/elsewhere');
    await until(tab, isAt, '/elsewhere');
    await tab.evaluate(goBack);
    await until(tab, isAt, '/');
    const answer = setInterval(() => held.splice(0).forEach((response) => response.end(FILM)), 50);
    t.after(() => clearInterval(answer));
    await until(tab, cardIs, 'ready');
    assert.deepEqual(
      await tab.evaluate(() => {
        const { children, shadowRoot } = document.querySelector('film-card');
        return [children.length, shadowRoot.querySelectorAll('[part=title]').length];
      }),
      [0, 1],
    );
  });
