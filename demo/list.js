// One compact card for each film of a list.
import { loadFilms } from './load-films.js';

const films = await loadFilms('films/list.json');

document.querySelector('#films').append(
  ...films.map((film) => {
    const card = document.createElement('film-card');
    card.layout = 'compact';
    card.film = film;
    const item = document.createElement('li');
    item.append(card);
    return item;
  }),
);
