// The one-file builds check payloads with src/cdn/small-zod.ts in place of zod: every payload has to come out the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import * as fc from 'fast-check';

const SMALL = 'src/cdn/small-zod.ts';
const ROOT = process.cwd();

/** `parseFilm` with zod as it is, or with another module in its place. */
async function parserWith(zod, mend = (code) => code) {
  const { outputFiles } = await build({
    entryPoints: ['src/film/parse-film.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'zod',
        setup(build) {
          if (!zod) return;
          build.onResolve({ filter: /^zod\/mini$/ }, () => ({ path: `${ROOT}/${zod}`, namespace: 'small' }));
          build.onLoad({ filter: /./, namespace: 'small' }, () => ({
            contents: mend(readFileSync(zod, 'utf8')),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`))
    .parseFilm;
}

const FILM = {
  id: 'imdb:tt1798709',
  title: 'Her',
  originalTitle: 'Her',
  tagline: 'A love story',
  lang: 'en',
  year: 2013,
  releaseDate: '2013-12-18',
  runtimeMinutes: 126,
  certification: 'R',
  genres: ['Drama', 'Romance'],
  directors: ['Spike Jonze', { name: 'Nobody', role: 'again', url: 'https://example.com/' }],
  writers: [{ name: 'Spike Jonze' }],
  cast: [{ name: 'Joaquin Phoenix', role: 'Theodore' }],
  synopsis: 'A man falls in love with a voice.',
  poster: {
    src: 'https://example.com/p.jpg',
    alt: 'A man',
    width: 2,
    height: 3,
    srcset: 'https://example.com/q.jpg 2x',
  },
  links: [{ rel: 'official', href: 'https://example.com/her', label: 'Site' }],
  sourceRatings: [{ source: 'A site', value: 7.9, best: 10, count: 959, url: 'https://example.com/', asOf: '2013' }],
  rating: { best: 5, step: 1, average: 4, count: 2, distribution: [0, 0, 0, 2, 0], locked: 'Closed' },
  specs: [{ label: 'Colour', value: 'Yes' }],
  trivia: [{ text: 'The voice was recorded twice.', spoiler: true }],
  reviews: [{ id: '1', author: 'A', title: 'B', body: 'C', rating: 4, best: 5, date: '2014-01-01', lang: 'en' }],
  post: {
    author: 'D',
    date: '2014',
    url: 'https://example.com/',
    commentCount: 3,
    commentsUrl: 'https://example.com/#c',
  },
  attribution: [{ text: 'E', url: 'https://example.com/' }],
};

const hostile = fc.oneof(
  fc.constantFrom(
    ...[undefined, null, true, false, 0, -1, 0.5, 1e300, NaN, Infinity, -0, 6, 11, 1870.5],
    ...['', ' ', 'x', 'javascript:alert(1)', 'https://u:p@example.com', 'https://example.com/', '2013-02-30', '2013'],
    ...['__proto__', 'a'.repeat(301), 'a'.repeat(21_000), 'en-US', 'not a language', 'official'],
    ...[[], {}, [[]], [null], [undefined], ['A', 'A'], Array(101).fill('x'), Array(25).fill({}), { length: 3 }],
    ...[
      { name: '' },
      { name: 'A', extra: 1 },
      { id: '1', body: 'x' },
      [
        { id: '1', body: 'x' },
        { id: '1', body: 'y' },
      ],
    ],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const change = fc.record({
  /** Which branch to take at each turn of the walk. */
  walk: fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 }),
  key: fc.constantFrom('', '', '', 'extra', '__proto__', 'name', 'best', 'toString'),
  value: hostile,
});

/** The film with some of its parts replaced, removed or added. */
function changed(changes) {
  const film = structuredClone(FILM);
  for (const { walk, key, value } of changes) {
    let holder = film;
    let last;
    for (const turn of walk) {
      const keys = Object.keys(holder);
      last = keys[turn % keys.length];
      if (typeof holder[last] !== 'object' || holder[last] === null) break;
      if (turn !== walk.at(-1)) holder = holder[last];
    }
    const at = key || last;
    if (at !== undefined)
      Object.defineProperty(holder, at, { value, enumerable: true, configurable: true, writable: true });
  }
  return film;
}

describe('the check in the one-file builds', () => {
  let withZod;
  before(async () => {
    withZod = await parserWith();
  });

  /** Throws where the two do not agree on one of so many payloads. */
  const compare = (parse, numRuns) => {
    const seen = { whole: 0, mended: 0, refused: 0 };
    const agree = (payload) => {
      const result = withZod(payload);
      assert.deepStrictEqual(parse(payload), result);
      seen[result.ok ? (result.warnings.length ? 'mended' : 'whole') : 'refused']++;
    };
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => agree(changed(changes))),
      { numRuns },
    );
    fc.assert(fc.property(hostile, agree), { numRuns: numRuns / 10 });
    return seen;
  };

  it('gives what zod gives, on 11,000 random and hostile payloads', async () => {
    const { whole, mended, refused } = compare(await parserWith(SMALL), 10_000);
    // else the payloads would show little
    assert.ok(whole > 300 && mended > 3000 && refused > 300, `${whole} whole, ${mended} mended, ${refused} refused`);
  });

  for (const [what, from, to] of [
    ['takes any text for a number', "only('number', Number.isFinite)", "only('number', (value) => value !== null)"],
    ['goes on after a failed check', 'if (isSound(payload)) check(payload)', 'check(payload)'],
    ['overlooks unknown keys', 'if (keys.length)', 'if (keys.length > 2)'],
    ['forgets where in a list something is', 'path: [key, ...(issue.path ?? [])]', 'path: [key]'],
  ])
    it(`is seen to differ when it ${what}`, async () => {
      const code = readFileSync(SMALL, 'utf8');
      assert.ok(code.includes(from));
      const broken = await parserWith(SMALL, (code) => code.replace(from, to));
      assert.throws(() => compare(broken, 3000));
    });

  it('leaves zod itself out of the file', () => {
    assert.doesNotMatch(readFileSync('dist/cdn/film-widgets.js', 'utf8'), /__zod/);
    assert.match(readFileSync('node_modules/zod/v4/core/core.js', 'utf8'), /__zod/, 'what zod is known by');
  });
});
