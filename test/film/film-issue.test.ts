import { expect } from '@open-wc/testing';
import { type Fault, formatPath, toIssue } from '../../src/film/film-issue.js';
import { parseFilm } from '../../src/film/parse-film.js';
import { acceptWith } from './payloads.js';

const issues = (input: unknown): unknown => {
  const result = parseFilm(input);
  return result.ok ? result.warnings : result.issues;
};

describe('an issue', () => {
  it('carries path, code, message and what the message mentions', () => {
    expect(issues({ id: 'her', title: 'Her', reviews: [{ body: 'A', rating: 11, best: 10 }] })).to.deep.equal([
      {
        path: 'reviews[0].rating',
        code: 'out-of-range',
        message: 'reviews[0].rating: must be between 0 and 10, is 11',
        params: { min: 0, max: 10, actual: 11 },
      },
    ]);
  });

  it('has no params where the message mentions nothing', () => {
    expect(issues({ id: 'her' })).to.deep.equal([{ path: 'title', code: 'missing', message: 'title: is missing' }]);
  });

  for (const [fields, message] of [
    [{ year: '2013' }, 'year: must be a number'],
    [{ genres: 'Drama' }, 'genres: must be a list'],
    [{ poster: 'her.jpg' }, 'poster: must be an object'],
    [{ synopsis: 7 }, 'synopsis: must be text'],
    [{ trivia: [{ text: 'A', spoiler: 'yes' }] }, 'trivia[0].spoiler: must be true or false'],
    [{ tagline: ' ' }, 'tagline: is empty'],
    [{ tagline: 'a'.repeat(301) }, 'tagline: must have at most 300 characters, has 301'],
    [{ year: 1 }, 'year: must be between 1870 and 2200, is 1'],
    [{ year: 2013.5 }, 'year: must be a whole number, is 2013.5'],
    [{ rating: { step: 0.3 } }, 'rating.step: must divide 5 into equal steps, is 0.3'],
    [{ rating: { distribution: [1] } }, 'rating.distribution: must have 5 entries, has 1'],
    [{ rating: { count: 1, distribution: [0, 0, 0, 0, 0] } }, 'rating.count: does not agree with rating.distribution'],
    [{ post: { url: '/her' } }, 'post.url: must be a full web address, such as https://example.com/'],
    [{ post: { url: 'javascript:1' } }, 'post.url: must begin with https:// or http://'],
    [{ post: { url: 'https://u:p@example.com' } }, 'post.url: must not contain a user name or password'],
    [{ releaseDate: '2023-02-29' }, 'releaseDate: must be a real date, such as 2013-12-18'],
    [{ lang: 'en_US' }, 'lang: must be a language code, such as en or pt-BR'],
    [
      { links: [{ rel: 'imdb', href: 'https://example.com' }] },
      'links[0].rel: must be one of official, trailer, trivia, reviews, watch, other',
    ],
    [{ runtime: 126 }, 'runtime: is not a known field'],
    [{ synopsis: new Map() }, 'synopsis: must be plain data, as in JSON'],
  ] as const)
    it(`reads "${message}"`, () => {
      expect(acceptWith(fields).messages).to.deep.equal([message]);
    });

  for (const [input, message] of [
    ['Her', 'The film is not JSON'],
    ['x'.repeat(300_000), 'The film is too large: the limit is 256 KiB'],
    ['['.repeat(30) + ']'.repeat(30), 'The film is nested more than 20 levels deep'],
    [[], 'The film must be an object'],
    ['""', 'The film must be an object'],
    [null, 'The film is missing'],
  ] as const)
    it(`of the whole reads "${message}"`, () => {
      expect(issues(input)).to.have.nested.property('[0].message', message);
    });

  it('says why a year is left out', () => {
    const movie = { '@type': 'Movie', '@id': 'https://example.com/her', name: 'Her', datePublished: '2014-02-14' };
    expect(issues(movie)).to.have.nested.property(
      '[0].message',
      'datePublished: may be a later release, so the year is left out',
    );
  });

  for (const says of ['object', 'string', 'constructor', '__proto__'])
    it(`quotes an error message that is "${says}" as it is`, () => {
      expect(issues({ Error: says })).to.have.nested.property('[0].message', `The film is an error message: ${says}`);
    });

  it('leaves braces in a path alone', () => {
    const fault: Fault = { path: ['{max}'], code: 'too-long', params: { max: 3, actual: 4 } };
    expect(toIssue(fault).message).to.equal('["{max}"]: must have at most 3 characters, has 4');
  });
});

describe('formatPath', () => {
  for (const [path, text] of [
    [[], ''],
    [['id'], 'id'],
    [['reviews', 0, 'rating'], 'reviews[0].rating'],
    [['a b'], '["a b"]'],
    [[''], '[""]'],
    [['post', 'x.y', 'z'], 'post["x.y"].z'],
    [['$ref', 'data-x'], '$ref.data-x'],
  ] as const)
    it(`writes ${JSON.stringify(path)} as ${text || 'nothing'}`, () => {
      expect(formatPath(path)).to.equal(text);
    });
});
