// The rules that ESLint holds for this project, each shown red on purpose, and green on what is allowed.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { ROOMS } from '../../tools/room-rules.mjs';

const IMPORT = '@typescript-eslint/no-restricted-imports';
const GLOBAL = 'no-restricted-globals';
const SYNTAX = 'no-restricted-syntax';
const BACKTRACKING = 'regexp/no-super-linear-backtracking';
const MOVE = 'regexp/no-super-linear-move';

/** [what it is, file, code, the rule that must speak] */
const RED = [
  ['the arithmetic of stars imports lit', 'src/rating/fill.ts', "import { html } from 'lit';", IMPORT],
  ['the arithmetic of stars imports another room', 'src/rating/fill.ts', "import '../locale/locale.js';", IMPORT],
  ['the arithmetic of stars reads the document', 'src/rating/fill.ts', 'export const a = document.title;', GLOBAL],
  ['… through globalThis', 'src/rating/fill.ts', 'export const a = globalThis.document.title;', GLOBAL],
  ['excerpts make an element', 'src/excerpt/cut.ts', "export const a = document.createElement('p');", GLOBAL],
  ['words ask the browser for its language', 'src/locale/words.ts', 'export const a = navigator.language;', GLOBAL],
  ['excerpts import zod', 'src/excerpt/cut.ts', "import * as z from 'zod/mini';", IMPORT],
  ['film imports the whole of zod', 'src/film/film-schema.ts', "import * as z from 'zod';", IMPORT],
  ['film imports words', 'src/film/parse-film.ts', "import { words } from '../locale/words.js';", IMPORT],
  ['an importer, one folder down, does', 'src/film/importers/omdb.ts', "import '../../locale/words.js';", IMPORT],
  ['film imports the arithmetic, not its types', 'src/film/film.ts', "import { a } from '../rating/fill.js';", IMPORT],
  ['the vote imports lit', 'src/vote/reducer.ts', "import { LitElement } from 'lit';", IMPORT],
  ['the vote imports its stores', 'src/vote/reducer.ts', "import '../vote-stores/local-votes.js';", IMPORT],
  [
    'a store imports an element',
    'src/vote-stores/local.ts',
    "import '../elements/star-rating/star-rating.js';",
    IMPORT,
  ],
  ['drawn stars import a film', 'src/stars/stars.ts', "import type { Film } from '../film/film.js';", IMPORT],
  [
    'a controller imports an element',
    'src/controllers/a.ts',
    "export * from '../elements/film-card/film-card.js';",
    IMPORT,
  ],
  [
    'the rating imports film code',
    'src/elements/star-rating/a.ts',
    "import { f } from '../../film/parse-film.js';",
    IMPORT,
  ],
  ['the rating imports a store', 'src/elements/star-rating/a.ts', "import '../../vote-stores/local.js';", IMPORT],
  ['the rating imports the excerpt', 'src/elements/star-rating/a.ts', "import '../review-excerpt/a.js';", IMPORT],
  ['… by the long way round', 'src/elements/star-rating/a.ts', "import '../../elements/review-excerpt/a.js';", IMPORT],
  ['the card imports a store', 'src/elements/film-card/a.ts', "import '../../vote-stores/local.js';", IMPORT],
  ['the card imports zod', 'src/elements/film-card/a.ts', "import * as z from 'zod/mini';", IMPORT],
  ['the store element imports another element', 'src/elements/vote-store/a.ts', "import '../film-card/a.js';", IMPORT],
  ['an element registers itself', 'src/elements/star-rating/a.ts', "import './star-rating.define.js';", IMPORT],
  ['an element imports the whole library', 'src/elements/star-rating/a.ts', "import '../../index.js';", IMPORT],
  ['the server imports lit', 'src/server/render.ts', "import { html } from 'lit';", IMPORT],
  ['the server reads the window', 'src/server/render.ts', 'export const a = window.name;', GLOBAL],
  ['a define file imports lit', 'src/elements/a/a.define.ts', "import { html } from 'lit';", IMPORT],
  ['a define file imports another class', 'src/elements/a/a.define.ts', "import { B } from '../b/b.js';", IMPORT],
  ['importing the library registers', 'src/index.ts', "export * from './elements/a/a.define.js';", IMPORT],
  ['define.ts imports a class', 'src/define.ts', "import './elements/a/a.js';", IMPORT],
  ['a one-file build imports a class', 'src/cdn/a.ts', "import '../elements/a/a.js';", IMPORT],

  ['unsafeHTML', 'src/elements/film-card/a.ts', 'export const a = unsafeHTML(b);', SYNTAX],
  ['unsafeSVG, imported', 'src/stars/a.ts', "import x from 'lit/directives/unsafe-svg.js';", SYNTAX],
  ['unsafeStatic', 'src/stars/a.ts', "import { unsafeStatic } from 'lit/static-html.js';", SYNTAX],
  ['.innerHTML', 'src/stars/a.ts', 'el.innerHTML = text;', SYNTAX],
  ["['innerHTML']", 'src/stars/a.ts', "el['innerHTML'] = text;", SYNTAX],
  ['.innerHTML in a template', 'src/stars/a.ts', 'export const a = html`<p .innerHTML=${text}></p>`;', SYNTAX],
  ['insertAdjacentHTML', 'src/stars/a.ts', "el.insertAdjacentHTML('beforeend', text);", SYNTAX],
  ['document.write', 'src/stars/a.ts', 'document.write(text);', SYNTAX],
  ['eval', 'src/vote/a.ts', 'eval(text);', 'no-eval'],
  ['new Function', 'src/vote/a.ts', 'export const f = new Function(text);', 'no-new-func'],

  [
    'a pattern that tries every way to split a text',
    'src/url/a.ts',
    'export const a = /^(a+)+$/.test(b);',
    BACKTRACKING,
  ],
  ['… two loops over the same letters', 'src/url/a.ts', 'export const a = /^a*a*b$/.test(b);', BACKTRACKING],
  ['a pattern that starts over at every letter', 'src/url/a.ts', 'export const a = /a*b/.test(b);', MOVE],

  ['it.only', 'test/a.test.ts', "it.only('x', () => {});", SYNTAX],
  ['describe.skip', 'test/a.test.ts', "describe.skip('x', () => {});", SYNTAX],
  ['this.skip', 'test/a.test.ts', "it('x', function () { this.skip(); });", SYNTAX],
  ['xit', 'test/a.test.ts', "xit('x', () => {});", SYNTAX],
  ['a test under a condition', 'test/package/a.test.mjs', "if (here) it('x', () => {});", SYNTAX],
  ['… in a block', 'test/a.test.ts', "if (here) {\n  describe('x', () => {});\n}", SYNTAX],
  ['… in one expression', 'test/package/a.test.mjs', "export const a = here && it('x', () => {});", SYNTAX],
  ['only as an option of node:test', 'test/package/a.test.mjs', "it('x', { only: true }, () => {});", SYNTAX],
];

/** [what it is, file, code] */
const GREEN = [
  ['a room imports itself', 'src/film/importers/omdb.ts', "import { a } from '../film.js';\nexport const b = a;"],
  ['film imports zod/mini', 'src/film/film-schema.ts', "import * as z from 'zod/mini';\nexport const a = z.string();"],
  ['film imports a type of rating', 'src/film/film.ts', "import type { A } from '../rating/a.js';\nexport type B = A;"],
  ['film reads a URL', 'src/film/a.ts', 'export const a = new URL(b);'],
  ['words use Intl', 'src/locale/a.ts', "export const a = new Intl.NumberFormat('en');"],
  [
    'a local variable may be called name or event',
    'src/rating/a.ts',
    'export const a = (name, event) => [name, event];',
  ],
  ['the vote imports rating', 'src/vote/a.ts', "export { a } from '../rating/a.js';"],
  ['a store imports the vote', 'src/vote-stores/a.ts', "export { a } from '../vote/vote-event.js';"],
  [
    'the rating imports lit, its directives and the rooms below it',
    'src/elements/star-rating/star-rating.ts',
    [
      "export { html } from 'lit';",
      "export { live } from 'lit/directives/live.js';",
      "export { stars } from '../../stars/stars.js';",
      "export { VoteEvent } from '../../vote/vote-event.js';",
      "export { styles } from './star-rating.styles.js';",
      "export type { Film } from '../../film/film.js';",
    ].join('\n'),
  ],
  [
    'the card imports film code and the two classes it shows',
    'src/elements/film-card/film-card.ts',
    [
      "export { parseFilm } from '../../film/parse-film.js';",
      "export type { StarRating } from '../star-rating/star-rating.js';",
      "export { ReviewExcerpt } from '../review-excerpt/review-excerpt.js';",
    ].join('\n'),
  ],
  [
    'a define file',
    'src/elements/film-card/film-card.define.ts',
    "import '../star-rating/star-rating.define.js';\nexport { FilmCard } from './film-card.js';",
  ],
  ['define.ts imports define files', 'src/define.ts', "import './elements/film-card/film-card.define.js';"],
  [
    'a one-file build imports define files',
    'src/cdn/a.ts',
    "import '../define.js';\nimport '../elements/a/a.define.js';",
  ],
  ['index.ts exports classes', 'src/index.ts', "export { FilmCard } from './elements/film-card/film-card.js';"],
  ['the server imports film', 'src/server/a.ts', "export { parseFilm } from '../film/parse-film.js';"],
];

describe('room rules', () => {
  /** @type {ESLint} */
  let eslint;
  before(() => {
    // the project's own configuration; the files below do not exist, so there are no types to check
    eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
  });
  const lint = async (filePath, code) => (await eslint.lintText(`${code}\n`, { filePath }))[0].messages;

  it('there is no room without a rule', () => {
    const folders = (path) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rooms = folders('src').flatMap(({ name }) =>
      name === 'elements' ? folders('src/elements').map((element) => `elements/${element.name}`) : [name],
    );
    assert.deepEqual(
      rooms.filter((room) => room !== 'cdn' && !(room in ROOMS)),
      [],
    );
  });

  for (const [what, file, code, rule] of RED)
    it(`red: ${what} (${file})`, async () => {
      const rules = (await lint(file, code)).map((message) => message.ruleId);
      assert.ok(rules.includes(rule), `expected ${rule}, got ${rules.join() || 'nothing'}`);
    });

  for (const [what, file, code] of GREEN)
    it(`green: ${what} (${file})`, async () => {
      const ours = [IMPORT, GLOBAL, SYNTAX, 'no-eval', 'no-new-func', null]; // null: does not parse
      assert.deepEqual(
        (await lint(file, code)).filter((message) => ours.includes(message.ruleId)),
        [],
      );
    });
});
