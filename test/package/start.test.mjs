// `npm start` as its user meets it: a line with an address, a page there, and an end on request.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { serveDemo } from '../../demo/server.mjs';

const start = (t, PORT, DATA_FOLDER = mkdtempSync(join(tmpdir(), 'film-widgets-start-'))) => {
  t.after(() => rmSync(DATA_FOLDER, { recursive: true, force: true }));
  const child = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PORT, DATA_FOLDER } });
  t.after(() => child.kill('SIGKILL'));
  return child;
};
const text = async (stream) => (await stream.toArray()).join('');

const addressOf = async (child) => {
  let output = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (output.includes('http://')) return /http:\S+/.exec(output)[0];
  }
  throw new Error(output);
};

it('prints the address of the demo blog, serves it, and ends well on SIGTERM', async (t) => {
  const child = start(t, '0');
  const url = await addressOf(child);
  const page = await (await fetch(url)).text();
  assert.match(page, /<film-card src="films\/her\.json">/);
  const widgets = await fetch(new URL('/film-widgets.js', url));
  assert.equal(widgets.status, 200);
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

it('ends well when it hears of one Ctrl+C twice, from the terminal and from npm', async (t) => {
  const child = start(t, '0');
  await addressOf(child);
  for (const signal of ['SIGINT', 'SIGINT']) child.kill(signal);
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

it('says that a port is taken, where it was asked for', async (t) => {
  const server = await serveDemo();
  t.after(() => server.close());
  const child = start(t, new URL(server.url).port);
  const [[code], errors] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  assert.equal(code, 1);
  assert.match(errors, /address already in use/);
});

it('has the votes again after it was stopped and started', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-start-'));
  const [first, second] = [start(t, '0', folder), start(t, '0', folder)];
  const urls = await Promise.all([addressOf(first), addressOf(second)]);
  const ratings = 'api/ratings?subject=imdb:tt1798709';
  const answers = await Promise.all(urls.map((url) => fetch(new URL(ratings, url))));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404], 'one of the two has the votes');
  const [child, other] = answers[0].ok ? [first, second] : [second, first];
  const url = urls[answers[0].ok ? 0 : 1];
  const { status } = await fetch(new URL('api/votes/imdb:tt1798709', url), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"value":4}',
  });
  assert.equal(status, 200);
  for (const one of [child, other]) {
    one.kill('SIGTERM');
    assert.deepEqual(await once(one, 'exit'), [0, null]);
  }
  const again = await addressOf(start(t, '0', folder));
  const { ratings: found } = await (await fetch(new URL(ratings, again))).json();
  assert.equal(found['imdb:tt1798709'].count, 1);
});
