// Serves the demo blog: this folder, the widgets as /film-widgets.js with their languages, the stories' themes, and answers that go
// wrong on purpose.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { serve, TYPES } from '../tools/static-server.mjs';

const DEMO = import.meta.dirname;
const STORIES = join(DEMO, '../stories');
const BUILDS = join(DEMO, '../dist/cdn');

/** Pages with headers of their own. */
const HEADERS = {
  '/csp.html': {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
};

/** What bad.html asks for: status, type and body of an answer; null for a connection that breaks. */
const BAD_ANSWERS = {
  '/bad/500': [500, '.txt', 'The film database is at the cinema.'],
  '/bad/300-kib.json': [200, '.json', JSON.stringify({ id: 'big', title: 'Big', synopsis: 'x'.repeat(300 * 1024) })],
  '/bad/connection': null,
};

/** A payload's URLs are absolute: this stands in the demo's files for the address that it is served from. */
const ORIGIN = '{origin}';

/** The folder that has what is asked for. */
function folderOf(path) {
  if (path === '/film-widgets.js' || path.startsWith('/locales/')) return BUILDS;
  return path.startsWith('/themes/') ? STORIES : DEMO;
}

/** The host that the browser asked for, where it is this machine. */
const originOf = ({ headers: { host = '' } }, url) =>
  /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? `http://${host}` : url;

/** @returns {Promise<[status: number, extension: string, body: string | Buffer]>} */
async function find(path, origin) {
  if (path in BAD_ANSWERS) return BAD_ANSWERS[path];
  const name = path.endsWith('/') ? `${path}index.html` : path;
  try {
    // `normalize` keeps an absolute path below its root, so that no `..` leads out of the folder
    const body = await readFile(join(folderOf(path), normalize(name)));
    const hasUrls = /\.(html|json)$/.test(name);
    return [200, extname(name), hasUrls ? body.toString().replaceAll(ORIGIN, origin) : body];
  } catch {
    return [404, '.txt', 'not found'];
  }
}

/** @typedef {{ path: string, listener: import('node:http').RequestListener, close(): Promise<void> }} Api */

/**
 * @param {{ port?: number, api?: Api }} [options] port 0 takes any free port; the api answers below its path
 * @returns {Promise<{ url: string, close(): void }>} rejects when the port is taken
 */
export async function serveDemo({ port, api } = {}) {
  async function answer(request, response, { pathname }) {
    const path = decodeURIComponent(pathname);
    if (api && path.startsWith(api.path)) return api.listener(request, response);
    const found = await find(path, originOf(request, server.url));
    if (!found) return response.destroy();
    const [status, extension, body] = found;
    response.writeHead(status, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...HEADERS[path],
    });
    return response.end(request.method === 'HEAD' ? undefined : body);
  }
  const isAnswered = (...asked) => answer(...asked).then(() => true);
  const server = await serve(DEMO, isAnswered, port);
  return server;
}
