import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrations.js';
import { openPglite } from '../database/pglite.js';
import { openPostgres } from '../database/postgres.js';
import { clientAddress } from '../networks.js';
import { createVoteHost, type LogEntry } from '../vote-host.js';
import type { Authenticate } from '../voters.js';
import { sweep } from '../votes.js';
import { readFilmFiles } from './film-files.js';
import { lockFolder } from './folder-lock.js';
import { nodeKeyedHash } from './node-keyed-hash.js';
import { blame, SECRET_LENGTH, type Settings } from './settings.js';

/** How often old acts are deleted, in milliseconds. */
const SWEEP_EVERY = 3_600_000;

export interface OpenHost {
  /** Answers requests that come by `@hono/node-server`. */
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>;
  /** Reads the film files again. */
  reload(): Promise<void>;
  /** Waits for what the database is doing, then closes it. */
  close(): Promise<void>;
}

/** Opens the database of the settings, with its schema up to date. */
export async function openDatabase(settings: Settings): Promise<Database> {
  const { DATABASE_URL, DATABASE_CONNECTIONS, DATA_FOLDER } = settings;
  if (DATABASE_URL) {
    const database = await openPostgres(DATABASE_URL, DATABASE_CONNECTIONS).catch(blame(settings, 'DATABASE_URL'));
    await migrate(database).catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return database;
  }
  const folder = join(DATA_FOLDER, 'postgres');
  await makePrivate(folder).catch(blame(settings, 'DATA_FOLDER'));
  const unlock = await lockFolder(DATA_FOLDER);
  const opening = openPglite(folder);
  try {
    const database = await opening;
    await migrate(database);
    return {
      ...database,
      async close() {
        await database.close();
        await unlock();
      },
    };
  } catch (error) {
    await opening.then(
      (database) => database.close(),
      () => undefined,
    );
    await unlock();
    throw error;
  }
}

/** Makes a vote host of settings. */
export async function openHost(settings: Settings): Promise<OpenHost> {
  const log = logger(settings.LOG);
  const readSubjects = () =>
    readFilmFiles(settings.FILMS, (file, reason) => log({ event: 'error', route: file, message: reason })).catch(
      blame(settings, 'FILMS'),
    );
  let subjects = await readSubjects();
  const authenticate = await authenticateOf(settings.AUTH_MODULE).catch(blame(settings, 'AUTH_MODULE'));
  const secret = settings.SECRET || (await secretIn(settings.DATA_FOLDER).catch(blame(settings, 'DATA_FOLDER')));
  const database = await openDatabase(settings);
  const host = await createVoteHost({
    database,
    secret,
    keyedHash: nodeKeyedHash,
    findSubject: (id) => subjects.get(id),
    limits: {
      perVoter: settings.VOTER_LIMIT,
      perNetwork: settings.NETWORK_LIMIT,
      seconds: settings.LIMIT_SECONDS,
    },
    burstAlarm: settings.BURST_ALARM,
    basePath: settings.BASE_PATH,
    origins: settings.ORIGINS,
    secureCookie: settings.COOKIE_SECURE,
    sameSite: settings.COOKIE_SAME_SITE,
    loginRequired: settings.LOGIN_REQUIRED,
    ...(authenticate && { authenticate }),
    ratingsMaxAge: settings.RATINGS_MAX_AGE,
    clientAddress: (c) =>
      clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), settings.TRUSTED_PROXIES),
    log,
  });

  const clean = () =>
    sweep(database, settings.KEEP_ACTS_DAYS).catch((error: unknown) =>
      log({ event: 'error', route: 'sweep', message: String(error) }),
    );
  await clean();
  const timer = setInterval(() => void clean(), SWEEP_EVERY).unref();

  return {
    fetch: (request, env) => host.fetch(request, env),
    async reload() {
      subjects = await readSubjects();
    },
    async close() {
      clearInterval(timer);
      await database.close();
    },
  };
}

/** For its owner alone. */
const PRIVATE = 0o700;

/**
 * Makes a folder, or closes one that is there: every file that PGlite puts into it can be read and written by everybody. What
 * is around it stays as it is, for it may have other things in it.
 */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE });
  // On a volume of somebody else's, or without modes, the system may refuse: whoever mounted it says who gets in.
  await chmod(folder, PRIVATE).catch((error: unknown) => {
    console.error(`${folder} may be open to others: ${String(error)}`);
  });
}

/** A secret of its own for the database inside the host, beside it. */
async function secretIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: PRIVATE });
  const file = join(folder, 'secret');
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(() => {
    // there is one
  });
  const secret = await readFile(file, 'utf8');
  // by a full disk, for example
  if (secret.length < SECRET_LENGTH)
    throw new Error(`${file}: a secret has to be at least ${SECRET_LENGTH} characters`);
  return secret;
}

async function authenticateOf(file: string): Promise<Authenticate | undefined> {
  if (!file) return undefined;
  const module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
  if (typeof module.default !== 'function') throw new Error('its default export has to be a function');
  return module.default as Authenticate;
}

/** One line of JSON for each entry. */
const logger =
  (what: Settings['LOG']) =>
  (entry: LogEntry): void => {
    if (what === 'none' || (what === 'errors' && entry.event === 'answer')) return;
    console.log(JSON.stringify({ time: new Date().toISOString(), ...entry }));
  };
