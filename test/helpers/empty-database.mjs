// An empty database for each test that starts a vote host: PGlite takes seconds to set one up, and a moment to open a copy.
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, loadHost } from '../../tools/load-host.mjs';
import { ROOT } from '../../tools/run.mjs';

const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'));
const original = join(CACHE, `empty-database-${version}`);

async function setUpOriginal() {
  const { openPglite } = await loadHost();
  const own = `${original}.${process.pid}`; // several processes may set one up at once
  const database = await openPglite(own);
  await database.close();
  try {
    renameSync(own, original);
  } catch (error) {
    if (!existsSync(original)) throw error;
    rmSync(own, { recursive: true });
  }
}

/** @param {string} folder where the database is to be; it is made */
export async function copyEmptyDatabase(folder) {
  if (!existsSync(original)) await setUpOriginal();
  cpSync(original, folder, { recursive: true });
}
