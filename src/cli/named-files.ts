import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const escaped = (text: string): string => text.replace(/[$()+.[\\\]^{|}]/g, '\\$&');

/** The files that a name means: for one with `*` or `?`, which some shells leave to the command, those it fits, if any. */
export async function namedFiles(name: string): Promise<readonly string[]> {
  if (!/[*?]/.test(name)) return [name];
  const folder = dirname(name);
  const pattern = escaped(basename(name)).replaceAll('*', '.*').replaceAll('?', '.');
  const there = await readdir(folder).catch((): string[] => []);
  const fitting = there.filter((file) => new RegExp(`^(?!\\.)${pattern}$`, 'u').test(file));
  // a shell that knows patterns has left only names of files
  return fitting.length && !there.includes(basename(name)) ? fitting.sort().map((file) => join(folder, file)) : [name];
}
