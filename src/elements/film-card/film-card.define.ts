import '../review-excerpt/review-excerpt.define.js';
import '../star-rating/star-rating.define.js';
import { FilmCard } from './film-card.js';

if (!customElements.get('film-card')) customElements.define('film-card', FilmCard);
