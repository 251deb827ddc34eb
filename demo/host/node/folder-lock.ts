import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a folder for this process: two databases over the same files would ruin them.
 * @returns a function that gives it back
 * @throws where another process that still runs has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file); // there at once and whole, or refused
    rmSync(own);
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) {
      rmSync(own);
      throw new Error(`process ${owner} keeps its votes in ${folder}: stop it, or choose another DATA_FOLDER`);
    }
    renameSync(own, file); // the owner was killed
  }
  return () => rmSync(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0); // sends nothing
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
