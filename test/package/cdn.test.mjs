// dist/cdn/*.js as a page meets them: any kind of script tag, twice, beside other libraries, in hostile markup.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const TAGS = {
  'star-rating': ['star-rating'],
  'film-widgets': ['star-rating', 'review-excerpt', 'film-card', 'vote-store'],
};
const source = (name) => readFileSync(`dist/cdn/${name}.js`, 'utf8');

/** Globals that Lit keeps for itself. */
const NOT_OURS = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata'];

let server;
let browser;
/** What the server answers: path to body, or to `[headers, body]`. */
let files;

before(async () => {
  server = await serve('dist/cdn', (_request, response, { pathname }) => {
    const file = files[pathname];
    if (file === undefined) return false;
    const [headers, body] = Array.isArray(file) ? file : [{}, file];
    response.writeHead(200, { 'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html', ...headers });
    response.end(body);
    return true;
  });
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser.close();
  server.close();
});

/** Opens a page and tells what happened there. */
async function visit({ head = '', body = '', scripts = {}, headers = {} }) {
  files = {
    '/': [headers, `<!doctype html><html lang="en"><head><title>x</title>${head}</head><body>${body}</body></html>`],
    '/favicon.ico': '',
    ...scripts,
  };
  const page = await browser.newPage();
  const seen = { warnings: [], errors: [], requests: [] };
  page.on('console', (message) => {
    if (message.type() === 'warn') seen.warnings.push(message.text());
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => seen.requests.push(new URL(request.url()).pathname));
  await page.goto(server.url, { waitUntil: 'load' });
  const state = await page.evaluate((tags) => {
    const clean = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const BRAND = Symbol.for('film-widgets');
    return {
      defined: tags.filter((tag) => customElements.get(tag)),
      versions: Object.fromEntries(tags.map((tag) => [tag, customElements.get(tag)?.[BRAND]])),
      said: [...document.querySelectorAll('star-rating')].map(({ shadowRoot }) => shadowRoot?.textContent.trim()),
      rendered: [...document.querySelectorAll('star-rating')].map((star) => star.shadowRoot?.childElementCount ?? 0),
      globals: Object.getOwnPropertyNames(globalThis).filter((name) => !(name in clean) && !/^\d+$/.test(name)),
    };
  }, TAGS['film-widgets']);
  await page.close();
  seen.requests = seen.requests.filter((path) => path !== '/favicon.ico');
  return { ...seen, ...state };
}

const script = (name, attributes = '') => `<script ${attributes} src="/${name}.js"></script>`;
const STAR = '<star-rating average="3.7" count="959"></star-rating>';

for (const [name, tags] of Object.entries(TAGS))
  describe(`dist/cdn/${name}.js`, () => {
    for (const attributes of ['type="module"', 'type="module" async', 'async', 'defer', ''])
      for (const place of ['head', 'body'])
        it(`defines its elements from <script ${attributes}> in the ${place}`, async () => {
          const tag = script(name, attributes);
          const seen = await visit(place === 'head' ? { head: tag, body: STAR } : { body: STAR + tag });
          assert.deepEqual(seen.errors, []);
          assert.deepEqual(seen.warnings, []);
          assert.deepEqual(seen.defined, tags);
          assert.ok(seen.rendered[0] > 0, 'the rating is drawn');
          assert.deepEqual(seen.requests, ['/', `/${name}.js`], 'no further request');
          assert.deepEqual(
            seen.globals.filter((global) => !NOT_OURS.includes(global)),
            [],
            'no global variable of ours',
          );
        });

    for (const [when, files] of [
      ['before', ['locales/de', name]],
      ['after', [name, 'locales/de']],
    ])
      it(`speaks a language whose file is loaded ${when} it`, async () => {
        const head = files.map((file) => script(file)).join('');
        const seen = await visit({ head, body: `<main lang="de">${STAR}</main>` });
        assert.deepEqual(seen.errors, []);
        assert.match(seen.said[0], /^3,7 von 5, 959 Stimmen/);
      });

    it('carries its version on its classes', async () => {
      const { versions } = await visit({ head: script(name) });
      for (const tag of tags) assert.equal(versions[tag], version);
    });

    it('does nothing and warns once when it is loaded twice', async () => {
      const seen = await visit({ head: script(name) + script(name, 'defer'), body: STAR });
      assert.deepEqual(seen.errors, []);
      assert.equal(seen.warnings.length, 1);
      assert.match(seen.warnings[0], /defines nothing/);
      assert.equal(seen.warnings[0].split(version).length - 1, 1 + tags.length, 'names both versions');
    });

    it('runs no Lit code the second time', async () => {
      const counted = `<script>globalThis.litHtmlVersions = []; globalThis.litHtmlVersions.push = () => globalThis.ran = (globalThis.ran ?? 0) + 1</script>`;
      const check = `<script defer src="/check.js"></script>`;
      const seen = await visit({
        head: counted + script(name, 'defer') + script(name, 'defer') + check,
        scripts: { '/check.js': 'if (ran !== 1) throw new Error(`Lit ran ${ran} times`)' },
      });
      assert.deepEqual(seen.errors, []);
    });

    it('leaves the first of two versions in place, and names both', async () => {
      const later = source(name).replaceAll(version, '99.1.2');
      const seen = await visit({ head: script(name) + script('later'), body: STAR, scripts: { '/later.js': later } });
      assert.deepEqual(seen.errors, []);
      assert.equal(seen.warnings.length, 1);
      assert.ok(seen.warnings[0].includes(version) && seen.warnings[0].includes('99.1.2'), seen.warnings[0]);
      for (const tag of tags) assert.equal(seen.versions[tag], version);
    });

    it("leaves somebody else's class on its tag, and says so", async () => {
      const foreign = `<script>customElements.define('star-rating', class extends HTMLElement {})</script>`;
      const seen = await visit({ head: foreign + script(name), body: STAR });
      assert.deepEqual(seen.errors, []);
      assert.equal(seen.warnings.length, 1);
      assert.match(seen.warnings[0], /<star-rating> is taken by another library/);
      assert.equal(seen.versions['star-rating'], undefined);
      for (const tag of tags.slice(1)) assert.equal(seen.versions[tag], version);
    });

    // every word of the file that is no global of the browser's, made one by a link
    const clobbered = () =>
      [...new Set(source(name).match(/[A-Za-z_$][\w$]+/g))].map((word) => `<a id="${word}"></a>`).join('');

    it("works in a page whose links have Lit's names", async () => {
      const seen = await visit({ body: clobbered() + STAR + script(name) });
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(seen.defined, tags);
      assert.ok(seen.rendered[0] > 0, 'the rating is drawn');
    });

    it('would not without its guard (negative control)', async () => {
      const unguarded = source(name).replace('`litHtmlVersions`,', '');
      assert.notEqual(unguarded, source(name));
      const seen = await visit({
        body: clobbered() + STAR + script('unguarded'),
        scripts: { '/unguarded.js': unguarded },
      });
      assert.notDeepEqual(seen.errors, []);
    });

    it('runs under a strict Content Security Policy with Trusted Types', async () => {
      const policy = [
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
        "require-trusted-types-for 'script'; trusted-types lit-html",
      ].join('; ');
      const seen = await visit({ head: script(name), body: STAR, headers: { 'content-security-policy': policy } });
      // the clean frame that visit() adds is the only thing that the policy may refuse
      assert.deepEqual(
        seen.errors.filter((error) => !error.includes('frame-src')),
        [],
      );
      assert.ok(seen.rendered[0] > 0, 'the rating is drawn');
    });

    it('says where the licences of what is inside are', () => {
      assert.match(source(name).split('\n')[0], /^\/\*! film-widgets .*LICENSES\.txt \*\/$/);
      const licences = readFileSync('dist/cdn/LICENSES.txt', 'utf8');
      const map = JSON.parse(readFileSync(`dist/cdn/${name}.js.map`, 'utf8'));
      const libraries = map.sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
      for (const library of new Set(['lit-html', ...libraries]))
        assert.match(licences, new RegExp(`^${library} \\d`, 'm'));
    });

    it('has a source map that leads to our source and names no folder of the machine', () => {
      const map = JSON.parse(readFileSync(`dist/cdn/${name}.js.map`, 'utf8'));
      assert.ok(map.sources.includes('../../src/elements/star-rating/star-rating.ts'));
      assert.deepEqual(
        map.sources.filter((path) => !/^\.\.\/\.\.\/(src|node_modules)\//.test(path)),
        [],
      );
      assert.equal(map.sourcesContent.length, map.sources.length);
    });
  });

describe('both one-file builds on one page', () => {
  it('star-rating.js first: film-widgets.js defines the rest and warns once', async () => {
    const all = source('film-widgets').replaceAll(version, '99.1.2');
    const seen = await visit({ head: script('star-rating') + script('all'), body: STAR, scripts: { '/all.js': all } });
    assert.deepEqual(seen.errors, []);
    assert.equal(seen.warnings.length, 1);
    assert.match(seen.warnings[0], /defines the rest/);
    assert.equal(seen.versions['star-rating'], version);
    assert.equal(seen.versions['film-card'], '99.1.2');
  });

  it('film-widgets.js first: star-rating.js does nothing and warns once', async () => {
    const seen = await visit({ head: script('film-widgets') + script('star-rating'), body: STAR });
    assert.deepEqual(seen.errors, []);
    assert.equal(seen.warnings.length, 1);
    assert.match(seen.warnings[0], /defines nothing/);
  });
});
