// The data for editors, by what somebody who types into one is shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const elements = read('custom-elements.json').modules.flatMap((module) => module.declarations);
const packageJson = read('package.json');
const html = read('dist/editors/vscode.html-custom-data.json');
const css = read('dist/editors/vscode.css-custom-data.json');
const webTypes = read('dist/editors/web-types.json');

const names = (list = []) => list.map(({ name }) => name).sort();
const all = (key) => [...new Set(elements.flatMap((element) => names(element[key])))].sort();
const silent = (list = []) => list.filter(({ description }) => !description);

describe('VS Code', () => {
  it('completes every tag', () => {
    assert.deepEqual(names(html.tags), elements.map(({ tagName }) => tagName).sort());
    assert.deepEqual(silent(html.tags), []);
  });

  for (const { tagName, attributes } of elements)
    it(`completes every attribute of <${tagName}>`, () => {
      const tag = html.tags.find(({ name }) => name === tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.deepEqual(silent(tag.attributes), []);
    });

  it('completes `form`, which the browser reads and no class of ours', () => {
    assert.ok(names(html.tags.find(({ name }) => name === 'star-rating').attributes).includes('form'));
  });

  it('offers the values of an attribute that has a few, and of no other', () => {
    const offered = html.tags.flatMap((tag) =>
      tag.attributes.filter(({ values }) => values.length).map(({ name, values }) => [name, ...names(values)]),
    );
    assert.deepEqual(offered, [
      ['layout', 'compact', 'full'],
      ['reveal', 'after-vote', 'always'],
      ['highlight', 'only', 'upto'],
    ]);
  });

  it('completes every custom property and, once, every part', () => {
    assert.deepEqual(names(css.properties), all('cssProperties'));
    assert.deepEqual(
      names(css.pseudoElements),
      all('cssParts')
        .map((part) => `::part(${part})`)
        .sort(),
    );
    assert.deepEqual(silent([...css.properties, ...css.pseudoElements]), []);
  });
});

describe('JetBrains editors', () => {
  it('find the file by package.json', () => {
    assert.equal(packageJson['web-types'], './dist/editors/web-types.json');
    assert.deepEqual([webTypes.name, webTypes.version], [packageJson.name, packageJson.version]);
  });

  for (const { tagName, attributes, events } of elements)
    it(`complete every attribute and event of <${tagName}>`, () => {
      const tag = webTypes.contributions.html.elements.find(({ name }) => name === tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.deepEqual(names(tag.events), names(events));
      assert.deepEqual(silent([tag, ...tag.attributes, ...tag.events, ...tag.slots]), []);
    });
});
