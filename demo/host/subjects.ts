import type { Scale } from '../../src/rating/scale.js';

/** What may be voted on. */
export interface Subject extends Scale {
  /** Nobody votes any more; what was voted is still told. */
  readonly closed: boolean;
}

/** Finds a subject by its id; undefined for one that is not there. May ask elsewhere. */
export type FindSubject = (id: string) => Subject | undefined | Promise<Subject | undefined>;
