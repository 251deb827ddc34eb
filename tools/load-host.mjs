// The vote host is TypeScript, which Node 20 does not read: esbuild makes one file of it, beside the packages that it needs.
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './run.mjs';

/** What is made once for all tests. */
export const CACHE = join(ROOT, 'node_modules/.cache/film-widgets');

/**
 * @param {string} [entry] another module of demo/host
 * @returns {Promise<string>} the file
 */
export async function buildHost(entry = 'demo/host/node/index.ts') {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `${entry.replaceAll(/\W/g, '-')}.mjs`);
  const own = `${file}.${process.pid}`; // several processes may build at once
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile: own,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  renameSync(own, file);
  return file;
}

/** @returns {Promise<typeof import('../demo/host/node/index.js')>} */
export const loadHost = async () => import(pathToFileURL(await buildHost()).href);
