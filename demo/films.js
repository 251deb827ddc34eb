// Forty records of three services, each given to a card as it is: for every decade one card at length, then four small ones.
import { loadFilms } from './load-films.js';

const records = await loadFilms('films/forty.json');
const PER_DECADE = 5;

function cardOf(record, layout) {
  const card = document.createElement('film-card');
  card.layout = layout;
  card.headingLevel = 3;
  card.film = record;
  return card;
}

for (const [i, decade] of document.querySelectorAll('.decade').entries()) {
  const [first, ...others] = records.slice(i * PER_DECADE, (i + 1) * PER_DECADE);
  const list = document.createElement('ul');
  list.className = 'films';
  for (const record of others) {
    const item = document.createElement('li');
    item.append(cardOf(record, 'compact'));
    list.append(item);
  }
  decade.append(cardOf(first, 'full'), list);
}
