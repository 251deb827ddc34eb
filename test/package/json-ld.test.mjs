// What toJsonLd gives, type-checked by somebody else's types of schema.org.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parseFilm, toJsonLd } from 'film-widgets';
import ts from 'typescript';

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
  noEmit: true,
};

/** @typedef {import('schema-dts').Movie} Movie the types that the snippets below are checked by */

/** What TypeScript says of each of these as a `Movie` of schema-dts; one program for all, because the types are large. */
function check(movies) {
  const name = resolve('json-ld-snippet.ts');
  const lines = movies.map((movie, i) => `export const movie${i}: WithContext<Movie> = ${JSON.stringify(movie)};`);
  const code = ["import type { Movie, WithContext } from 'schema-dts';", ...lines].join('\n');
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? code : readFile(file));
  const messages = movies.map(() => '');
  for (const { start, file, messageText } of ts.getPreEmitDiagnostics(ts.createProgram([name], OPTIONS, host)))
    messages[(file?.getLineAndCharacterOfPosition(start).line ?? 1) - 1] += ts.flattenDiagnosticMessageText(
      messageText,
      ' ',
    );
  return messages;
}

describe('toJsonLd', () => {
  const her = parseFilm(readFileSync('test/fixtures/her.json', 'utf8')).film;
  const rated = { ...her, rating: { best: 10, step: 0.5, average: 7.5, count: 3 } };
  const movie = toJsonLd(rated);

  it('gives a Movie by the types of schema.org, and wrong ones are noticed (negative controls)', () => {
    const [full, least, ...wrong] = check([
      movie,
      toJsonLd({ id: 'her', title: 'Her' }),
      { ...movie, '@type': 'Film' },
      { ...movie, runtime: 126 },
      { ...movie, aggregateRating: { ...movie.aggregateRating, votes: 3 } },
      { ...movie, review: [{ ...movie.review[0], stars: 4 }] },
      { ...movie, director: [{ '@type': 'Person', role: 'director' }] },
    ]);
    assert.equal(full, '');
    assert.equal(least, '');
    for (const message of wrong) assert.notEqual(message, '');
    assert.ok('aggregateRating' in movie && movie.review.length === 1);
  });
});
