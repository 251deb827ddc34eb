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
    env: { ...process.env, PATH: `${join(project, 'node_modules/.bin')}:${process.env.PATH}`, NO_COLOR: '1' },
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

/** Serves a folder and uses the film page in it, as a reader does. */
async function useFilmPage(t, folder) {
  const server = await serve(folder);
  const page = await browser.newPage();
  t.after(() => {
    server.close();
    return page.close();
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.evaluateOnNewDocument(() => {
    globalThis.votes = [];
    document.addEventListener('vote', ({ detail, answered }) => {
      globalThis.votes.push([detail.subject, detail.value, answered]);
    });
  });
  await page.goto(server.url);

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
  assert.deepEqual(await page.evaluate('votes'), [
    ['imdb:tt1798709', 4, true],
    ['imdb:tt4975722', 5, true],
  ]);
  assert.deepEqual(errors, []);
}

for (const [app, { check, build }] of Object.entries(APPS))
  describe(`a ${app} project`, () => {
    it('has type errors where it is wrong, and nowhere else', async () => {
      const { output } = await run(...check);
      const wrong = wrongLines(app);
      assert.notEqual(wrong.length, 0);
      assert.deepEqual(errorLines(output), wrong, output);
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
