// What a release does: the changelog, the hashes, and the workflows that CI of the repository runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { changesOf, released } from '../../tools/changelog.mjs';
import { integrities } from '../../tools/sri.mjs';
import { read } from './markdown.mjs';

const packageJson = JSON.parse(read('package.json'));
const OLD = '# Changelog\n\nWords.\n\n## Unreleased\n\n- A new thing.\n\n## 1.0.0 (2026-01-02)\n\n- The first.\n';

describe('the changelog', () => {
  it('gives what is unreleased the number and the date of the version', () => {
    assert.equal(
      released(OLD, '1.1.0', '2026-02-03'),
      OLD.replace('## Unreleased\n', '## Unreleased\n\n## 1.1.0 (2026-02-03)\n'),
    );
  });

  it('has the notes of each version', () => {
    const next = released(OLD, '1.1.0', '2026-02-03');
    assert.equal(changesOf(next, '1.1.0'), '- A new thing.');
    assert.equal(changesOf(next, '1.0.0'), '- The first.');
  });

  it('lets nothing be released of which it says nothing', () => {
    const next = released(OLD, '1.1.0', '2026-02-03');
    assert.throws(() => released(next, '1.2.0', '2026-02-04'), /says nothing of Unreleased/);
    assert.throws(() => changesOf(next, '1.2.0'), /says nothing of 1\.2\.0/);
  });

  it('is written by npm version, which also tells the source', () => {
    const folder = mkdtempSync(join(tmpdir(), 'film-widgets-release-'));
    const run = (program, ...args) =>
      execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      for (const file of ['tools/changelog.mjs', 'tools/sri.mjs', 'src/brand.ts', 'README.md'])
        cpSync(file, join(folder, file));
      const { version } = packageJson.scripts;
      writeFileSync(
        join(folder, 'package.json'),
        JSON.stringify({ name: 'x', version: '1.0.0', scripts: { version } }),
      );
      writeFileSync(join(folder, 'CHANGELOG.md'), OLD);
      const commit = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '--quiet', '-m', 'x'];
      run('git', 'init', '--quiet');
      run('git', 'config', 'user.name', 'x');
      run('git', 'config', 'user.email', 'x@example.com');
      run('git', 'add', '.');
      run('git', ...commit);
      run('npm', 'version', 'minor');
      assert.match(
        run('git', 'show', 'HEAD:CHANGELOG.md'),
        /## Unreleased\n\n## 1\.1\.0 \(\d{4}-\d\d-\d\d\)\n\n- A new/,
      );
      assert.match(run('git', 'show', 'HEAD:src/brand.ts'), /export const VERSION = '1\.1\.0';/);
      assert.match(
        run('git', 'show', 'HEAD:README.md'),
        /^npm install \.\.\/film-widgets\/film-widgets-1\.1\.0\.tgz$/m,
      );
      assert.equal(run('git', 'tag').trim(), 'v1.1.0');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the hashes', () => {
  it('are those of every script of the one-file builds', () => {
    const found = integrities();
    assert.deepEqual(Object.keys(found).slice(0, 1), ['film-widgets.js']);
    assert.ok(found['locales/de.js']);
    for (const [file, hash] of Object.entries(found))
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(join('dist/cdn', file)))
          .digest('base64')}`,
      );
  });
});

describe('the workflows', () => {
  const ci = read('.github/workflows/ci.yml');
  const release = read('.github/workflows/release.yml');

  it('run CI on Linux and macOS, on the Node versions that the package names and newer', () => {
    assert.match(ci, /os: \[ubuntu-latest, macos-latest\]/);
    assert.match(ci, /node: \[20, 22, 24, 26\]/);
    assert.equal(packageJson.engines.node, '>=20.19');
    assert.match(ci, /- run: \.ci\/run\n/);
  });

  it('publish with provenance, after CI, with the notes of the version', () => {
    const order = ['run: .ci/run', 'tools/changelog.mjs notes', 'npm publish --provenance', 'gh release create'];
    const places = order.map((step) => release.indexOf(step));
    assert.ok(!places.includes(-1));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.match(release, /id-token: write/);
  });

  it('name files that are there', () => {
    const named = [...(ci + release).matchAll(/(?:node |run: )((?:tools|\.ci)\/[\w.-]+)/g)].map(([, file]) => file);
    assert.ok(named.length >= 3);
    assert.deepEqual(
      named.filter((file) => !existsSync(file)),
      [],
    );
  });
});
