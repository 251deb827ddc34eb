// Counts what ran in web-test-runner: one closing line, and the same numbers as JSON for tools/test.mjs.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { NOTHING, sum } from './run.mjs';
import { LATER_TRY } from './wtr-tries.mjs';

/** @typedef {import('./run.mjs').Counts} Counts */

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @param {string} where
 * @returns {Counts}
 */
function countSuite(suite, where) {
  const own = (suite?.tests ?? []).map(({ name, passed, skipped, error }) => {
    if (skipped) return { ...NOTHING, skipped: 1 };
    if (passed) return { ...NOTHING, passed: 1 };
    return { ...NOTHING, failed: 1, failures: [`${where} ${name}: ${error?.message}`] };
  });
  const inner = (suite?.suites ?? []).map((one) => countSuite(one, `${where} ${one.name}`));
  return sum([...own, ...inner]);
}

/**
 * A session is one test file in one browser. One that failed without a failed test (it did not load, it threw outside
 * a test, it holds no test) counts as one failure.
 * @param {Iterable<import('@web/test-runner').TestSession>} sessions
 * @returns {Counts}
 */
export function countSessions(sessions) {
  return sum(
    [...sessions].map(({ testResults, testFile, browser, passed, errors }) => {
      const where = `${browser.name} ${relative('', testFile)}:`;
      const counts = countSuite(testResults, where);
      const ran = counts.passed + counts.failed + counts.skipped > 0;
      if (counts.failed || (passed && !errors.length && ran)) return counts;
      const why = errors.map(({ message }) => message).join(', ') || (ran ? 'failed' : 'holds no test');
      return { ...counts, failed: 1, failures: [`${where} ${why}`] };
    }),
  );
}

/** The titles of all tests of a suite, after those of the suites around them. @returns {Generator<string>} */
function* titlesIn(suite, where) {
  for (const { name } of suite?.tests ?? []) yield `${where}: ${name}`;
  for (const inner of suite?.suites ?? []) yield* titlesIn(inner, `${where} ${inner.name}`);
}

/** How test/helpers/where-possible.ts calls the test that stands for those that an engine cannot do: by what, and how many. */
const STAND_IN = /: ([\w ]+): (\d+) \[not possible here: /;

/**
 * What the numbers do not say: tests that passed only at a later try, and those that an engine cannot do.
 * @param {Iterable<import('@web/test-runner').TestSession>} sessions
 * @returns {string[]}
 */
export function remarks(sessions) {
  const later = [];
  /** @type {Record<string, number>} */
  const notPossible = {};
  for (const { testResults, testFile, browser } of sessions)
    for (const title of titlesIn(testResults, `${browser.name} ${relative('', testFile)}`)) {
      if (LATER_TRY.test(title)) later.push(title);
      const [, what, count] = STAND_IN.exec(title) ?? [];
      if (!what) continue;
      const key = `${browser.name}, ${what}`;
      notPossible[key] = (notPossible[key] ?? 0) + Number(count);
    }
  return [...later, ...Object.entries(notPossible).map(([what, count]) => `not possible in ${what}: ${count}`)];
}

/**
 * @param {string} [file] where the numbers go as JSON
 * @returns {import('@web/test-runner').Reporter}
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = countSessions(sessions);
      for (const remark of remarks(sessions)) console.log(remark);
      console.log(`browser tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}
