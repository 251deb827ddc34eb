import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes a folder for this process: two databases over the same files would ruin them.
 * @returns a function that gives it back
 * @throws where another process that still runs has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use-by');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner))
      throw new Error(`process ${owner} keeps its votes in ${folder}: stop it, or choose another DATA_FOLDER`);
    writeFileSync(file, String(process.pid)); // it was killed
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
