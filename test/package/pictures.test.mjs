// The pictures of the documents.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('pictures', () => {
  const CARDS = ['card-light.webp', 'card-dark.webp'];
  const THEMES = readdirSync('stories/themes').map((file) => `theme-${file.replace('.css', '.webp')}`);
  const NAMES = [...CARDS, ...THEMES];
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-pictures-'));
  after(() => rmSync(folder, { recursive: true }));
  /** Of a WebP as Chromium writes it. */
  const size = (file) => {
    const picture = readFileSync(file);
    assert.equal(picture.toString('latin1', 8, 16), 'WEBPVP8X');
    return [24, 27].map((at) => picture.readUIntLE(at, 3) + 1);
  };

  it('are taken by a script', () => {
    assert.equal(scripts.pictures, 'node tools/take-pictures.mjs');
    execFileSync(process.execPath, ['tools/take-pictures.mjs', folder]);
    assert.deepEqual(readdirSync(folder).sort(), [...NAMES].sort());
    for (const name of NAMES) {
      const [taken, kept] = [folder, 'docs/pictures'].map((place) => size(join(place, name))[0]);
      assert.equal(taken, kept, `${name} is as wide as the one that is kept`);
    }
  });

  it('are of one size, and not heavy', () => {
    const sizes = (names) => new Set(names.map((name) => String(size(`docs/pictures/${name}`)))).size;
    assert.deepEqual([sizes(CARDS), sizes(THEMES)], [1, 1]);
    for (const picture of NAMES.map((name) => `docs/pictures/${name}`))
      assert.ok(statSync(picture).size < 250_000, picture);
  });
});
