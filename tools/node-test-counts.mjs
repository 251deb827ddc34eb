// A node:test reporter that gives the numbers as JSON. Suites are not tests; a file that does not load is a failed one.
export default async function* counts(source) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    total[
      data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'
    ]++;
  }
  yield JSON.stringify(total);
}
