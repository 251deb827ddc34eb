import { html, type TemplateResult } from 'lit';
import { onServer } from '../../controllers/on-server.js';
import { joined } from '../../locale/joined.js';
import { sayRating } from '../../locale/rating-words.js';
import { stars, starsClass, type StarsView } from '../../stars/stars.js';
import type { VoteLife } from '../../vote/vote-life.js';
import { authorName } from './accessible-name.js';
import { ownSentence } from './message.js';
import type { StarRating } from './star-rating.js';

/** A rating that is only shown: one image, with all that it shows as its name. */
export function renderDisplay(
  lang: string,
  rating: StarRating,
  row: StarsView,
  summary: string,
  life: VoteLife,
): TemplateResult {
  const { value, max } = rating;
  const own =
    value === null ? '' : summary ? ownSentence(lang, value, life) : sayRating(lang, 'valueOf', { value, max });
  const sentence = joined(lang, [summary, own], 'stop');
  const name = joined(lang, [rating.label || (onServer ? '' : authorName(rating)), sentence], 'colon');
  const isPlain = row.crowd === null && !row.symbol;
  // no space between the tags: each would be a node, a thousand times
  return isPlain
    ? html`<div part="base" class="base" role="img" aria-label=${name}><div part="stars" class=${starsClass(row)}></div><span part="summary" aria-hidden="true">${sentence}</span></div>`
    : html`<div part="base" class="base" role="img" aria-label=${name}><div class="both">${stars(row)}</div><span part="summary" aria-hidden="true">${sentence.slice(0, sentence.length - own.length)}<span class=${row.own ? 'own-text' : ''}>${own}</span></span></div>`;
}
