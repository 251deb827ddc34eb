import { html, nothing, type TemplateResult } from 'lit';
import { ratingMessages } from '../../locale/rating-messages.js';
import { choiceName, sayRating } from '../../locale/rating-words.js';
import { writeNumber } from '../../locale/words.js';
import { toRating, type Scale } from '../../rating/scale.js';
import { partClasses } from '../../stars/stars.js';
import type { VoteLife } from '../../vote/vote-life.js';
import { describe } from './controls.js';

interface Rating extends Scale {
  readonly value: number | null;
  readonly valueLabels: readonly string[] | null;
}

type Rendered = TemplateResult | typeof nothing;

/** "Your rating: 4, kept in this browser": no more than what is known of it. */
export function ownSentence(lang: string, value: number, { staged, pending, kept }: VoteLife): string {
  // what is only chosen, or on its way, is not where the vote before it is
  const name = `own${staged === undefined && !pending && kept ? kept : ''}` as const;
  return sayRating(lang, name in ratingMessages ? name : 'own', { value }); // a host may say anything
}

/** A longer wait is not told in seconds. */
const LONGEST_COUNTED = 120;

/** What the line on the reader's own vote says: how far it is, what went wrong, or how it ended. */
export function voteSentence(lang: string, life: VoteLife, slow: boolean, rating: Rating): string {
  const { staged, pending, failed, settled, acted } = life;
  if (staged !== undefined)
    return sayRating(lang, 'staged', { value: describe(lang, rating.value, rating, rating.valueLabels) });
  if (pending) return slow ? sayRating(lang, 'pending') : '';
  if (failed) {
    const { code, retryAfter } = failed;
    // the same when the wait is over: a live region would say another sentence, too
    return code === 'rate-limited' && retryAfter && retryAfter <= LONGEST_COUNTED
      ? sayRating(lang, 'rate-limited-wait', { n: Math.ceil(retryAfter) })
      : sayRating(lang, code);
  }
  const value = toRating(settled, rating);
  if (value !== null) return ownSentence(lang, value, life);
  return acted ? sayRating(lang, 'removed') : '';
}

/** Votes per symbol, highest first: a table for assistive technology, bars for eyes. */
export function renderHistogram(lang: string, distribution: readonly number[] | null): Rendered {
  if (!distribution?.some(Boolean)) return nothing; // nobody voted: the summary says it
  const most = Math.max(...distribution);
  const rows = distribution.map(
    (votes, i) =>
      html`<tr>
        <th scope="row">${choiceName(lang, i + 1)}</th>
        <td aria-hidden="true"><div class="bar ${partClasses(votes / most)}"></div></td>
        <td>${writeNumber(lang, votes)}</td>
      </tr>`,
  );
  return html`<table part="histogram" aria-label=${sayRating(lang, 'histogram')}>
    ${rows.reverse()}
  </table>`;
}
