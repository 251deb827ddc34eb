import { html, nothing, type TemplateResult } from 'lit';
import { ratingMessages } from '../../locale/rating-messages.js';
import { sayRating } from '../../locale/rating-words.js';
import { toRating } from '../../rating/scale.js';
import { NEW_LIFE, type VoteLife } from '../../vote/vote-life.js';
import { describe } from './controls.js';
import type { StarRating } from './star-rating.js';
import type { Voting } from './voting.js';

/** "Your rating: 4, kept in this browser": no more than what is known of it. */
export function ownSentence(lang: string, value: number, { settled, pending, kept }: VoteLife): string {
  // what is only chosen, or on its way, or all that the scale has of a higher one, is not where the vote is
  const name = `own${value === settled && !pending && kept ? kept : ''}` as const;
  return sayRating(lang, name in ratingMessages ? name : 'own', { value }); // a host may say anything
}

/** A longer wait is not told in seconds. */
const LONGEST_COUNTED = 120;

/** How far the reader's own vote is, what went wrong, or how it ended. */
function renderVote(lang: string, life: VoteLife, slow: boolean, rating: StarRating): TemplateResult {
  const { staged, pending, failed, settled, isOwnOutcome, kept } = life;
  const told = (sentence: string, id = '', style = ''): TemplateResult =>
    html`<span id=${id || nothing} class=${style}>${sentence}</span>`;
  // the checked choice refers to it
  if (staged !== undefined)
    return told(
      sayRating(lang, 'staged', { value: describe(lang, rating.value, rating, rating.valueLabels) }),
      'staged',
    );
  if (pending) return told(slow ? sayRating(lang, 'pending') : '');
  if (failed) {
    const { code, retryAfter } = failed;
    // the same when the wait is over: a live region would say another sentence, too
    return told(
      code === 'rate-limited' && retryAfter && retryAfter <= LONGEST_COUNTED
        ? sayRating(lang, 'rate-limited-wait', { n: Math.ceil(retryAfter) })
        : sayRating(lang, code),
    );
  }
  const value = toRating(settled, rating);
  if (value !== null) return told(ownSentence(lang, value, life), '', 'own-text');
  if (kept === 'queued') return told(sayRating(lang, 'removedqueued'));
  return told(isOwnOutcome ? sayRating(lang, 'removed') : '');
}

/**
 * One line on the reader's own vote. Only the outcome of their own act is in the live region.
 * @param act for a click on a button, whose part says what is asked for
 */
export function renderMessage(
  lang: string,
  rating: StarRating,
  voting: Voting,
  act: (event: MouseEvent) => void,
): TemplateResult {
  const { name, locked } = rating;
  const { slow, retryable } = voting;
  const life = name ? NEW_LIFE : voting.life;
  const { isOwnOutcome, staged, pending, failed, settled, closed } = life;
  const button = (part: 'retry' | 'clear'): TemplateResult =>
    html`<button type="button" part=${part} @click=${act}>${sayRating(lang, part)}</button>`;
  // of a vote that the scale no longer reaches nobody is told as of another
  const isOutcome = isOwnOutcome && !pending && (failed !== undefined || toRating(settled, rating) === settled);
  // an outcome that comes while the reader has gone on choosing is told beside that
  return html`<span part="message" class="message">
    <span role="status">${isOutcome ? renderVote(lang, { ...life, staged: undefined }, slow, rating) : nothing}</span>
    ${isOutcome && staged === undefined ? nothing : renderVote(lang, life, slow, rating)}
    <span id="why" ?hidden=${failed && locked === null}>${locked || (closed || locked === '' ? sayRating(lang, 'closed') : '')}</span>
    ${retryable ? button('retry') : nothing}
    ${rating.clearable && rating.value !== null && voting.open ? button('clear') : nothing}
  </span>`;
}
