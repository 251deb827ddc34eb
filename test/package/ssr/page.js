// The page that a server renders, and that a page with Lit's own hydration hydrates: the same template on both sides.
import { html } from 'lit';

export const FILM = {
  id: 'imdb:tt1798709',
  title: 'Her',
  year: 2013,
  directors: ['Spike Jonze'],
  synopsis: 'A man who writes letters for others falls in love with a voice.',
  rating: { average: 4.2, count: 130, distribution: [1, 2, 10, 74, 43] },
  trivia: [{ text: 'The voice was recorded twice.' }],
  reviews: [{ author: 'Ada', body: 'It is a quiet film. '.repeat(60), rating: 4 }],
};

export const page = () => html`
  <star-rating id="vote" subject="a" average="3.7" count="959"></star-rating>
  <star-rating name="stars" max="10" value="4" clearable></star-rating>
  <star-rating readonly average="3.7" count="959" lang="de"></star-rating>
  <review-excerpt author="Ada" rating="4">A text of the page. It is short.</review-excerpt>
  <film-card .film=${FILM}></film-card>
`;
