import { StarRating } from './star-rating.js';
export type { StarRating } from './star-rating.js'; // so that the tag has its type where only this file is imported

if (!customElements.get('star-rating')) customElements.define('star-rating', StarRating);
