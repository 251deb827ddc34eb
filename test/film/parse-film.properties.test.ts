import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseFilm } from '../../src/film/parse-film.js';
import { runs } from '../helpers/runs.js';
import { untranslated } from './payloads.js';

const RUNS = runs(300);

// Texts and values near the edges of every rule: mostly good, so that a film gets through, and often enough not.
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('', ' ', '\u200B', ' a ', 'a'.repeat(301), '__proto__', 'constructor', '\uD800', '</script>'),
);
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.webUrl().map((url) => ` ${url}\n`),
  fc.string({ unit: 'binary', maxLength: 20 }).map((tail) => `https://example.com/${tail}`),
  fc.constantFrom(
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '//evil',
    '/her',
    'https://u:p@example.com/',
    'data:,',
  ),
);
const srcset = fc
  .array(fc.tuple(url, fc.constantFrom('', ' 1x', ' 400w', ' 1.5x', ' ,')), { maxLength: 3 })
  .map((candidates) => candidates.map((candidate) => candidate.join('')).join(', '));
const date = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('2013', '2013-12', '2023-02-29', 'soon'),
);
const number = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double({ min: -1, max: 11 }), fc.integer(), fc.double());
const lang = fc.constantFrom('en', 'EN-us', 'zh-hant-tw', 'cmn', 'i-klingon', 'x', 'not a locale', 'en-u-ca-gregory');
const flag = fc.oneof(fc.boolean(), fc.constantFrom('true', 0));
const rubbish = fc.oneof(
  fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true }),
  fc.constant(null),
);

/** A value of the right kind, or now and then rubbish. */
const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: rubbish });
const shape = (fields: Record<string, fc.Arbitrary<unknown>>, required: string[] = []): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(fields).map(([key, good]) => [key, mostly(good)])), {
        requiredKeys: required,
      }),
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, fc.dictionary(text, rubbish, { maxKeys: 2 })),
    )
    .map(([known, unknown]) => ({ ...unknown, ...known }));
const list = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: fc.array(mostly(item), { maxLength: 4 }) }, fc.constant(Array(25).fill('A')));

const person = fc.oneof(text, shape({ name: text, role: text, url }, ['name']));
const film = shape({
  originalTitle: text,
  tagline: text,
  lang,
  year: fc.oneof(fc.integer({ min: 1860, max: 2210 }), number),
  releaseDate: date,
  runtimeMinutes: number,
  certification: text,
  genres: list(text),
  directors: list(person),
  writers: list(person),
  cast: list(person),
  synopsis: text,
  poster: shape({ src: url, alt: text, width: number, height: number, srcset }, ['src']),
  links: list(shape({ rel: fc.constantFrom('official', 'watch', 'imdb'), href: url, label: text }, ['rel', 'href'])),
  sourceRatings: list(
    shape({ source: text, value: number, best: number, count: number, url, asOf: date }, ['source', 'value', 'best']),
  ),
  rating: shape({
    best: number,
    step: fc.oneof(fc.constantFrom(1, 0.5, 0.1, 0.3, 2), number),
    average: number,
    count: number,
    distribution: fc.oneof(fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }), fc.array(number, { maxLength: 12 })),
    locked: text,
  }),
  specs: list(shape({ label: text, value: text }, ['label', 'value'])),
  trivia: list(shape({ text, spoiler: flag }, ['text'])),
  reviews: list(
    shape(
      {
        id: fc.constantFrom('a', 'b', ' a '),
        author: text,
        title: text,
        body: text,
        rating: number,
        best: number,
        date,
        lang,
        spoiler: flag,
        truncated: flag,
        href: url,
        source: text,
      },
      ['body'],
    ),
  ),
  post: shape({ author: text, date, url, commentCount: number, commentsUrl: url }),
  attribution: list(shape({ text, url }, ['text'])),
}).map((fields) => ({ ...(fields as object), id: 'her', title: 'Her' }));

/** Every text in a film, with the key it stands under. */
function* texts(value: unknown, key = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* texts(item, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* texts(item, name);
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const filmOf = (input: unknown): object => {
  const result = parseFilm(input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.film;
};

// fast-check prints the seed and the smallest counterexample when one of these fails
describe('parseFilm, whatever comes', function () {
  this.timeout(30_000); // 300 runs, in the slowest engine on a busy machine

  const hold = (property: fc.IProperty<[unknown]>): void => fc.assert(property, RUNS);
  const anything = fc.oneof(
    fc.anything({
      maxDepth: 4,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
      withObjectString: true,
    }),
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary' }),
    film,
    film.map((film) => ({ ...film, id: undefined })),
  );

  it('never throws, and answers with a film or with issues', () => {
    hold(
      fc.property(anything, (input) => {
        const result = parseFilm(input);
        if (result.ok) expect(result.film).to.include.keys('id', 'title');
        else expect(result.issues).not.to.be.empty;
      }),
    );
  });

  it('words every issue in English of its own, after its path', () => {
    hold(
      fc.property(anything, (input) => {
        const result = parseFilm(input);
        for (const { path, message } of result.ok ? result.warnings : result.issues) {
          expect(message.startsWith(path ? `${path}: ` : 'The film ')).to.be.true;
          expect(message).not.to.match(/[{}](?!.*"\])|undefined|NaN|\[object|Invalid|expected/);
        }
      }),
    );
  });

  it('refuses only for what every language has words for', () => {
    hold(
      fc.property(
        fc.oneof(anything, fc.record({ id: text, title: text }), fc.record({ id: rubbish, title: rubbish })),
        (input) => {
          expect(untranslated(parseFilm(input))).to.deep.equal([]);
        },
      ),
    );
  });

  it('finds a film in whatever has an id and a title', () => {
    hold(
      fc.property(film, (input) => {
        expect(filmOf(input)).to.include({ id: 'her', title: 'Her' });
      }),
    );
  });

  it('gives a film that it would give again, without a warning', () => {
    hold(
      fc.property(film, (input) => {
        const once = filmOf(input);
        const twice = parseFilm(once);
        expect(twice).to.deep.equal({ ok: true, film: once, source: 'film-widgets', warnings: [] });
        expect(parseFilm(JSON.stringify(once))).to.deep.equal(twice);
      }),
    );
  });

  it('leaves its input as it was', () => {
    hold(
      fc.property(film, (input) => {
        const before = fc.stringify(input);
        parseFilm(input);
        expect(fc.stringify(input)).to.equal(before);
      }),
    );
  });

  it('lets no address through but plain http and https ones', () => {
    hold(
      fc.property(film, (input) => {
        for (const [key, text] of texts(filmOf(input))) {
          const addresses =
            key === 'srcset' ? text.split(', ').map((candidate) => candidate.split(' ')[0] ?? '') : [text];
          if (!['src', 'srcset', 'href', 'url', 'commentsUrl'].includes(key)) continue;
          for (const address of addresses) {
            expect(address).to.match(/^https?:\/\/[^/@]+\//);
            expect(new URL(address).href).to.equal(address);
          }
        }
      }),
    );
  });

  it('gives texts that are trimmed, and blank only where a poster needs no words', () => {
    hold(
      fc.property(film, (input) => {
        for (const [key, text] of texts(filmOf(input))) {
          expect(text).to.equal(text.trim());
          if (key !== 'alt') expect(text).not.to.match(/^[\s\u200B-\u200F\u00AD\u2800\uFEFF]*$/);
        }
      }),
    );
  });

  it('gives the same film with and without keys it does not know', () => {
    hold(
      fc.property(fc.tuple(film, fc.dictionary(fc.string(), rubbish)), ([input, extra]) => {
        const unknown = [
          ...Object.entries(extra).map(([key, value]) => [`x-${key}`, value] as const),
          ['spoiler', true] as const,
        ];
        expect(filmOf({ ...input, ...Object.fromEntries(unknown) })).to.deep.equal(filmOf(input));
      }),
    );
  });

  it('gives the same film whatever the order of keys', () => {
    hold(
      fc.property(film, (input) => {
        expect(JSON.stringify(filmOf(reversed(input)))).to.equal(JSON.stringify(filmOf(input)));
      }),
    );
  });

  it('gives the same film for text and for the object it says', () => {
    hold(
      fc.property(fc.json({ maxDepth: 3 }), (json) => {
        expect(parseFilm(`{"id":"a","title":"b","x":${json}}`)).to.deep.equal(
          parseFilm({ id: 'a', title: 'b', x: JSON.parse(json) as unknown }),
        );
      }),
    );
  });
});
