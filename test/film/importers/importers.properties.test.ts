import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Film } from '../../../src/film/film.js';
import { toJsonLd } from '../../../src/film/json-ld.js';
import { parseFilm } from '../../../src/film/parse-film.js';
import { filmSchema } from '../../../src/film/film-schema.js';
import { runs } from '../../helpers/runs.js';
import { untranslated } from '../payloads.js';

const RUNS = runs(1000);

const OMDB =
  'Year Rated Released Runtime Genre Director Writer Actors Plot Language Country Awards Poster Ratings Metascore ' +
  'imdbRating imdbVotes imdbID BoxOffice Production Website Source Value';
const TMDB =
  'imdb_id original_title overview tagline release_date runtime genres credits cast crew job department character ' +
  'poster_path homepage vote_average vote_count spoken_languages production_countries release_dates results ' +
  'iso_3166_1 certification reviews content created_at author_details rating external_ids name url author';
const LINKED =
  '@id @graph @value alternateName dateCreated datePublished releasedEvent startDate duration contentRating genre ' +
  'director author creator actor characterName description image contentUrl width height caption trailer embedUrl ' +
  'sameAs aggregateRating ratingValue bestRating ratingCount reviewCount review reviewBody reviewRating inLanguage ' +
  'publisher countryOfOrigin itemReviewed name url';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.webUrl(),
  fc.stringMatching(/^[\d,.KM%/ -]{1,9}$/),
  fc.stringMatching(/^(&(amp|lt|eacute|#x?[\da-f]{1,6}|nothing);|[a-z(), ]){1,12}$/),
  fc.constantFrom(
    ...['N/A', '', ' ', '\u200B', '2013', '2013–2020', '13 Jan 2014', '31 Feb 2014', 'Dec 18, 2013', '126 min'],
    ...[
      '1 h 5 min',
      'PT2H49M',
      'P0D',
      '8.1/10',
      '91%',
      '6 / 10',
      '1,234,567',
      '1.2K',
      'A (b, c), D',
      '((',
      'x'.repeat(301),
    ],
    ...[
      'javascript:alert(1)',
      'java&#115;cript:1',
      'data:,',
      '//evil',
      '/her.jpg',
      'https://u:p@example.com/',
      '&#106;avascript:1',
    ],
    ...[
      'tt1798709',
      '/title/tt1798709/',
      'https://www.imdb.com/title/tt1798709/',
      '_:b0',
      '#movie',
      '__proto__',
      'en',
      'English',
    ],
  ),
);
const leaf = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.oneof(fc.nat(11), fc.double(), fc.constantFrom(0, -1, 7.849, 1e21)) },
  fc.constantFrom(null, true, undefined, [], {}),
  fc.anything({ maxDepth: 1, withDate: true, withMap: true, withBigInt: true }),
);
const TYPES = ['Movie', 'Review', 'Person', 'Organization', 'PerformanceRole', 'https://schema.org/Movie', 'Thing'];

/** Records with these keys, some within others, at any depth. */
const recordOf = (keys: string): fc.Arbitrary<Record<string, unknown>> => {
  const { record } = fc.letrec<{ record: Record<string, unknown>; value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      { weight: 4, arbitrary: leaf },
      { weight: 2, arbitrary: tie('record') },
      { weight: 2, arbitrary: fc.array(fc.oneof(tie('record'), leaf), { maxLength: 4 }) },
    ),
    record: fc
      .tuple(
        fc.dictionary(fc.constantFrom(...keys.split(' ')), tie('value'), { maxKeys: 9 }),
        fc.oneof(fc.constant({}), fc.record({ '@type': fc.constantFrom(...TYPES) })),
      )
      .map(([fields, type]) => ({ ...fields, ...(keys === LINKED && type) })),
  }));
  return record;
};
const omdb = recordOf(OMDB).map((fields) => ({ ...fields, Title: 'Her', Response: 'True' }));
const tmdb = recordOf(TMDB).map((fields) => ({
  overview: 'Her.',
  ...fields,
  vote_average: 7,
  id: 152601,
  title: 'Her',
}));
const linked = recordOf(LINKED).map((fields) => ({ ...fields, '@type': 'Movie', name: 'Her' }));
const around = fc.constantFrom<(movie: object) => unknown>(
  (movie) => movie,
  (movie) => [movie],
  (movie) => ({ '@graph': [{ '@type': 'WebPage' }, movie] }),
  (movie) => ({ '@type': 'Review', reviewBody: 'Good.', itemReviewed: movie }),
);
const wrapped = fc.tuple(linked, around).map(([movie, wrap]) => wrap(movie));
const record = fc.oneof(omdb, tmdb, wrapped);

const filmOf = (input: unknown): Film => {
  const result = parseFilm(input);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.film;
};

function* texts(value: unknown, key = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) for (const item of value) yield* texts(item, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) yield* texts(item, name);
}

// fast-check prints the seed and the smallest counterexample when one of these fails
describe('an import of whatever looks like a record', function () {
  this.timeout(120_000); // 1,000 runs, in the slowest engine on a busy machine

  const hold = (property: fc.IProperty<[unknown]>): void => fc.assert(property, RUNS);

  it('never throws, also of records without a title and of text in script tags', () => {
    const untitled = fc.oneof(
      recordOf(OMDB),
      recordOf(TMDB),
      recordOf(LINKED),
      fc.array(recordOf(LINKED), { maxLength: 3 }),
    );
    const tag = fc.tuple(
      fc.oneof(fc.json(), text),
      fc.constantFrom('<script type="application/ld+json">', '<!--', '<![CDATA[', '//'),
    );
    hold(
      fc.property(
        fc.oneof(
          untitled,
          record,
          tag.map(([inside, before]) => `${before}${inside}</script>-->]]>`),
        ),
        (input) => {
          const result = parseFilm(input);
          if (!result.ok) expect(result.issues).not.to.be.empty;
          expect(untranslated(result)).to.deep.equal([]);
        },
      ),
    );
  });

  it('gives a film by the schema, whatever is bad in it', () => {
    hold(
      fc.property(record, (input) => {
        const film = filmOf(input);
        expect([film.title, film.originalTitle]).to.include('Her'); // IMDb's `name` is the original title
        expect(filmSchema.safeParse(film).success).to.be.true;
      }),
    );
  });

  it('gives a film that it would give again, without a warning', () => {
    hold(
      fc.property(record, (input) => {
        const film = filmOf(input);
        expect(parseFilm(film)).to.deep.equal({ ok: true, film, source: 'film-widgets', warnings: [] });
      }),
    );
  });

  it('lets no address through but plain http and https ones', () => {
    hold(
      fc.property(record, (input) => {
        for (const [key, value] of texts(filmOf(input)))
          if (['src', 'href', 'url'].includes(key)) {
            expect(value).to.match(/^https?:\/\/[^/@]+\//);
            expect(new URL(value).href).to.equal(value);
          }
      }),
    );
  });

  it("never takes other sites' numbers for this site's", () => {
    hold(
      fc.property(record, (input) => {
        const film = filmOf(input);
        expect(film).not.to.have.any.keys('rating', 'post', 'trivia');
        expect(toJsonLd(film)).not.to.have.property('aggregateRating');
      }),
    );
  });

  it('gives the same film with and without keys it does not know', () => {
    hold(
      fc.property(fc.tuple(fc.oneof(omdb, tmdb, linked), fc.dictionary(fc.string(), leaf)), ([input, extra]) => {
        const unknown = Object.entries(extra).map(([key, value]) => [`x-${key}`, value] as const);
        expect(filmOf({ ...input, ...Object.fromEntries(unknown) })).to.deep.equal(filmOf(input));
      }),
    );
  });

  it('leaves its input as it was', () => {
    hold(
      fc.property(record, (input) => {
        const before = fc.stringify(input);
        parseFilm(input);
        expect(fc.stringify(input)).to.equal(before);
      }),
    );
  });

  it('words every warning in English of its own, after a path that the record has', () => {
    hold(
      fc.property(record, (input) => {
        const result = parseFilm(input);
        for (const { path, code, message } of result.ok ? result.warnings : [])
          if (code !== 'and-more') {
            expect(message.startsWith(`${path}: `)).to.be.true;
            expect(message).not.to.match(/undefined|NaN|\[object|Invalid|expected/);
            expect(path).not.to.match(/^(directors|writers|sourceRatings|links|specs|poster\b|synopsis)/);
          }
      }),
    );
  });
});
