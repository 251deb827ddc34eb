import { html, nothing, type TemplateResult } from 'lit';
import { ratingMessages } from '../../locale/rating-messages.js';
import { choiceName, sayRating } from '../../locale/rating-words.js';
import { writeNumber } from '../../locale/words.js';
import { choiceAt, choiceCount, type Scale } from '../../rating/scale.js';
import { partClasses } from '../../stars/stars.js';
import type { VoteLife } from '../../vote/vote-life.js';

type Rendered = TemplateResult | typeof nothing;

/** Up to so many choices are radios, as the ARIA patterns for ratings say; more are a range. */
const MOST_RADIOS = 7;

/** Whether a scale is drawn as a native range. */
export const isRange = (scale: Scale): boolean => choiceCount(scale) > MOST_RADIOS;

/** A choice in words; the author's own words are for whole symbols or for every choice. */
function describe(lang: string, value: number | null, scale: Scale, words: readonly string[] | null): string {
  const place = ((value ?? 0) * (words?.length ?? 0)) / scale.max;
  return choiceName(lang, value, words?.[place - 1]);
}

/** One native radio for each choice. */
export function renderRadios(
  lang: string,
  scale: Scale,
  words: readonly string[] | null,
  disabled: boolean,
): TemplateResult[] {
  return Array.from({ length: choiceCount(scale) }, (_, i) => {
    const choice = choiceAt(scale, i + 1);
    return html`<input
      type="radio"
      part="symbol"
      name="choice"
      value=${choice}
      aria-label=${describe(lang, choice, scale, words)}
      ?disabled=${disabled}
    />`;
  });
}

/** One native range, in which 0 is "not rated". */
export function renderRange(
  lang: string,
  scale: Scale,
  words: readonly string[] | null,
  disabled: boolean,
  value: number | null,
): TemplateResult {
  return html`<input
    type="range"
    part="symbol"
    min="0"
    max=${scale.max}
    step=${scale.step}
    aria-valuetext=${describe(lang, value, scale, words)}
    ?disabled=${disabled}
  />`;
}

/** "Your rating: 4, kept in this browser": no more than what is known of it. */
export function ownSentence(lang: string, value: number, { kept }: VoteLife): string {
  const name = `own${kept ?? ''}` as const;
  return sayRating(lang, name in ratingMessages ? name : 'own', { value }); // a host may say anything
}

/** What the line on the reader's own vote says: how far it is, what went wrong, or how it ended. */
export function voteSentence(
  lang: string,
  life: VoteLife,
  slow: boolean,
  scale: Scale,
  words: readonly string[] | null,
): string {
  const { staged, pending, failed, settled, acted } = life;
  if (staged !== undefined) return sayRating(lang, 'staged', { value: describe(lang, staged, scale, words) });
  if (pending) return slow ? sayRating(lang, 'pending') : '';
  if (failed) return sayRating(lang, failed.code);
  if (settled !== null) return ownSentence(lang, settled, life);
  return acted ? sayRating(lang, 'removed') : '';
}

/** Votes per symbol, highest first: a table for assistive technology, bars for eyes. */
export function renderHistogram(lang: string, distribution: readonly number[] | null): Rendered {
  if (!distribution) return nothing;
  const most = Math.max(...distribution, 1);
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
