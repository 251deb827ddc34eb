// `npm run bench`: measures everything in one run and writes docs/performance.md with its plots. Installs what it needs.
//   --rounds 5           how often each adapter is measured
//   --only f3,shoelace   only these
//   --write              into docs/; else into bench/results/
//   --smoke              only what CI holds: a minute, ratios against the floors (smoke.mjs)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { ensureBuilt, ensureRivals, serveBundles } from './lib/prepare.mjs';

const { values: asked } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
  },
});
if (asked.smoke) {
  await import('./smoke.mjs');
  process.exit();
}
const ROUNDS = Number(asked.rounds);
const SLOW_ROUNDS = Math.min(ROUNDS, 3);
const RATINGS = [1, 10, 100, 1000];
const CARDS = [1, 10, 100, 1000];
const MANY = 10_000;

ensureBuilt();
ensureRivals();
// not before: the rivals are imported by what these bundle
const { adapters, adaptersOf } = await import('./adapters/index.mjs');
const { launch } = await import('./lib/browser.mjs');
const { BENCH, buildPage, buildSize, clean } = await import('./lib/build.mjs');
const { cold, input, leak, memory, render } = await import('./lib/measure.mjs');
const { firstPaint } = await import('./first-paint.mjs');
const { report } = await import('./report.mjs');

const RESULTS = join(BENCH, 'results');
const say = (...words) => console.error(new Date().toISOString().slice(11, 19), ...words);
const versionOf = (name) => {
  for (const folder of [BENCH, dirname(BENCH)])
    try {
      return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
    } catch {
      // in the other one
    }
  throw new Error(`${name} is not installed`);
};

clean();
mkdirSync(RESULTS, { recursive: true });
const list = (asked.only ? adaptersOf(asked.only.split(',')) : adapters).map((one) => ({
  ...one,
  errors: [],
  rounds: [],
}));
for (const one of list) {
  await buildPage(one);
  one.bytes = await buildSize(one);
  one.versions = (one.packages ?? []).map((name) => `${name} ${versionOf(name)}`);
}
say(`${list.length} bundles`);

/** Another order each round, the same in each run. */
function shuffled(all, seed) {
  const rest = [...all];
  let state = seed;
  return all.map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return rest.splice(state % rest.length, 1)[0];
  });
}

const server = await serveBundles();

/** Once, as it takes long; a widget that has no end of it keeps its other figures. */
async function renderMany(browser, one, options) {
  try {
    return await render(browser, server.url, one, [MANY], { ...options, repeat: 1 });
  } catch (error) {
    one.errors.push(`${MANY} at once: ${error.message}`);
    return {};
  }
}

/** Everything about one adapter that a round asks. */
async function measure(browser, one, round) {
  const { url } = server;
  const isCard = one.group === 'card';
  const counts = isCard ? CARDS : RATINGS;
  const seen = { render: await render(browser, url, one, counts, { repeat: one.slow ? 1 : 3 }) };
  if (one.bytes) seen.cold = await cold(browser, url, one);
  if (!isCard && round < 2) Object.assign(seen.render, await renderMany(browser, one));
  if (round < 3) seen.memory = await memory(browser, url, one, isCard ? 200 : 1000);
  if (round < 1) seen.leak = await leak(browser, url, one, isCard ? 100 : 1000);
  if (one.input === false) return seen;
  seen.interactive = await render(browser, url, one, RATINGS, { interactive: true, repeat: one.slow ? 1 : 2 });
  if (round < 1) Object.assign(seen.interactive, await renderMany(browser, one, { interactive: true }));
  if (round < 3) seen.held = await memory(browser, url, one, 1000, true);
  seen.input = await input(browser, url, one);
  return seen;
}

const result = {
  date: new Date().toISOString(),
  node: process.version,
  processors: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
  rounds: 0,
  adapters: list,
  paint: await firstPaint(ROUNDS),
};
const folder = asked.write ? join(dirname(BENCH), 'docs') : RESULTS;

/** After each round, so that a run that is stopped has told what it knows. */
async function publish() {
  writeFileSync(join(RESULTS, 'last.json'), JSON.stringify(result));
  for (const [name, text] of Object.entries(report(result))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name.endsWith('.md') ? await format(text, { parser: 'markdown' }) : text);
  }
  say(`wrote ${folder}/performance.md`);
}

for (let round = 0; round < ROUNDS; round++) {
  const { browser, close } = await launch();
  result.browser ??= await browser.version();
  for (const one of shuffled(list, round + 1)) {
    if (one.slow && round >= SLOW_ROUNDS) continue;
    const start = Date.now();
    try {
      one.rounds[round] = await measure(browser, one, round);
    } catch (error) {
      one.errors.push(error.message);
    }
    say(`round ${round + 1} of ${ROUNDS}: ${one.id} (${Math.round((Date.now() - start) / 1000)} s)`);
  }
  await close();
  result.rounds = round + 1;
  await publish();
}
server.close();
