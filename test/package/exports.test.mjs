// What `import 'film-widgets'` and its entry points give; all of it also loads where there is no browser.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildSync } from 'esbuild';

const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const { exports: entries, bin, unpkg, jsdelivr, customElements: manifest, 'web-types': webTypes } = packageJson;
const TAGS = ['star-rating', 'film-card', 'review-excerpt', 'vote-store'];

/** Imports an entry point in a process of its own, by the package's name: its exports and the tags it registered. */
function load(entry) {
  const code = `
    const names = Object.keys(await import('film-widgets${entry.slice(1)}')).sort();
    const tags = ${JSON.stringify(TAGS)}.filter((tag) => globalThis.customElements?.get(tag));
    console.log(JSON.stringify({ names, tags }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }));
}

describe('package exports', () => {
  it('name files that are there', () => {
    const isThere = (file) => {
      const [folder, ending] = file.split('*');
      return ending ? readdirSync(folder).some((name) => name.endsWith(ending)) : existsSync(file);
    };
    const files = Object.values(entries).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    const named = [...files, ...Object.values(bin), unpkg, jsdelivr, manifest, webTypes];
    assert.deepEqual(
      named.filter((file) => !isThere(file)),
      [],
    );
    assert.ok(!isThere('./dist/locale/languages/*.tsx'), 'negative control');
  });

  it("give Lit's development build nothing to warn of but itself", () => {
    const options = ['--conditions=development', '--input-type=module', '--eval'];
    const warnings = (code) => spawnSync(process.execPath, [...options, code], { encoding: 'utf8' }).stderr.trim();
    assert.match(warnings("await import('film-widgets/define')"), /^Lit is in dev mode\..*$/);
    const old = "const { LitElement } = await import('lit'); class Old extends LitElement {";
    const warned = warnings(`${old} static getPropertyDescriptor() {} } customElements.define('x-old', Old)`);
    assert.match(warned, /getPropertyDescriptor\(\) is deprecated/, 'negative control');
  });

  it('./locales/* are all tried, sentence by sentence, in languages.test.ts', () => {
    const [, tried] = /^const LANGUAGES = \[(.*)\];$/m.exec(readFileSync('test/locale/languages.test.ts', 'utf8'));
    const there = readdirSync('src/locale/languages').map((file) => `'${file.replace('.ts', '')}'`);
    assert.equal(tried, there.join(', '));
  });

  it('./locales/* load beside the classes, also where there is no browser', () => {
    const code = `
      const { StarRating } = await import('film-widgets');
      await import('film-widgets/locales/de');
      console.log(typeof StarRating);`;
    assert.equal(
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim(),
      'function',
    );
  });

  it('import only packages that are installed with ours, in code and in types', () => {
    const known = Object.keys(packageJson.dependencies);
    // a file of dist/types is for those who have its framework
    const wrong = readdirSync('dist', { recursive: true })
      .filter((file) => /^(?!cdn|types).*(\.js|\.d\.ts)$/.test(file))
      .flatMap((file) =>
        [...readFileSync(`dist/${file}`, 'utf8').matchAll(/(?:from |import |import\()['"]([^.'"][^'"]*)['"]/g)]
          .filter(([, name]) => !(name.startsWith('node:') && file.startsWith('cli')))
          .filter(([, name]) => !known.some((one) => name === one || name.startsWith(`${one}/`)))
          .map(([, name]) => `${file}: ${name}`),
      );
    assert.deepEqual(wrong, []);
  });

  it('. has the classes and functions of the contract, and registers nothing', () => {
    const { names, tags } = load('.');
    const promised = [
      ...['StarRating', 'FilmCard', 'ReviewExcerpt', 'VoteStore', 'VoteEvent', 'VoteError'],
      ...['parseFilm', 'connectVotes', 'localVotes', 'httpVotes', 'forgetVotes'],
    ];
    assert.deepEqual(
      promised.filter((name) => !names.includes(name)),
      [],
    );
    assert.deepEqual(tags, []);
  });

  for (const tag of TAGS)
    it(`./${tag} has the class and registers nothing`, () => {
      const { names, tags } = load(`./${tag}`);
      const className = tag.replace(/(^|-)(\w)/g, (_match, _dash, letter) => letter.toUpperCase());
      assert.ok(names.includes(className));
      assert.deepEqual(tags, []);
    });

  // also shows that a tag which the entries above registered would be seen
  for (const [entry, registered] of [
    ['./define', TAGS],
    ['./star-rating/define', ['star-rating']],
    ['./film-card/define', ['star-rating', 'film-card', 'review-excerpt']],
    ['./review-excerpt/define', ['review-excerpt']],
    ['./vote-store/define', []], // without Lit there is no registry
  ])
    it(`${entry} loads on a server, and registers ${registered.join(', ') || 'nothing there'}`, () => {
      assert.deepEqual(load(entry).tags, registered);
    });

  /** Bundles an entry point as for a server that is no Node, which gets the browser's Lit, and runs that: what it says of errors. */
  function runElsewhere(entry, conditions) {
    const { outputFiles } = buildSync({
      stdin: { contents: `import 'film-widgets${entry.slice(1)}';`, resolveDir: '.' },
      ...{ bundle: true, write: false, format: 'esm', platform: 'neutral', logLevel: 'error' },
      conditions: [...conditions, 'worker', 'browser'],
    });
    const { stderr } = spawnSync(process.execPath, ['--input-type=module'], {
      input: outputFiles[0].text,
      encoding: 'utf8',
    });
    return /^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr;
  }

  for (const entry of ['./define', ...TAGS.map((tag) => `./${tag}/define`)])
    it(`${entry} loads at an edge, where even Lit finds no browser`, () => {
      for (const condition of ['workerd', 'edge-light']) assert.equal(runElsewhere(entry, [condition]), '', condition);
    });

  it('an edge has no elements (negative control)', () => {
    assert.equal(runElsewhere('./define', []), 'ReferenceError: HTMLElement is not defined');
  });

  it('load file by file where there is no browser, and register nothing there', () => {
    const programs = Object.values(bin).map((file) => file.replace('./dist/', ''));
    const modules = readdirSync('dist', { recursive: true }).filter(
      (file) => file.endsWith('.js') && !file.startsWith('cdn') && !programs.includes(file),
    );
    assert.ok(modules.length > 50);
    const code = `
      const wrong = [];
      for (const file of ${JSON.stringify(modules)})
        await import('./dist/' + file).catch((error) => wrong.push(file + ': ' + error.message));
      const globals = ['document', 'window', 'HTMLElement'].filter((name) => name in globalThis);
      console.log(JSON.stringify({ wrong, globals }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(output), { wrong: [], globals: [] });
  });

  it('./server renders and parses, without Lit', () => {
    assert.deepEqual(load('./server').names, ['SECTIONS', 'parseFilm', 'renderFilmCard']);
    const seen = new Set();
    const follow = (file) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from |import )'([^']+)'/g))
        if (name.startsWith('.')) follow(new URL(name, `file:///${file}`).pathname.slice(1));
        else seen.add(name);
    };
    follow('dist/server/index.js');
    assert.ok(seen.has('dist/film/parse-film.js'));
    assert.deepEqual(
      [...seen].filter((file) => !file.startsWith('dist/')),
      ['zod/mini'],
    );
  });

  it('./schema has the schema', () => {
    assert.notDeepEqual(load('./schema').names, []);
  });
});
