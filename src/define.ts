import './elements/film-card/film-card.define.js';
import './elements/review-excerpt/review-excerpt.define.js';
import './elements/star-rating/star-rating.define.js';
import './elements/vote-store/vote-store.define.js';
