import '../review-excerpt/review-excerpt.define.js';
import '../star-rating/star-rating.define.js';
import { FilmCard } from './film-card.js';
export type { FilmCard } from './film-card.js'; // so that the tag has its type where only this file is imported

if (!customElements.get('film-card')) customElements.define('film-card', FilmCard);
