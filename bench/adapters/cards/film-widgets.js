import 'film-widgets/define';
import { film } from './data.js';

/** The same facts as in the other cards, as a payload of ours. */
function payload(i, value) {
  const { title, year, minutes, director, genres, synopsis, count, reviews } = film(i, value);
  return {
    id: `bench:${i}`,
    title,
    year,
    runtimeMinutes: minutes,
    directors: [director],
    genres,
    synopsis,
    rating: { best: 5, average: value, count },
    reviews: reviews.map(({ who, text, date, stars }) => ({ author: who, body: text, date, rating: stars, best: 5 })),
    links: [{ rel: 'reviews', href: 'https://example.com/reviews' }],
  };
}

export const mount = (root, n, { value }) => {
  root.innerHTML = '<div class="cardrow"><film-card></film-card></div>'.repeat(n);
  const cards = root.getElementsByTagName('film-card');
  const show = (value) => {
    for (let i = 0; i < n; i++) cards[i].film = payload(i, value);
  };
  show(value);
  return {
    update: show,
    destroy() {
      root.textContent = '';
    },
  };
};

/** Whole wherever they are, as on paper. */
export const mountSeen = (root, n, options) => {
  const cards = mount(root, n, options);
  dispatchEvent(new Event('beforeprint'));
  return cards;
};
