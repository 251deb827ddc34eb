// Every document: each command is one that CI runs, each link leads somewhere.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { codeIn, DOCUMENTS, fences, LINKED, OWN_TESTS, prose, read } from './markdown.mjs';

const { scripts, version } = JSON.parse(read('package.json'));
const all = DOCUMENTS.map(read).join('\n\n');

/** Commands that CI runs under another name. */
const RUN_OTHERWISE = {
  'npm run host': 'started by the tests in test/host',
  '.ci/run': 'it is CI',
  'npm start': 'started by start.test.mjs',
  'npm test': 'CI runs the same',
  'BROWSERS=chromium npm test': 'CI runs it for each engine that is there',
  'ORIGINS=http://localhost:8080 COOKIE_SECURE=false npm run host': 'test/host/docs.test.mjs starts it with these',
  'npm ci': 'what CI runs on a fresh clone',
  'npm pack': 'the consumer test does it',
  [`npm install ../film-widgets/film-widgets-${version}.tgz`]:
    'the consumer test installs such a file in an empty project',
  'npm run storybook': 'CI builds the same stories and visits each of them',
  'npm run test:browser': 'CI runs the same command, wtr',
  'BROWSERS=firefox npm run test:browser': 'CI runs it for each engine that is there',
  'npm run test:package': 'CI runs the same files',
  'npm run test:host': 'CI runs the same files',
  'npm run test:consumer': 'CI runs the same files',
  'node --test': 'CI runs the same files by it',
  'npm run format': 'writes what format:check looks at, with the same program',
  'npm run pictures': 'run by pictures.test.mjs',
  'npm version minor': 'run by release.test.mjs, in a folder of its own',
  'npm run docs': 'guides.test.mjs compares what it would write',
  'npm run bench:conformance': 'conformance.test.mjs asks our rating the same questions',
};

describe('commands', () => {
  /** What CI runs: the npm scripts named in its tools, and the ones that those run. */
  const inCi = new Set();
  const follow = (text) => {
    for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      if (!inCi.has(name)) {
        inCi.add(name);
        follow(scripts[name]);
      }
  };
  follow(['ci', 'test', 'test-runners'].map((tool) => read(`tools/${tool}.mjs`)).join(''));

  const PROGRAM = /^(?:\w+=\S* +)*(?:npm|npx|node|yarn|pnpm|git|bash|sh|wtr|eslint|prettier)\s|^(?:\S*\/)?\.ci\//;
  const commands = (markdown) =>
    [
      ...fences(markdown).flatMap(({ lang, code }) => (lang === 'sh' ? code.trim().split('\n') : [])),
      ...codeIn(prose(markdown)).filter((code) => PROGRAM.test(code)),
    ].map((line) => line.replace(/\s+(#|-- ).*$/, ''));
  const unknown = (markdown) =>
    commands(markdown).filter((line) => {
      const [, script] = /^(?:\w+=\S+ )*npm (?:run )?([\w:-]+)/.exec(line) ?? [];
      if (line in RUN_OTHERWISE)
        return script !== undefined && !['ci', 'install', 'pack'].includes(script) && !(script in scripts);
      return !line.startsWith('npm run ') || !(script in scripts) || !inCi.has(script);
    });

  for (const file of DOCUMENTS.filter((file) => !OWN_TESTS[file]))
    it(`of ${file} are commands that CI runs`, () => {
      assert.deepEqual(unknown(read(file)), []);
    });

  it('that CI runs otherwise are all named', () => {
    const named = commands(all);
    assert.ok(named.length > 20);
    assert.deepEqual(
      Object.keys(RUN_OTHERWISE).filter((command) => !named.includes(command)),
      [],
    );
    assert.equal(scripts['test:browser'], 'wtr');
    assert.match(read('tools/test-runners.mjs'), /runCounted\('wtr', \{ \.\.\.options, env: \{ BROWSERS: name \}/);
    assert.match(read('.ci/run'), /^exec node tools\/ci\.mjs$/m);
  });

  it('that CI does not run are noticed (negative control)', () => {
    const bad = ['npm run nothing', 'npx wtr', 'BROWSERS=all npm test', 'git push', 'npm run test:browser:watch'];
    assert.deepEqual(unknown(bad.map((line) => `- \`${line}\``).join('\n')), bad);
    assert.deepEqual(unknown('```sh\nmake\n```\n'), ['make']);
  });
});

describe('links', () => {
  /** Links and pictures of a document that lead nowhere. An empty folder is none: git does not keep it. */
  const anchorsOf = (markdown) =>
    [...prose(markdown).matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
  function broken(file, markdown) {
    const text = prose(markdown).replace(/`[^`\n]*`/g, '');
    const targets = [...text.matchAll(/\]\(([^)\s]*)\)|(?:src|srcset|href)="([^"]*)"/g)].map(([, a, b]) => a ?? b);
    return targets.filter((target) => {
      if (target.startsWith('https://')) return false;
      const [path, anchor] = target.split('#');
      if (!path) return !anchorsOf(markdown).includes(anchor);
      if (
        anchor &&
        (!existsSync(resolve(dirname(file), path)) || !anchorsOf(read(resolve(dirname(file), path))).includes(anchor))
      )
        return true;
      const found = resolve(dirname(file), path);
      return !existsSync(found) || (statSync(found).isDirectory() && readdirSync(found).length === 0);
    });
  }

  for (const file of LINKED)
    it(`of ${file} lead somewhere`, () => {
      assert.deepEqual(broken(file, read(file)), []);
    });

  it('that lead nowhere are noticed (negative control)', () => {
    const text =
      '# A title\n[a](#a-title) [b](#b) [c](docs/none.md) <img src="none.png"> [d](LICENSE) [e](http://x) [f](README.md#votes)';
    assert.deepEqual(broken('README.md', `${text} [g](README.md#no)`), [
      '#b',
      'docs/none.md',
      'none.png',
      'http://x',
      'README.md#no',
    ]);
  });
});
