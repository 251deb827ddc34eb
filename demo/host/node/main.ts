import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { openApi } from '../openapi.js';
import { Problem, problemResponse, STRICT_HEADERS } from '../problems.js';
import { rebuild } from '../votes.js';
import { openDatabase, openHost } from './open-host.js';
import { blame, readSettings, settingsHelp, type Settings } from './settings.js';

const HELP = `A vote host: keeps the votes of film-widgets.

  npm run host              starts it
  npm run host -- rebuild   counts all votes anew, says how many counters were wrong, and ends
  npm run host -- openapi   writes what it answers to, as OpenAPI
  npm run host -- --help    says this

Settings are environment variables:

${settingsHelp()}
`;

/** What a host that is stopping waits for at most, in milliseconds. */
const STOP_WITHIN = 10_000;

/** How long a silent connection stays open, in milliseconds: longer than load balancers keep theirs, or they send a vote into one that is just closing. */
const KEEP_ALIVE = 65_000;

/** The program. @returns its exit code */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [command = 'start', ...more] = args;
  if (['--help', '-h', 'help'].includes(command)) {
    console.log(HELP);
    return 0;
  }
  if (command === 'openapi') {
    console.log(JSON.stringify(openApi, null, 2));
    return 0;
  }
  try {
    if (more.length || !['start', 'rebuild'].includes(command))
      throw new Error(`unknown: ${args.join(' ')}\n\n${HELP}`);
    const settings = readSettings(environment);
    await (command === 'rebuild' ? countAnew(settings) : start(settings));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/** Heard for ever: a terminal sends Ctrl+C to the host and to npm, which passes it on, and the second would end it at once. */
const onEnd = (listener: () => void): void => {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, listener);
};

async function countAnew(settings: Settings): Promise<void> {
  onEnd(() => process.exit(1));
  const database = await openDatabase(settings);
  try {
    const wrong = await rebuild(database);
    console.log(wrong === 1 ? '1 counter was wrong' : `${wrong} counters were wrong`);
  } finally {
    await database.close();
  }
}

/** Serves until SIGTERM or SIGINT, then answers what has been asked and ends. */
async function start(settings: Settings): Promise<void> {
  let end = (): void => process.exit(); // while it starts there is nothing to answer
  onEnd(() => end());
  const host = await openHost(settings);
  const ended = new Promise<void>((resolve) => (end = resolve));
  const hostname = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST;
  const listener = getRequestListener(host.fetch, { hostname, errorHandler: refuse }); // by HTTP/1.0, nobody need name a host
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (...both) => void listener(...both));
  try {
    server.listen(settings.PORT, settings.HOST);
    await once(server, 'listening').catch((error: unknown) => {
      const isOfPort = ['EADDRINUSE', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code));
      blame(settings, isOfPort ? 'PORT' : 'HOST')(error);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    console.log(`The vote host is at http://${hostname}:${port}${settings.BASE_PATH} (Ctrl+C stops it)`);
    const reload = () =>
      void host.reload().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    process.on('SIGHUP', reload);
    await ended;
    process.off('SIGHUP', reload);
    await stop(server);
  } finally {
    await host.close();
  }
}

/** Answers what never comes to the host itself, as it would. */
const refuse = (error: unknown): Response =>
  problemResponse(
    new Problem(error instanceof RequestError ? 'bad-request' : 'unavailable', { headers: STRICT_HEADERS }),
  );

async function stop(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  server.keepAliveTimeout = 1; // of those that still wait for an answer, once they have it
  const timer = setTimeout(() => {
    console.error(`Connections were still open after ${STOP_WITHIN / 1000} s and are cut`);
    server.closeAllConnections();
  }, STOP_WITHIN);
  await closed;
  clearTimeout(timer);
}
