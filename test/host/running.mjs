// The host as its user runs it: a process with an environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildHost } from '../../tools/load-host.mjs';
import { copyEmptyDatabase } from '../helpers/empty-database.mjs';

/** A folder that is removed after the test, or the tests. */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-host-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Such a folder, with the database of a host in it that nobody has voted at yet. */
export async function dataFolder(t) {
  const folder = temporaryFolder(t);
  await copyEmptyDatabase(join(folder, 'postgres'));
  return folder;
}

/** Nothing of the environment that the tests run in, but where programs are. */
const environment = (settings) => ({ PATH: process.env.PATH, PORT: '0', COOKIE_SECURE: 'false', ...settings });

/** @param where.within a command that runs the host, with its arguments */
export function spawnHost(settings, args = [], { program = 'tools/host.mjs', cwd, within = [] } = {}) {
  const [command, ...rest] = [...within, process.execPath, program, ...args];
  const child = spawn(command, rest, { env: environment(settings), cwd });
  child.output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (child.output += text));
  child.ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output: child.output }));
  return child;
}

/** Starts a host and waits until it listens. @returns its process and its endpoint */
export async function startHost(t, settings, args, where) {
  const child = spawnHost(settings, args, where);
  t.after(async () => {
    child.kill('SIGKILL');
    await child.ended;
  });
  for (;;) {
    const [, endpoint] = /^The vote host is at (\S+)/m.exec(child.output) ?? [];
    if (endpoint) return { child, endpoint };
    const next = await Promise.race([once(child.stdout, 'data'), child.ended]);
    if ('code' in next) throw new Error(`the host ended: ${child.output}`);
  }
}

/** The rules, from the source that the command line runs. */
export const loadConformance = async () => import(pathToFileURL(await buildHost('src/cli/conformance.ts')).href);
