// What the demo's server answers, and where neither it nor the tests' own lead out of their folder.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveDemo } from '../../demo/server.mjs';
import { serve } from '../../tools/static-server.mjs';

let server;
before(async () => (server = await serveDemo()));
after(() => server?.close());

describe('the server', () => {
  const get = (path, options) => fetch(server.url + path, options);

  it('says what it sends, and that it is not to be kept', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/blog.css', 'text/css; charset=utf-8'],
      ['/film-widgets.js', 'text/javascript; charset=utf-8'],
      ['/films/her.json', 'application/json; charset=utf-8'],
      ['/posters/her.svg', 'image/svg+xml'],
    ]) {
      const { status, headers } = await get(path, { method: 'HEAD' });
      assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, type, 'no-store']);
    }
  });

  it('writes its own address into the payloads', async () => {
    const { poster } = await (await get('/films/her.json')).json();
    assert.equal(poster.src, `${server.url}/posters/her.svg`);
  });
});

describe('paths that lead out of a folder', () => {
  const OUTWARD = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/films/..%2f..%2fpackage.json',
    '/themes/..%2f..%2fpackage.json',
    '//',
    '/%00',
    '/%',
  ];
  /** Asks for exactly this path: `fetch` would resolve its dots. */
  const statusOf = (url, path) =>
    new Promise((resolve, reject) => {
      get(url, { path }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
  const statuses = (url) => Promise.all(OUTWARD.map((path) => statusOf(url, path)));
  const nothing = OUTWARD.map(() => 404);

  it('are none to the demo', async () => {
    assert.deepEqual(await statuses(server.url), nothing);
  });

  it('are none to the server of the tests and stories', async (t) => {
    const { url, close } = await serve('demo');
    t.after(close);
    assert.deepEqual(await statuses(url), nothing);
  });

  it('would be followed by a careless one (negative control)', async (t) => {
    const careless = createServer(({ url }, response) => {
      response.writeHead(existsSync(join('demo', decodeURIComponent(url))) ? 200 : 404).end();
    });
    t.after(() => careless.close());
    await new Promise((resolve) => careless.listen(0, '127.0.0.1', resolve));
    for (const path of OUTWARD.slice(0, 4))
      assert.equal(await statusOf(`http://127.0.0.1:${careless.address().port}`, path), 200, path);
  });
});
