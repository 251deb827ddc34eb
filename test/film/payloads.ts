import { expect } from '@open-wc/testing';
import type { Film } from '../../src/film/film.js';
import type { FilmIssue } from '../../src/film/film-issue.js';
import { parseFilm, type ParseResult } from '../../src/film/parse-film.js';
import { sayIssue } from '../../src/locale/issue-words.js';
import '../../src/locale/languages/de.js';

/** The least a film can be. */
export const MINIMAL: Readonly<Record<string, unknown>> = Object.freeze({ id: 'her', title: 'Her' });

/** Issues as `path code`, which is what programs go by. */
export function inShort(issues: readonly FilmIssue[]): string[] {
  return issues.map(({ path, code }) => `${path} ${code}`);
}

/** Parses what must be a film; the warnings come in short. */
export function accept(input: unknown): { film: Film; warnings: string[]; messages: string[] } {
  const result = parseFilm(input);
  if (!result.ok) throw new Error(`refused: ${result.issues.map(({ message }) => message).join('; ')}`);
  const { film, warnings } = result;
  return { film, warnings: inShort(warnings), messages: warnings.map(({ message }) => message) };
}

/** Parses a minimal film with these fields. */
export function acceptWith(fields: object): ReturnType<typeof accept> {
  return accept({ ...MINIMAL, ...fields });
}

/** Parses what must not be a film; the issues come in short. */
export function refuse(input: unknown): string[] {
  const result = parseFilm(input);
  expect(result.ok, 'accepted').to.be.false;
  return result.ok ? [] : inShort(result.issues);
}

/** Codes of issues for which other languages have no words, nor has the card a sentence of its own. */
export function untranslated(result: ParseResult): string[] {
  const issues = result.ok ? [] : result.issues;
  return inShort(issues.filter((issue) => !['not-json', 'too-large'].includes(issue.code) && !sayIssue('de', issue)));
}

/** The text of a file beside the tests. */
export async function fixtureText(name: string): Promise<string> {
  return (await fetch(new URL(`../fixtures/${name}`, import.meta.url))).text();
}
