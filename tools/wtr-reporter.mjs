// Counts what ran in web-test-runner: one closing line, and the same numbers as JSON for tools/test.mjs.
import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @param {Counts} counts
 */
function add(suite, counts) {
  for (const test of suite?.tests ?? []) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) add(inner, counts);
}

/**
 * A session is one test file in one browser. One that failed without a failed test (it did not load, it threw outside
 * a test, it holds no test) counts as one failure.
 * @param {Iterable<import('@web/test-runner').TestSession>} sessions
 * @returns {Counts}
 */
export function countSessions(sessions) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    add(session.testResults, counts);
    const ran = counts.passed + counts.failed + counts.skipped > 0;
    if (!counts.failed && (!session.passed || session.errors.length || !ran)) counts.failed = 1;
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  return total;
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
