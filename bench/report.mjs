// Results -> Markdown and plots. A round's value is the best of its repeats, because noise only ever adds; a cell is the median of the
// rounds with the quartiles; a ratio is taken inside each round, where both sides were measured.
import { plot } from './plot.mjs';
import { median, quantile, ratios, summary } from './lib/stats.mjs';

const NOTHING = '–';
const number = (value) => {
  if (!Number.isFinite(value)) return NOTHING;
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
};
/** Without the columns that have nothing to say, as a ratio to what was not measured. */
const table = (head, rows) => {
  if (!rows.length) return 'Not measured.';
  const says = head.map((_, i) => !i || rows.some((cells) => cells[i] !== NOTHING));
  return [head, head.map((_, i) => (i ? '--:' : '---')), ...rows]
    .map((cells) => `| ${cells.filter((_, i) => says[i]).join(' | ')} |`)
    .join('\n');
};

/** One value for each round; NaN for a round that did not ask. */
const perRound = ({ rounds }, count, get) =>
  Array.from({ length: count }, (_, round) => (rounds[round] && get(rounds[round])) ?? NaN);

const best =
  (n, act, kind = 'render') =>
  (round) =>
    round[kind]?.[n] && Math.min(...round[kind][n][act]);
const bytes = (held) => held && held.js + held.dom;

/** The goals: what, how it is measured, ours, against what, at most how many times as much; and what else to compare with. */
const GOALS = [
  ['create 1,000 read-only ratings', best(1000, 'create'), 'film-widgets', 'f3', 1.3, 'f4'],
  ['update 1,000 read-only ratings', best(1000, 'update'), 'film-widgets', 'f3', 1.5, 'f4'],
  ['memory of a read-only rating', (round) => bytes(round.memory), 'film-widgets', 'f3', 1.5],
  ['create 1,000 interactive ratings', best(1000, 'create', 'interactive'), 'film-widgets', 'shoelace', 0.4],
  ['create 1,000 cards', best(1000, 'create'), 'film-card', 'card-lit-nested', 0.4],
  ['create 1,000 cards, all in view', best(1000, 'create'), 'film-card-seen', 'card-lit-nested', 1.25],
  ['memory of a card', (round) => bytes(round.memory), 'film-card', 'card-lit-nested', 1.3],
];

/** @returns {Record<string, string>} files by name */
export function report({ date, browser, node, processors, rounds, adapters, paint }) {
  const byId = Object.fromEntries(adapters.map((one) => [one.id, one]));
  const values = (one, get) => perRound(one, rounds, get);
  const cell = (list) => {
    const { median: middle, low, high, n } = summary(list);
    return n ? `${number(middle)} [${number(low)}–${number(high)}]` : NOTHING;
  };
  const times = (one, floor, get) => {
    if (!floor) return NOTHING;
    const { median: middle, n } = summary(ratios(values(one, get), values(floor, get)));
    return n ? `${number(middle)} ×` : NOTHING;
  };
  const ranked = (list, get) =>
    list
      .filter((one) => values(one, get).some(Number.isFinite))
      .sort((a, b) => median(values(a, get)) - median(values(b, get)));

  const ratings = adapters.filter(({ group, id }) => group !== 'card' && id !== 'empty');
  const cards = adapters.filter(({ group }) => group === 'card');
  /** A table of columns that are each measured and compared with a floor, where that was measured too. */
  const compare = (list, floor, floorName, columns) =>
    table(
      ['', ...columns.flatMap(([name]) => [name, `× ${floorName}`])],
      ranked(list, columns[0][1]).map((one) => [
        one.label,
        ...columns.flatMap(([, get]) => [cell(values(one, get)), times(one, floor, get)]),
      ]),
    );

  const goals = GOALS.filter(([, , ours, floor]) => byId[ours] && byId[floor]).map(
    ([what, get, ours, floor, most, other]) => {
      const ratioTo = (one) => median(ratios(values(byId[ours], get), values(byId[one], get)));
      const ratio = ratioTo(floor);
      const measured = [floor, other].filter((one) => byId[one]).map((one) => `${number(ratioTo(one))} × ${one}`);
      return [what, measured.join(', '), `${most} ×`, ratio <= most ? 'reached' : '**missed**'];
    },
  );
  const growth =
    byId['film-widgets'] &&
    median(
      ratios(values(byId['film-widgets'], best(10_000, 'create')), values(byId['film-widgets'], best(1000, 'create'))),
    );
  if (Number.isFinite(growth))
    goals.push([
      '10,000 ratings against 1,000',
      `${number(growth)} × the time`,
      '10.5 ×',
      growth <= 10.5 ? 'reached' : '**missed**',
    ]);
  for (const [kind, most] of [
    ['memory', 0],
    ['held', 8],
  ]) {
    const count =
      byId['film-widgets'] && Math.round(median(values(byId['film-widgets'], (round) => round[kind]?.listeners)));
    if (Number.isFinite(count))
      goals.push([
        `listeners of ${most ? 'an interactive' : 'a read-only'} rating`,
        number(count),
        `${most}`,
        count <= most ? 'reached' : '**missed**',
      ]);
  }

  const sized = ratings.filter((one) => one.bytes).sort((a, b) => a.bytes.total.brotli - b.bytes.total.brotli);
  const errors = adapters
    .filter((one) => one.errors.length)
    .map(({ label, errors }) => `- ${label}: ${[...new Set(errors)].slice(0, 2).join('; ')}`);
  const floor = byId.f3;
  const cardFloor = byId['card-lit-nested'];

  const line = (counts, kind) => (one) => ({
    label: one.label.replaceAll('*', ''),
    ours: one.label.includes('film-widgets'),
    points: counts
      .map((n) => [n, median(values(one, best(n, 'create', kind)))])
      .filter(([, value]) => Number.isFinite(value) && value > 0),
  });
  const pictures = {};
  /** Draws a picture and shows it, where there is anything to draw. */
  const picture = (name, title, list, counts, kind) => {
    const lines = list.map(line(counts, kind)).filter(({ points }) => points.length > 1);
    if (!lines.length) return '';
    pictures[name] = plot({ title: `Creating ${title}`, unit: 'ms of the main thread', lines });
    const [from, to] = [counts[0], counts.at(-1)].map((count) => count.toLocaleString('en'));
    return `![Time to create ${from} to ${to} ${title}](${name})`;
  };

  const markdown = `# Performance

Measured ${date.slice(0, 10)} in ${browser}, Node ${node.replace('v', '')}, on ${processors}; ${rounds} rounds, fewer for what is far behind.
To run it again: \`npm run bench\`; with \`-- --write\` it writes this page. How it measures: [bench/README.md](../bench/README.md).

Times are milliseconds of the main thread until it is quiet: median [quartiles]. F1 to F3 are floors: the least that a hand-written element,
plain HTML, and a Lit element can do that shows nothing but stars; no rating with a label, a summary and a vote can be there. F4 is F3 with the
sentence that a rating has to show, and with stars that a strict Content Security Policy allows: what is missed against F3 and not against F4 is the price of these two.

## Goals

${table(['', 'measured', 'goal: at most', ''], goals)}

## Bytes

A production bundle of the one element with the CSS that it needs, in bytes.

${table(
  ['', 'minified', 'brotli', 'brotli, framework left out', 'version'],
  sized.map(({ label, bytes: { total, own }, versions }) => [
    label,
    ...[total.min, total.brotli, own.brotli].map((value) => value.toLocaleString('en')),
    versions.join(', '),
  ]),
)}

## Ratings

${picture('pictures/growth-ratings.svg', 'read-only ratings', ratings, [10, 100, 1000, 10_000])}

1,000 read-only ratings:

${compare(ratings, floor, 'F3', [
  ['create', best(1000, 'create')],
  ['update', best(1000, 'update')],
  ['remove', best(1000, 'remove')],
])}

${picture('pictures/growth-interactive.svg', 'interactive ratings', ratings, [10, 100, 1000, 10_000], 'interactive')}

1,000 interactive ratings, and an input on one of them, from the event to what it paints:

${table(
  ['', 'create', '× F3', 'click', 'arrow key'],
  ranked(ratings, best(1000, 'create', 'interactive')).map((one) => [
    one.label,
    cell(values(one, best(1000, 'create', 'interactive'))),
    times(one, floor, best(1000, 'create', 'interactive')),
    cell(values(one, ({ input }) => input && quantile(input.clicks, 0.5))),
    cell(values(one, ({ input }) => input && quantile(input.keys, 0.5))),
  ]),
)}

## Memory

What one widget holds after garbage collection, as a mean of many; and what stays for each that was created and destroyed.

${table(
  ['', 'bytes', '× floor', 'nodes', 'listeners', 'stays: bytes', 'nodes', 'listeners'],
  [...ranked(ratings, (round) => bytes(round.memory)), ...ranked(cards, (round) => bytes(round.memory))].map((one) => {
    const of = (kind, name) => number(median(values(one, (round) => round[kind]?.[name])));
    return [
      one.label,
      number(median(values(one, (round) => bytes(round.memory)))),
      times(one, one.group === 'card' ? cardFloor : floor, (round) => bytes(round.memory)),
      of('memory', 'nodes'),
      of('memory', 'listeners'),
      number(median(values(one, (round) => bytes(round.leak)))),
      of('leak', 'nodes'),
      of('leak', 'listeners'),
    ];
  }),
)}

## Evaluating the script

Script and compile time of a page that loads the bundle and makes no widget, nothing cached.

${table(
  ['', 'ms', '× F3'],
  ranked(ratings, ({ cold }) => cold && cold.script + cold.compile).map((one) => {
    const get = ({ cold }) => cold && cold.script + cold.compile;
    return [one.label, cell(values(one, get)), times(one, floor, get)];
  }),
)}

## Cards

${picture('pictures/growth-cards.svg', 'cards', cards, [1, 10, 100, 1000])}

1,000 cards on one page, most of them out of view. The cards that ours is compared with show the same facts by a fixed template, check no
payload, and have neither votes nor languages.

${compare(cards, cardFloor, 'Lit', [
  ['create', best(1000, 'create')],
  ['update', best(1000, 'update')],
  ['remove', best(1000, 'remove')],
])}

## First paint of a card

On a slow line (slow 4G: 150 ms, 1.6 Mbit/s) and a processor slowed four times, in milliseconds.

${table(
  ['', 'first paint', 'largest paint', 'layout shift'],
  Object.entries(paint).map(([name, seen]) => [
    name,
    cell(seen.map(({ first }) => first)),
    cell(seen.map(({ largest }) => largest)),
    number(median(seen.map(({ shift }) => shift))),
  ]),
)}
${errors.length ? `\n## What went wrong\n\n${errors.join('\n')}\n` : ''}`;

  return { 'performance.md': markdown, ...pictures };
}
