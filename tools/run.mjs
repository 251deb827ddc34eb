// Running one program after the other, with nothing but Node: this works before `npm ci` did.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = dirname(import.meta.dirname);
const MINUTE = 60_000;

/** `failures` holds a line for each failed test. @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/**
 * @param {string} command a line for the shell, run in the project's folder, with its packages' programs in PATH
 * @param {{ env?: Record<string, string>, minutes?: number, print?: (chunk: Buffer) => void }} [options] what it prints
 *   goes to `print`, else to the terminal at once
 * @returns {Promise<boolean>} whether it ended well, in time
 */
export function run(command, { env = {}, minutes = 8, print } = {}) {
  const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':');
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      stdio: print ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32', // a group of its own, so that a browser does not outlive a timeout
      env: { ...process.env, PATH, ...env },
    });
    for (const stream of print ? [child.stdout, child.stderr] : []) stream.on('data', print);
    const stop = () => {
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // it has ended meanwhile
      }
    };
    const timer = setTimeout(() => {
      console.error(`${command}: stopped after ${minutes} minutes`);
      stop();
    }, minutes * MINUTE);
    const end = (ok) => {
      clearTimeout(timer);
      process.off('exit', stop);
      resolve(ok);
    };
    process.once('exit', stop);
    child.once('error', () => end(false));
    child.once('close', (code) => end(code === 0));
  });
}

/**
 * Does `work` for each of a list, two at a time where there are two processors: most programs wait for one of them.
 * @template Item
 * @param {Item[]} list the long ones first
 * @param {(item: Item) => Promise<void>} work
 */
export async function inLanes(list, work) {
  const waiting = [...list];
  const lane = async () => {
    while (waiting.length) await work(/** @type {Item} */ (waiting.shift()));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
}

/** Runs a test runner that leaves its numbers as JSON in the file named by `COUNTS`. */
export async function runCounted(command, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'film-widgets-counts-'));
  const file = join(folder, 'counts.json');
  const ok = await run(command, { ...options, env: { ...options.env, COUNTS: file } });
  /** @type {Counts} */
  let counts = NOTHING;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // it was stopped, or crashed, before it had written them all
  }
  rmSync(folder, { recursive: true });
  // a runner that ran nothing, or failed without a failed test, has failed
  const failed = counts.passed + counts.failed === 0 || (!ok && !counts.failed);
  return failed ? sum([counts, failure(command)]) : counts;
}

/** What puppeteer says when the browser itself is gone. */
const DEAD_BROWSER = /: (?:Protocol error .*Target closed|Connection closed\.?)$/;

/**
 * Runs the test files once more in which a browser died, where nothing else failed there: that says nothing of the tests.
 * @param {Counts} counts
 * @param {(files: string[]) => Promise<Counts>} again
 * @returns {Promise<Counts>}
 */
export async function withoutDeadBrowsers(counts, again) {
  const fileOf = (line) => line.slice(0, line.indexOf(': '));
  const others = new Set(counts.failures.filter((line) => !DEAD_BROWSER.test(line)).map(fileOf));
  const lost = counts.failures.filter((line) => !others.has(fileOf(line)));
  if (!lost.length) return counts;
  const files = [...new Set(lost.map(fileOf))];
  console.log(`a browser died in ${files.join(', ')}: once more`);
  const { failed, failures } = await again(files);
  return {
    ...counts,
    passed: counts.passed + lost.length - failed,
    failed: counts.failed - lost.length + failed,
    failures: [...counts.failures.filter((line) => !lost.includes(line)), ...failures],
  };
}

/** Installs what package-lock.json names, unless it is there already. */
export async function ensureInstalled() {
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules', '.package-lock.json'); // npm writes it last
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the dependencies (npm ci)…');
  if (!(await run('npm ci --no-audit --no-fund --loglevel=error'))) throw new Error('npm ci failed');
}

/** Makes the one-file builds, where they are missing or older than anything that they are made of. */
export async function ensureBuilt() {
  const changedAt = (name) => statSync(join(ROOT, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const built = changedAt('dist/cdn/film-widgets.js');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).map((name) => join('src', name));
  if ([...sources, 'package-lock.json', 'vite.config.ts'].every((name) => changedAt(name) <= built)) return;
  console.log('Building the widgets…');
  if (!(await run('node tools/build-cdn.mjs'))) throw new Error('the build failed');
}

/** @param {string} what has failed @returns {Counts} */
export const failure = (what) => ({ ...NOTHING, failed: 1, failures: [what] });

/** @param {Counts[]} list @returns {Counts} */
export const sum = (list) =>
  list.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      failures: [...total.failures, ...counts.failures],
    }),
    NOTHING,
  );

/** What failed, the last line, which programs read, and the exit code. @param {Counts} counts */
export function finish({ passed, failed, failures }) {
  for (const line of failures) console.log(`not ok: ${line.replaceAll(/\s+/g, ' ').slice(0, 1000)}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed || !passed ? 1 : 0;
}
