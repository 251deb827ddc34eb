// `npm start`: the demo blog and its vote host, also on a fresh clone where nothing is installed. PORT chooses its port; `--open` also opens a browser.
import { spawn } from 'node:child_process';
import { serveDemo } from '../demo/server.mjs';
import { ensureBuilt, ensureInstalled } from './run.mjs';

const FIRST_PORT = 4173;
const LAST_PORT = 4199;

async function serveOnFreePort(api) {
  if (process.env.PORT) return serveDemo({ port: Number(process.env.PORT), api });
  for (let port = FIRST_PORT; ; port++)
    try {
      return await serveDemo({ port, api });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === LAST_PORT) throw error;
    }
}

/** Where it cannot run, as when another `npm start` has its folder, the blog goes without. */
async function openVotes() {
  try {
    const { openDemoVotes } = await import('../demo/votes.mjs');
    return await openDemoVotes(process.env);
  } catch (error) {
    console.log(`There are no shared votes: ${error.message}`);
    return undefined;
  }
}

function open(url) {
  const [program, ...options] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? [
    'xdg-open',
  ];
  spawn(program, [...options, url], { stdio: 'ignore', detached: true })
    .on('error', () => {}) // the address is printed anyway
    .unref();
}

let server;
let votes;
let ending;
async function end() {
  server?.close();
  await votes?.close();
  process.exit(server ? 0 : 1); // on exit, what still installs or builds is stopped too
}
// heard for ever: npm passes on the Ctrl+C that the terminal has sent here too, and the second would end this at once
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (ending ??= end()));

try {
  await ensureInstalled();
  await ensureBuilt();
  votes = await openVotes();
  server = await serveOnFreePort(votes);
  console.log(`The demo blog is at ${server.url}/ (Ctrl+C stops it)`);
  if (process.stdout.isTTY && process.argv.includes('--open')) open(server.url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await votes?.close();
  process.exitCode = 1;
}
