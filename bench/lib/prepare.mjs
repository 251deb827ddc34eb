// What has to be there before anything is measured: the rivals, and this project as built.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TYPES } from '../../tools/static-server.mjs';
import { BENCH, OUT } from './build.mjs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, normalize } from 'node:path';

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

/** Serves what was bundled, never from a cache. `extra` is asked first. */
export async function serveBundles(extra = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    try {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const body = extra[path] ?? (await readFile(join(OUT, file)));
      const type = TYPES[extname(file)] ?? TYPES['.html'];
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
