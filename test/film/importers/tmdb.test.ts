import { expect } from '@open-wc/testing';
import { accept } from '../payloads.js';
import { imported, TMDB } from './records.js';

describe('an import', () => {
  describe('from TMDB', () => {
    it('has every field of a movie with everything appended', async () => {
      const { reviews, ...film } = await imported('tmdb/her.json');
      expect(film).to.deep.equal({
        id: 'imdb:tt1798709',
        title: 'Her',
        originalTitle: 'Her',
        tagline: 'Somebody to listen.',
        year: 2013,
        releaseDate: '2013-12-18',
        runtimeMinutes: 126,
        certification: 'R',
        genres: ['Romance', 'Science Fiction', 'Drama'],
        directors: [{ name: 'Spike Jonze' }],
        writers: [{ name: 'Spike Jonze' }],
        cast: [
          { name: 'Joaquin Phoenix', role: 'Theodore Twombly' },
          { name: 'Scarlett Johansson', role: 'Samantha (voice)' },
          { name: 'Guy Lewis' },
        ],
        synopsis:
          'In a Los Angeles of the near future a writer of letters gets a new operating system, and then a new life.',
        poster: { src: 'https://image.tmdb.org/t/p/w500/poster-her.jpg', alt: '' },
        links: [{ rel: 'official', href: 'http://www.herthemovie.com/' }],
        sourceRatings: [
          { source: 'TMDB', value: 7.8, best: 10, count: 14027, url: 'https://www.themoviedb.org/movie/152601' },
        ],
        specs: [
          { label: 'Language', value: 'English, Portuguese' },
          { label: 'Country', value: 'United States of America' },
          { label: 'Production', value: 'Annapurna Pictures' },
        ],
        attribution: [
          {
            text: 'This product uses the TMDB API but is not endorsed or certified by TMDB.',
            url: 'https://www.themoviedb.org/',
          },
        ],
      });
      expect(reviews).to.deep.equal([
        {
          id: '5308b11f9251411f6600035a',
          author: 'letterhead',
          body: 'A love story with one visible half.\r\n\r\nIt should not work, and it worked on me.',
          rating: 9,
          best: 10,
          date: '2014-02-22T18:32:10.345Z',
          href: 'https://www.themoviedb.org/review/5308b11f9251411f6600035a',
          source: 'TMDB',
        },
        {
          id: '54a7af1c0e0a2657d4000bbb',
          author: 'M. Okafor',
          body: 'Trousers too high, hopes higher.',
          date: '2015-01-03T09:00:00.000Z',
          href: 'https://www.themoviedb.org/review/54a7af1c0e0a2657d4000bbb',
          source: 'TMDB',
        },
      ]);
    });

    it('takes the original title, the id and the certificate from wherever they are', async () => {
      const film = await imported('tmdb/wadjda.json');
      expect(film).to.include({ id: 'imdb:tt2258858', originalTitle: 'وجدة', certification: 'PG' });
      expect(film.writers).to.deep.equal([{ name: 'Haifaa Al-Mansour', role: 'Screenplay, Story' }]);
    });

    it('of a search result has what that has, under the id of TMDB', async () => {
      expect(await imported('tmdb/list-item.json')).to.include({
        id: 'tmdb:19542',
        title: 'The Red Shoes',
        year: 1948,
      });
    });

    it('takes the certificate of the theatres before that of a premiere', () => {
      const results = (...types: number[]): object => ({
        results: [
          { iso_3166_1: 'DE', release_dates: [{ type: 3, certification: '12' }] },
          {
            iso_3166_1: 'US',
            release_dates: types.map((type) => ({ type, certification: type === 4 ? '' : `T${type}` })),
          },
        ],
      });
      for (const [types, certification] of [
        [[1, 2, 3], 'T3'],
        [[1, 5, 2], 'T2'],
        [[1, 5], 'T1'],
        [[4], '12'],
      ] as const)
        expect(accept({ ...TMDB, release_dates: results(...types) }).film.certification).to.equal(certification);
    });

    it('takes a series', () => {
      const { film, warnings } = accept({
        id: 1399,
        name: 'Harbour Street',
        original_name: 'Hafenstraße',
        first_air_date: '2017-03-01',
        episode_run_time: [65, 50],
        created_by: [
          { id: 1, name: 'Ana' },
          { id: 2, name: 'Ben' },
        ],
        overview: 'A street and its harbour.',
        poster_path: null,
        vote_average: 7.9,
        vote_count: 3,
      });
      expect(warnings).to.deep.equal([]);
      expect(film).to.deep.include({
        id: 'tmdb:tv:1399',
        title: 'Harbour Street',
        originalTitle: 'Hafenstraße',
        year: 2017,
        releaseDate: '2017-03-01',
        runtimeMinutes: 65,
        writers: [{ name: 'Ana' }, { name: 'Ben' }],
      });
      expect(film.sourceRatings).to.have.nested.property('[0].url', 'https://www.themoviedb.org/tv/1399');
    });

    it('names what is bad as TMDB names it', () => {
      const { messages } = accept({
        ...TMDB,
        homepage: 'ftp://example.com/',
        poster_path: 'javascript:alert(1)',
        credits: { cast: [{ name: 'Amy Adams' }, { name: 'a'.repeat(151) }] },
        reviews: { results: [{ content: 'A' }, { author: 'B' }, { content: 'C', created_at: 'then' }] },
      });
      expect(messages).to.deep.equal([
        'credits.cast[1].name: must have at most 150 characters, has 151',
        'poster_path: must begin with https:// or http://',
        'homepage: must begin with https:// or http://',
        'reviews.results[1].content: is missing',
        'reviews.results[2].created_at: must be a real date, such as 2013-12-18',
      ]);
    });
  });

  it('of TMDB takes each of the crew for what they did', () => {
    const crew = [
      { name: 'Ana', job: 'Director', department: 'Directing' },
      { name: 'Ben', job: 'Editor', department: 'Editing' },
      { name: 'Cleo', job: 'Novel', department: 'Writing' },
      { name: 'Dan', job: 'Writer', department: 'Writing' },
    ];
    const { directors, writers } = accept({ ...TMDB, credits: { crew } }).film;
    expect(directors).to.deep.equal([{ name: 'Ana' }]);
    expect(writers).to.deep.equal([{ name: 'Cleo', role: 'Novel' }, { name: 'Dan' }]);
  });
});
