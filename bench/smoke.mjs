// A minute in CI, against the floors only. Ratios, because milliseconds are the machine's; generous ones, because
// it is busy. What they are when it is quiet stands in docs/performance.md.
import { adaptersOf } from './adapters/index.mjs';
import { launch } from './lib/browser.mjs';
import { buildPage, clean } from './lib/build.mjs';
import { memory, render } from './lib/measure.mjs';
import { ensureBuilt, serveBundles } from './lib/prepare.mjs';
import { median } from './lib/stats.mjs';

const ROUNDS = 2;
const RATINGS = 1000;
const CARDS = 100;
const bytes = ({ js, dom }) => js + dom;
const best = (spent, n, act) => Math.min(...spent[n][act]);

/** [what, ours, the floor, at most how many times the floor, how to measure one of them] */
const RATIOS = [
  ['create 1,000 read-only ratings', 'film-widgets', 'f3', 4, ({ plain }) => best(plain, RATINGS, 'create')],
  ['update 1,000 read-only ratings', 'film-widgets', 'f3', 12, ({ plain }) => best(plain, RATINGS, 'update')],
  ['memory of a read-only rating', 'film-widgets', 'f3', 2.5, ({ held }) => bytes(held)],
  [
    'create 1,000 interactive ratings',
    'film-widgets',
    'f3',
    12,
    ({ interactive }) => best(interactive, RATINGS, 'create'),
  ],
  ['create 100 cards', 'film-card', 'card-lit-nested', 8, ({ plain }) => best(plain, CARDS, 'create')],
];

ensureBuilt();
clean();
const all = adaptersOf(['f3', 'film-widgets', 'card-lit-nested', 'film-card']);
for (const one of all) await buildPage(one);
const server = await serveBundles();
const { browser, close } = await launch();
const rounds = [];
for (let round = 0; round < ROUNDS; round++) {
  const seen = {};
  for (const one of all) {
    const isCard = one.group === 'card';
    seen[one.id] = {
      plain: await render(browser, server.url, one, [isCard ? CARDS : RATINGS], { repeat: 2 }),
      ...(!isCard && {
        interactive: await render(browser, server.url, one, [RATINGS], { repeat: 1, interactive: true }),
        held: await memory(browser, server.url, one),
      }),
    };
  }
  rounds.push(seen);
}
await close();
server.close();

for (const [what, ours, floor, most, of] of RATIOS) {
  const ratio = median(rounds.map((seen) => of(seen[ours]) / of(seen[floor])));
  const ok = ratio <= most;
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok    ' : 'not ok'} ${what}: ${ratio.toFixed(2)} × ${floor} (at most ${most})`);
}
const { listeners } = rounds[0]['film-widgets'].held;
console.log(`${listeners === 0 ? 'ok    ' : 'not ok'} listeners of a read-only rating: ${listeners}`);
if (listeners !== 0) process.exitCode = 1;
