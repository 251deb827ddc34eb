// docs/host.md as its reader uses it: every snippet is run or type-checked, every table is so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { build } from 'esbuild';
import ts from 'typescript';
import { buildHost, loadHost } from '../../tools/load-host.mjs';
import { ROOT } from '../../tools/run.mjs';
import { fences, read } from '../package/markdown.mjs';
import { dataFolder, startHost, temporaryFolder } from './running.mjs';

const text = read('docs/host.md');
const { scripts } = JSON.parse(read('package.json'));
const snippets = fences(text);
const codeOf = (lang) => snippets.filter((snippet) => snippet.lang === lang).map(({ code }) => code);

it('has the snippets that are tried here, and no others', () => {
  assert.deepEqual(
    snippets.map(({ lang }) => lang),
    ['sh', 'js', 'ts', 'console'],
  );
});

it('has every setting, with what it has to be and its default', async () => {
  const { SETTINGS } = await loadHost();
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\|(.*)\|$/gm)].map(([, name, rest]) => [
    name,
    ...rest.split('|').map((cell) => cell.trim()),
  ]);
  assert.deepEqual(
    rows,
    Object.entries(SETTINGS).map(([name, { about, wanted, fallback }]) => [
      name,
      about,
      wanted,
      fallback && `\`${fallback}\``,
    ]),
  );
});

it('starts a host with its auth module, and tries it with the command that it names', async (t) => {
  const folder = temporaryFolder(t);
  const AUTH_MODULE = join(folder, 'auth.mjs');
  writeFileSync(AUTH_MODULE, codeOf('js')[0]);
  const { endpoint } = await startHost(t, { AUTH_MODULE, DATA_FOLDER: await dataFolder(t) });
  const program = await buildHost('src/cli/film-widgets.ts');
  assert.match(text, /`npm run build`[^`]*^```console/m, 'which makes the command');
  const [start, command] = ['sh', 'console'].map((lang) => codeOf(lang)[0].trim());
  assert.equal(start, 'npm run host');
  assert.equal(scripts.host, 'node tools/host.mjs', 'what startHost runs');
  const [, ...words] = /^npx film-widgets conformance (\S+) (\S+) (\S+)$/.exec(command);
  assert.equal(words[0], 'http://127.0.0.1:8787');
  for (const args of [words.slice(1), [...words.slice(1), '--token', 'a-token-of-ada']])
    assert.match(
      execFileSync(process.execPath, [program, 'conformance', endpoint, ...args], { encoding: 'utf8' }),
      /rules held, 0 did not\n$/,
    );
});

it('takes votes of a page on localhost, started as it says', async (t) => {
  const [, settings] = /`((?:\w+=\S+ )+)npm run host`/.exec(text);
  const { endpoint } = await startHost(t, {
    ...Object.fromEntries(
      settings
        .trim()
        .split(' ')
        .map((one) => one.split('=')),
    ),
    DATA_FOLDER: await dataFolder(t),
  });
  const vote = (origin) =>
    fetch(`${endpoint}/votes/imdb%3Att1798709`, {
      method: 'PUT',
      headers: { origin, 'content-type': 'application/json', 'idempotency-key': 'a-key-of-this-test' },
      body: '{"value":4}',
    });
  const { status, headers } = await vote('http://localhost:8080');
  const [cookie] = headers.getSetCookie();
  assert.deepEqual([status, /^(\w|-)+/.exec(cookie)[0], /secure/i.test(cookie)], [200, 'film-widgets-voter', false]);
  assert.ok(text.includes('`film-widgets-voter` with `COOKIE_SECURE=false`'));
  assert.equal((await vote('http://localhost:8081')).status, 403, 'negative control');
});

it('shows a host for other platforms that type-checks, and is made of nothing of Node', async (t) => {
  const [code] = codeOf('ts');
  const file = join(ROOT, 'docs-host-snippet.ts');
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const compiler = ts.createCompilerHost(options);
  const { fileExists, readFile } = compiler;
  compiler.fileExists = (name) => name === file || fileExists(name);
  compiler.readFile = (name) => (name === file ? code : readFile(name));
  const program = ts.createProgram([file], options, compiler);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));
  assert.deepEqual(messages, []);
  assert.match(code, /\bsweep\(database, \d+\)/, 'or nothing is ever deleted');

  const bundle = (contents) =>
    build({
      stdin: { contents, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      write: false,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    });
  await bundle("export { createVoteHost } from './demo/host/vote-host.js';");
  await assert.rejects(
    bundle("export * from './demo/host/node/main.js';"),
    /Could not resolve "node:/,
    'negative control',
  );
  t.diagnostic('bundled without a module of Node');
});
