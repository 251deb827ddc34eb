// docs/server.md and docs/wordpress.md as a reader uses them: every block is run.
import assert from 'node:assert/strict';
import { execFileSync, execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseFilm, renderFilmCard, SECTIONS } from 'film-widgets/server';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';
import { fences, read } from '../package/markdown.mjs';

const SERVER = read('docs/server.md');
const WORDPRESS = read('docs/wordpress.md');
const blocks = (markdown, lang) => fences(markdown).flatMap((block) => (block.lang === lang ? [block.code] : []));
/** The README's payload. */
const [payload] = blocks(read('README.md'), 'json');

let folder;
let browser;
before(async () => {
  // a project that has this package installed
  folder = mkdtempSync(join(tmpdir(), 'film-widgets-docs-'));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(resolve('.'), join(folder, 'node_modules/film-widgets'), 'junction');
  writeFileSync(
    join(folder, 'node_modules/.bin/film-widgets'),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli/film-widgets.js')}" "$@"\n`,
    { mode: 0o755 },
  );
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  writeFileSync(join(folder, 'her.json'), payload);
  browser = await puppeteer.launch(chromeLaunchOptions());
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Runs a script in that project; what it printed. */
function run(code) {
  writeFileSync(join(folder, 'script.mjs'), code);
  return execFileSync(process.execPath, ['script.mjs'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

describe('docs/server.md', () => {
  const [first, german, feed, ...more] = blocks(SERVER, 'js');

  it('has no block that is not run here', () => {
    assert.deepEqual(more, []);
    assert.deepEqual(
      ['html', 'css', 'sh'].map((lang) => blocks(SERVER, lang).length),
      [1, 1, 1],
    );
    assert.equal(SERVER.match(/^```/gm).length, 2 * 6);
  });

  it('the first script writes what the page shows', () => {
    const [html] = blocks(SERVER, 'html');
    assert.equal(run(first).trim(), html.trim());
    assert.notEqual(run(first.replace('title rating', 'rating title')).trim(), html.trim(), 'negative control');
  });

  it('the first script says what is wrong with a payload', () => {
    const broken = first.replace("await readFile('her.json', 'utf8')", '\'{"id":"her"}\'');
    assert.throws(() => run(broken), /title: is missing/);
  });

  it('a language has words where it was imported', () => {
    assert.match(run(german), /^<film-card lang="de">[^]*4,2 von 5, 131 Stimmen/);
    assert.match(run(german.replace(/^import .*de';$/m, '')), /4,2 out of 5, 131 votes/, 'negative control');
  });

  it('nothing of a fallback moves when the script arrives, with the style sheet', async () => {
    const film = { ...parseFilm(read('test/fixtures/her.json')).film, poster: undefined };
    const content = `<film-card src="https://films.example/her.json">${renderFilmCard(film)}</film-card>`;
    /** How many elements of the fallback are elsewhere once the card waits for its film. */
    async function moved(css) {
      const page = await browser.newPage();
      await page.setContent(`<!doctype html><title>x</title><style>${css}</style>${content}`);
      const places = () =>
        page.$$eval('article *', (all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
      const before = await places();
      await page.evaluate(() => (globalThis.fetch = () => new Promise(() => undefined)));
      await page.addScriptTag({ path: 'dist/cdn/film-widgets.js' });
      await page.waitForSelector('film-card:state(loading)');
      const after = await places();
      await page.close();
      return before.filter((place, i) => place !== after[i]).length;
    }
    assert.equal(await moved(blocks(SERVER, 'css')[0]), 0);
    assert.notEqual(await moved(''), 0, 'negative control');
  });

  it('has every option, with its default, and every section', () => {
    const types = read('dist/server/render-film-card.d.ts');
    const options = [...types.matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
    const rows = [...SERVER.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(rows, options);
    assert.ok(SERVER.includes(`\`${SECTIONS.join(' ')}\``));
  });

  it('its commands run, and write what the function does', () => {
    const [commands] = blocks(SERVER, 'sh');
    for (const command of commands.trim().split('\n')) execSync(command, { cwd: folder, stdio: 'pipe' });
    const { film } = parseFilm(payload);
    assert.equal(read(join(folder, 'her.html')), renderFilmCard(film));
    assert.match(read(join(folder, 'her-inline.html')), /^<film-card lang="de">/);
  });

  it('a feed is well-formed, and its reader gets the card', async () => {
    const page = await browser.newPage();
    const parse = (xml) =>
      page.evaluate((xml) => {
        const item = new DOMParser().parseFromString(xml, 'application/xml');
        const html = item.querySelector('description')?.textContent ?? '';
        const { body } = new DOMParser().parseFromString(html, 'text/html');
        return { broken: item.querySelector('parsererror') !== null, text: body.querySelector('p')?.textContent };
      }, xml);
    assert.deepEqual(await parse(run(feed)), { broken: false, text: 'A text with ]]> in it.' });
    assert.ok((await parse(run(feed).replace('&gt;', '>'))).broken, 'negative control');
    await page.close();
  });
});

/** What WordPress (wp_kses_post) leaves of the tags and attributes used here; `data-` and a few more go everywhere. */
const KEPT = {
  ...Object.fromEntries(
    'article blockquote dd details div dl dt figure h2 h3 h4 h5 h6 li p section span summary ul'
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  a: ['href', 'rel', 'target', 'download'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
};
const KEPT_ANYWHERE = /^(aria-[a-z]+|class|data-[a-z0-9_-]+|dir|hidden|id|lang|role|style|title)$/;

/** HTML cleaned as above, in the page's own parser: the tag goes, its content stays. */
const clean = (page, html) =>
  page.evaluate(
    (html, kept, anywhere) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const lost = [];
      for (const element of body.querySelectorAll('*')) {
        const { localName } = element;
        if (!Object.hasOwn(kept, localName)) {
          lost.push(localName);
          element.replaceWith(...element.childNodes);
          continue;
        }
        for (const name of element.getAttributeNames())
          if (!kept[localName].includes(name) && !new RegExp(anywhere).test(name)) {
            lost.push(`${localName} ${name}`);
            element.removeAttribute(name);
          }
      }
      return { lost, html: body.innerHTML };
    },
    html,
    KEPT,
    KEPT_ANYWHERE.source,
  );

describe('docs/wordpress.md', () => {
  const [site, optOut, ...more] = blocks(WORDPRESS, 'php');
  const posts = blocks(WORDPRESS, 'html');
  /** A page as the first block of PHP makes it: a deferred script of that name, and what the footer says. */
  const [, handle, path, strategy] =
    /wp_enqueue_script\( '([\w-]+)', get_theme_file_uri\( '([\w.-]+)' \), array\(\), \$version, array\( 'strategy' => '(\w+)' \) \)/.exec(
      site,
    );
  const [, footer] = /'wp_footer'[^]*echo '([^']+)'/.exec(site);
  let server;
  let html;

  before(async () => {
    server = await serve('dist/cdn', (_request, response, { pathname }) => {
      const body = { '/': html, '/films/her.json': payload, '/favicon.ico': '' }[pathname];
      if (body === undefined) return false;
      response.writeHead(200, { 'content-type': pathname === '/' ? 'text/html; charset=utf-8' : 'application/json' });
      response.end(body);
      return true;
    });
  });
  after(() => server?.close());

  async function open(t, content, { root = '', end = footer } = {}) {
    html = `<!doctype html><html lang="en"${root}><title>x</title><script ${strategy} src="/${path}"></script><body>${content}${end}`;
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(server.url, { waitUntil: 'load' });
    return page;
  }

  it('has no block that is not used here', () => {
    assert.deepEqual([more.length, posts.length, WORDPRESS.match(/^```/gm).length], [0, 3, 2 * 5]);
    assert.deepEqual([handle, path, strategy], ['film-widgets', 'film-widgets.js', 'defer']);
  });

  it('each block of a post is left alone by the cleaning, and is upgraded', async (t) => {
    const page = await open(t, '');
    const cleaned = await Promise.all(posts.map((post) => clean(page, post)));
    assert.deepEqual(
      cleaned.map(({ lost }) => lost),
      [[], [], []],
    );
    const upgraded = await open(t, cleaned.map(({ html }) => html).join(''));
    await upgraded.waitForSelector('film-card:state(ready)');
    const texts = await upgraded.$$eval('body > div > *', (all) =>
      all.map(({ localName, shadowRoot }) => `${localName} ${shadowRoot.textContent.replace(/\s+/g, ' ')}`),
    );
    const words = [
      /^film-card .*Her.*2013.*2 h 6 min/,
      /^star-rating/,
      /^review-excerpt .*By Lena.*4 out of 5.*Read More/,
    ];
    for (const [i, text] of texts.entries()) assert.match(text, words[i]);
    assert.equal(texts.length, 3);
  });

  it('the elements themselves would not be left (negative control)', async (t) => {
    const page = await open(t, '');
    const post = '<film-card src="/her.json"><p onclick="x">Her</p></film-card><script>1</script>';
    assert.deepEqual((await clean(page, post)).lost, ['film-card', 'p onclick', 'script']);
  });

  it('the footer keeps votes in the browser', async (t) => {
    const page = await open(t, posts[1]);
    await (await page.waitForSelector('>>> star-rating >>> input[value="4"]')).click();
    await page.waitForFunction(() =>
      document.querySelector('star-rating').shadowRoot.textContent.includes('Your rating: 4, kept in this browser'),
    );
  });

  it('the footer of a site with a vote host keeps votes there', async (t) => {
    const [end] = /<vote-store endpoint="\/api"><\/vote-store>/.exec(WORDPRESS);
    const page = await open(t, posts[1], { end });
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await (await page.waitForSelector('>>> star-rating >>> input[value="4"]')).click();
    assert.equal(new URL((await sent).url()).pathname, '/api/votes/imdb%3Att1798709');
  });

  it('a rendered card keeps its text and its links', async (t) => {
    const page = await open(t, '');
    const film = JSON.parse(read('test/fixtures/her.json'));
    film.poster = { src: 'https://example.com/her.jpg', srcset: 'https://example.com/her2.jpg 2x', alt: '' };
    const { lost } = await clean(page, renderFilmCard(film));
    assert.deepEqual(
      lost.sort(),
      ['decoding', 'referrerpolicy', 'sizes', 'srcset'].map((name) => `img ${name}`),
    );
  });

  it('the opt-out leaves every place as it is', async (t) => {
    const [, attribute] = /\. '( [^']+)'/.exec(optOut);
    assert.ok(WORDPRESS.includes(`<html${attribute}>`));
    const page = await open(t, posts.join(''), { root: attribute });
    assert.equal((await page.$$('[data-film-widget]')).length, 3);
    assert.equal(await page.$('film-card, star-rating, review-excerpt'), null);
  });
});
