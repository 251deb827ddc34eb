// Every test of the project, runner after runner. Needs the dependencies and a build.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findEngines } from './find-browser.mjs';
import { failure, ROOT, run, runCounted, sum } from './run.mjs';

const NODE_TESTS =
  'node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=./tools/node-test-counts.mjs';
const nodeTests = (files, options) =>
  runCounted(`${NODE_TESTS} --test-reporter-destination="$COUNTS" ${files.join(' ')}`, options);
const testFiles = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.test.mjs'))
        .map((name) => `${folder}/${name}`)
    : [];
const hasStories =
  existsSync(join(ROOT, 'stories')) && readdirSync(join(ROOT, 'stories')).some((name) => name.includes('.stories.'));

/** Every engine of this machine, or those that BROWSERS asks for. What is missing is said at the end, and is no pass. */
const engines = findEngines(process.env.BROWSERS);

/** @type {Record<string, () => Promise<import('./run.mjs').Counts>>} */
const RUNNERS = {
  ...Object.fromEntries(
    engines.here.map((name) => [
      `browser tests in ${name}`,
      () => runCounted('wtr', { env: { BROWSERS: name }, minutes: 15 }),
    ]),
  ),
  'package tests': () => nodeTests(['test/package', 'test/cli', 'test/server'].flatMap(testFiles), { minutes: 20 }),
  ...(hasStories && {
    'story tests': async () =>
      (await run('npm run --silent build-storybook'))
        ? runCounted('npm run --silent test:stories')
        : failure('Storybook does not build'),
  }),
  'host tests': () => nodeTests(testFiles('test/host'), { minutes: 15 }),
  'consumer tests': () => nodeTests(testFiles('test/consumers'), { minutes: 15 }),
};

/** @returns {Promise<import('./run.mjs').Counts>} */
export async function runTests() {
  const results = [];
  for (const [name, runner] of Object.entries(RUNNERS)) {
    console.log(`\n── ${name} ──`);
    const start = Date.now();
    results.push({ name, ...(await runner()), seconds: Math.round((Date.now() - start) / 1000) });
  }
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(`${name}: ${passed} ok, ${failed} not ok${skipped ? `, ${skipped} left out` : ''} (${seconds} s)`);
  for (const name of engines.missing) console.log(`browser tests in ${name}: not run, it is not on this machine`);
  return sum(results);
}
