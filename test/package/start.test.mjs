// `npm start` as its user meets it: a line with an address, a page there, and an end on request.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { it } from 'node:test';
import { serveDemo } from '../../demo/server.mjs';

const start = (t, PORT) => {
  const child = spawn(process.execPath, ['tools/start.mjs'], { env: { ...process.env, PORT } });
  t.after(() => child.kill('SIGKILL'));
  return child;
};
const text = async (stream) => (await stream.toArray()).join('');

it('prints the address of the demo blog, serves it, and ends well on SIGTERM', async (t) => {
  const child = start(t, '0');
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    if (output.includes('http://')) break;
  }
  const [url] = /http:\S+/.exec(output);
  const page = await (await fetch(url)).text();
  assert.match(page, /<film-card src="films\/her\.json">/);
  const widgets = await fetch(new URL('/film-widgets.js', url));
  assert.equal(widgets.status, 200);
  child.kill('SIGTERM');
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
