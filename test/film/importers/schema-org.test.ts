import { expect } from '@open-wc/testing';
import { toJsonLd } from '../../../src/film/json-ld.js';
import { parseFilm } from '../../../src/film/parse-film.js';
import { accept } from '../payloads.js';
import { imported, LINKED, OMDB } from './records.js';

describe('an import', () => {
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
      const other = { ...LINKED, '@id': 'https://imdb.com.example/her', alternateName: 'Sie' };
      expect(accept(other).film.title, 'of another site').to.equal('Her');
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
      for (const review of [{ reviewBody: 'It ends.', url: 'https://example.com/1' }, { reviewBody: 'It begins…' }])
        expect(accept({ ...LINKED, review }).film.reviews?.[0], review.reviewBody).not.to.have.property('truncated');
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
        [
          ['EN', 'FR'],
          ['us', 'gb'],
          ['English, French', 'United States, United Kingdom'],
        ],
        [undefined, [{ '@type': 'Country', name: 'SU' }, 'DD'], ['SU, DD']],
        [undefined, [{ '@type': 'Country' }, 'FR'], ['France']],
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
        director: 'Joel Coen, Ethan Coen, Sammy Davis, Jr., William Jones,III',
        author: ['Joel Coen', 'Ethan Coen'],
        actor: ['Coen, Ethan'],
      });
      expect(film.directors).to.deep.equal([
        { name: 'Joel Coen' },
        { name: 'Ethan Coen' },
        { name: 'Sammy Davis, Jr.' },
        { name: 'William Jones,III' },
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
      const { film } = accept({ ...LINKED, review: { ...review, publisher: 'x'.repeat(61) } });
      expect(film.reviews?.[0]?.source).to.equal('x'.repeat(60));
    });

    it('takes no rating by nobody', () => {
      for (const id of ['#movie', 'urn:uuid:1']) {
        const movie = { ...LINKED, '@id': id, aggregateRating: { ratingValue: 4 } };
        const { film, messages } = accept(movie);
        expect(film.sourceRatings ?? []).to.deep.equal([]);
        expect(messages).to.include('aggregateRating.author: is missing');
        const named = accept({ ...movie, publisher: { name: 'Example Film' } }).film;
        expect(named.sourceRatings).to.deep.equal([{ source: 'Example Film', value: 4, best: 5 }]);
      }
    });

    it('has every rating of a list, but for those of nobody', () => {
      const { film, warnings } = accept({
        ...LINKED,
        '@graph': [{ '@id': '#users', '@type': 'AggregateRating', ratingValue: 4, author: 'Users' }],
        aggregateRating: [
          { ratingValue: 0, ratingCount: 0, author: 'Nobody' },
          { ratingValue: '8.1', bestRating: '10', ratingCount: '1,234', author: { name: 'Critics' } },
          { '@id': '#users' },
          { ratingValue: 6, author: 'Others' },
        ],
      });
      expect(film.sourceRatings).to.deep.equal([
        { source: 'Critics', value: 8.1, best: 10, count: 1234, url: LINKED['@id'] },
        { source: 'Users', value: 4, best: 5, url: LINKED['@id'] },
      ]);
      expect(warnings).to.deep.equal(['aggregateRating[3].ratingValue out-of-range']);
    });

    it('loses a rating whose scale cannot be read', () => {
      for (const reviewRating of ['4/10 stars', { ratingValue: 4, bestRating: 'ten' }]) {
        const { film, warnings } = accept({ ...LINKED, review: { reviewBody: 'Good.', reviewRating } });
        expect(film.reviews?.[0], JSON.stringify(reviewRating)).not.to.have.any.keys('rating', 'best');
        expect(warnings).to.have.length(1);
      }
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

    it('is of the film in a page that something is part of', () => {
      const page = { '@type': 'WebPage', mainEntity: LINKED };
      expect(accept({ '@type': 'BlogPosting', isPartOf: page }).film.title).to.equal('Her');
    });

    it('has IMDb’s addresses, which need no host, also on a page of another site', () => {
      const actor = { name: 'Amy Adams', url: '/name/nm0010736/' };
      expect(accept({ ...LINKED, url: 'https://example.com/her', actor }).film.cast?.[0]?.url).to.equal(
        'https://www.imdb.com/name/nm0010736/',
      );
    });

    it('has no id of an address that is none', () => {
      for (const url of ['//', '///x', '//javascript:alert(1)'])
        expect(accept({ '@type': 'Movie', name: 'Her', url }).film.id, url).to.equal('title:her');
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

  it('of JSON-LD takes no review of another film', () => {
    const review = (of: object, reviewBody: string): object => ({ '@type': 'Review', itemReviewed: of, reviewBody });
    const other = { '@type': 'Movie', '@id': 'https://example.com/him', name: 'Him' };
    const graph = [LINKED, review({ '@id': LINKED['@id'] }, 'Good.'), review(other, 'Bad.')];
    const { reviews } = accept({ '@context': 'https://schema.org', '@graph': graph }).film;
    expect(reviews?.map(({ body }) => body)).to.deep.equal(['Good.']);
  });

  it('of JSON-LD takes a rating that stands around the film or beside it, and each but once', () => {
    const rating = { '@type': 'AggregateRating', '@id': '#rating', ratingValue: '4.4', ratingCount: '89' };
    const of = (itemReviewed: object): object => ({ ...rating, itemReviewed });
    const other = { '@type': 'Movie', '@id': 'https://example.com/him', name: 'Him' };
    for (const input of [
      of(LINKED),
      { '@graph': [LINKED, of({ '@id': LINKED['@id'] })] },
      { '@graph': [{ ...LINKED, aggregateRating: { '@id': '#rating' } }, of({ '@id': LINKED['@id'] })] },
      { ...LINKED, aggregateRating: of({ '@type': 'Movie', '@id': LINKED['@id'] }) },
      { '@graph': [LINKED, of({ '@id': LINKED['@id'] }), { ...of(other), '@id': '#other' }] },
    ])
      expect(accept(input).film.sourceRatings, JSON.stringify(input)).to.deep.equal([
        { source: 'example.com', value: 4.4, best: 5, count: 89, url: LINKED['@id'] },
      ]);
  });

  it('of JSON-LD takes the day on which a series began', () => {
    const series = { ...LINKED, '@type': 'TVSeries', startDate: '2008-01-20', endDate: '2013-09-29' };
    expect(accept(series).film).to.include({ year: 2008, releaseDate: '2008-01-20' });
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
});
