// What docs/votes.md and the recipes show: the code fits the built types, the addresses lead somewhere, the markup is ours.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const FILES = ['docs/votes.md', ...readdirSync('docs/recipes').map((name) => `docs/recipes/${name}`)];
const documents = new Map(FILES.map((file) => [file, readFileSync(file, 'utf8')]));
const fences = (markdown) =>
  [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, lang, code]) => ({ lang, code }));

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  types: [],
  noEmit: true,
};

/** What the compiler says about snippets that are files of this package and find the built types under its name. */
function problems(snippets) {
  const codes = new Map(snippets.map((code, index) => [resolve(`snippet-${index}.ts`), code]));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => codes.has(name) || fileExists(name);
  host.readFile = (name) => codes.get(name) ?? readFile(name);
  const program = ts.createProgram([...codes.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));
}

describe('docs about votes', () => {
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

    it(`${file}: links lead somewhere`, () => {
      for (const [, target] of markdown.matchAll(/\]\(([^)#\s]+)/g))
        assert.ok(existsSync(join(dirname(file), target)), target);
      const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, text]) => text.toLowerCase().replaceAll(' ', '-'));
      for (const [, anchor] of markdown.matchAll(/\]\(#([^)]+)\)/g)) assert.ok(headings.includes(anchor), anchor);
    });
  }

  it('code that is wrong is noticed (negative control)', () => {
    const [code] = fences(documents.get('docs/recipes/wp-postratings.md')).map((fence) => fence.code);
    const wrong = [code.replace("kept: 'host'", "kept: 'server'"), code.replace("'closed'", "'shut'")];
    assert.equal(problems(wrong).length, wrong.length);
  });
});
