import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { report } from '../../bench/report.mjs';

const spent = (ms) => ({ create: [ms], update: [ms], remove: [ms] });
const held = { js: 1000, dom: 500, nodes: 9, listeners: 0 };
const measured = (id, group, ms) => ({
  id,
  group,
  label: `the ${id}`,
  errors: [],
  rounds: [{ render: { 10: spent(ms / 10), 100: spent(ms), 1000: spent(ms * 10) }, memory: held }],
});
const FLOORS = [measured('f3', 'floor', 2), measured('card-lit-nested', 'card', 4)];
const OURS = [measured('film-widgets', 'peer', 3), measured('film-card', 'card', 8)];

/** The page on performance of a run that measured only these, and its pictures. */
function pageOf(adapters) {
  const run = { date: '2026-01-31T00:00:00Z', browser: 'Chrome', node: 'v22', processors: '2', rounds: 1, paint: {} };
  const { 'performance.md': page, ...pictures } = report({ ...run, adapters });
  for (const file of [page, ...Object.values(pictures)]) assert.doesNotMatch(file, /NaN|undefined|Infinity/);
  for (const [, file] of page.matchAll(/!\[.*\]\((.*)\)/g))
    assert.ok(file in pictures, `${file} is shown and not drawn`);
  return { page, pictures: Object.keys(pictures) };
}

/** What a chapter's tables say of an adapter. */
const row = (page, chapter, id) => {
  const [, text] = page.split(`## ${chapter}\n`);
  return text
    .split('\n## ')[0]
    .split('\n')
    .find((line) => line.startsWith(`| the ${id} |`));
};

describe('the page on performance', () => {
  it('compares what was measured with its floor', () => {
    const { page, pictures } = pageOf([...FLOORS, ...OURS]);
    assert.match(page, /create 1,000 read-only ratings \| 1\.50 × f3 \| 1\.3 × \| \*\*missed\*\*/);
    const { page: beside } = pageOf([...FLOORS, measured('f4', 'floor', 2.5), ...OURS]);
    assert.match(beside, /create 1,000 read-only ratings \| 1\.50 × f3, 1\.20 × f4 \| 1\.3 × \| \*\*missed\*\*/);
    assert.match(page, /create 1,000 cards \| 2\.00 × card-lit-nested/);
    assert.match(row(page, 'Ratings', 'film-widgets'), /30\.0 .*1\.50 × /);
    assert.match(row(page, 'Cards', 'film-card'), /80\.0 .*2\.00 × /);
    assert.deepEqual(pictures, ['pictures/growth-ratings.svg', 'pictures/growth-cards.svg']);
    assert.match(page, /!\[Time to create 10 to 10,000 read-only ratings\]/);
  });

  for (const [without, adapters] of [
    ['both floors', OURS],
    ['the floor of ratings', [...OURS, FLOORS[1]]],
    ['the floor of cards', [...OURS, FLOORS[0]]],
  ])
    it(`says what was measured without ${without}, and leaves the ratios to it out`, () => {
      const { page } = pageOf(adapters);
      for (const [chapter, id, floor] of [
        ['Ratings', 'film-widgets', 'f3'],
        ['Cards', 'film-card', 'card-lit-nested'],
      ]) {
        const isThere = adapters.some((one) => one.id === floor);
        assert.match(row(page, chapter, id), /[38]0\.0 /);
        assert.equal(row(page, chapter, id).includes('×'), isThere, chapter);
        assert.equal(page.includes(`× ${floor} |`), isThere, chapter);
      }
    });

  for (const [what, adapters, picture] of [
    ['ratings', [FLOORS[0], OURS[0]], 'pictures/growth-ratings.svg'],
    ['cards', [FLOORS[1], OURS[1]], 'pictures/growth-cards.svg'],
  ])
    it(`is one on ${what} where only those were measured`, () => {
      const { page, pictures } = pageOf(adapters);
      assert.deepEqual(pictures, [picture]);
      assert.match(page, /Not measured\./);
    });
});
