import { StarRating } from './star-rating.js';

if (!customElements.get('star-rating')) customElements.define('star-rating', StarRating);
