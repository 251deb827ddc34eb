// A stranger's project: the packed tarball in an empty Vite + TypeScript folder, type-checked, built and opened.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const project = mkdtempSync(join(tmpdir(), 'film-widgets-consumer-'));

/** Runs a program; resolves also where it fails. */
const run = (program, args, cwd = project) =>
  promisify(execFile)(program, args, { cwd }).then(
    ({ stdout }) => ({ ok: true, output: stdout }),
    ({ stdout, stderr }) => ({ ok: false, output: `${stdout}${stderr}` }),
  );
const tsc = (...args) => run(join(project, 'node_modules/.bin/tsc'), args);

before(
  async () => {
    const packed = await run('npm', ['pack', '--json', '--pack-destination', project], '.');
    assert.ok(packed.ok, packed.output);
    const [{ filename }] = JSON.parse(packed.output);
    cpSync('test/consumers/vite-ts', project, { recursive: true });
    const { typescript, vite } = devDependencies;
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({
        private: true,
        type: 'module',
        dependencies: { 'film-widgets': `file:./${filename}` },
        devDependencies: { typescript, vite },
      }),
    );
    const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const installed = await run('npm', ['install', ...flags]);
    assert.ok(installed.ok, installed.output);
  },
  { timeout: 180_000 },
);
after(() => rmSync(project, { recursive: true, force: true }));

describe('a Vite + TypeScript project with the packed tarball', () => {
  for (const resolution of [[], ['--module', 'nodenext', '--moduleResolution', 'nodenext']])
    it(`type-checks right uses and refuses wrong ones (${resolution.at(-1) ?? 'bundler'})`, async () => {
      const { ok, output } = await tsc(...resolution);
      assert.ok(ok, output);
    });

  it('has one type error per wrong use (negative control)', async () => {
    const source = readFileSync(join(project, 'main.ts'), 'utf8');
    const expected = source.split('// @ts-expect-error').length - 1;
    writeFileSync(join(project, 'main.ts'), source.replaceAll('// @ts-expect-error', '// wrong:'));
    try {
      const { output } = await tsc('--pretty', 'false');
      assert.equal(output.split('error TS').length - 1, expected, output);
    } finally {
      writeFileSync(join(project, 'main.ts'), source);
    }
  });

  describe('built by Vite and opened in a browser', () => {
    let server;
    let browser;
    /** @type {import('puppeteer-core').Page} */
    let page;
    const errors = [];

    before(async () => {
      const { ok, output } = await run(join(project, 'node_modules/.bin/vite'), ['build']);
      assert.ok(ok, output);
      server = await serve(join(project, 'dist'));
      browser = await puppeteer.launch(chromeLaunchOptions());
      page = await browser.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(server.url);
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    it('renders the film that was set as a property', async () => {
      const title = await page.waitForSelector('film-card >>> [part~=title]');
      assert.match(await title.evaluate((element) => element.textContent), /Her/);
    });

    it('fires one vote for one click, and shows the answer', async () => {
      const fourth = await page.waitForSelector('body > star-rating >>> input[value="4"]');
      await fourth.click();
      await page.waitForFunction(() => document.querySelector('body > star-rating').state === 'voted');
      const { votes, value, count } = await page.evaluate(() => {
        const stars = document.querySelector('body > star-rating');
        return { votes: globalThis.votes, value: stars.value, count: stars.count };
      });
      assert.equal(votes.length, 1);
      assert.equal(votes[0].subject, 'imdb:tt0113101');
      assert.equal(votes[0].value, 4);
      assert.equal(value, 4);
      assert.equal(count, 960);
    });

    it('opens the excerpt by its button', async () => {
      const more = await page.waitForSelector('body > review-excerpt >>> [part~=toggle]');
      await more.click();
      assert.deepEqual(await page.evaluate(() => globalThis.toggles), [true]);
      assert.equal(await page.$eval('body > review-excerpt', (excerpt) => excerpt.expanded), true);
    });

    it('exports the class that it registers', async () => {
      assert.equal(await page.evaluate(() => globalThis.isOurs), true);
    });

    it('throws nothing and logs no error', () => {
      assert.deepEqual(errors, []);
    });
  });
});
