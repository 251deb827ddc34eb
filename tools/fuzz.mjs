// `npm run fuzz`: the properties that the tests hold a few hundred times, 20,000 times each, from a seed that it prints. For the night.
//   --runs 20000   how often each property is tried
//   --seed 1       the same inputs again
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { ROOT, run } from './run.mjs';

/** Tests of pure code that try properties by `runs` of test/helpers/runs.ts. */
const PROPERTIES = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.test.ts') && readFileSync(join(ROOT, 'test', file), 'utf8').includes('/helpers/runs.js'),
);

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } } });
const numRuns = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(numRuns >= 1) || !Number.isInteger(seed)) throw new Error('--runs and --seed are whole numbers');

const folder = join(ROOT, 'node_modules/.cache/film-widgets-fuzz');
mkdirSync(folder, { recursive: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: PROPERTIES.map((file) => `test/${file}`),
  outbase: 'test',
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['fast-check', 'chai'],
  alias: { '@open-wc/testing': './tools/fuzz-in-node.mjs' },
  inject: ['tools/fuzz-in-node.mjs'],
  banner: { js: `globalThis.fuzz = ${JSON.stringify({ numRuns, seed })};` },
});
console.log(`${numRuns} runs of each property, seed ${seed}`);
const files = PROPERTIES.map((file) => join(folder, file.replace(/\.ts$/, '.mjs')));
const ok = await run(`node --test --test-reporter=spec ${files.map((file) => `"${file}"`).join(' ')}`, {
  minutes: 240,
});
console.log(`the same again: npm run fuzz -- --runs ${numRuns} --seed ${seed}`);
process.exitCode = ok ? 0 : 1;
