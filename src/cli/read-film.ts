import type { Film } from '../film/film.js';
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
  const lines = (kind: string, messages: readonly string[]): string[] =>
    messages.map((message) => `${printable([name, kind, message].join(': '))}\n`);
  let text: string;
  try {
    text = await io.read(file);
  } catch (error) {
    return {
      film: undefined,
      errors: lines('error', [`cannot be read (${error instanceof Error ? error.message : String(error)})`]),
      warnings: [],
    };
  }
  const result = parseFilm(text);
  const messages = (result.ok ? result.warnings : result.issues).map(({ message }) => message);
  return result.ok
    ? { film: result.film, errors: [], warnings: lines('warning', messages) }
    : { film: undefined, errors: lines('error', messages), warnings: [] };
}
