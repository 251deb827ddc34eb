// One compact card for each film of a list.

const response = await fetch('films/list.json');
const films = await response.json();

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
