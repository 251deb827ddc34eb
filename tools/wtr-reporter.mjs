// Counts what ran in web-test-runner: one closing line, and the same numbers as JSON for tools/test.mjs.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { NOTHING, sum } from './run.mjs';

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

/**
 * @param {string} [file] where the numbers go as JSON
 * @returns {import('@web/test-runner').Reporter}
 */
export function countingReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const counts = countSessions(sessions);
      console.log(`browser tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}
