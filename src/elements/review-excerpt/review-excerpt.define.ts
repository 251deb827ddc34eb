import { ReviewExcerpt } from './review-excerpt.js';
export type { ReviewExcerpt } from './review-excerpt.js'; // so that the tag has its type where only this file is imported

if (!customElements.get('review-excerpt')) customElements.define('review-excerpt', ReviewExcerpt);
