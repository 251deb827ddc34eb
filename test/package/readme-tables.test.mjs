// What the tables of README and CONTRIBUTING name, and what there is.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { codeIn, read } from './markdown.mjs';

const README = read('README.md');
const CONTRIBUTING = read('CONTRIBUTING.md');

describe('tables', () => {
  const elements = JSON.parse(read('custom-elements.json')).modules.flatMap((module) => module.declarations);
  const names = (list = []) => list.map(({ name }) => name);
  const rows = (markdown) =>
    [...markdown.matchAll(/^\|(.*)\|$/gm)].map(([, row]) => row.split('|').map((cell) => codeIn(cell)));
  /** What the table of elements says that is not so. */
  const wrong = (markdown) =>
    rows(markdown).flatMap(([[tag], , properties, events]) => {
      const element = elements.find(({ tagName }) => `<${tagName}>` === tag);
      if (!element) return [];
      const known = [...names(element.attributes), ...names(element.members)];
      const fired = names(element.events);
      return [
        ...properties.filter((name) => !known.includes(name)),
        ...events.filter((name) => !fired.includes(name)),
        ...fired.filter((name) => !events.includes(name)),
      ].map((name) => `${tag} ${name}`);
    });

  it('of the README have every element, its events, and no attribute that is none', () => {
    const tags = rows(README).flatMap(([[tag]]) => (tag?.startsWith('<') ? [tag] : []));
    assert.deepEqual(tags.sort(), elements.map(({ tagName }) => `<${tagName}>`).sort());
    assert.deepEqual(wrong(README), []);
  });

  it('that are wrong are noticed (negative control)', () => {
    const table = '| `<review-excerpt>` | x | `limit` `limits` | `excerpt-open` |';
    const found = ['limits', 'excerpt-open', 'excerpt-toggle'].map((name) => `<review-excerpt> ${name}`);
    assert.deepEqual(wrong(table), found);
  });

  it('of CONTRIBUTING have every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const named = rows(CONTRIBUTING).flatMap(([[name]]) => (name && !name.includes(' ') ? [name] : []));
    assert.deepEqual(
      named.filter((name) => !name.startsWith('.') && name !== 'src/').sort(),
      rooms.map(({ name }) => name).sort(),
    );
  });

  it('and texts name every token, and none that is none', () => {
    const card = elements.find(({ tagName }) => tagName === 'film-card');
    const named = new Set(README.match(/--film-widgets-[\w-]+/g));
    assert.deepEqual([...named].sort(), names(card.cssProperties).sort());
  });

  it('and texts name every reason to refuse a vote', () => {
    const [, union] = /type VoteErrorCode = ([^;]+);/.exec(read('dist/vote/vote-error.d.ts'));
    const listed = README.split('\n').find((line) => line.startsWith('`login-required`'));
    const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    assert.deepEqual(codeIn(listed), codes);
  });
});
