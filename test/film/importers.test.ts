import { expect } from '@open-wc/testing';
import type { Film } from '../../src/film/film.js';
import { toJsonLd } from '../../src/film/json-ld.js';
import { parseFilm, type FilmSource } from '../../src/film/parse-film.js';
import { accept, fixtureText, inShort, refuse } from './payloads.js';

const OMDB = { Title: 'Her', imdbID: 'tt1798709', Response: 'True' };
const TMDB = { id: 152601, title: 'Her', original_title: 'Her', vote_average: 0 };
const LINKED = { '@context': 'https://schema.org', '@type': 'Movie', '@id': 'https://example.com/her', name: 'Her' };

const imported = async (file: string): Promise<Film> => accept(await fixtureText(file)).film;
const sourceOf = (input: unknown): FilmSource | undefined => {
  const result = parseFilm(input);
  return result.ok ? result.source : undefined;
};

describe('an import', () => {
  describe('of every fixture gives a film, with no warning but the expected', () => {
    for (const [file, source, warnings] of [
      ['omdb/her.json', 'omdb', []],
      ['omdb/gone-with-the-wind.json', 'omdb', []],
      ['omdb/workers-leaving.json', 'omdb', []],
      ['omdb/harbour-street.json', 'omdb', []],
      ['tmdb/her.json', 'tmdb', []],
      ['tmdb/wadjda.json', 'tmdb', []],
      ['tmdb/unreleased.json', 'tmdb', []],
      ['tmdb/list-item.json', 'tmdb', []],
      ['schema-org/imdb.json', 'schema-org', ['datePublished year-unknown']],
      ['schema-org/older-imdb.json', 'schema-org', ['datePublished year-unknown']],
      ['schema-org/letterboxd.json', 'schema-org', []],
      ['schema-org/tmdb-page.json', 'schema-org', []],
      ['schema-org/graph.json', 'schema-org', []],
      ['schema-org/review.json', 'schema-org', ['itemReviewed.@id id-from-title']],
    ] as const)
      it(file, async () => {
        const text = await fixtureText(file);
        const result = parseFilm(text);
        if (!result.ok) throw new Error(JSON.stringify(result.issues));
        expect(result.source).to.equal(source);
        expect(inShort(result.warnings)).to.deep.equal(warnings);
        expect(parseFilm(JSON.parse(text) as unknown)).to.deep.equal(result);
        expect(parseFilm(result.film), 'reads its own film again').to.deep.include({ film: result.film, warnings: [] });
      });
  });

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

    it('names what is missing as OMDb names it', () => {
      const result = parseFilm({ imdbID: 'tt1798709', Year: '2013' });
      expect(result).to.have.nested.property('issues[0].message', 'Title: is missing');
    });
  });

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

  describe('from JSON-LD', () => {
    it('has every field of a page of IMDb', async () => {
      expect(await imported('schema-org/imdb.json')).to.deep.equal({
        id: 'imdb:tt0120731',
        title: 'The Legend of 1900',
        originalTitle: "La leggenda del pianista sull'oceano",
        releaseDate: '2019-11-15',
        runtimeMinutes: 169,
        certification: 'R',
        genres: ['Drama', 'Music', 'Romance'],
        directors: [{ name: 'Giuseppe Tornatore', url: 'https://www.imdb.com/name/nm0868153/' }],
        writers: [{ name: 'Alessandro Baricco', url: 'https://www.imdb.com/name/nm0054443/' }],
        cast: [
          { name: 'Tim Roth', url: 'https://www.imdb.com/name/nm0000619/' },
          { name: 'Pruitt Taylor Vince', url: 'https://www.imdb.com/name/nm0001792/' },
        ],
        synopsis: 'A foundling grows up aboard an ocean liner, plays like nobody ashore, and will not step off.',
        poster: { src: 'https://example.com/posters/1900.jpg', alt: '' },
        links: [{ rel: 'trailer', href: 'https://www.imdb.com/video/imdb/vi1' }],
        sourceRatings: [
          { source: 'imdb.com', value: 8, best: 10, count: 69067, url: 'https://www.imdb.com/title/tt0120731/' },
        ],
        reviews: [
          {
            author: 'saltwater',
            title: 'Eighty-eight keys are enough',
            body: 'He loses his "father" in the engine room and finds a piano in the ballroom.',
            rating: 8,
            best: 10,
            date: '2005-01-24',
            source: 'imdb.com',
          },
        ],
        attribution: [{ text: 'imdb.com', url: 'https://www.imdb.com/title/tt0120731/' }],
      });
    });

    it('follows references in a graph, and takes the review that points at the movie', async () => {
      const film = await imported('schema-org/graph.json');
      expect(film).to.include({ id: 'imdb:tt4975722', title: 'Moonlight', year: 2016, runtimeMinutes: 111 });
      expect(film.directors).to.deep.equal([{ name: 'Barry Jenkins' }]);
      expect(film.cast).to.deep.equal([{ name: 'Mahershala Ali', role: 'Juan' }, { name: 'Naomie Harris' }]);
      expect(film.poster).to.include({ width: 800, height: 1200, alt: 'Three faces in blue' });
      expect(film.reviews).to.deep.equal([
        {
          author: 'Lena',
          title: 'Three actors, one silence',
          body: 'Each chapter ends where another film would begin.',
          rating: 4.5,
          best: 5,
          date: '2017-02-20',
          lang: 'en-GB',
          source: 'blog.example',
        },
      ]);
    });

    it('believes the release, not the day on which a record was made', async () => {
      expect(await imported('schema-org/tmdb-page.json')).to.include({
        id: 'tmdb:19542',
        year: 1948,
        releaseDate: '1948-09-06',
      });
    });

    it('takes the original title of other sites as schema.org’s examples have it', () => {
      const names = { name: 'The Great Beauty', alternateName: 'La grande bellezza' };
      expect(accept({ ...LINKED, ...names }).film).to.include({
        title: 'The Great Beauty',
        originalTitle: 'La grande bellezza',
      });
    });

    it('keeps the title of a page of IMDb whose other title is none', () => {
      const page = { ...LINKED, '@id': 'https://www.imdb.com/title/tt1798709/' };
      for (const alternateName of ['', '\u200B', 'x'.repeat(301), 7, { name: [] }])
        expect(accept({ ...page, alternateName }).film.title).to.equal('Her');
    });

    it('goes on to the next name of a field where the first has nothing for it', () => {
      const { film, messages } = accept({
        ...LINKED,
        url: ['https://www.example.com/her'],
        releasedEvent: { '@type': 'PublicationEvent', location: 'US' },
        dateCreated: '2013-12-18',
        author: { '@type': 'Organization', name: 'Annapurna' },
        creator: { '@type': 'Person', name: 'Spike Jonze' },
        aggregateRating: { '@type': 'AggregateRating', ratingValue: 4, ratingCount: 9 },
      });
      expect(messages).to.deep.equal([]);
      expect(film).to.deep.include({
        year: 2013,
        releaseDate: '2013-12-18',
        writers: [{ name: 'Spike Jonze' }],
        attribution: [{ text: 'example.com', url: 'https://www.example.com/her' }],
      });
      expect(film.sourceRatings).to.have.nested.property('[0].source', 'example.com');
    });

    it('takes names that are texts, objects, lists, or texts in several languages', () => {
      const text = (value: string, language: string): object => ({ '@value': value, '@language': language });
      const { film } = accept({
        ...LINKED,
        name: [text('Her', 'en'), text('Sie', 'de')],
        director: 'Spike Jonze',
        author: [
          { '@type': 'Person', name: text('Spike Jonze', 'en') },
          { '@type': 'Organization', name: 'Annapurna' },
        ],
        genre: 'Drama, Romance',
        countryOfOrigin: [{ '@type': 'Country', name: 'USA' }, 'France'],
      });
      expect(film).to.deep.include({
        title: 'Her',
        directors: [{ name: 'Spike Jonze' }],
        writers: [{ name: 'Spike Jonze' }],
        genres: ['Drama', 'Romance'],
        specs: [{ label: 'Country', value: 'USA, France' }],
      });
    });

    it('says that a review goes on elsewhere where it breaks off', async () => {
      expect((await imported('schema-org/review.json')).reviews).to.deep.include.members([
        {
          author: 'Bo Lind',
          body: 'An hour underground, and the first daylight hurts. The rest of what it does...',
          rating: 60,
          best: 100,
          truncated: true,
          href: 'https://review.example/lamp-room',
          source: 'Review Example',
        },
      ]);
    });

    it('knows the marks with which texts break off', () => {
      for (const reviewBody of [
        'It begins…',
        'It begins ...',
        'It begins [&hellip;]',
        'It begins […]',
        'It begins (...)',
      ])
        expect(
          accept({ ...LINKED, review: { reviewBody, url: 'https://example.com/1' } }).film.reviews,
        ).to.deep.include({
          body: reviewBody.replace('&hellip;', '…'),
          truncated: true,
          href: 'https://example.com/1',
          source: 'example.com',
        });
    });

    it('takes the trailer wherever its address is', () => {
      const href = 'https://example.com/trailer.mp4';
      for (const trailer of [{ url: href }, { embedUrl: href }, { contentUrl: href }, [{ url: [href] }]])
        expect(accept({ ...LINKED, trailer }).film.links).to.deep.equal([{ rel: 'trailer', href }]);
    });

    it('takes the language of a review, and no warning where it is a name', () => {
      for (const [inLanguage, lang] of [
        ['en-GB', 'en-GB'],
        [['en', 'de'], 'en'],
        [{ '@type': 'Language', name: 'English' }, undefined],
        ['English', undefined],
      ] as const) {
        const { film, warnings } = accept({ ...LINKED, review: { reviewBody: 'Good.', inLanguage } });
        expect(film.reviews?.[0]?.lang).to.equal(lang);
        expect(warnings).to.deep.equal([]);
      }
    });

    it('names languages and countries that are codes', () => {
      for (const [inLanguage, countryOfOrigin, specs] of [
        ['en-US', 'JP', ['American English', 'Japan']],
        [['ja', 'zh-Hans', 'xx'], [{ '@type': 'Country', name: 'FR' }], ['Japanese, Simplified Chinese', 'France']],
        ['Lao', 'Chad', ['Lao', 'Chad']],
        ['xx', 'XQ', []],
        ['en-', 'USA', ['en-', 'USA']],
        ['en-u', undefined, []],
      ] as const) {
        const { film, warnings } = accept({ ...LINKED, inLanguage, countryOfOrigin });
        expect(film.specs?.map(({ value }) => value) ?? []).to.deep.equal(specs);
        expect(warnings).to.deep.equal([]);
      }
      expect(accept({ ...OMDB, Country: 'UK' }).film.specs?.[0]?.value).to.equal('United Kingdom');
    });

    it('takes what is there in another shape than most have', () => {
      const src = 'https://example.com/p.jpg';
      const review = { author: 'Ann', reviewBody: 'Good.' };
      for (const [fields, read] of [
        [{ timeRequired: '126' }, { runtimeMinutes: 126 }],
        [{ timeRequired: 'PT2H6M' }, { runtimeMinutes: 126 }],
        [{ image: ['', src] }, { poster: { src, alt: '' } }],
        [{ genre: '剧情、爱情，Drama، x' }, { genres: ['剧情', '爱情', 'Drama', 'x'] }],
        [{ actor: '张三、李四' }, { cast: [{ name: '张三' }, { name: '李四' }] }],
      ] as const) {
        const { film, warnings } = accept({ ...LINKED, ...fields });
        expect(film, JSON.stringify(fields)).to.deep.include(read);
        expect(warnings).to.deep.equal([]);
      }
      for (const reviewRating of [4, '4', '4/5', { ratingValue: 4 }]) {
        const { film, warnings } = accept({ ...LINKED, review: { ...review, reviewRating } });
        expect(film.reviews?.[0], JSON.stringify(reviewRating)).to.include({ rating: 4, best: 5 });
        expect(warnings).to.deep.equal([]);
      }
    });

    it('parts people who are named in one text', () => {
      const { film } = accept({
        ...LINKED,
        director: 'Joel Coen, Ethan Coen, Sammy Davis, Jr.',
        author: ['Joel Coen', 'Ethan Coen'],
        actor: ['Coen, Ethan'],
      });
      expect(film.directors).to.deep.equal([
        { name: 'Joel Coen' },
        { name: 'Ethan Coen' },
        { name: 'Sammy Davis, Jr.' },
      ]);
      expect(film.writers).to.deep.equal([{ name: 'Joel Coen' }, { name: 'Ethan Coen' }]);
      expect(film.cast, 'one of a list').to.deep.equal([{ name: 'Coen, Ethan' }]);
    });

    it('takes a certificate without its reasons', () => {
      for (const [contentRating, certification] of [
        ['R (Language, Some Sexual Content)', 'R'],
        ['Rated R for language, sexual content and brief graphic nudity', 'Rated R'],
        ['PG-13', 'PG-13'],
        ['R (Language)', 'R'],
        ['Suitable for under 15s', undefined],
        [{ '@type': 'Rating', ratingValue: 'R (Language, Some Sexual Content)' }, 'R'],
      ] as const) {
        const { film, warnings } = accept({ ...LINKED, contentRating });
        expect(film.certification).to.equal(certification);
        expect(warnings).to.have.length(certification ? 0 : 1);
      }
    });

    it('says of every review whose it is, so that no page claims it as its own', () => {
      const review = { author: 'Ann', reviewBody: 'Good.', reviewRating: { ratingValue: 4 } };
      for (const movie of [
        { '@type': 'Movie', name: 'Her', review },
        { '@type': 'Movie', '@id': '#movie', name: 'Her', review },
        { '@type': 'Review', ...review, itemReviewed: { '@type': 'Movie', name: 'Her' } },
      ]) {
        const { film } = accept(movie);
        expect(film.reviews).to.have.lengthOf(1);
        expect(toJsonLd(film)).not.to.have.property('review');
        expect(film.reviews?.[0]?.source, 'which reviews nothing').not.to.equal('schema.org');
      }
    });

    it('takes no rating by nobody', () => {
      const { film, messages } = accept({ ...LINKED, '@id': '#movie', aggregateRating: { ratingValue: 4 } });
      expect(film.sourceRatings ?? []).to.deep.equal([]);
      expect(messages).to.include('aggregateRating.author: is missing');
    });

    it('takes no review without a text, which many pages have for their rating', () => {
      const review = { '@type': 'Review', author: 'Ann', reviewRating: { ratingValue: 4 } };
      const { film, warnings } = accept({ ...LINKED, review: [review, { ...review, reviewBody: 'Good.' }] });
      expect(film.reviews).to.have.lengthOf(1);
      expect(warnings).to.deep.equal([]);
    });

    it('names what is bad by its place in the JSON-LD', () => {
      const { messages } = accept({
        '@graph': [
          { '@type': 'WebPage' },
          { ...LINKED, url: 'https://example.com/', image: 'data:,', dateCreated: 'once' },
        ],
      });
      expect(messages).to.deep.equal([
        '@graph[1].dateCreated: must be a real date, such as 2013-12-18',
        '@graph[1].image: must begin with https:// or http://',
      ]);
    });

    it('without a Movie is refused, and says why', () => {
      const series = { '@type': 'TVSeries', name: 'Harbour Street' };
      const season = { '@type': 'TVSeason', partOfSeries: series };
      for (const input of [
        { '@type': 'Recipe', name: 'Soup' },
        [{ '@type': 'WebPage' }],
        { '@graph': [] },
        // whose votes would count for the whole of it
        season,
        { '@type': 'TVEpisode', partOfSeason: season },
        { '@type': 'Review', itemReviewed: { '@type': 'Episode', isPartOf: [series] } },
      ])
        expect(parseFilm(input)).to.have.nested.property(
          'issues[0].message',
          'The film is JSON-LD in which nothing is a Movie',
        );
    });
  });

  describe('takes the id', () => {
    const idOf = (input: unknown): string => accept(input).film.id;

    it('of IMDb where there is one', () => {
      expect(idOf(OMDB)).to.equal('imdb:tt1798709');
      expect(idOf({ ...TMDB, imdb_id: 'tt1798709' })).to.equal('imdb:tt1798709');
      expect(idOf({ ...LINKED, sameAs: 'https://m.imdb.com/de/title/tt1798709/?ref_=x' })).to.equal('imdb:tt1798709');
      expect(idOf({ ...LINKED, url: '/title/tt1798709/' })).to.equal('imdb:tt1798709');
      for (const rest of ['?from=tt0111161', '#tt0111161', 'reviews?ref_=/title/tt0111161/'])
        expect(idOf({ ...LINKED, sameAs: `https://www.imdb.com/title/tt1798709/${rest}` })).to.equal('imdb:tt1798709');
    });

    it('of TMDB where there is none', () => {
      expect(idOf(TMDB)).to.equal('tmdb:152601');
      expect(idOf({ ...LINKED, sameAs: ['https://www.themoviedb.org/movie/152601-her'] })).to.equal('tmdb:152601');
    });

    it('of nobody who merely has such a path', () => {
      for (const url of ['https://evil.example/title/tt1798709/', 'https://www.imdb.com/find/?q=tt1798709'])
        expect(idOf({ ...LINKED, url })).to.equal('https://example.com/her');
    });

    it('of the page, by @id before url', () => {
      expect(idOf({ ...LINKED, url: 'https://example.com/2' })).to.equal('https://example.com/her');
      expect(idOf({ ...LINKED, '@id': '#movie', url: 'https://example.com/2' })).to.equal('https://example.com/2');
      expect(idOf({ ...LINKED, '@id': '_:b0', url: 'https://example.com/2' })).to.equal('https://example.com/2');
      expect(idOf({ ...LINKED, '@id': undefined, url: ['https://example.com/2'] })).to.equal('https://example.com/2');
    });

    for (const [title, year, id] of [
      ['Her', '2013', 'title:her:2013'],
      ['Crème brûlée & Söhne!', '1999', 'title:creme-brulee-sohne:1999'],
      ['千と千尋の神隠し', '2001', 'title:千と千尋の神隠し:2001'],
      ['Her', undefined, 'title:her'],
      ['???', undefined, 'title:???'],
      ['a'.repeat(300), '2013', `title:${'a'.repeat(100)}:2013`],
      [`a${'𠀀'.repeat(90)}`, '2013', `title:a${'𠀀'.repeat(49)}:2013`],
    ] as const)
      it(`from the title where there is no other: ${id.slice(0, 41)}`, () => {
        const { film, warnings, messages } = accept({ Title: title, Year: year, Response: 'True' });
        expect(film.id).to.equal(id);
        expect(warnings).to.deep.equal(['imdbID id-from-title']);
        expect(messages).to.deep.equal([`imdbID: gives no id, so votes are counted for ${id}`]);
      });

    it('from the title where what is in its place is none', () => {
      for (const imdbID of [{}, 7, 'tt1'.repeat(99)]) {
        const { film, warnings } = accept({ Title: 'Her', imdbID });
        expect(film.id).to.equal('title:her');
        expect(warnings).to.deep.equal(['imdbID id-from-title']);
      }
    });

    it('from the title alone where the year is no whole number', () => {
      for (const Year of [NaN, Infinity, 2013.5]) expect(idOf({ Title: 'Her', Year })).to.equal('title:her');
    });

    it('from the title where an address is too long', () => {
      expect(idOf({ ...LINKED, '@id': `https://example.com/${'a'.repeat(200)}` })).to.equal('title:her');
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

  describe('keeps two people of one name apart, and takes one who is named twice for one,', () => {
    const [first, second] = ['https://example.com/1', 'https://example.com/2'];
    it('by the ids of TMDB', () => {
      const cast = [
        { id: 1, name: 'Ana', character: 'Amy' },
        { id: 2, name: 'Ana', character: 'Bea' },
        { id: 2, name: 'Ana', character: 'Cleo' },
        { id: 1, name: 'Ana', character: 'Dora' },
        { id: {}, name: 'Ben', character: 'Max' },
        { name: 'Ben', character: 'Moritz' },
      ];
      expect(accept({ ...TMDB, credits: { cast } }).film.cast).to.deep.equal([
        { name: 'Ana', role: 'Amy, Dora' },
        { name: 'Ana', role: 'Bea, Cleo' },
        { name: 'Ben', role: 'Max, Moritz' },
      ]);
    });

    it('by their addresses in JSON-LD', () => {
      const actor = [
        { name: 'Ana', url: first },
        { name: 'Ana', url: second },
        { name: 'Ana', url: first },
        { name: 'Ana', url: second },
        { name: 'Ana' },
        { name: 'Ben', url: first },
      ];
      expect(accept({ ...LINKED, actor }).film.cast).to.deep.equal([
        { name: 'Ana', url: first },
        { name: 'Ana', url: second },
        { name: 'Ben', url: first },
      ]);
    });
  });

  it('of JSON-LD takes no review of another film', () => {
    const review = (of: object, reviewBody: string): object => ({ '@type': 'Review', itemReviewed: of, reviewBody });
    const other = { '@type': 'Movie', '@id': 'https://example.com/him', name: 'Him' };
    const graph = [LINKED, review({ '@id': LINKED['@id'] }, 'Good.'), review(other, 'Bad.')];
    const { reviews } = accept({ '@context': 'https://schema.org', '@graph': graph }).film;
    expect(reviews?.map(({ body }) => body)).to.deep.equal(['Good.']);
  });

  describe('of JSON-LD where several things go by one address', () => {
    const page = 'https://blog.example/her/';
    const movie = {
      '@type': 'Movie',
      '@id': page,
      name: 'Her',
      dateCreated: '2013',
      director: { name: 'Spike Jonze' },
    };
    const about = { author: { name: 'Lena' }, reviewBody: 'Nice', reviewRating: { ratingValue: 4 } };
    const review = {
      '@type': 'Review',
      '@id': page,
      ...about,
      datePublished: '2014-01-02',
      name: 'She',
      itemReviewed: movie,
    };
    const webPage = {
      '@type': 'WebPage',
      '@id': page,
      url: page,
      name: 'Her: a review - Blog',
      isPartOf: { '@id': 'https://blog.example/#website' },
      primaryImageOfPage: { '@id': `${page}#image` },
      datePublished: '2014-01-02T10:00:00+00:00',
      dateModified: '2014-01-03T10:00:00+00:00',
      breadcrumb: { '@id': `${page}#breadcrumb` },
      inLanguage: 'en-GB',
    };
    for (const [what, input] of [
      ['takes the film in a review', review],
      [
        'takes the film beside its page',
        { '@graph': [webPage, movie, { '@type': 'Review', ...about, itemReviewed: { '@id': page } }] },
      ],
      [
        'takes the film that comes after its page and a review',
        { '@graph': [webPage, { ...review, itemReviewed: { '@id': page } }, movie] },
      ],
      [
        'takes the whole film for one that is only named',
        { '@graph': [{ ...review, itemReviewed: { '@type': 'Movie', '@id': page, name: 'Her' } }, movie] },
      ],
      [
        'takes the film with its address',
        {
          '@graph': [
            webPage,
            { ...movie, '@type': 'https://schema.org/Movie' },
            { ...review, itemReviewed: { '@type': 'Movie', '@id': page } },
          ],
        },
      ],
    ] as const)
      it(what, () => {
        const { film } = accept(input);
        expect(film).to.deep.include({ id: page, title: 'Her', year: 2013, directors: [{ name: 'Spike Jonze' }] });
        expect(film.reviews?.map(({ author, body, rating }) => [author, body, rating])).to.deep.equal([
          ['Lena', 'Nice', 4],
        ]);
      });
  });

  it('of JSON-LD finds what goes by an older or another name', () => {
    const { film } = accept({
      ...LINKED,
      actors: [{ name: 'Amy' }],
      image: { contentUrl: 'https://example.com/her.jpg' },
      reviews: [{ description: 'It begins...', url: 'https://example.com/1' }, { description: 'Good... or not.' }],
      inLanguage: 'English',
      award: 'Best Kiss',
      productionCompany: { name: 'Annapurna' },
    });
    expect(film.cast).to.deep.equal([{ name: 'Amy' }]);
    expect(film.poster?.src).to.equal('https://example.com/her.jpg');
    expect(film.reviews?.map(({ body, truncated }) => [body, truncated])).to.deep.equal([
      ['It begins...', true],
      ['Good... or not.', undefined],
    ]);
    expect(film.specs).to.deep.equal([
      { label: 'Language', value: 'English' },
      { label: 'Awards', value: 'Best Kiss' },
      { label: 'Production', value: 'Annapurna' },
    ]);
  });

  it('has the cast in the order of the bill, also where only the first of it are kept', () => {
    const people = Array.from({ length: 201 }, (_, n) => ({ name: `Person ${n}`, order: 201 - n }));
    const first = (cast: object[]): unknown => accept({ ...TMDB, credits: { cast } }).film.cast?.slice(0, 3);
    expect(first(people)).to.deep.equal([{ name: 'Person 200' }, { name: 'Person 199' }, { name: 'Person 198' }]);
    expect(first([{ name: 'A' }, { name: 'B', order: 'x' }, { name: 'C', order: 0 }])).to.deep.equal([
      { name: 'C' },
      { name: 'A' },
      { name: 'B' },
    ]);
    const { messages } = accept({
      ...TMDB,
      credits: {
        cast: [
          { name: 7, order: 2 },
          { name: 'C', order: 1 },
        ],
      },
    });
    expect(messages.filter((message) => message.includes('cast'))).to.deep.equal([
      'credits.cast[0].name: must be text',
    ]);
  });

  describe('of too long a list names it as the record does:', () => {
    const people = Array.from({ length: 201 }, (_, n) => ({ name: `Person ${n}` }));
    const ratings = Array.from({ length: 10 }, (_, n) => ({ Source: `Site ${n}`, Value: '8/10' }));
    for (const [record, path] of [
      [{ ...OMDB, imdbRating: '8.0', Ratings: ratings }, 'Ratings'],
      [{ ...OMDB, Genre: Array.from({ length: 21 }, (_, n) => `Genre ${n}`).join() }, 'Genre'],
      [{ ...TMDB, credits: { cast: people } }, 'credits.cast'],
      [{ ...TMDB, genres: people }, 'genres'],
      [{ ...LINKED, actor: people }, 'actor'],
      [{ '@graph': [{ '@type': 'WebPage' }, { ...LINKED, actor: people }] }, '@graph[1].actor'],
      [{ ...LINKED, sameAs: people.map((_, n) => `https://example.com/${n}`) }, 'sameAs'],
    ] as const)
      it(path, () => {
        expect(accept(record).warnings).to.include(`${path} too-many`);
      });
  });

  describe('is recognised', () => {
    const movie = JSON.stringify(LINKED);
    const crumbs = '{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[]}';
    for (const [what, input] of [
      ['bare', LINKED],
      ['as text', movie],
      ['in a list', [LINKED]],
      ['in a list after other things', [JSON.parse(crumbs), LINKED]],
      ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, LINKED] }],
      ['in a review', { '@type': 'Review', itemReviewed: LINKED, reviewBody: 'Good.' }],
      ['in a list of items', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: LINKED }] }],
      ['of several types', { ...LINKED, '@type': ['Movie', 'Product'] }],
      ['of a type with its address', { ...LINKED, '@type': 'https://schema.org/Movie' }],
      ['in its script tag', `<script type="application/ld+json">${movie}</script>`],
      ['in a script tag without a type', `<script>${movie}</script>`],
      ['in a script tag without a type, behind a comment', `<!-- Her -->\n<script>${movie}</script>`],
      [
        'in a script tag with other attributes',
        `\n<SCRIPT id=x TYPE='application/ld+json' data-y>\n${movie}\n</SCRIPT >\n`,
      ],
      ['in CDATA', `<![CDATA[${movie}]]>`],
      ['in CDATA behind comments', `/* <![CDATA[ */\n${movie}\n/* ]]> */`],
      ['in CDATA behind line comments', `//<![CDATA[\n${movie}\n//]]>`],
      ['in CDATA in its script tag', `<script type="application/ld+json">/* <![CDATA[ */ ${movie} /* ]]> */</script>`],
      ['in an HTML comment', `<!-- ${movie} -->`],
      ['in an HTML comment in its script tag', `<script type="application/ld+json"><!--\n${movie}\n--></script>`],
      ['in an HTML comment around its script tag', `<!-- <script type="application/ld+json">${movie}</script> -->`],
      [
        'in one of several script tags',
        `<script type="application/ld+json">${crumbs}</script>\n<script type="application/ld+json">${movie}</script>`,
      ],
      [
        'in the head of a page',
        `<!doctype html><title>Her</title><script>if (a < b) c()</script><script type="application/ld+json">${movie}</script>`,
      ],
      ['after a byte order mark', `\uFEFF<script type="application/ld+json">${movie}</script>`],
    ] as const)
      it(`JSON-LD ${what}`, () => {
        const result = parseFilm(input);
        expect(result).to.include({ ok: true, source: 'schema-org' });
        expect(accept(input).film).to.include({ id: 'https://example.com/her', title: 'Her' });
      });

    it('JSON-LD beside scripts with no JSON in them', () => {
      const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;
      for (const other of ['', ' ', '{"@type":"WebPage",}', '[', '['.repeat(100_000)])
        for (const page of [script(other) + script(movie), script(movie) + script(other)])
          expect(accept(page).film).to.include({ id: 'https://example.com/her', title: 'Her' });
      expect(refuse(script('') + script('['))).to.deep.equal([' not-json']);
    });

    it('a payload of our own in a script tag', () => {
      const text = '<script type="application/json">{"id":"her","title":"Her"}</script>';
      expect(parseFilm(text)).to.deep.include({ source: 'film-widgets', film: { id: 'her', title: 'Her' } });
    });

    it('a payload of our own that talks about script tags', () => {
      const synopsis = '<script type="application/json">{}</script>';
      expect(accept(JSON.stringify({ id: 'her', title: 'Her', synopsis })).film.synopsis).to.equal(synopsis);
    });

    it('a payload of our own whatever keys of others it has', () => {
      const others = { Title: 'Him', imdbID: 'tt1', overview: 'x', vote_average: 3, '@type': 'Movie', name: 'Him' };
      expect(sourceOf({ id: 'her', title: 'Her', ...others })).to.equal('film-widgets');
    });

    it('the right one of two that look alike', () => {
      expect(sourceOf(OMDB)).to.equal('omdb');
      expect(sourceOf({ Title: 'Her' })).to.equal('omdb');
      expect(sourceOf(TMDB)).to.equal('tmdb');
      expect(sourceOf({ id: 1, title: 'Her', poster_path: '/her.jpg' })).to.equal('tmdb');
    });

    it('nobody’s record for that of TMDB, whose number would be another film’s', () => {
      const film = { title: 'Her', year: 2013, overview: 'A man and a voice.' };
      expect(refuse({ ...film, id: 12, originalTitle: 'Her', tmdbId: 152601 }), 'Radarr').to.deep.equal([
        'id wrong-type',
      ]);
      expect(refuse({ ...film, id: 12, releaseDate: '2013-12-18', posterPath: '/her.jpg' }), 'Overseerr').to.deep.equal(
        ['id wrong-type'],
      );
      expect(refuse({ id: 12, title: 'Her', release_date: '2013-12-18' }), 'anybody').to.deep.equal(['id wrong-type']);
      expect(refuse({ ...film, ids: { imdb: 'tt1798709' } }), 'Trakt').to.deep.equal(['id missing']);
    });

    it('an error message, which is no film', async () => {
      expect(refuse(await fixtureText('tmdb/not-found.json'))).to.deep.equal([' error-message']);
    });

    it('nothing else', () => {
      expect(refuse({ id: 7, title: 'Her' })).to.deep.equal(['id wrong-type']);
      expect(refuse([OMDB])).to.deep.equal([' many-films']);
      expect(refuse({ movie_results: [TMDB], tv_results: [] })).to.deep.equal([' many-films']);
      expect(refuse('<p>Her</p>')).to.deep.equal([' not-json']);
      expect(refuse('<script>var her</script>')).to.deep.equal([' not-json']);
    });
  });
});
