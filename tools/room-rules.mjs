// Who may import whom. Data walks one way through these rooms (docs: CONTRIBUTING.md); ESLint holds it.
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';

/**
 * A room is a folder of src/. It may import itself, the `packages` and `rooms` listed, and the `types` rooms by
 * `import type` only. A `pure` room also runs where there is no browser: it names no DOM global.
 * @type {Record<string, { packages?: string[], rooms?: string[], types?: string[], pure?: true }>}
 */
export const ROOMS = {
  rating: { pure: true },
  excerpt: { pure: true },
  url: { pure: true },
  locale: { rooms: ['url'], types: ['rating', 'film'], pure: true },
  film: { packages: ['zod/mini'], rooms: ['url', 'excerpt'], types: ['rating'], pure: true },
  vote: { rooms: ['rating'] },
  'vote-stores': { rooms: ['vote'] },
  stars: { packages: ['lit'], rooms: ['rating', 'locale'] },
  controllers: { packages: ['lit'], rooms: ['rating', 'locale'] },
  styles: { packages: ['lit'], rooms: ['rating', 'locale'] },
  'elements/star-rating': {
    packages: ['lit'],
    rooms: ['stars', 'controllers', 'styles', 'rating', 'vote', 'locale'],
    types: ['film'],
  },
  'elements/review-excerpt': {
    packages: ['lit'],
    rooms: ['url', 'stars', 'controllers', 'styles', 'rating', 'excerpt', 'vote', 'locale'],
    types: ['film'],
  },
  'elements/film-card': {
    packages: ['lit'],
    rooms: [
      ...['stars', 'controllers', 'styles', 'rating', 'excerpt', 'vote', 'locale', 'url', 'film'],
      ...['elements/star-rating', 'elements/review-excerpt'],
    ],
  },
  'elements/vote-store': { packages: ['lit'], rooms: ['controllers', 'vote-stores', 'locale'] },
  server: { rooms: ['film', 'excerpt', 'rating', 'locale', 'url'], pure: true },
  cli: {
    packages: ['node:fs/promises', 'node:path', 'node:stream/consumers', 'node:util'],
    rooms: ['film', 'server', 'locale'],
  },
};

/** Files with a rule of their own: what they may import, as patterns. */
const SPECIAL_FILES = [
  {
    files: ['src/**/*.define.ts'],
    allowed: String.raw`\./[\w-]+\.js$|(\.\./)+[\w/-]+\.define\.js$`,
    message: 'a define file imports its class and the define files of the tags its shadow root renders',
  },
  {
    files: ['src/define.ts', 'src/cdn/*.ts'],
    allowed: String.raw`\.{1,2}/([\w/-]+\.)?define\.js$|\./upgrade\.js$`,
    message: 'this file imports define files, and upgrade.js in a one-file build, nothing else',
  },
  {
    files: ['src/index.ts'],
    allowed: String.raw`\./(?!.*define\.js$)[\w./-]+\.js$`,
    message: "importing 'film-widgets' registers nothing: no define file, no package",
  },
];

const anyOf = (names) => names.join('|').replaceAll('.', String.raw`\.`);
// `../../vote/vote-event.js`; from one element's folder to the next, `elements/` does not stand in the path
const inRooms = (rooms) =>
  String.raw`^(\.\./)+(elements/)?(${anyOf(rooms.map((room) => room.replace('elements/', '')))})/`;

/** @param {string} room */
function importRule(room) {
  const { packages = [], rooms = [], types = [] } = ROOMS[room];
  const others = Object.keys(ROOMS).filter((other) => other !== room && !rooms.includes(other));
  const may = [...packages, ...rooms, ...types.map((name) => `${name} (import type)`)].join(', ') || 'only itself';
  const message = `the room ${room} may import ${may}: see tools/room-rules.mjs`;
  const typesOnly = others.filter((other) => types.includes(other));
  const never = others.filter((other) => !types.includes(other));
  return [
    'error',
    {
      patterns: [
        { regex: `^(?!\\.)${packages.length ? `(?!(${anyOf(packages)})(/|$))` : ''}`, message },
        { regex: inRooms(never), message },
        { regex: String.raw`^(\.\./)+(cdn/.*|index\.js|define\.js)$|\.define\.js$`, message },
        ...(typesOnly.length ? [{ regex: inRooms(typesOnly), allowTypeImports: true, message }] : []),
      ],
    },
  ];
}

/** A pure room may use the language, and of the platform only what has no state and is on every server. */
const PURE_PLATFORM = ['URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'structuredClone'];
const impureGlobals = Object.keys(globals.browser).filter(
  (name) => !PURE_PLATFORM.includes(name) && !(name in globals.es2025),
);

const IMPORTS = '@typescript-eslint/no-restricted-imports';

/** @type {import('eslint').Linter.Config[]} */
export const roomRules = [
  ...Object.entries(ROOMS).map(([room, { pure }]) => ({
    name: `rooms/${room}`,
    files: [`src/${room}/**/*.ts`],
    rules: {
      [IMPORTS]: importRule(room),
      ...(pure && {
        'no-restricted-globals': [
          'error',
          {
            globals: impureGlobals.map((name) => ({ name, message: `the room ${room} runs without a browser` })),
            checkGlobalObject: true,
          },
        ],
      }),
    },
  })),
  ...SPECIAL_FILES.map(({ files, allowed, message }) => ({
    name: `rooms/${files.join()}`,
    files,
    rules: { [IMPORTS]: ['error', { patterns: [{ regex: `^(?!${allowed})`, message }] }] },
  })),
];

const never = (what, why) => ({ selector: what, message: why });
const NO_MARKUP_FROM_TEXT = 'text becomes markup here: use a Lit template';

/** Ways to turn text into markup or code: none in src. */
export const noInjection = {
  name: 'no-injection',
  files: ['src/**/*.ts'],
  rules: {
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-syntax': [
      'error',
      never('Identifier[name=/^unsafe(HTML|SVG|MathML|Static)$/]', NO_MARKUP_FROM_TEXT),
      never('ImportDeclaration[source.value=/unsafe-(html|svg|mathml)/]', NO_MARKUP_FROM_TEXT),
      ...['property.name', 'property.value'].map((name) =>
        never(
          `MemberExpression[${name}=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|setHTMLUnsafe|createContextualFragment)$/]`,
          NO_MARKUP_FROM_TEXT,
        ),
      ),
      never('TemplateElement[value.raw=/[.?]?(innerHTML|outerHTML|srcdoc)\\s*=/i]', NO_MARKUP_FROM_TEXT),
      never('MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', NO_MARKUP_FROM_TEXT),
    ],
  },
};

/** Patterns over which a long text makes the engine think for ever: no word of a payload meets one. */
export const noSlowPatterns = {
  name: 'no-slow-patterns',
  files: ['src/**/*.ts'],
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential' }],
  },
};

const LEFT_OUT_IN_SILENCE =
  'no test is left out without a word: itWith or itWhere of test/helpers, or a list without it';

/** A test that is switched off, or that switches the others off. */
export const noSwitchedOffTests = {
  name: 'no-switched-off-tests',
  files: ['test/**', '**/*.test.*', 'stories/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      never('CallExpression[callee.property.name=/^(only|skip|todo)$/]', 'no test is left out: run it or remove it'),
      never('CallExpression[callee.name=/^([xf](it|describe|context)|[xf]test)$/]', 'no test is left out'),
      never(
        'CallExpression[callee.name=/^(test|it|describe)$/] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]',
        'no test is left out',
      ),
      ...['IfStatement', 'IfStatement > BlockStatement'].map((where) =>
        never(
          `${where} > ExpressionStatement > CallExpression[callee.name=/^(it|test|describe)$/]`,
          LEFT_OUT_IN_SILENCE,
        ),
      ),
      never('LogicalExpression > CallExpression[callee.name=/^(it|test|describe)$/]', LEFT_OUT_IN_SILENCE),
    ],
  },
};
