// The JSON Schema against the parser: an independent validator has to draw every line where parseFilm draws it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { parseFilm } from 'film-widgets';
import schema from 'film-widgets/film.schema.json' with { type: 'json' };

const validate = new Ajv({ allErrors: true, formats: { uri: true } }).compile(schema);
const warningsOf = (payload) => {
  const result = parseFilm(payload);
  return result.ok ? result.warnings : result.issues;
};
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const resolve = (part) => (part.$ref ? { ...schema.$defs[part.$ref.split('/').at(-1)], ...part } : part);

const GOOD_TEXT = {
  lang: 'en',
  releaseDate: '2013',
  date: '2013-12-18',
  asOf: '2013-12-18T20:00:00Z',
  srcset: 'https://example.com/a.jpg 2x',
};

/** A good value of a part of the schema. */
function good(part, key) {
  const { type, enum: words, format, items, anyOf, minimum = 1 } = resolve(part);
  if (words) return words[0];
  if (anyOf) return good(anyOf[1], key);
  switch (type) {
    case 'string':
      return format === 'uri' ? 'https://example.com/' : (GOOD_TEXT[key] ?? 'a');
    case 'array':
      return key === 'distribution' ? [0, 0, 0, 0, 0] : [good(items, key)];
    case 'object':
      return goodObject(part);
    case 'boolean':
      return true;
    default:
      return minimum;
  }
}

function goodObject(part) {
  const { properties, required } = resolve(part);
  return Object.fromEntries(required.map((key) => [key, good(properties[key], key)]));
}

/** Texts of a part that are just not too long, of letters that are two code units or longer when encoded. */
function longest(part) {
  const { type, format, pattern, maxLength } = resolve(part);
  if (format === 'uri') return [`https://example.com/${'\u{1f3ac}'.repeat(maxLength - 20)}`];
  return type === 'string' && maxLength && (!pattern || pattern.startsWith('[^'))
    ? ['\u{1f3ac}'.repeat(maxLength)]
    : [];
}

/** [what, bad value] of a part, for every limit that it has. */
function* violations(part, key) {
  const { type, enum: words, format, pattern, maxLength, maxItems, minimum, maximum, items, anyOf } = resolve(part);
  const wrong = type === 'string' || words ? 7 : type === 'array' || type === 'object' || anyOf ? true : 'a';
  yield ['the wrong type', wrong];
  if (words) yield ['another word', 'unheard-of'];
  if (pattern?.startsWith('[^'))
    for (const blank of [' ', '\u200b\u2060', '\u00ad \u2800', '\0'])
      yield [`a blank text: ${JSON.stringify(blank)}`, blank];
  else if (pattern) yield ['a text of another form', 'not at all!'];
  if (format === 'uri')
    for (const url of ['javascript:alert(1)', '/her', 'https://user:pw@example.com/']) yield [url, url];
  if (maxLength) {
    const start = format === 'uri' || key === 'srcset' ? 'https://example.com/' : '';
    for (const letter of ['a', '\u{1f3ac}'])
      yield [`too long a text of ${letter}`, start + letter.repeat(maxLength + 1 - start.length)];
  }
  if (maxItems) yield ['too many items', Array.from({ length: maxItems + 1 }, () => good(items, key))];
  if (minimum !== undefined) yield ['too small a number', minimum - 1];
  if (maximum !== undefined) yield ['too large a number', maximum + 1];
  if (type === 'integer') yield ['a broken number', minimum + 0.5];
  if (resolve(part).additionalProperties === false) yield ['an unknown key', { ...goodObject(part), unknown: 1 }];
  for (const key of resolve(part).required ?? []) {
    const without = goodObject(part);
    delete without[key];
    yield [`no ${key}`, without];
  }
}

/** [path, part, key, around] of everything in the schema; `around` makes a film with a value at that place. */
function* places(part, path = '', around = (value) => value) {
  for (const [key, inner] of Object.entries(resolve(part).properties ?? {})) {
    if (key === '$schema') continue;
    const here = path ? `${path}.${key}` : key;
    const put = (value) => around({ ...goodObject(part), [key]: value });
    yield [here, inner, key, put];
    const { items, type } = resolve(inner);
    if (type === 'object') yield* places(inner, here, put);
    if (!items || key === 'distribution') continue;
    const item = resolve(items).anyOf?.[1] ?? items;
    yield [`${here}[0]`, items, key, (value) => put([value])];
    yield* places(item, `${here}[0]`, (value) => put([value]));
  }
}

describe('the JSON Schema', () => {
  const films = [
    'her',
    ...readdirSync('test/fixtures', { recursive: true }).filter((file) => /\/\w[\w-]*\.json$/.test(file)),
  ];

  it('takes a payload with all its fields', () => {
    assert.ok(validate(readJson('test/fixtures/her.json')), JSON.stringify(validate.errors));
  });

  const parsed = films.slice(1).map((file) => ({ file, ...parseFilm(readJson(`test/fixtures/${file}`)) }));
  for (const { file, film } of parsed.filter(({ ok }) => ok))
    it(`takes the film of ${file}`, () => {
      assert.ok(validate(film), JSON.stringify(validate.errors));
    });

  it('says so of something like all fields (negative control of what follows)', () => {
    const all = [...places(schema)];
    const limits = all.flatMap(([, part, key]) => [...violations(part, key)]);
    assert.ok(all.length > 80 && limits.length > 250, `${all.length} places, ${limits.length} limits`);
  });

  for (const [path, part, key, around] of places(schema)) {
    it(`takes and refuses ${path} as parseFilm does`, () => {
      for (const value of [good(part, key), ...longest(part)]) {
        const fine = around(value);
        assert.deepEqual(warningsOf(fine), []);
        assert.ok(validate(fine), JSON.stringify(validate.errors));
      }
      for (const [what, bad] of violations(part, key)) {
        const film = around(bad);
        assert.notDeepEqual(warningsOf(film), [], `parseFilm takes ${what}`);
        assert.equal(validate(film), false, `the schema takes ${what}`);
      }
    });
  }

  it('takes a person who is just a name', () => {
    assert.ok(validate({ id: 'her', title: 'Her', cast: ['Amy Adams'] }));
  });

  it('may be named in a payload, which is no unknown field', () => {
    const film = { $schema: './film.schema.json', id: 'her', title: 'Her' };
    assert.ok(validate(film));
    assert.deepEqual(warningsOf(film), []);
  });
});
