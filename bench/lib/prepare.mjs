// What has to be there before anything is measured: the rivals, and this project as built.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serve } from '../../tools/static-server.mjs';
import { BENCH, OUT } from './build.mjs';

const npm = (args, cwd) => execFileSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });

export function ensureBuilt() {
  const project = dirname(BENCH);
  if (!existsSync(join(project, 'dist/cdn/film-widgets.js'))) npm(['run', '--silent', 'build'], project);
}

/** The rivals have a lock file of their own, so that nobody else has to install them. */
export function ensureRivals() {
  if (!existsSync(join(BENCH, 'node_modules/.package-lock.json')))
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], BENCH);
}

/** Serves what was bundled, never from a cache. */
export const serveBundles = () =>
  serve(OUT, (_request, response) => {
    response.setHeader('cache-control', 'no-store');
  });
