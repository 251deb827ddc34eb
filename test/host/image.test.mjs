// What the Dockerfile does, step by step and without Docker: its program runs with nothing else of the project beside it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { loadHost } from '../../tools/load-host.mjs';
import { startHost, temporaryFolder } from './running.mjs';

const run = promisify(execFile);
const steps = readFileSync('demo/host/Dockerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');

/** The rest of the last line that begins with an instruction. */
const step = (instruction) =>
  steps
    .findLast((line) => line.startsWith(`${instruction} `))
    .slice(instruction.length)
    .trim();
const listIn = (text) => JSON.parse(text.slice(text.indexOf('[')));

const checkHealth = (env) => {
  const [, ...check] = listIn(step('HEALTHCHECK'));
  return run(process.execPath, check, { env });
};

describe('the image of the vote host', () => {
  it('starts, answers its health check, and keeps votes over a stop and a start', async (t) => {
    const folder = temporaryFolder(t);
    await run('sh', ['-c', `npx ${step('RUN npx').replaceAll(/(?<=[ =])\/host\//g, `${folder}/`)}`]);
    cpSync('demo/films', `${folder}/films`, { recursive: true });
    const [runtime, program] = listIn(step('CMD'));
    assert.equal(runtime, 'node');
    const settings = {
      ...Object.fromEntries(
        step('ENV')
          .split(' ')
          .map((pair) => pair.split('=')),
      ),
    };
    assert.deepEqual(Object.keys(settings), ['NODE_ENV', 'HOST', 'DATA_FOLDER', 'FILMS']);
    const start = () =>
      startHost(
        t,
        { ...settings, HOST: '127.0.0.1', BASE_PATH: '/api', DATA_FOLDER: `${folder}/data`, FILMS: `${folder}/films` },
        [],
        { program, cwd: folder },
      );

    const { child, endpoint } = await start();
    await checkHealth({ PORT: new URL(endpoint).port, BASE_PATH: '/api' });
    const answer = await fetch(`${endpoint}/votes/imdb%3Att1798709`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-this-vote-alone' },
      body: '{"value":4}',
    });
    assert.equal(answer.status, 200);
    child.kill('SIGTERM');
    assert.equal((await child.ended).code, 0);

    const again = await start();
    const ratings = await fetch(`${again.endpoint}/ratings?subject=imdb%3Att1798709`);
    assert.deepEqual((await ratings.json()).ratings['imdb:tt1798709'].count, 1);
  });

  it('says so when it is not healthy (negative control)', async () => {
    await assert.rejects(checkHealth({ PORT: '9' }), { code: 1 });
  });

  it('is asked where it is without settings, too', async () => {
    const { SETTINGS } = await loadHost();
    const asked = `globalThis.fetch = async (address) => (console.log(address), { ok: true });`;
    const preload = `data:text/javascript,${encodeURIComponent(asked)}`;
    const { stdout } = await checkHealth({ NODE_OPTIONS: `--import=${preload}`, BASE_PATH: '' });
    assert.equal(stdout.trim(), `http://127.0.0.1:${SETTINGS.PORT.fallback}/healthz`);
  });
});
