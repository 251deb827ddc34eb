// The packed tarball in one small app per framework: type-checked, built and used in a browser. docs/frameworks.md shows the same files.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify, stripVTControlCharacters } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromeLaunchOptions } from '../../tools/find-browser.mjs';
import { serve } from '../../tools/static-server.mjs';

const project = mkdtempSync(join(tmpdir(), 'film-widgets-frameworks-'));
const NPM = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Runs a program of the project's own; resolves also where it fails. */
const run = (program, args, cwd = project) =>
  promisify(execFile)(program, args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${join(project, 'node_modules/.bin')}:${process.env.PATH}`,
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  }).then(
    ({ stdout }) => ({ ok: true, output: stdout }),
    ({ stdout, stderr }) => ({ ok: false, output: `${stdout}${stderr}` }),
  );
const runWell = async (...command) => {
  const { ok, output } = await run(...command);
  assert.ok(ok, output);
  return output;
};

const viteBuild = (app) => ['vite', ['build', app, '--outDir', '../pages', '--emptyOutDir', '--logLevel', 'warn']];
/** How each app's types are checked, and how it is built into the folder `pages`. */
const APPS = {
  react: { check: ['tsc', ['-p', 'react', '--pretty', 'false']], build: [viteBuild('react')] },
  'react-server': {
    check: ['tsc', ['-p', 'react-server', '--pretty', 'false']],
    build: [viteBuild('react-server')],
  },
  preact: { check: ['tsc', ['-p', 'preact', '--pretty', 'false']], build: [viteBuild('preact')] },
  solid: { check: ['tsc', ['-p', 'solid', '--pretty', 'false']], build: [viteBuild('solid')] },
  vue: { check: ['vue-tsc', ['-p', 'vue', '--pretty', 'false']], build: [viteBuild('vue')] },
  svelte: {
    check: ['svelte-check', ['--workspace', 'svelte', '--tsconfig', 'tsconfig.json', '--output', 'machine']],
    build: [viteBuild('svelte')],
  },
  angular: {
    check: ['ngc', ['-p', 'angular', '--pretty', 'false']],
    build: [['ngc', ['-p', 'angular/tsconfig.build.json']], viteBuild('angular')],
  },
};

/** Sites that are built of files: how, and what the rating says of where a vote is. */
const SITES = {
  astro: { build: ['astro', ['build', '--root', 'astro', '--outDir', '../astro-pages']], kept: 'saved' },
  eleventy: {
    build: [
      'eleventy',
      ['--config=eleventy/eleventy.config.js', '--input=eleventy', '--output=eleventy-pages', '--quiet'],
    ],
    kept: 'kept in this browser',
  },
};

/** Where a checker finds errors: "file:line". */
const errorLines = (output) =>
  [...stripVTControlCharacters(output).matchAll(/([\w-]+\.\w+)"?(?:\(| |:)(\d+)[,:]\d+(?:\): error| - error| ")/g)].map(
    ([, file, line]) => `${file}:${line}`,
  );
/** Where an app does something wrong on purpose: the line after one that says so. */
const wrongLines = (app) =>
  readdirSync(join(project, app))
    .filter((file) => /^wrong\./i.test(file))
    .flatMap((file) =>
      readFileSync(join(project, app, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.includes('wrong: ') ? [`${file}:${index + 2}`] : [])),
    );

let browser;
before(
  async () => {
    cpSync('test/consumers', project, { recursive: true });
    for (const app of [...Object.keys(APPS), 'astro/src'])
      cpSync('test/consumers/films.ts', join(project, app, 'films.ts'));
    const [{ filename }] = JSON.parse(
      await runWell('npm', ['pack', '--json', '--pack-destination', project], process.cwd()),
    );
    await runWell('npm', ['ci', ...NPM]);
    await runWell('npm', ['install', '--no-save', ...NPM, `./${filename}`]);
    browser = await puppeteer.launch(chromeLaunchOptions());
  },
  { timeout: 300_000 },
);
after(async () => {
  await browser?.close();
  rmSync(project, { recursive: true, force: true });
});

/** Serves a folder and opens it, and notes what the console says and every vote. */
async function open(t, folder, { script = true } = {}) {
  const server = await serve(folder);
  const page = await browser.newPage();
  t.after(() => {
    server.close();
    return page.close();
  });
  const messages = [];
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  await page.setJavaScriptEnabled(script);
  await page.evaluateOnNewDocument(() => {
    globalThis.votes = [];
    addEventListener('vote', (event) => globalThis.votes.push(event));
  });
  await page.goto(server.url);
  return { page, messages };
}

const votesIn = (page) =>
  page.evaluate(() => globalThis.votes.map(({ detail, answered }) => [detail.subject, detail.value, answered]));

/** Uses the film page in a folder, as a reader does. */
async function useFilmPage(t, folder) {
  const { page, messages } = await open(t, folder);
  const shows = (words) =>
    page.waitForFunction(
      (words) => document.querySelector('film-card')?.shadowRoot?.textContent.includes(words),
      {},
      words,
    );
  const saysRating = (words) =>
    page.waitForFunction(
      (words) =>
        document
          .querySelector('film-card')
          .shadowRoot.querySelector('star-rating')
          .shadowRoot.textContent.includes(words),
      {},
      words,
    );
  const says = (words) =>
    page.waitForFunction((words) => document.querySelector('[role=status]').textContent === words, {}, words);
  const vote = async (stars) => (await page.waitForSelector(`>>> input[value="${stars}"]`, { visible: true })).click();

  await shows('2013');
  await vote(4);
  await says('You gave Her 4');
  await saysRating('Your rating: 4, saved');
  await saysRating('4.1 out of 5, 132 votes');
  await (await page.waitForSelector('::-p-aria([name="Next film"][role="button"])')).click();
  await shows('2016');
  await vote(5);
  await says('You gave Moonlight 5');
  await saysRating('Your rating: 5, saved');
  assert.deepEqual(await votesIn(page), [
    ['imdb:tt1798709', 4, true],
    ['imdb:tt4975722', 5, true],
  ]);
  // Angular says in which mode it runs
  assert.deepEqual(
    messages.filter((message) => message.startsWith('error')),
    [],
  );
}

for (const [app, { check, build }] of Object.entries(APPS))
  describe(`a ${app} project`, () => {
    it('has type errors where it is wrong, and nowhere else', async () => {
      const { output } = await run(...check);
      const wrong = wrongLines(app);
      assert.notEqual(wrong.length, 0);
      assert.deepEqual(errorLines(output).sort(), wrong.sort(), output);
    });

    it('shows a film, changes it, and shows what came of each vote', async (t) => {
      for (const command of build) await runWell(...command);
      await useFilmPage(t, join(project, 'pages'));
    });
  });

describe('a page without a build', () => {
  it('shows a film, changes it, and shows what came of each vote', async (t) => {
    cpSync(join(project, 'node_modules/film-widgets/dist/cdn'), join(project, 'html'), { recursive: true });
    await useFilmPage(t, join(project, 'html'));
  });
});

const FACTS = [
  /^heading Her\b/,
  /^StaticText 4\.2 out of 5, 131 votes$/,
  /^StaticText Spike Jonze$/,
  /^heading Moonlight\b/,
  /^StaticText 4\.5 out of 5, 88 votes$/,
  /^StaticText Barry Jenkins$/,
];
const EACH_ONCE = FACTS.map(() => 1);

/** How often each of the facts is there for a reader, wherever in the page. */
async function countFacts(page) {
  const { nodes } = await (await page.createCDPSession()).send('Accessibility.getFullAXTree');
  const shown = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} ${name?.value}`);
  return FACTS.map((fact) => shown.filter((text) => fact.test(text)).length);
}

for (const [site, { build, kept }] of Object.entries(SITES))
  describe(`an ${site} site`, () => {
    const folder = join(project, `${site}-pages`);
    before(() => runWell(...build));

    it('has each fact once without a script', async (t) => {
      const { page, messages } = await open(t, folder, { script: false });
      assert.deepEqual(await countFacts(page), EACH_ONCE);
      assert.deepEqual(messages, []);
    });

    it('has each fact once when the elements have taken over, and shows what came of a vote', async (t) => {
      const { page, messages } = await open(t, folder);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('film-card')].every((card) => card.matches(':state(ready)')),
      );
      assert.deepEqual(await countFacts(page), EACH_ONCE);
      await (await page.waitForSelector('film-card >>> input[value="4"]', { visible: true })).click();
      await page.waitForFunction(
        (words) =>
          document
            .querySelector('film-card')
            .shadowRoot.querySelector('star-rating')
            .shadowRoot.textContent.includes(words),
        {},
        `Your rating: 4, ${kept}`,
      );
      assert.deepEqual(await votesIn(page), [['imdb:tt1798709', 4, true]]);
      assert.deepEqual(messages, []);
    });
  });

describe('what these tests would notice (negative control)', () => {
  it('a second copy of what a card says, and a fact that is not there', async (t) => {
    const { page } = await open(t, join(project, 'eleventy-pages'), { script: false });
    await page.$eval('film-card', (card) => card.before(card.cloneNode(true)));
    await page.$$eval('film-card', (cards) => cards.at(-1).remove());
    assert.deepEqual(await countFacts(page), [2, 2, 2, 0, 0, 0]);
  });
});
