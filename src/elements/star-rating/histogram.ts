import { html, nothing, type TemplateResult } from 'lit';
import { choiceName, sayRating } from '../../locale/rating-words.js';
import { writeNumber } from '../../locale/words.js';
import { partClasses } from '../../stars/stars.js';

/** Votes per symbol, highest first: a table for assistive technology, bars for eyes. */
export function renderHistogram(lang: string, distribution: readonly number[] | null): TemplateResult | typeof nothing {
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
