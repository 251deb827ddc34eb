import { expect } from '@open-wc/testing';
import { parseFilm } from '../../../src/film/parse-film.js';
import { accept } from '../payloads.js';
import { imported, OMDB } from './records.js';

describe('an import', () => {
  describe('from OMDb', () => {
    it('has every field of a full record', async () => {
      expect(await imported('omdb/her.json')).to.deep.equal({
        id: 'imdb:tt1798709',
        title: 'Her',
        year: 2013,
        releaseDate: '2014-01-10',
        runtimeMinutes: 126,
        certification: 'R',
        genres: ['Drama', 'Romance', 'Sci-Fi'],
        directors: [{ name: 'Spike Jonze' }],
        writers: [{ name: 'Spike Jonze' }],
        cast: [{ name: 'Joaquin Phoenix' }, { name: 'Amy Adams' }, { name: 'Scarlett Johansson' }],
        synopsis: "A man who writes other people's letters for a living falls for the voice that sorts his mail.",
        poster: { src: 'https://example.com/posters/her_SX300.jpg', alt: '' },
        sourceRatings: [
          { source: 'IMDb', value: 8, best: 10, count: 1234567, url: 'https://www.imdb.com/title/tt1798709/' },
          { source: 'Metacritic', value: 91, best: 100 },
          { source: 'Rotten Tomatoes', value: 94, best: 100 },
        ],
        specs: [
          { label: 'Language', value: 'English' },
          { label: 'Country', value: 'United States' },
          { label: 'Awards', value: 'Won 1 Oscar. 83 wins & 188 nominations total' },
          { label: 'Box office', value: '$25,568,251' },
        ],
        attribution: [{ text: 'OMDb', url: 'https://www.omdbapi.com/' }],
      });
    });

    it('of a series has the year it began, and hours and minutes', async () => {
      expect(await imported('omdb/harbour-street.json')).to.include({ year: 2017, runtimeMinutes: 65 });
    });

    for (const [field, value, warning] of [
      ['Website', 'javascript:alert(1)', 'Website: must begin with https:// or http://'],
      ['Poster', 'her.jpg', 'Poster: must be a full web address, such as https://example.com/'],
      ['Runtime', '5S min', 'Runtime: must be a number'],
      ['Released', '31 Feb 2014', 'Released: must be a real date, such as 2013-12-18'],
      ['Released', 'soon', 'Released: must be a real date, such as 2013-12-18'],
      ['Year', 'soon', 'Year: must be a number'],
      ['imdbRating', '11.0', 'imdbRating: must be between 0 and 10, is 11'],
      ['imdbVotes', '1.2K', 'imdbVotes: must be a number'],
      ['Plot', 'a'.repeat(5001), 'Plot: must have at most 5000 characters, has 5001'],
      ['Genre', 'a'.repeat(61), 'Genre: must have at most 60 characters, has 61'],
    ] as const)
      it(`names ${field} where "${value.slice(0, 20)}" is bad`, () => {
        expect(accept({ ...OMDB, imdbRating: '8.0', [field]: value }).messages).to.deep.equal([warning]);
      });

    it('has who produced a film, also where that looks like the code of a country', () => {
      expect(accept({ ...OMDB, Production: 'UA' }).film.specs).to.deep.equal([{ label: 'Production', value: 'UA' }]);
    });

    it('has no genre where there is but a comma', () => {
      expect(accept({ ...OMDB, Genre: ',' })).to.deep.equal(accept(OMDB));
    });

    it('names what is missing as OMDb names it', () => {
      const result = parseFilm({ imdbID: 'tt1798709', Year: '2013' });
      expect(result).to.have.nested.property('issues[0].message', 'Title: is missing');
    });
  });
});
