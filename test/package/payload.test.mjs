// docs/payload.md as a reader uses it: its snippets run and say what they say, its table has the fields and limits of the schema.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { transformSync } from 'esbuild';
import schema from 'film-widgets/film.schema.json' with { type: 'json' };
import { codeIn, fences, read } from './markdown.mjs';

const text = read('docs/payload.md');
const rows = (markdown) =>
  [...markdown.matchAll(/^\| `(\w+)` *\| (.*?) *\| (.*?) *\|$/gm)].map(([, ...cells]) => cells);

/** Runs a snippet and gives what it prints, line by line, beside what its comments say that it prints. */
function printed(code) {
  const { code: script } = transformSync(code, { loader: 'ts' });
  const output = execFileSync(process.execPath, ['--input-type=module', '-'], { input: script, encoding: 'utf8' });
  const said = [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)$/gm)].map(([, comment]) => comment);
  return [
    output
      .trim()
      .replace(/\s*\n\s+/g, ' ')
      .replace(/ ?\n}/g, ' }')
      .split('\n'),
    said,
  ];
}

describe('docs/payload.md', () => {
  for (const [i, { lang, code }] of fences(text).entries())
    it(`has snippet ${i + 1} print what it says`, () => {
      assert.equal(lang, 'ts');
      const [output, said] = printed(code);
      assert.notEqual(said.length, 0);
      assert.deepEqual(output, said);
    });

  it('would be noticed if a snippet said something else (negative control)', () => {
    const [output, said] = printed("console.log('a'); // b\n");
    assert.deepEqual([output, said], [['a'], ['b']]);
  });

  it('has every field of the schema in its table, in that order, with its limit and its inner fields', () => {
    const fields = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => name !== '$schema'));
    assert.deepEqual(
      rows(text).map(([name]) => name),
      Object.keys(fields),
    );
    for (const [name, type, limit] of rows(text)) {
      const { maxLength, maxItems, minimum, maximum, items, $ref = items?.$ref } = fields[name];
      const expected = maxItems
        ? `${maxItems} items`
        : maxLength
          ? `${maxLength} characters`
          : maximum
            ? `${minimum} to ${maximum}`
            : '';
      assert.equal(limit, expected, name);
      const inner = $ref ? Object.keys(schema.$defs[$ref.split('/').at(-1)].properties ?? {}) : [];
      assert.deepEqual(
        inner.filter((key) => !codeIn(type).includes(key)),
        [],
        name,
      );
      assert.equal(/required/.test(type), schema.required.includes(name), name);
    }
  });
});
