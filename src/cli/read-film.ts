import type { Film } from '../film/film.js';
import type { FilmIssue } from '../film/film-issue.js';
import { parseFilm } from '../film/parse-film.js';
import { printable, type Io } from './command.js';

/** What came of a file, and what is to be said about it, each a line. */
export interface FilmFile {
  /** Undefined where there is none to show. */
  readonly film: Film | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads and checks a payload. Never rejects: a file that cannot be read is an error like others. */
export async function readFilm(file: string, io: Io): Promise<FilmFile> {
  const name = file === '-' ? 'standard input' : file;
  const lines = (kind: string, issues: readonly Pick<FilmIssue, 'message'>[]): string[] =>
    issues.map(({ message }) => `${printable([name, kind, message].join(': '))}\n`);
  const noFilm = (...issues: Pick<FilmIssue, 'message'>[]): FilmFile => ({
    film: undefined,
    errors: lines('error', issues),
    warnings: [],
  });
  let text: string;
  try {
    text = await io.read(file);
  } catch (error) {
    return noFilm({ message: `cannot be read (${error instanceof Error ? error.message : String(error)})` });
  }
  const result = parseFilm(text);
  if (!result.ok) return noFilm(...result.issues);
  return { film: result.film, errors: [], warnings: lines('warning', result.warnings) };
}
