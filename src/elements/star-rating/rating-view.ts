import { crowdSentence, sayRating } from '../../locale/rating-words.js';
import { countUp } from '../../rating/crowd.js';
import type { StarsView } from '../../stars/stars.js';
import type { StarRating } from './star-rating.js';

/** What is known of a rating besides its properties. */
interface Moment {
  /** The reader's own rating that nobody disputes. */
  readonly settled: number | null;
  /** What the pointer is over. */
  readonly hovered: number | null;
  /** The page's own symbol. */
  readonly symbol: SVGElement | null;
}

/** What is to be seen of a rating: its stars, and what is told of the crowd. */
export interface RatingView {
  readonly row: StarsView;
  readonly summary: string;
  /** The crowd's votes per symbol, which draw a histogram; null where they are unknown or hidden. */
  readonly distribution: readonly number[] | null;
}

/** Works out what is to be seen. The crowd's rating fills the row until there is one of the reader's own, and then is a line under it. */
export function ratingView(lang: string, rating: StarRating, { settled, hovered, symbol }: Moment): RatingView {
  const { max, value, name, readonly, distribution, reveal, highlight } = rating;
  const { average, count } = rating.average === null && distribution ? countUp(distribution) : rating;
  const isHidden = reveal === 'after-vote' && !readonly && settled === null;
  const fill = isHidden || average === null || count === 0 ? null : average / max;
  const shown = hovered ?? value;
  const isUnknown = average === null && count === null;
  const isSilent = isHidden ? rating.state === 'locked' : isUnknown && (name || (readonly && value !== null));
  return {
    row: {
      fill: shown === null ? (fill ?? 0) : shown / max,
      own: shown !== null && (fill !== null || !(name || readonly)),
      crowd: shown === null ? null : fill,
      only: highlight === 'only' && shown !== null,
      symbol,
      max,
    },
    summary: isSilent ? '' : isHidden ? sayRating(lang, 'hidden') : crowdSentence(lang, { average, count }, max),
    distribution: isHidden ? null : distribution,
  };
}
