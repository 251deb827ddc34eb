// The built files in pages that mean no good, or know no better: in every engine of this machine a film is still shown and voted on,
// and nothing is thrown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { serve } from '../../tools/static-server.mjs';
import { engines, insecure, itInsecureIn, until } from './engines.mjs';

const FILM = JSON.stringify({
  id: 'x:film',
  title: 'A film',
  year: 2013,
  rating: { average: 3.7, count: 959 },
  reviews: [{ author: 'A reader', body: 'It begins well. '.repeat(100) }],
});
const CARD = `<film-card id="card"><script type="application/json">${FILM}</script></film-card>`;
const FETCHED = '<film-card id="card" src="/film.json"></film-card>';
const WIDGETS = '<script defer src="/film-widgets.js"></script>';
const inline = (code) => `<script>${code}</script>`;

let server;
let lit2;
/** The page that is served, and the one for a frame in it. */
let html;
let framed = '';

before(async () => {
  const contents = `
    import { html, LitElement } from 'lit2';
    customElements.define('old-note', class extends LitElement {
      render() { return html\`<b>from Lit 2</b>\`; }
    });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.' },
    bundle: true,
    conditions: ['production'],
    format: 'iife',
    write: false,
  });
  lit2 = outputFiles[0].text;
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    const answers = {
      '/': ['text/html', html],
      '/framed': ['text/html', framed],
      '/film.json': ['application/json', FILM],
      '/lit2.js': ['text/javascript', lit2],
      '/watch.js': ['text/javascript', readFileSync('test/package/policies/watch.js')],
      '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    };
    if (!Object.hasOwn(answers, pathname)) return false;
    const [type, body] = answers[pathname];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    return true;
  });
});
after(() => server.close());

const page = ({ head = '', body }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title><script src="/watch.js"></script>${head}</head><body>${body}</body></html>`;

/** What a reader has of the first card. Runs in the page; undefined until there is a film. */
function look() {
  const card = document.querySelector('film-card');
  if (card?.state !== 'ready') return undefined;
  const inside = (host, selector) => host?.shadowRoot?.querySelector(selector);
  const rating = inside(card, '[part=rating]');
  const stars = inside(rating, '[part=stars]');
  const review = inside(card, '[part=review]');
  const toggle = inside(review, '[part=toggle]');
  if (!inside(rating, 'input') || !toggle) return undefined;
  const box = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return [Math.round(width), Math.round(height)];
  };
  const fourth = inside(rating, 'input[value="4"]');
  const at = fourth.getBoundingClientRect();
  const middle = [at.x + at.width / 2, at.y + at.height / 2];
  const seen = {
    title: inside(card, '[part=title]').textContent.replace(/\s+/g, ' ').trim(),
    boxes: { stars: box(stars), title: box(inside(card, '[part=title]')), toggle: box(toggle) },
    fontSize: getComputedStyle(inside(card, '[part=title]')).fontSize,
    // whether a click on the fourth star is one
    hit: document.elementFromPoint(...middle) === card && rating.shadowRoot.elementFromPoint(...middle) === fourth,
  };
  fourth.click();
  return { ...seen, value: rating.value, messages: globalThis.seen.messages };
}

for (const { name, start } of engines)
  describe(`a page that is hostile, in ${name}`, () => {
    /** @type {import('./engines.mjs').Engine} */
    let engine;
    before(async () => (engine = await start()));
    after(() => engine?.close());

    /** Opens a page, and tells what a condition finds there. */
    async function visit(parts, condition = look, url = server.url) {
      html = page(parts);
      const tab = await engine.open(url);
      try {
        return await until(tab, condition);
      } finally {
        await tab.close();
      }
    }

    /** The film is there, a vote counts, and nothing was said. */
    function assertWell(seen) {
      assert.equal(seen.title, 'A film 2013');
      assert.equal(seen.value, 4);
      assert.ok(seen.hit, 'the fourth star can be clicked');
      assert.deepEqual(seen.messages, []);
    }

    it('that does nothing yet shows the film and counts a vote (the others are compared with this one)', async () => {
      const seen = await visit({ head: WIDGETS, body: CARD });
      assertWell(seen);
      assert.equal(seen.boxes.stars[0], 5 * seen.boxes.stars[1], 'five stars in a row');
    });

    it('lies under something else: its stars cannot be clicked (negative control)', async () => {
      const seen = await visit({ head: WIDGETS, body: `${CARD}<div style="position: fixed; inset: 0"></div>` });
      assert.equal(seen.hit, false);
    });

    it('has other classes under our tags: the card shows its own stars and reviews, and theirs stay', async () => {
      const theirs = ['star-rating', 'review-excerpt'].map(
        (tag) =>
          `customElements.define('${tag}', class extends HTMLElement { connectedCallback() { this.textContent = 'theirs'; } });`,
      );
      const seen = await visit({ head: inline(theirs.join('')) + WIDGETS, body: `${CARD}<star-rating></star-rating>` });
      const warnings = seen.messages.splice(0);
      assertWell(seen);
      assert.equal(warnings.length, 1);
      assert.match(JSON.stringify(warnings), /taken by another library/);
      const theirText = await visit(
        { head: inline(theirs.join('')) + WIDGETS, body: '<star-rating></star-rating>' },
        () => document.querySelector('star-rating').textContent,
      );
      assert.equal(theirText, 'theirs');
    });

    it('says something (negative control)', async () => {
      const { messages } = await visit({ head: WIDGETS, body: `${CARD}${inline('console.log(1); undefined.x')}` });
      assert.equal(messages.length, 2);
    });

    for (const [title, first, second] of [
      ['before', '<script defer src="/lit2.js"></script>', WIDGETS],
      ['after', WIDGETS, '<script defer src="/lit2.js"></script>'],
    ])
      it(`runs Lit 2 ${title} the widgets`, async () => {
        const body = `<old-note></old-note>${CARD}`;
        assertWell(await visit({ head: first + second, body }));
        const text = await visit(
          { head: first + second, body },
          () => document.querySelector('old-note').shadowRoot?.textContent,
        );
        assert.equal(text.trim(), 'from Lit 2');
      });

    for (const [title, css] of [
      ['writes everything tiny', 'html { font-size: 2px } body { font-size: 16px }'],
      ['hides what it can name', 'article, button, details, input, p, span, div, ul { display: none !important }'],
      ['resets what it can name', 'article, button, input, p, span, div, ul { all: unset !important }'],
    ])
      it(`${title}: inside, the card is as ever`, async () => {
        const plain = `${WIDGETS}<style>body { margin: 0; font: 16px serif }</style>`;
        const clean = await visit({ head: plain, body: CARD });
        const seen = await visit({ head: `${plain}<style>${css}</style>`, body: CARD });
        assertWell(seen);
        assert.deepEqual([seen.fontSize, seen.boxes], [clean.fontSize, clean.boxes]);
      });

    it('takes every style away: the card itself is as wide as its text, and inside it stars are stars', async () => {
      const seen = await visit({ head: `${WIDGETS}<style>* { all: unset }</style>`, body: CARD });
      assertWell(seen);
      assert.equal(seen.boxes.stars[0], 5 * seen.boxes.stars[1], 'five stars in a row');
      assert.ok(seen.boxes.stars[1] >= 24, 'large enough to hit');
    });

    for (const [title, code] of [
      ['has frozen Object.prototype', 'Object.freeze(Object.prototype)'],
      ['gave every array a property that loops see', 'Array.prototype.sum = function () {}'],
      [
        'has an `Array.from` that maps nothing, as Prototype.js',
        'Array.from = (list) => Array.prototype.slice.call(list)',
      ],
      ['gave every object one', 'Object.prototype.extend = 1'],
    ])
      it(title, async () => {
        assertWell(await visit({ head: inline(code) + WIDGETS, body: CARD }));
      });

    it('has a fetch of its own: the card asks by it', async () => {
      const code = `const real = fetch; globalThis.asked = [];
        globalThis.fetch = (...request) => { asked.push(String(request[0])); return real(...request); }`;
      assertWell(await visit({ head: inline(code) + WIDGETS, body: FETCHED }));
      assert.deepEqual(
        await visit({ head: inline(code) + WIDGETS, body: FETCHED }, () => globalThis.asked.length && globalThis.asked),
        ['/film.json'],
      );
    });

    for (const [title, code] of [
      ['throws', "globalThis.fetch = () => { throw new Error('none') }"],
      ['gives no response', 'globalThis.fetch = () => undefined'],
      ['gives half a response', 'globalThis.fetch = async () => ({ ok: true })'],
    ])
      it(`has a fetch that ${title}: the card says that it could not be loaded`, async () => {
        const seen = await visit({ head: inline(code) + WIDGETS, body: FETCHED }, () => {
          const card = document.querySelector('film-card');
          const retry = card.state === 'failed' && card.shadowRoot.querySelector('[part=retry]');
          return retry && { messages: globalThis.seen.messages };
        });
        assert.deepEqual(seen.messages, []);
      });

    it('is a sandboxed frame without storage: a vote is kept for as long as the page is', async () => {
      framed = page({
        head: `${inline(`try { localStorage; parent.postMessage('storage', '*') } catch { parent.postMessage('no storage', '*') }
          document.addEventListener('vote', (event) => {
            const rating = event.composedPath()[0];
            rating.addEventListener('change', () =>
            rating.updateComplete.then(() => parent.postMessage([rating.shadowRoot.textContent, ...seen.messages].join('; ').replace(/\\s+/g, ' '), '*')));
          });
          document.addEventListener('film-load', async ({ target }) => {
            const rating = target.shadowRoot.querySelector('[part=rating]');
            await rating.updateComplete;
            rating.shadowRoot.querySelector('input[value="4"]').click();
          })`)}${WIDGETS}`,
        body: `${CARD}<vote-store></vote-store>`,
      });
      const head = inline("globalThis.told = []; addEventListener('message', ({ data }) => told.push(data))");
      const body = '<iframe title="sandboxed" sandbox="allow-scripts" src="/framed"></iframe>';
      const [storage, text] = await visit({ head, body }, () => globalThis.told.length > 1 && globalThis.told);
      assert.equal(storage, 'no storage');
      assert.match(text, /Your rating: 4, not kept after you leave/);
      assert.doesNotMatch(text, /error|uncaught|unhandled/);
    });

    itInsecureIn(name)(
      'is on an insecure origin, without randomUUID and locks: a vote is kept in the browser',
      async () => {
        const parts = { head: WIDGETS, body: `${CARD}<vote-store></vote-store>` };
        const kept = await visit(
          parts,
          () => {
            const rating = document.querySelector('film-card').shadowRoot?.querySelector('[part=rating]');
            if (!rating?.shadowRoot?.querySelector('input')) return undefined;
            if (rating.value === null) rating.shadowRoot.querySelector('input[value="4"]').click();
            const isKept = rating.shadowRoot.textContent.includes('Your rating: 4, kept in this browser');
            const secure = [isSecureContext, 'randomUUID' in crypto, 'locks' in navigator];
            return isKept && { secure, messages: globalThis.seen.messages };
          },
          insecure(server.url),
        );
        assert.deepEqual(kept, { secure: [false, false, false], messages: [] });
      },
    );

    it('moves a card into another document and back: its styles come along', async () => {
      const seen = await visit({ head: WIDGETS, body: `${CARD}<iframe title="other"></iframe>` }, () => {
        const card = document.querySelector('film-card');
        const rating = card.shadowRoot?.querySelector('[part=rating]');
        const stars = rating?.shadowRoot?.querySelector('[part=stars]');
        const toggle = card.shadowRoot?.querySelector('[part=review]')?.shadowRoot?.querySelector('[part=toggle]');
        if (!stars || !toggle) return undefined;
        const measure = () => [stars.getBoundingClientRect().height, getComputedStyle(toggle).borderTopWidth];
        const here = measure();
        document.querySelector('iframe').contentDocument.body.append(card);
        const there = measure();
        document.body.append(card);
        return { here, there, again: measure(), messages: globalThis.seen.messages };
      });
      assert.deepEqual(seen.there, seen.here);
      assert.deepEqual(seen.again, seen.here);
      assert.deepEqual(seen.messages, []);
    });
  });
