// A node:test reporter that gives the numbers as JSON. Suites are not tests; a file that does not load is a failed one.
import { relative } from 'node:path';

export default async function* counts(source) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for await (const { type, data } of source) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) total.skipped++;
    else if (type === 'test:pass') total.passed++;
    else {
      const { error } = data.details;
      total.failed++;
      total.failures.push(`${relative('', data.file ?? '')}: ${data.name}: ${error?.cause?.message ?? error?.message}`);
    }
  }
  yield JSON.stringify(total);
}
