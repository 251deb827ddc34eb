import type { Film } from '../../film/film.js';
import type { FatalIssueCode, FilmIssue } from '../../film/film-issue.js';
import type { FilmSource } from '../../film/parse-film.js';

/** What a card shows now, and what it had to leave out. */
export interface FilmLoadDetail {
  readonly film: Film;
  /** The format it was read from. */
  readonly source: FilmSource;
  readonly warnings: readonly FilmIssue[];
}

/** What kept a card from showing a film. */
export type FilmErrorKind = 'network' | 'http' | 'syntax' | 'schema' | 'too-large';

export interface FilmErrorDetail {
  readonly kind: FilmErrorKind;
  readonly issues: readonly FilmIssue<FatalIssueCode>[];
  /** The HTTP status, for `http`. */
  readonly status?: number;
}

/** Fired after a card has rendered a film. Bubbles and is composed. */
export class FilmLoadEvent extends CustomEvent<FilmLoadDetail> {
  constructor(detail: FilmLoadDetail) {
    super('film-load', { bubbles: true, composed: true, detail });
  }
}

/** Fired after a card has rendered why it shows no film. Bubbles and is composed. */
export class FilmErrorEvent extends CustomEvent<FilmErrorDetail> {
  constructor(detail: FilmErrorDetail) {
    super('film-error', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'film-load': FilmLoadEvent;
    'film-error': FilmErrorEvent;
  }
}
