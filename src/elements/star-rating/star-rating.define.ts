import { StarRating } from './star-rating.js';
export type { StarRating } from './star-rating.js'; // so that the tag has its type where only this file is imported

const taken = customElements.get('star-rating');
if (!taken) customElements.define('star-rating', StarRating);
// somebody else's class has the tag; the card still needs ours
else if (!(Symbol.for('film-widgets') in taken) && !customElements.get('film-widgets-star-rating'))
  customElements.define('film-widgets-star-rating', class extends StarRating {});
