import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFilm } from '../../../src/film/parse-film.js';
import { toMax, toStep } from '../../../src/rating/scale.js';
import type { Subject } from '../subjects.js';

/**
 * Reads which films may be voted on, and on which scale: those of the payloads in files and folders.
 * @param refuse hears of each payload that is none, which is left out
 * @throws where a file or folder is not there or is no JSON, and where two payloads disagree about one film's scale
 */
export async function readFilmFiles(
  paths: readonly string[],
  refuse: (file: string, reason: string) => void = () => {},
): Promise<Map<string, Subject>> {
  const subjects = new Map<string, Subject>();
  for (const file of (await Promise.all(paths.map(filesOf))).flat()) {
    let payloads: unknown;
    try {
      payloads = JSON.parse(await readFile(file, 'utf8'));
    } catch (error) {
      throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
    }
    for (const payload of Array.isArray(payloads) ? payloads : [payloads]) {
      const parsed = parseFilm(payload);
      if (!parsed.ok) {
        refuse(file, parsed.issues.map(({ message }) => message).join('; '));
        continue;
      }
      const { id, rating } = parsed.film;
      const max = toMax(rating?.best);
      const subject = { max, step: toStep(rating?.step, max), closed: rating?.locked !== undefined };
      const known = subjects.get(id);
      if (known && (known.max !== subject.max || known.step !== subject.step))
        throw new Error(`${file}: ${id} has another scale elsewhere`);
      subjects.set(id, { ...subject, closed: subject.closed || known?.closed === true });
    }
  }
  return subjects;
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names.filter((name) => name.endsWith('.json')).map((name) => join(path, name));
}
