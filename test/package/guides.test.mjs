// The guides in docs/: what they show of other files is current, and every other snippet is run or type-checked.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFilm } from 'film-widgets';
import { withParts } from '../../tools/docs-parts.mjs';
import { integrities } from '../../tools/sri.mjs';
import { checkTypes } from './check-types.mjs';
import { codeIn, fences, GUIDES, OWN_TESTS, read } from './markdown.mjs';
import { cardState, open } from './pages.mjs';

const elements = JSON.parse(read('custom-elements.json')).modules.flatMap((module) => module.declarations);
const names = (list = []) => list.map(({ name }) => name);
const known = (key) => new Set(elements.flatMap((element) => names(element[key])));
const SCRIPT = '<script type="module" src="/film-widgets.js"></script>';
const FILM = { id: 'imdb:tt1798709', title: 'Her', rating: { average: 4.2, count: 131 } };

/** What a style sheet names that no element has. */
function unknownNames(css) {
  const [properties, parts, states] = ['cssProperties', 'cssParts', 'cssStates'].map(known);
  return [
    ...[...css.matchAll(/--(?:film-widgets|star-rating)-[\w-]+/g)].filter(([name]) => !properties.has(name)),
    ...[...css.matchAll(/::part\(([\w-]+)\)/g)].filter(([, name]) => name.split('__').some((part) => !parts.has(part))),
    ...[...css.matchAll(/:state\(([\w-]+)\)/g)].filter(([, name]) => !states.has(name)),
  ].map(([name]) => name);
}

/** Declarations of a style sheet that the browser takes. */
async function declarations(t, css) {
  const { page } = await open(t, `<style>${css}</style>`);
  return page.evaluate(() => [...document.styleSheets[0].cssRules].reduce((sum, { style }) => sum + style.length, 0));
}

/** Custom elements of a page that were not upgraded, and attributes that they do not have. */
async function wrongMarkup(page) {
  const used = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.includes('-'))
      .map(({ localName, shadowRoot, attributes }) => [
        localName,
        Boolean(shadowRoot),
        [...attributes].map(({ name }) => name),
      ]),
  );
  assert.notEqual(used.length, 0);
  return used.flatMap(([tag, isUpgraded, attributes]) => {
    const element = elements.find(({ tagName }) => tagName === tag);
    return [
      ...(isUpgraded ? [] : [tag]),
      ...attributes.filter((name) => !names(element?.attributes).includes(name)).map((name) => `${tag} ${name}`),
    ];
  });
}

/** Opens a page under such a header: what the browser would not let through, and what came of the card. */
async function underPolicy(t, header) {
  const [, name, value] = /^([\w-]+): (.*)$/.exec(header);
  const { page } = await open(t, `<script src="/watch.js"></script>${SCRIPT}<film-card src="/her.json"></film-card>`, {
    headers: { [name]: value },
    served: {
      '/her.json': JSON.stringify(FILM),
      '/watch.js':
        'globalThis.violations = []; addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective))',
    },
  });
  return { state: await cardState(page), violations: await page.evaluate('globalThis.violations ?? []') };
}

/** How a snippet of each language is tried; commands are held by documents.test.mjs. */
const TRIES = {
  ts: (code) => assert.deepEqual(checkTypes([code]).messages, []),
  json(code) {
    const data = JSON.parse(code);
    if ('title' in data) return assert.deepEqual(parseFilm(data).warnings, []);
    const paths = Object.values(data).flat();
    assert.deepEqual(
      paths.filter((path) => !existsSync(path.replace('./node_modules/film-widgets/', ''))),
      [],
    );
  },
  async css(code, t) {
    assert.deepEqual(unknownNames(code), []);
    assert.equal(await declarations(t, code), code.match(/^ +[\w-]+: .*;$/gm).length);
  },
  async html(code, t) {
    const whole = code.replace('sha384-…', integrities()['film-widgets.js']);
    const { page, errors } = await open(
      t,
      /<script[^>]* src=/.test(whole) ? `${whole}<star-rating></star-rating>` : SCRIPT + whole,
      { served: { '/films/her.json': JSON.stringify(FILM) } },
    );
    assert.deepEqual(await wrongMarkup(page), []);
    assert.deepEqual(errors, []);
  },
  async http(code, t) {
    assert.deepEqual(await underPolicy(t, code.trim()), { state: 'ready', violations: [] });
  },
};

const isTestedElsewhere = ({ note = '' }, guide) => {
  const [, file = OWN_TESTS[guide]] = /^tested by (\S+)$/.exec(note) ?? [];
  return Boolean(file) && existsSync(file) && read(file).includes(guide);
};

for (const [guide, file] of Object.entries(OWN_TESTS))
  it(`${guide} has a test of its own, ${file}`, () => assert.ok(read(file).includes(guide)));

for (const guide of GUIDES)
  describe(guide, () => {
    const markdown = read(guide);

    it('shows other files as they are: npm run docs', async () => {
      assert.equal(await withParts(markdown), markdown);
    });

    const tried = fences(markdown).filter(
      (fence) => fence.lang !== 'sh' && !fence.note?.startsWith('file: ') && !isTestedElsewhere(fence, guide),
    );
    for (const { lang, code, heading } of tried)
      it(`“${heading}”: its ${lang} does what it says`, async (t) => {
        assert.ok(TRIES[lang], `no test knows what to do with ${lang}`);
        await TRIES[lang](code, t);
      });
  });

describe('docs/elements.md', () => {
  const chapter = read('docs/elements.md').split('## What events carry')[1];
  const has = (key) => (element) => element[key]?.length > 0;
  const hasMember = (kind) => (element) => element.members.some((member) => member.kind === kind);
  const KINDS = {
    fields: hasMember('field'),
    methods: hasMember('method'),
    events: has('events'),
    states: has('cssStates'),
    slots: has('slots'),
    properties: has('cssProperties'),
    parts: has('cssParts'),
  };

  it('has, with docs/theming.md, a table of everything that an element has', () => {
    const shown = read('docs/elements.md') + read('docs/theming.md');
    const wanted = elements.flatMap((element) =>
      Object.keys(KINDS).flatMap((kind) => (KINDS[kind](element) ? `<!-- ${kind}: ${element.tagName} -->` : [])),
    );
    assert.ok(wanted.includes('<!-- slots: star-rating -->'));
    assert.deepEqual(
      wanted.filter((comment) => !shown.includes(comment)),
      [],
    );
  });

  /** By name: the fields of each event's detail as the source has them, the words that these may be, and whether it is composed. */
  const events = new Map(
    readdirSync('src', { recursive: true })
      .filter((file) => /-events?\.ts$/.test(file))
      .map((file) => read(`src/${file}`))
      .flatMap((source) =>
        [...source.matchAll(/extends CustomEvent<(\w+)>[^]*?super\('([\w-]+)', \{(.*)\}\)/g)].map(
          ([, type, name, init]) => {
            const [, body] = source.split(`interface ${type} {\n`);
            const fields = [...body.split('\n}')[0].matchAll(/^ +readonly (\w+)/gm)].map(([, field]) => field);
            const words = [...source.matchAll(/'([\w-]+)'/g)].map(([, word]) => word);
            return [name, { fields, words, isComposed: init.includes('composed: true') }];
          },
        ),
      ),
  );
  const rows = (markdown) =>
    [...markdown.matchAll(/^\| (`.*?) *\| (.*?) *\|$/gm)].map(([, ...cells]) => cells.map(codeIn));
  /** What a table says of details that is not so. */
  const wrong = (markdown) =>
    rows(markdown).flatMap(([[name], codes]) => {
      const { fields, words } = events.get(name) ?? { fields: [], words: ['value'] };
      return [
        ...fields.filter((field) => !codes.includes(field)),
        ...codes.filter((code) => ![...fields, ...words].includes(code)),
      ].map((code) => `${name} ${code}`);
    });

  it('says of every event what it carries, and which stay inside a card', () => {
    assert.deepEqual(new Set(rows(chapter).flatMap(([name]) => name)), known('events'));
    assert.deepEqual(wrong(chapter), []);
    const [, inside] = /All but (.*?) are composed/.exec(chapter);
    assert.deepEqual(
      codeIn(inside).filter((name) => events.has(name)),
      [...events.keys()].filter((name) => !events.get(name).isComposed),
    );
  });

  it('that says something else is noticed (negative control)', () => {
    const table = '| `preview` | `rating` |\n| `film-error` | `kind` (`schema`, `scheme`), `issues` |';
    assert.deepEqual(wrong(table), ['preview value', 'preview rating', 'film-error status', 'film-error scheme']);
  });
});

describe('what these tests would notice (negative control)', () => {
  it('another file than the one that is shown', async () => {
    const markdown = read('docs/frameworks.md');
    assert.notEqual(
      await withParts(markdown.replace('Next film', 'Another film')),
      markdown.replace('Next film', 'Another film'),
    );
  });

  it('a property, a part or a state that no element has', () => {
    const css =
      'a { --film-widgets-colour: red } b::part(heart) {} b::part(rating__heart) {} c:state(busy) {} ::part(base) {}';
    assert.deepEqual(unknownNames(css), [
      '--film-widgets-colour',
      '::part(heart)',
      '::part(rating__heart)',
      ':state(busy)',
    ]);
  });

  it('a declaration that the browser drops', async (t) => {
    assert.equal(await declarations(t, 'a { color: rde; border-radius: 0 }'), 4);
    assert.equal(await declarations(t, 'a { color: rde }'), 0);
  });

  it('an attribute, a tag and a hash that are wrong', async (t) => {
    const { page } = await open(t, `${SCRIPT}<film-card scr="/x"></film-card><film-cart></film-cart>`);
    assert.deepEqual(await wrongMarkup(page), ['film-card scr', 'film-cart']);
    const hash = integrities()['star-rating.js'];
    const { page: unsafe } = await open(
      t,
      `${SCRIPT.replace('src=', `integrity="${hash}" src=`)}<film-card></film-card>`,
    );
    assert.deepEqual(await wrongMarkup(unsafe), ['film-card']);
  });

  it('a policy that does not let the widgets in', async (t) => {
    const none = await underPolicy(t, "Content-Security-Policy: default-src 'none'; script-src 'self'");
    assert.equal(none.state, 'failed');
    assert.ok(none.violations.includes('connect-src'));
    const untrusted = await underPolicy(
      t,
      "Content-Security-Policy: require-trusted-types-for 'script'; trusted-types none-of-ours",
    );
    assert.notDeepEqual(untrusted, { state: 'ready', violations: [] });
  });
});
