import { ReviewExcerpt } from './review-excerpt.js';

if (!customElements.get('review-excerpt')) customElements.define('review-excerpt', ReviewExcerpt);
