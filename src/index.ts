export { FilmCard } from './elements/film-card/film-card.js';
export {
  FilmErrorEvent,
  FilmLoadEvent,
  type FilmErrorDetail,
  type FilmErrorKind,
  type FilmLoadDetail,
} from './elements/film-card/film-events.js';
export type { FilmCardState } from './elements/film-card/film-loader.js';
export { ExcerptToggleEvent, type ExcerptToggleDetail } from './elements/review-excerpt/excerpt-toggle-event.js';
export { ReviewExcerpt } from './elements/review-excerpt/review-excerpt.js';
export { PreviewEvent, type PreviewDetail } from './elements/star-rating/preview-event.js';
export { StarRating } from './elements/star-rating/star-rating.js';
export { VoteStore } from './elements/vote-store/vote-store.js';
export type * from './film/film.js';
export type { FilmIssue, FilmIssueCode } from './film/film-issue.js';
export { toJsonLd } from './film/json-ld.js';
export { parseFilm, type FilmSource, type ParseResult } from './film/parse-film.js';
export type { Translation } from './locale/translation.js';
export { defineMessages, type Message, type Messages } from './locale/words.js';
export { connectVotes, type VoteKeeper } from './vote-stores/connect-votes.js';
export { httpVotes, type HttpVotesOptions } from './vote-stores/http-votes.js';
export { forgetVotes, localVotes } from './vote-stores/local-votes.js';
export { RatingConnectEvent, type RatingConnectDetail } from './vote/rating-connect-event.js';
export { VoteErrorEvent, type VoteErrorDetail } from './vote/vote-error-event.js';
export { VoteError, type VoteErrorCode } from './vote/vote-error.js';
export {
  VoteEvent,
  type VoteAction,
  type VoteDetail,
  type VoteKept,
  type VoteResult,
  type VoteSource,
} from './vote/vote-event.js';
export type { VoteState } from './vote/vote-life.js';
