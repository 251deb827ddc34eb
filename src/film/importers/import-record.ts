import type { FatalFilmCode, Fault } from '../film-issue.js';
import { isRealDate } from '../real-date.js';
import { type FilmDraft, Found, isBranch, origin, settle } from './found.js';
import { findMovie, isLinked } from './linked-data.js';
import { fromOmdb } from './omdb.js';
import { fromSchemaOrg } from './schema-org.js';
import { fromTmdb } from './tmdb.js';

/** The format a film was read from. */
export type FilmSource = 'film-widgets' | 'omdb' | 'tmdb' | 'schema-org';

/** A payload, whoever it came from. */
export interface Imported {
  readonly source: FilmSource;
  readonly payload: unknown;
  /** What is worth a warning although nothing is wrong with the payload. */
  readonly notes: readonly Fault[];
  /** Where the record has what the payload has at `path`. */
  readonly origin: (path: readonly PropertyKey[]) => readonly PropertyKey[];
}

/** Where services have what they found, by words or by an id, a collection's films, a reader's list of them, and a season. */
const LISTS = ['Search', 'results', 'movie_results', 'parts', 'items', 'Episodes'];

const has = (record: unknown, ...keys: string[]): record is Record<PropertyKey, unknown> =>
  isBranch(record) && keys.some((key) => key in record);

/** Whether it is a list of films, or an answer with one, and itself none. */
const isFilms = (record: unknown): boolean =>
  Array.isArray(record)
    ? record.some((item) => has(item, 'title', 'Title'))
    : !has(record, 'title') && LISTS.some((key) => has(record, key) && Array.isArray(record[key]));

/** Recognises a service's record and turns it into a payload; anything else is taken for one. */
export function importRecord(record: unknown): Imported | { readonly fault: Fault<FatalFilmCode> } {
  const found = new Found(record);
  const id = found.get('id');
  const films = isFilms(record) && !id.text;
  const fault = (code: FatalFilmCode, says = ''): { fault: Fault<FatalFilmCode> } => ({
    fault: { path: [], code, params: says ? { says: says.slice(0, 200) } : undefined },
  });

  if (!has(record, 'title', 'Title')) {
    const says = found.get('Error').or(found.get('status_message')).text;
    if (says) return fault('error-message', says);
  }
  if (!films && !has(record, 'title') && has(record, 'Title', 'imdbID')) return imported('omdb', fromOmdb(found));
  // names that others do not have: their numbers would be other films'
  if (!films && !id.text && has(record, 'original_title', 'original_name', 'poster_path', 'vote_average'))
    return imported('tmdb', fromTmdb(found));
  if (!has(record, 'title') && isBranch(record)) {
    const movie = findMovie(found);
    if (movie) return imported('schema-org', fromSchemaOrg(movie));
    if (films) return fault('many-films');
    if (isLinked(found)) return fault('no-movie');
  }
  if (isBranch(record)) Reflect.deleteProperty(record, '$schema'); // for editors
  return { source: 'film-widgets', payload: record, notes: [], origin: (path) => path };
}

function imported(source: FilmSource, draft: FilmDraft): Imported {
  const { id, title, year, releaseDate } = draft;
  const notes: Fault[] = [];
  if (title.text && !/^.{1,128}$/s.test(id.text)) {
    const made = madeId(title.text, year.value);
    draft.id = new Found(made, id.path);
    notes.push({ path: id.path, code: 'id-from-title', params: { id: made } });
  }
  if (year.value === undefined && isRealDate(releaseDate.text))
    notes.push({ path: releaseDate.path, code: 'year-unknown' });
  // what is no date is named once, as one
  if (year.text && year.text === releaseDate.text) draft.year = new Found(undefined);
  return { source, payload: settle(draft), notes, origin: (path) => origin(draft, path) };
}

/** `title:the-red-shoes:1948`: the same for every spelling with other marks, letters of any script kept. */
function madeId(title: string, year: unknown): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? plain;
  const cut = words.slice(0, 100).replace(/[\uD800-\uDBFF]$/, ''); // not within a letter, which no address could have
  return ['title', cut, ...(Number.isInteger(year) ? [year] : [])].join(':');
}
