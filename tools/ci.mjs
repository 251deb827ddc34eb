// What has to hold before a change is taken. Every step runs, also after one that failed; the last line adds up steps and tests.
import { ensureInstalled, failure, finish, inLanes, NOTHING, run, runCounted, sum } from './run.mjs';

/** [name, command]: each is also an npm script, or one line to type. */
const OF_THE_SOURCE = [
  ['lint', 'npm run --silent lint'],
  ['format', 'npm run --silent format:check'],
  ['types', 'npm run --silent typecheck'],
  ['template types', 'npm run --silent lint:templates'],
  ['manifest', 'npm run --silent check:manifest'],
  ['JSON Schema', 'npm run --silent check:schema'],
];
/** Of the build that the tests have made. */
const OF_THE_BUILD = [
  ['fuzzing, a little of it', 'npm run --silent fuzz -- --runs 100'],
  ['package', 'npm run --silent check:package'],
  ['unused code', 'npm run --silent knip'],
  ['size', 'npm run --silent size'],
  ['nothing machine specific', 'npm run --silent check:machine-specific'],
  ['hashes', 'npm run --silent sri'],
  ['load on the vote host, a little of it', 'VOTES=200 MEMORY_VOTES=1000 npm run --silent bench:host'],
];
/** One measures time, the other one puts another build in the place of this. */
const ALONE = [
  ['speed against the floors', 'npm run --silent bench -- --smoke'],
  ['same bytes again', 'npm run --silent check:reproducible'],
];

const report = [];
const counts = [];

async function step([name, command]) {
  const start = Date.now();
  const output = [];
  const ok = await run(command, { print: (chunk) => output.push(chunk) });
  console.log(`\n══ ${name}: ${command} ══\n${Buffer.concat(output)}`);
  report.push(`${ok ? 'ok    ' : 'not ok'} ${name} (${Math.round((Date.now() - start) / 1000)} s)`);
  counts.push(ok ? { ...NOTHING, passed: 1 } : failure(`${name}: ${command}`));
}

await ensureInstalled();
await inLanes(OF_THE_SOURCE, step);
console.log('\n══ tests: npm test ══');
const start = Date.now();
const tests = await runCounted('npm test --silent', { minutes: 70 });
report.push(`${tests.failed ? 'not ok' : 'ok    '} tests (${Math.round((Date.now() - start) / 1000)} s)`);
counts.push(tests);
await inLanes(OF_THE_BUILD, step);
for (const one of ALONE) await step(one);

console.log(`\n${report.join('\n')}`);
finish(sum(counts));
