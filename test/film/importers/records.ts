// The least records that each service may give, and what comes of a fixture.
import type { Film } from '../../../src/film/film.js';
import { accept, fixtureText } from '../payloads.js';

export const OMDB = { Title: 'Her', imdbID: 'tt1798709', Response: 'True' };
export const TMDB = { id: 152601, title: 'Her', original_title: 'Her', vote_average: 0 };
export const LINKED = {
  '@context': 'https://schema.org',
  '@type': 'Movie',
  '@id': 'https://example.com/her',
  name: 'Her',
};

export const imported = async (file: string): Promise<Film> => accept(await fixtureText(file)).film;
