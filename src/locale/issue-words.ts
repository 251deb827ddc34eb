import type { FatalFieldCode, FatalFilmCode, FatalIssueCode, FilmIssue } from '../film/film-issue.js';
import { say } from './words.js';

/** The code of an issue of the whole; the card has sentences of its own for what is too large or no JSON. */
type OfFilm = `film-${Exclude<FatalFilmCode, 'not-json' | 'too-large'>}`;

/** What a language has to say of a payload that is no film. In English every issue says it itself. */
export type IssueMessage = FatalFieldCode | OfFilm;

/** Why there is no film, where the nearest language has words for it; else nothing, and English is left. */
export function sayIssue(lang: string, { path, code, params }: FilmIssue<FatalIssueCode>): string {
  const name = path ? code : `film-${code}`;
  return say(lang, { [name]: '' }, name, { ...params, path, says: `${params?.says}` });
}
