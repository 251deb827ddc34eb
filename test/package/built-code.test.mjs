// No way from a text to code or to markup in what is published: every built file is searched. What Lit itself needs is listed, with the reason.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

/** Ways to turn text into code or markup. */
const SINKS = {
  eval: /(?<![\w$.])eval\s*\(/g,
  Function: /\bnew\s+Function\b|(?<![\w$.])Function\s*\(/g,
  'a timer that takes code': /\bset(?:Timeout|Interval)\s*\(\s*['"`]/g,
  'document.write': /\b(?:document|contentDocument)\s*\.\s*write(?:ln)?\s*\(/g,
  innerHTML: /\b(?:inner|outer)HTML\b/g,
  'other HTML': /\b(?:insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc)\b/g,
  'unsafe directives': /\bunsafe(?:HTML|SVG|MathML|Static)\b/g,
  'javascript: addresses': /javascript:/gi,
};

/**
 * What may be found, once, in a one-file build: Lit makes the strings of a template, which we have written, a `<template>` through the Trusted
 * Types policy "lit-html". Values never go this way.
 */
const OF_LIT = /^innerHTML: .*\.innerHTML\s*=/;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.js$/.test(path) ? [path] : [];
  });

/** Comments say what is not done, and are not code. */
const withoutComments = (code) => code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** `kind: the code around it`, for each way that a file has. */
const sinksIn = (code) =>
  Object.entries(SINKS).flatMap(([kind, pattern]) =>
    [...code.matchAll(pattern)].map(({ index }) => `${kind}: ${code.slice(Math.max(0, index - 20), index + 30)}`),
  );

describe('the published files', () => {
  const all = files('dist');
  const isOneFile = (file) => file.startsWith(join('dist', 'cdn')) && !file.includes('locales');

  it('are all searched', () => {
    assert.ok(all.length > 50, `${all.length} files`);
    assert.equal(all.filter(isOneFile).length, 2);
  });

  it("in one file have small-css-tag.ts in the place of Lit's own", () => {
    const ofLit = /CSSResult is not constructable/;
    assert.match(readFileSync('node_modules/@lit/reactive-element/css-tag.js', 'utf8'), ofLit, 'what it is known by');
    for (const file of all.filter(isOneFile)) assert.doesNotMatch(readFileSync(file, 'utf8'), ofLit, file);
  });

  it('have no line breaks in their styles, which no bundler would take out', () => {
    const broken = /\bcss ?`[^`]*\n/;
    assert.match(readFileSync('src/elements/star-rating/star-rating.styles.ts', 'utf8'), broken, 'as they are written');
    for (const file of all) assert.doesNotMatch(readFileSync(file, 'utf8'), broken, file);
  });

  it('have what is drawn on paper too, also where Chrome before 136 knows that by its older name alone', () => {
    const counts = all.map((file) => {
      const code = readFileSync(file, 'utf8');
      const count = [...code.matchAll(/[{;]print-color-adjust:exact/g)].length;
      assert.equal([...code.matchAll(/[{;]-webkit-print-color-adjust:exact;print-/g)].length, count, file);
      return isOneFile(file) ? count : 0;
    });
    assert.deepEqual(counts.filter(Boolean), [3, 2], 'stars and bars, in one of them posters');
  });

  for (const file of ['dist/elements/star-rating/star-rating.js', 'dist/cdn/star-rating.js'])
    it(`${file} has a map that leads to its source`, () => {
      const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
      const before = readFileSync(file, 'utf8').split('composedPath')[0].split('\n');
      const { originalSource, originalLine } = map.findEntry(before.length - 1, before.at(-1).length);
      const source = join(dirname(file), originalSource);
      assert.equal(source, 'src/elements/star-rating/star-rating.ts');
      assert.match(readFileSync(source, 'utf8').split('\n')[originalLine], /composedPath/);
    });

  it('of ours turn no text into code or markup', () => {
    for (const file of all.filter((path) => !isOneFile(path)))
      assert.deepEqual(sinksIn(withoutComments(readFileSync(file, 'utf8'))), [], file);
  });

  for (const file of all.filter(isOneFile))
    it(`${file} has what Lit needs, once, and nothing else`, () => {
      const found = sinksIn(readFileSync(file, 'utf8'));
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0], OF_LIT);
    });

  it('would be caught with any of these in them (negative control)', () => {
    for (const [code, kind] of [
      ['const x=eval(text)', 'eval'],
      ['(0,new Function("a","b"))', 'Function'],
      ['return Function(text)()', 'Function'],
      ['setTimeout("go()",1)', 'a timer that takes code'],
      ['document.write(text)', 'document.write'],
      ['e.innerHTML=text', 'innerHTML'],
      ['e.outerHTML=text', 'innerHTML'],
      ['e.insertAdjacentHTML("beforeend",text)', 'other HTML'],
      ['new DOMParser().parseFromString(text,"text/html")', 'other HTML'],
      ['unsafeHTML(text)', 'unsafe directives'],
      ['a.href="JavaScript:go()"', 'javascript: addresses'],
    ])
      assert.ok(sinksIn(code)[0]?.startsWith(`${kind}: `), code);
  });
});
