export type * from '../film/film.js';
export type { FilmIssue, FilmIssueCode } from '../film/film-issue.js';
export { parseFilm, type FilmSource, type ParseResult } from '../film/parse-film.js';
export { SECTIONS, type Section } from '../film/sections.js';
export { renderFilmCard, type RenderOptions } from './render-film-card.js';
