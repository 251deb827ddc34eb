import type { Film } from './film.js';
import { checkFilm } from './check-film.js';
import { type FatalIssueCode, type Fault, type FilmIssue, formatPath, toIssue } from './film-issue.js';
import { isBranch } from './importers/found.js';
import { type FilmSource, type Imported, importRecord } from './importers/import-record.js';
import { isTooLarge, readPayload, TOO_LARGE } from './read-payload.js';
import { scriptJson } from './script-json.js';

export type { FilmSource };

/** A film and what was left out of it, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly film: Film; readonly source: FilmSource; readonly warnings: FilmIssue[] }
  | { readonly ok: false; readonly issues: FilmIssue<FatalIssueCode>[] };

const MAX_WARNINGS = 50;
// more than twice what the worst payload needs: too long a list, bad items, items that miss what was bad, fields that disagree
const MAX_TURNS = 12;
const FATAL: ReadonlySet<string> = new Set(['', 'id', 'title']);

/**
 * Reads a film from text or an object: a payload of this library (`FilmInput`), an OMDb or TMDB record, or JSON-LD with a
 * schema.org `Movie`, also in its script tag. A bad part costs the smallest thing that can be left out, with a warning;
 * only a film without a good `id` and `title` is refused. Never throws, leaves the input alone and keeps nothing of it.
 */
export function parseFilm(input: unknown): ParseResult {
  const read = readPayload(input);
  const imported = 'fault' in read ? read : importRecord(read.payload);
  return 'fault' in imported ? { ok: false, issues: [toIssue(imported.fault)] } : mend(imported);
}

/** Checks a payload, takes out what is bad, and checks again: a field taken out may have been required where it was. */
function mend({ payload, source, notes, origin }: Imported): ParseResult {
  const found = new Map(notes.map((note) => [formatPath(note.path), note]));
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    const checked = checkFilm(payload);
    if ('film' in checked) {
      const { film } = checked;
      // who takes a film takes it from the script, too, in which a server writes it
      return isTooLarge(scriptJson(film))
        ? { ok: false, issues: [toIssue(TOO_LARGE)] }
        : { ok: true, film, source, warnings: warnings([...found.values()]) };
    }

    // all are placed before any is taken out, because that changes where the others seem to be
    const faults = checked.faults.map((fault) => ({ ...fault, path: clip(payload, fault.path) }));
    const fatal = new Set<string>();
    for (const fault of faults) {
      const path = origin(fault.path);
      const where = formatPath(path);
      if (!found.has(where)) found.set(where, { ...fault, path });
      if (FATAL.has(formatPath(fault.path))) fatal.add(where);
      takeOut(payload, fault);
    }
    const issues = [...found]
      .filter(([where]) => fatal.has(where))
      // the schema has no other check for these places, and no note is about one
      .map(([, fault]) => toIssue(fault as Fault<FatalIssueCode>));
    if (issues.length) return { ok: false, issues };
  }
  return { ok: false, issues: [toIssue({ path: [], code: 'unreadable' })] }; // never, as far as is known
}

function warnings(faults: Fault[]): FilmIssue[] {
  const count = faults.length - MAX_WARNINGS;
  const told = faults.slice(0, MAX_WARNINGS);
  if (count > 0) told.push({ path: [], code: 'and-more', params: { count } });
  return told.map(toIssue);
}

/** The part of a path that is in the payload: the schema sees `directors[0].name` where the author wrote just a name. */
function clip(payload: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  let value = payload;
  for (const [depth, key] of path.entries()) {
    if (!isBranch(value)) return path.slice(0, depth);
    value = value[key];
  }
  return path;
}

/** Takes one bad thing out of the payload, or its holder where the thing is not even there. */
function takeOut(payload: unknown, { path, code, params }: Fault): void {
  const key = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => isBranch(value) && value[key], payload);
  if (key === undefined || !isBranch(holder)) return;
  const value = holder[key];
  if (code === 'too-many' && Array.isArray(value)) value.length = Number(params?.max);
  else if (code === 'missing' && value === undefined) takeOut(payload, { path: path.slice(0, -1), code });
  else {
    Reflect.deleteProperty(holder, key); // in a list this leaves a hole, and the others their place
    if (code === 'unknown-key') return;
    if (key === 'spoiler') holder[key] = true; // whoever wrote "yes" did not want the text to be seen
    // 4 of 10 is not 4 of 5
    if (key === 'best') for (const scaled of ['rating', 'average']) Reflect.deleteProperty(holder, scaled);
  }
}
