import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** How often the owner of a folder gives a sign of life, in milliseconds. */
const BEAT = 1000;
/** After how long without one it is taken for dead, in milliseconds. */
const SILENCE = 10 * BEAT;

/**
 * In a thread of its own, for the database keeps the main one busy for seconds. What it throws ends the process: that of one
 * which was paused for so long that another has taken the folder.
 */
const HEART = /* js */ `
  const { readFileSync, utimesSync } = require('node:fs');
  const { file, token, beat } = require('node:worker_threads').workerData;
  setInterval(() => {
    let owner = token;
    try {
      owner = readFileSync(file, 'utf8');
      if (owner === token) utimesSync(file, new Date(), new Date());
    } catch {
      // by the next beat perhaps
    }
    if (owner !== token) throw new Error(file + ' has been taken by ' + owner);
  }, beat);
`;

/**
 * Takes a folder for this process: two databases over the same files would ruin them. By signs of life in a file and not by a
 * process's number, which means nothing in another container or after a power failure.
 * @returns a function that gives it back
 * @throws where another process that still lives has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'in-use-by');
  const token = `process ${process.pid} on ${hostname()} (${randomUUID()})`;
  const release = (): void => {
    if (look(file)?.startsWith(token)) rmSync(file);
  };
  // Whatever ends this process, the next one need not wait for a sign of it.
  process.once('exit', release);
  while (!create(file, token)) {
    const before = look(file);
    let now = before;
    for (let waited = 0; waited < SILENCE && now === before; waited += BEAT) {
      await pause(BEAT);
      now = look(file);
      if (now === before && waited === BEAT)
        console.error(`${file} is of a host that may have crashed: waiting ten seconds for a sign of it`);
    }
    if (now === before) {
      writeFileSync(file, token);
      await pause(BEAT); // another one may do the same at this moment, and the later one has it
      now = look(file);
      if (now?.startsWith(token)) break;
    }
    if (now !== undefined)
      throw new Error(
        `${now.split(' (')[0]} keeps its votes in ${folder}, says ${file}: stop it, or choose another DATA_FOLDER`,
      );
  }
  const heart = new Worker(HEART, { eval: true, workerData: { file, token, beat: BEAT } });
  heart.unref();
  return async () => {
    await heart.terminate();
    process.off('exit', release);
    release();
  };
}

/** Whether there was none. */
function create(file: string, token: string): boolean {
  try {
    writeFileSync(file, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Whose it is and when they gave their last sign; undefined where they have given it back. */
function look(file: string): string | undefined {
  try {
    return `${readFileSync(file, 'utf8')} ${statSync(file).mtimeMs}`;
  } catch {
    return undefined;
  }
}
