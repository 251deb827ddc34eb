// The databases that the host is tested on: the one inside it, and a real server that the tests start themselves.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { onFreePort } from '../../tools/free-port.mjs';
import { itWhere } from '../helpers/it-where.mjs';

/** The folder of Postgres' programs, or undefined where it is not installed. */
function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(':'), ...versions.map((version) => join(debian, version, 'bin'))];
  const found = folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))));
  return found && dirname(realpathSync(join(found, 'postgres')));
}

/** Postgres does not run as root; Debian's package brings a user for it. */
const isRoot = process.getuid?.() === 0;
const asUser = (program, args) => (isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args]);

const bin = findPostgres();

/** What cannot be tested here, as a sentence; undefined where everything can. */
export const missing = bin ? undefined : 'Postgres is not installed here: what needs a server is not run';
if (missing) console.log(missing);

/** `it`, where Postgres is installed. */
export const itOnPostgres = itWhere(() => Boolean(findPostgres()), 'Postgres is not installed');

/**
 * Starts a server in a folder that is removed when it stops.
 * @returns {Promise<{ url(name?: string): Promise<string>, version: string, bin: string, stop(): Promise<void> }>} `url` makes a new database
 */
export async function startPostgres(settings = []) {
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-postgres-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  await promisify(execFile)(
    ...asUser(join(bin, 'initdb'), ['-D', data, '-U', 'host', '-A', 'trust', '-E', 'UTF8', '--no-locale']),
  );
  const { port, exited } = await onFreePort(async (port) => {
    const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 100 };
    const child = spawn(
      ...asUser(join(bin, 'postgres'), [
        ...['-D', data],
        ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
        ...settings.flatMap((setting) => ['-c', setting]),
      ]),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const exited = once(child, 'exit');
    let output = '';
    for await (const chunk of child.stderr.iterator({ destroyOnReturn: false })) {
      output += chunk;
      if (!output.includes('ready to accept connections')) continue;
      child.stderr.resume();
      return { port, exited };
    }
    throw new Error(output);
  });
  const address = (name) => `postgres://host@127.0.0.1:${port}/${name}`;
  let made = 0;
  return {
    bin,
    version: execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    async url(name = `votes${++made}`) {
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      // the server's own process, not runuser's; SIGINT does not wait for clients
      process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The databases to test on, by name: each opens an empty one, and lists in `cleanUp` what is to be done when it is closed.
 * @param {typeof import('../../demo/host/node/index.js')} host
 */
export const databaseKinds = ({ openPglite, openPostgres }) => ({
  'the database inside the host': () => openPglite(),
  ...(!missing && {
    'a Postgres server': async (cleanUp) => {
      const postgres = await startPostgres();
      cleanUp.push(() => postgres.stop());
      return openPostgres(await postgres.url(), 20);
    },
  }),
});
