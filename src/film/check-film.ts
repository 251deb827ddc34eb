import type * as z from 'zod/mini';
import type { Film } from './film.js';
import type { Fault, FilmIssueCode, FilmIssueParams } from './film-issue.js';
import { filmSchema } from './film-schema.js';
import { UNREADABLE } from './read-payload.js';

/**
 * Checks a payload. Nothing of zod's own wording gets out, nor does a customised zod of the host page get in:
 * its configuration is shared by every copy of zod on a page.
 */
export function checkFilm(payload: unknown): { film: Film } | { faults: Fault[] } {
  const { data, error } = filmSchema.safeParse(payload, { reportInput: true, error: () => '' });
  return error ? { faults: error.issues.flatMap(toFaults) } : { film: data };
}

function toFaults(issue: z.core.$ZodIssue): Fault[] {
  const { path, input } = issue;
  const fault = (code: FilmIssueCode, params?: FilmIssueParams): Fault[] => [{ path, code, params }];
  switch (issue.code) {
    case 'custom': {
      const { code, params } = issue.params as Pick<Fault, 'code' | 'params'>;
      return fault(code, params);
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown-key' }));
    default: {
      const { expected } = issue as z.core.$ZodIssueInvalidType; // what else the schema here checks are types
      if (input === undefined) return fault('missing');
      // of a field, and not of all; and who wrote "" for a spoiler meant something
      if (input === '' && issue.path.length && expected !== 'boolean') return fault('empty');
      return input === UNREADABLE ? fault('unreadable') : fault('wrong-type', { expected });
    }
  }
}
