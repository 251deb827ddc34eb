// What docs/votes.md and the recipes show: the code fits the built types, the markup is ours.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { checkTypes } from './check-types.mjs';
import { fences, read } from './markdown.mjs';

const FILES = ['docs/votes.md', ...readdirSync('docs/recipes').map((name) => `docs/recipes/${name}`)];
const documents = new Map(FILES.map((file) => [file, read(file)]));
const problems = (snippets) => checkTypes(snippets).messages;

/** The store that a recipe makes, with `fetch` in the test's hands. */
function storeOf(file, fetch) {
  const [{ code }] = fences(documents.get(file)).filter(({ lang }) => lang === 'ts');
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  let store;
  const library = { VoteError: Error, connectVotes: (_root, made) => (store = made) };
  const given = {
    ...{ exports: {}, require: () => library, document: undefined, fetch },
    project: { url: 'https://votes.example', key: 'k', token: async () => 't' },
    currentVoter: async () => ({ uid: 'ada', token: 't' }),
  };
  compileFunction(outputText, Object.keys(given))(...Object.values(given));
  return store;
}

/** A database behind `fetch` that takes a while to write and then refuses the first; notes when each write begins and ends. */
function slowDatabase() {
  const written = [];
  const fetch = async (url, { method, body }) => {
    if (url.includes(':runAggregationQuery')) return Response.json([{ result: { aggregateFields: {} } }]);
    if (!['POST', 'PATCH', 'DELETE'].includes(method))
      return Response.json(url.includes('/rest/') ? [] : { fields: {} });
    const value = body ? Number(/(\d)\D*$/.exec(body)[1]) : null;
    const isFirst = written.push(['begin', value]) === 1;
    await new Promise((resolve) => setImmediate(resolve));
    written.push(['end', value]);
    return Response.json({}, { status: isFirst ? 500 : 201 });
  };
  return { written, fetch };
}

describe('docs about votes', () => {
  for (const file of ['docs/recipes/supabase.md', 'docs/recipes/firebase.md'])
    it(`${file}: acts on one subject are written in order, also after one that failed`, async () => {
      const { written, fetch } = slowDatabase();
      const store = storeOf(file, fetch);
      const acts = [4, 2, null].map((value) => store.save({ subject: 'imdb:tt1798709', value }));
      const ends = (await Promise.allSettled(acts)).map(({ status }) => status);
      assert.deepEqual(ends, ['rejected', 'fulfilled', 'fulfilled']);
      assert.deepEqual(
        written,
        [4, 2, null].flatMap((value) => [
          ['begin', value],
          ['end', value],
        ]),
      );

      const others = slowDatabase();
      const quick = storeOf(file, others.fetch);
      await Promise.allSettled(['a', 'b'].map((subject) => quick.save({ subject, value: 4 })));
      assert.deepEqual(
        others.written.map(([step]) => step),
        ['begin', 'begin', 'end', 'end'],
        'those on others do not wait',
      );
    });

  it('docs/recipes/supabase.md: asks for a long page’s ratings at addresses that servers take', async () => {
    const asked = [];
    const store = storeOf('docs/recipes/supabase.md', async (url) => {
      asked.push(url);
      return Response.json([]);
    });
    const subjects = Array.from({ length: 400 }, (_, index) => `imdb:tt${1_000_000 + index}`);
    const found = await store.load(subjects, { signal: new AbortController().signal });
    assert.deepEqual(Object.keys(found), subjects);
    const longest = Math.max(...asked.map((url) => url.length));
    assert.ok(longest < 8000, `${longest} characters`);
  });

  for (const [file, markdown] of documents) {
    it(`${file}: code fits the built types`, () => {
      const snippets = fences(markdown).filter(({ lang }) => lang === 'ts');
      assert.notEqual(snippets.length, 0);
      assert.deepEqual(problems(snippets.map(({ code }) => code)), []);
    });

    it(`${file}: has no other code than what is checked`, () => {
      for (const { lang, code } of fences(markdown))
        if (lang !== 'ts')
          assert.match(`${lang}: ${code}`, /^html: <vote-store endpoint="https:[^"]*"><\/vote-store>\n$/);
    });
  }

  it('code that is wrong is noticed (negative control)', () => {
    const [code] = fences(documents.get('docs/recipes/wp-postratings.md')).map((fence) => fence.code);
    const wrong = [code.replace("kept: 'host'", "kept: 'server'"), code.replace("'closed'", "'shut'")];
    assert.equal(problems(wrong).length, wrong.length);
  });
});
