// Fails when a second build of the same source differs from the one that is there.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Every file of the build with the hash of its bytes. */
const hashes = () =>
  Object.fromEntries(
    readdirSync('dist', { recursive: true })
      .map((file) => join('dist', String(file)))
      .filter((file) => statSync(file).isFile())
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

const before = hashes();
if (!(await run('npm run --silent build'))) throw new Error('the build failed');
const after = hashes();
const different = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file]);
for (const file of different) console.log(`${file}: ${!before[file] ? 'new' : !after[file] ? 'gone' : 'other bytes'}`);
console.log(`${Object.keys(after).length} files built again, ${different.length} of them differ`);
process.exitCode = different.length ? 1 : 0;
