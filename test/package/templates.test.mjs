// The template check, shown red on purpose: each of these bindings is wrong, and each is found.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** [what it is, template, the rule that must speak; none where it is right] */
const CASES = [
  ['a property of the wrong type', "html`<star-rating .max=${'five'}></star-rating>`", 'no-incompatible-type-binding'],
  ['a misspelt property', 'html`<star-rating .maximum=${5}></star-rating>`', 'no-unknown-property'],
  ['a misspelt attribute', 'html`<star-rating averge="3"></star-rating>`', 'no-unknown-attribute'],
  ['a misspelt tag', 'html`<star-ratin></star-ratin>`', 'no-unknown-tag-name'],
  ['a misspelt event', 'html`<star-rating @vot=${f}></star-rating>`', 'no-unknown-event'],
  [
    'a listener that is called at once',
    'html`<star-rating @vote=${f()}></star-rating>`',
    'no-noncallable-event-binding',
  ],
  ['a wrong type beside nothing', 'html`<p tabindex=${x ? nothing : f}></p>`', 'no-incompatible-type-binding'],
  ['an attribute with a value or nothing', "html`<p lang=${x ? nothing : 'de'}></p>`"],
  ['an event that is known', 'html`<star-rating @vote=${f} @focusout=${f}></star-rating>`'],
  ['text that find-in-page opens', "html`<p hidden=${x ? 'until-found' : nothing} @beforematch=${f}></p>`"],
];

describe('template types', () => {
  let folder;
  const found = new Map();

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'film-widgets-templates-'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const cases = join(folder, 'cases');
    mkdirSync(cases);
    const head = [
      "import { html, nothing } from 'lit';",
      `import '${resolve('src/define.js')}';`,
      'declare const x: boolean;',
      'declare const f: () => undefined;',
    ];
    writeFileSync(join(cases, 'cases.ts'), [...head, ...CASES.map(([, template]) => `${template};`)].join('\n'));
    const { stdout } = spawnSync(process.execPath, ['tools/check-templates.mjs', cases], { encoding: 'utf8' });
    for (const [, line, rule] of stdout.matchAll(/cases\.ts:(\d+):.*\(([\w-]+)\)$/gm))
      found.set(Number(line) - head.length - 1, rule);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [what, , rule]] of CASES.entries())
    it(`${rule ? 'red' : 'green'}: ${what}`, () => {
      assert.equal(found.get(index), rule);
    });
});
