// The built files under strict policies, each sent as a real header, for the whole life of every widget, in every engine of this machine:
// nothing is refused and nothing is said on the console.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { serve } from '../../tools/static-server.mjs';
import { engines, until } from './engines.mjs';

const SELF = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
const TYPES = "require-trusted-types-for 'script'; trusted-types lit-html";
const ENFORCED = 'content-security-policy';
const REPORTED = 'content-security-policy-report-only';

/** What a page is served with: its policy, and whether it runs a copy of Lit of its own. */
const POLICIES = {
  'its own files only': { [ENFORCED]: SELF },
  'its own files only, and Trusted Types': { [ENFORCED]: `${SELF}; ${TYPES}` },
  "its own files only, Trusted Types, and the page's own Lit": {
    [ENFORCED]: `${SELF}; ${TYPES} 'allow-duplicates'`,
    ownLit: true,
  },
  'all of this, but only reported': { [REPORTED]: `${SELF}; ${TYPES}; report-uri /report` },
};

/** A film whose poster is the page's own, as such a policy asks, and that nobody has voted for: WebKit's pages share what they keep. */
const film = (origin) =>
  JSON.stringify({
    ...JSON.parse(readFileSync('test/fixtures/her.json', 'utf8')),
    id: `x:visit-${visits}`,
    poster: { src: `${origin}/icon.svg`, alt: 'A poster' },
  });
const INLINE = JSON.stringify({
  id: 'x:inline',
  title: 'Inline',
  rating: { average: 4.2, count: 130, distribution: [1, 2, 10, 50, 67] },
  trivia: [{ text: 'One.' }, { text: 'Two.', spoiler: true }, { text: 'Three.' }],
});
const BODY = `
  <film-card id="fetched" src="/film.json"><p>Her, by Spike Jonze.</p></film-card>
  <film-card id="inline"><script type="application/json">${INLINE}</script></film-card>
  <film-card id="cut-off" src="/cut-off.json"></film-card>
  <film-card id="wrong"><script type="application/json">{"id": "x:wrong"}</script></film-card>
  <film-card id="small" layout="compact" src="/film.json"></film-card>
  <review-excerpt author="Fans" rating="9" best="10" date="2013-12-14" limit="40">
    A first sentence that is long enough to be the last one shown. A second that is not. And a third.
  </review-excerpt>
  <form><star-rating id="field" name="stars" required></star-rating></form>
  <star-rating id="refused" average="3.1" count="6"></star-rating>
  <star-rating id="ten" max="10" step="0.5" average="7.3" count="959"></star-rating>
  <star-rating max="3"><svg slot="symbol" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" /></svg></star-rating>
  <star-rating readonly average="3.7" count="959"></star-rating>
  <vote-store></vote-store>
  <host-note text="a note"></host-note>`;

/** What the life leaves behind when all goes well. */
const LIFE = [
  ...['the film is shown', 'the inline film is shown', 'half a film is refused', 'a wrong film is refused'],
  ...['a vote is kept', 'a vote is refused', 'the second try counts', 'the form has it', 'the form forgets it'],
  ...['ten stars become eight', 'a review is opened', 'more is told', 'half a film is refused again'],
  ...['a whole one is not', "the theme is the page's", 'it speaks German', 'it speaks Arabic', 'all are gone'],
];

let server;
let hostLit;
/** How the page is served now: a policy's headers, and the scripts in its head. */
let page;
/** Reports that the browser sent. */
let reports = 0;
let visits = 0;

before(async () => {
  const bundle = await build({
    entryPoints: ['test/package/policies/host-element.js'],
    bundle: true,
    conditions: ['production'],
    format: 'iife',
    write: false,
  });
  hostLit = bundle.outputFiles[0].text;
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    const send = (type, body, headers = {}) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
      return true;
    };
    if (pathname === '/') return send('text/html', page.html, page.headers);
    if (pathname === '/film.json') return send('application/json', film(server.url));
    if (pathname === '/cut-off.json') return send('application/json', film(server.url).slice(0, 900));
    if (pathname === '/host-lit.js') return send('text/javascript', hostLit);
    if (['/watch.js', '/life.js', '/plant.js'].includes(pathname))
      return send('text/javascript', readFileSync(`test/package/policies${pathname}`));
    if (['/icon.svg', '/favicon.ico'].includes(pathname))
      return send('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    if (pathname !== '/report') return false;
    reports++;
    return send('text/plain', '');
  });
});
after(() => server.close());

/** Serves a page under a policy. */
function set({ ownLit, ...headers }, scripts) {
  const tags = ['watch', ...(ownLit ? ['host-lit'] : []), ...scripts].map(
    (name) => `<script defer src="/${name}.js"></script>`,
  );
  page = {
    headers,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${tags.join('')}</head><body>${BODY}</body></html>`,
  };
  reports = 0;
  visits++;
}

for (const { name, start } of engines)
  describe(`under a policy, in ${name}`, () => {
    /** @type {import('./engines.mjs').Engine} */
    let engine;
    before(async () => (engine = await start()));
    after(() => engine?.close());

    /** What the page has seen by the time that a condition holds there. */
    async function visit(condition) {
      const tab = await engine.open(server.url);
      try {
        const seen = await until(tab, condition).catch(async (cause) => {
          const so = JSON.stringify(await tab.evaluate(() => globalThis.seen));
          throw new Error(`${cause.message}; until then ${so}`, { cause });
        });
        // the page heard what its scripts said; the browser has words of its own
        return { ...seen, messages: [...new Set([...seen.messages, ...tab.said])] };
      } finally {
        await tab.close();
      }
    }

    for (const [title, policy] of Object.entries(POLICIES)) {
      it(`${title}: nothing is refused, and nothing is said`, async () => {
        set(policy, ['film-widgets', 'locales/de', 'locales/ar', 'life']);
        const seen = await visit(() => globalThis.seen?.over && globalThis.seen);
        assert.deepEqual(seen.steps, LIFE);
        assert.deepEqual(seen.violations, []);
        assert.deepEqual(seen.messages, []);
        assert.equal(reports, 0);
      });

      it(`${title}: what is planted is noticed (negative control)`, async () => {
        set(policy, ['plant']);
        const seen = await visit(() => globalThis.seen?.violations.length >= 2 && globalThis.seen);
        const has = (list, start) =>
          assert.ok(
            list.some((one) => one.startsWith(start)),
            `${start} in ${list.join('\n')}`,
          );
        has(seen.violations, 'img-src');
        has(seen.violations, 'style-src');
        has(seen.messages, 'info: planted');
        has(seen.messages, 'uncaught: ');
        has(seen.messages, 'unhandled: ');
        if (policy[REPORTED]) assert.ok(reports > 0, 'reports were sent');
      });
    }

    it("Trusted Types for one Lit only: a page with its own stops the widgets, which is why the guide says 'allow-duplicates'", async () => {
      set({ [ENFORCED]: `${SELF}; ${TYPES}`, ownLit: true }, ['film-widgets']);
      const seen = await visit(
        () => globalThis.seen?.violations.length && document.readyState === 'complete' && globalThis.seen,
      );
      assert.match(seen.violations[0], /trusted-types/);
    });
  });
