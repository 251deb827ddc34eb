import { ReviewExcerpt } from './review-excerpt.js';
export type { ReviewExcerpt } from './review-excerpt.js'; // so that the tag has its type where only this file is imported

const taken = customElements.get('review-excerpt');
if (!taken) customElements.define('review-excerpt', ReviewExcerpt);
// somebody else's class has the tag; the card still needs ours
else if (!(Symbol.for('film-widgets') in taken) && !customElements.get('film-widgets-review-excerpt'))
  customElements.define('film-widgets-review-excerpt', class extends ReviewExcerpt {});
