import { html, nothing, type TemplateResult } from 'lit';
import { ratingMessages } from '../../locale/rating-messages.js';
import { choiceName, sayRating } from '../../locale/rating-words.js';
import { writeNumber } from '../../locale/words.js';
import type { Scale } from '../../rating/scale.js';
import { partClasses } from '../../stars/stars.js';
import type { VoteLife } from '../../vote/vote-life.js';
import { describe } from './controls.js';

type Rendered = TemplateResult | typeof nothing;

/** "Your rating: 4, kept in this browser": no more than what is known of it. */
export function ownSentence(lang: string, value: number, { kept }: VoteLife): string {
  const name = `own${kept ?? ''}` as const;
  return sayRating(lang, name in ratingMessages ? name : 'own', { value }); // a host may say anything
}

/** A longer wait is not told in seconds. */
const LONGEST_COUNTED = 120;

/** What the line on the reader's own vote says: how far it is, what went wrong, or how it ended. */
export function voteSentence(
  lang: string,
  { life, slow, retryable }: { readonly life: VoteLife; readonly slow: boolean; readonly retryable: boolean },
  scale: Scale,
  words: readonly string[] | null,
): string {
  const { staged, pending, failed, settled, acted } = life;
  if (staged !== undefined) return sayRating(lang, 'staged', { value: describe(lang, staged, scale, words) });
  if (pending) return slow ? sayRating(lang, 'pending') : '';
  if (failed) {
    const { code, retryAfter } = failed;
    return code === 'rate-limited' && !retryable && retryAfter && retryAfter <= LONGEST_COUNTED
      ? sayRating(lang, 'rate-limited-wait', { n: Math.ceil(retryAfter) })
      : sayRating(lang, code);
  }
  if (settled !== null) return ownSentence(lang, settled, life);
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
