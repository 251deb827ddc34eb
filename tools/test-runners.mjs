// Every test of the project, runner after runner. Needs the dependencies and a build.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { leftOut } from '../test/helpers/hostile.mjs';
import { findEngines } from './find-browser.mjs';
import { failure, inLanes, ROOT, run, runCounted, sum, withoutDeadBrowsers } from './run.mjs';

/** For each runner: the longest takes 10 where two processors are quick, and three times as long where they are busy otherwise. */
const MINUTES = 40;

const NODE_TESTS =
  'node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=./tools/node-test-counts.mjs';
/** @param {number} [atOnce] how many files run at a time */
const nodeTests = async (files, options, atOnce = 1) => {
  const runFiles = (some) =>
    runCounted(
      `${NODE_TESTS} --test-reporter-destination="$COUNTS" --test-concurrency=${atOnce} ${some.join(' ')}`,
      options,
    );
  return withoutDeadBrowsers(await runFiles(files), runFiles);
};
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

/** The long ones first. @type {Record<string, (options: { print: (chunk: Buffer) => void }) => Promise<import('./run.mjs').Counts>>} */
const RUNNERS = {
  'package tests': (options) =>
    nodeTests(['test/package', 'test/cli', 'test/server'].flatMap(testFiles), { ...options, minutes: MINUTES }, 2),
  ...Object.fromEntries(
    engines.here
      .toReversed()
      .map((name) => [
        `browser tests in ${name}`,
        (options) => runCounted('wtr', { ...options, env: { BROWSERS: name }, minutes: MINUTES }),
      ]),
  ),
  'host tests': (options) => nodeTests(testFiles('test/host'), { ...options, minutes: MINUTES }),
  ...(hasStories && {
    'story tests': async (options) =>
      (await run('npm run --silent build-storybook', options))
        ? runCounted('npm run --silent test:stories', options)
        : failure('Storybook does not build'),
  }),
  'consumer tests': (options) => nodeTests(testFiles('test/consumers'), { ...options, minutes: MINUTES }),
};

/** What a runner prints comes in one piece, when it has ended. @returns {Promise<import('./run.mjs').Counts>} */
export async function runTests() {
  const results = [];
  await inLanes(Object.entries(RUNNERS), async ([name, runner]) => {
    console.log(`${name}…`);
    const start = Date.now();
    const output = [];
    const counts = await runner({ print: (chunk) => output.push(chunk) });
    results.push({ name, ...counts, seconds: Math.round((Date.now() - start) / 1000) });
    console.log(`\n── ${name} ──\n${Buffer.concat(output)}`);
  });
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(`${name}: ${passed} ok, ${failed} not ok${skipped ? `, ${skipped} left out` : ''} (${seconds} s)`);
  for (const name of engines.missing) console.log(`browser tests in ${name}: not run, it is not on this machine`);
  if (leftOut) console.log(leftOut);
  return sum(results);
}
