// The demo blog as a reader meets it: every page, and the lists of films.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFilm } from 'film-widgets/server';
import { open, settled, shown } from './demo-pages.mjs';

const PAGES = readdirSync('demo').filter((name) => name.endsWith('.html'));
/** What a page asks for to show that it does not come. */
const FAILS_ON_PURPOSE = { 'bad.html': ['/bad/500', '/bad/connection', '/films/nowhere.json'] };

/** The texts and attributes of a page, its shadow roots included, that no person wrote. */
const rubbishIn = (page) =>
  page.evaluate(() => {
    const read = (root) =>
      [root, ...root.querySelectorAll(':not(script, style)')].flatMap((element) => [
        ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
        ...[...(element.attributes ?? [])].map(({ value }) => value),
        ...(element.shadowRoot ? read(element.shadowRoot) : []),
      ]);
    return read(document.body).filter((text) => /NaN|\[object|undefined/.test(text));
  });

describe('every page of the demo', () => {
  for (const name of PAGES)
    it(`${name} opens at 320 px with no error, no sideways scroll and a link to the first page`, async (t) => {
      const { page, wrong } = await open(t, name, { width: 320 });
      await settled(page);
      assert.deepEqual([...wrong].sort(), FAILS_ON_PURPOSE[name] ?? []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.ok(await page.$('a[href="./"]'));
      assert.deepEqual(await rubbishIn(page), []);
    });

  it('would be seen to show what nobody wrote (negative control)', async (t) => {
    const { page } = await open(t, '');
    await settled(page);
    await page.$eval('>>> star-rating', (rating) => {
      const text = rating.shadowRoot.appendChild(document.createElement('p'));
      text.textContent = 'NaN stars';
      text.title = 'undefined';
      rating.shadowRoot.append('[object Object]');
    });
    assert.deepEqual((await rubbishIn(page)).sort(), ['NaN stars', '[object Object]', 'undefined']);
  });

  it('is linked from the first', async (t) => {
    const { page } = await open(t, '');
    const links = await page.$$eval('nav[aria-labelledby="more"] a', (all) =>
      all.map((link) => link.getAttribute('href')),
    );
    assert.deepEqual(['index.html', ...links].sort(), PAGES.sort());
  });
});

describe('the first page', () => {
  it('shows its fallback where no script runs', async (t) => {
    const { page } = await open(t, 'icon.svg');
    await page.setJavaScriptEnabled(false);
    await page.goto(new URL('./', page.url()).href);
    assert.ok(await (await page.$('film-card h2')).isVisible());
  });
});

describe('a list of twenty', () => {
  it('shows twenty compact cards, also of films with a title only', async (t) => {
    const { page } = await open(t, 'list.html');
    await settled(page);
    const cards = await page.$$eval('film-card', (all) => all.map(({ state, layout }) => `${layout} ${state}`));
    assert.deepEqual(cards, Array(20).fill('compact ready'));
  });

  it('says so where its data does not come', async (t) => {
    const { page } = await open(t, 'list.html', { failsOnce: '/films/list.json' });
    await shown(page, '::-p-aria([role="alert"]) ::-p-text(The films could not be loaded.)');
  });
});

describe('forty films', () => {
  it('shows every record of three services, one card at length for each decade and four small ones', async (t) => {
    const { page } = await open(t, 'films.html');
    await settled(page);
    const cards = await page.$$eval('film-card', (all) => all.map(({ state, layout }) => `${layout} ${state}`));
    const decade = ['full ready', ...Array(4).fill('compact ready')];
    assert.deepEqual(cards, Array(8).fill(decade).flat());
  });

  it('are a list of OMDb, TMDB and JSON-LD records that cost no warning', async () => {
    const records = JSON.parse(
      readFileSync('demo/films/forty.json', 'utf8').replaceAll('{origin}', 'https://blog.example'),
    );
    const results = records.map((record) => parseFilm(record));
    assert.deepEqual(
      results.flatMap((result) => (result.ok ? result.warnings : result.issues).map(({ message }) => message)),
      [],
    );
    const sources = results.map(({ source }) => source);
    for (const source of ['omdb', 'tmdb', 'schema-org'])
      assert.ok(sources.filter((one) => one === source).length > 10, source);
    assert.equal(new Set(results.map(({ film }) => film.id)).size, 40);
    const titles = results.map(({ film }) => [film.title, film.originalTitle]);
    assert.deepEqual(
      titles.filter(([title]) => /[^\p{Script=Latin}\P{L}]/u.test(title)),
      [],
      'titles that readers of the page know',
    );
    assert.deepEqual(
      titles.filter(([title]) => title === 'Seven Samurai'),
      [['Seven Samurai', '七人の侍']],
    );
  });

  it('are said to be missing where their data does not come', async (t) => {
    const { page } = await open(t, 'films.html', { failsOnce: '/films/forty.json' });
    await shown(page, '::-p-aria([role="alert"]) ::-p-text(The films could not be loaded.)');
  });
});
