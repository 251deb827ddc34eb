// What has to hold before a change is taken. Every step runs, also after one that failed; the last line adds up steps and tests.
import { ensureInstalled, failure, finish, NOTHING, run, runCounted, sum } from './run.mjs';

/** [name, command]: each is also an npm script, or one line to type. */
const BEFORE_TESTS = [
  ['format', 'npm run --silent format:check'],
  ['lint', 'npm run --silent lint'],
  ['types', 'npm run --silent typecheck'],
  ['template types', 'npm run --silent lint:templates'],
  ['manifest', 'npm run --silent check:manifest'],
  ['JSON Schema', 'npm run --silent check:schema'],
  ['build', 'npm run --silent build'],
  ['same bytes again', 'npm run --silent check:reproducible'],
  ['nothing machine specific', 'npm run --silent check:words'],
];
const AFTER_TESTS = [
  ['size', 'npm run --silent size'],
  ['fuzzing, a little of it', 'npm run --silent fuzz -- --runs 100'],
  ['speed against the floors', 'npm run --silent bench -- --smoke'],
  ['package', 'npm run --silent check:package'],
  ['unused code', 'npm run --silent knip'],
  ['hashes', 'npm run --silent sri'],
];

const report = [];
const counts = [];

async function step([name, command]) {
  console.log(`\n══ ${name}: ${command} ══`);
  const start = Date.now();
  const ok = await run(command);
  report.push(`${ok ? 'ok    ' : 'not ok'} ${name} (${Math.round((Date.now() - start) / 1000)} s)`);
  counts.push(ok ? { ...NOTHING, passed: 1 } : failure(`${name}: ${command}`));
}

await ensureInstalled();
for (const one of BEFORE_TESTS) await step(one);
console.log('\n══ tests: npm test ══');
const start = Date.now();
const tests = await runCounted('npm test --silent', { minutes: 70 });
report.push(`${tests.failed ? 'not ok' : 'ok    '} tests (${Math.round((Date.now() - start) / 1000)} s)`);
counts.push(tests);
for (const one of AFTER_TESTS) await step(one);

console.log(`\n${report.join('\n')}`);
finish(sum(counts));
