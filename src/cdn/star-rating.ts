import '../elements/star-rating/star-rating.define.js';
