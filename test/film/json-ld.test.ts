import { expect } from '@open-wc/testing';
import type { Film, FilmInput } from '../../src/film/film.js';
import { toJsonLd } from '../../src/film/json-ld.js';
import { parseFilm } from '../../src/film/parse-film.js';
import { accept, acceptWith, fixtureText } from './payloads.js';

const of = (fields: object): Record<string, unknown> => toJsonLd(acceptWith(fields).film);
const aggregateOf = (rating: object): unknown => of({ rating }).aggregateRating;
const reviewOf = (review: object, fields: object = {}): unknown =>
  of({ reviews: [{ body: 'Good.', author: 'Lena', rating: 4, ...review }], ...fields }).review;

describe('toJsonLd', () => {
  it('says of a film with nothing but a title just that', () => {
    expect(of({})).to.deep.equal({ '@context': 'https://schema.org', '@type': 'Movie', name: 'Her' });
  });

  it('takes a film as a page may write it: names alone, and a rating without its scale', () => {
    const film: FilmInput = {
      id: 'film:her',
      title: 'Her',
      directors: ['Spike Jonze'],
      cast: ['Amy Adams', { name: 'Rooney Mara', url: 'https://example.com/mara' }],
      rating: { average: 4.2, count: 131 },
    };
    expect(toJsonLd(film)).to.deep.equal(toJsonLd(accept(film).film));
    expect(toJsonLd(film).director).to.deep.equal([{ '@type': 'Person', name: 'Spike Jonze' }]);
  });

  it('leaves out an address of a film as a page may write it that is none to link to', () => {
    for (const url of ['javascript:alert(1)', 'https://user:pass@example.com/', '/her', '']) {
      const film = toJsonLd({
        id: 'film:her',
        title: 'Her',
        directors: [{ name: 'Spike Jonze', url }],
        poster: { src: url },
        links: [{ rel: 'official', href: url }],
        post: { url },
        reviews: [{ author: 'Lena', rating: 4, body: 'Good.', href: url }],
      });
      expect(film, url).to.deep.equal({
        '@context': 'https://schema.org',
        '@type': 'Movie',
        name: 'Her',
        director: [{ '@type': 'Person', name: 'Spike Jonze' }],
      });
    }
  });

  it('names another title only where it is another', () => {
    expect(of({ originalTitle: 'Hende' })).to.include({ name: 'Her', alternateName: 'Hende' });
    expect(of({ originalTitle: 'Her' })).not.to.have.property('alternateName');
  });

  it('is the same as at IMDb only where the id is just that', () => {
    expect(of({ id: 'imdb:tt1798709' }).sameAs).to.deep.equal(['https://www.imdb.com/title/tt1798709/']);
    for (const id of ['not-imdb:tt1798709', 'imdb:tt1798709-cut', 'imdb:nm0005069'])
      expect(of({ id }), id).not.to.have.property('sameAs');
  });

  it('has the mean of votes that all gave one star', () => {
    expect(aggregateOf({ average: 1, count: 3 })).to.include({ ratingValue: 1, ratingCount: 3 });
    expect(aggregateOf({ average: 0.9, count: 3 })).to.equal(undefined);
  });

  it('says everything that search engines read', async () => {
    const { film } = accept(await fixtureText('her.json'));
    const { description, actor, ...rest } = toJsonLd({
      ...film,
      rating: { best: 5, step: 1, average: 4.2, count: 131 },
    });
    expect(description).to.equal(film.synopsis);
    expect(actor).to.have.length(8);
    expect(rest).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'Movie',
      name: 'Her',
      url: 'https://example.com/blog/her',
      sameAs: ['https://www.imdb.com/title/tt1798709/', 'http://www.herthemovie.com/'],
      image: 'https://example.com/posters/her-400.jpg',
      dateCreated: '2013-12-18',
      duration: 'PT126M',
      contentRating: 'R',
      genre: ['Drama', 'Romance', 'Science fiction'],
      director: [{ '@type': 'Person', name: 'Spike Jonze' }],
      author: [{ '@type': 'Person', name: 'Spike Jonze' }],
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: 4.2,
        bestRating: 5,
        worstRating: 1,
        ratingCount: 131,
      },
      review: [
        {
          '@type': 'Review',
          author: { '@type': 'Person', name: 'Lena' },
          reviewBody: 'Sad, funny, and the best-dressed future I have seen. Take tissues.',
          reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 0 },
          datePublished: '2013-12-15',
        },
      ],
    });
  });

  describe('gives the dates as far as they are known', () => {
    for (const [fields, dates] of [
      [{ year: 2013 }, { dateCreated: '2013' }],
      [{ year: 2013, releaseDate: '2013-12' }, { dateCreated: '2013-12' }],
      [
        { year: 1939, releaseDate: '1940-01-17' },
        { dateCreated: '1939', datePublished: '1940-01-17' },
      ],
      [{ releaseDate: '2019-11-15' }, { datePublished: '2019-11-15' }],
    ] as const)
      it(JSON.stringify(fields), () => {
        const { dateCreated, datePublished } = of(fields);
        expect(JSON.parse(JSON.stringify({ dateCreated, datePublished }))).to.deep.equal(dates);
      });
  });

  describe('gives the rating of this site', () => {
    for (const [rating, expected] of [
      [{ average: 4.2, count: 131 }, [4.2, 5, 1, 131]],
      [{ best: 10, step: 0.5, average: 7.849, count: 1 }, [7.85, 10, 0.5, 1]],
      [{ distribution: [0, 0, 1, 2, 0] }, [3.67, 5, 1, 3]],
      [{ step: 0.5, average: 3.5, distribution: [0, 0, 0, 2, 0] }, [3.5, 5, 0.5, 2]],
    ] as const)
      it(`of ${JSON.stringify(rating)}`, () => {
        const [ratingValue, bestRating, worstRating, ratingCount] = expected;
        expect(aggregateOf(rating)).to.deep.equal({
          '@type': 'AggregateRating',
          ...{ ratingValue, bestRating, worstRating, ratingCount },
        });
      });

    for (const rating of [
      {},
      { average: 4 },
      { average: 4, count: 0 },
      { count: 3 },
      { distribution: [0, 0, 0, 0, 0] },
      { average: 0, count: 3 },
    ])
      it(`not where no vote and no possible mean is known: ${JSON.stringify(rating)}`, () => {
        expect(aggregateOf(rating)).to.be.undefined;
      });

    it("never from other sites' numbers", async () => {
      for (const file of ['omdb/her.json', 'tmdb/her.json', 'schema-org/letterboxd.json'])
        expect(toJsonLd(accept(await fixtureText(file)).film)).not.to.have.property('aggregateRating');
    });
  });

  describe('gives reviews', () => {
    it('that this site has for itself', () => {
      expect(reviewOf({})).to.have.length(1);
    });

    it('that go on at this site', () => {
      const post = { url: 'https://example.com/her' };
      expect(reviewOf({ href: 'https://example.com/her/review' }, { post })).to.have.length(1);
    });

    for (const [what, review, fields] of [
      ['of another site', { source: 'Example Film Review' }, {}],
      ['that go on elsewhere', { href: 'https://review.example/' }, { post: { url: 'https://example.com/' } }],
      ['that go on nobody knows whose site', { href: 'https://example.com/' }, {}],
      ['of nobody', { author: '' }, {}],
      ['without a rating', { rating: null }, {}],
      ['that spoil the film', { spoiler: true }, {}],
      ['that may spoil the film', { spoiler: 'yes' }, {}],
    ] as const)
      it(`but none ${what}`, () => {
        expect(reviewOf(review, fields)).to.be.undefined;
      });

    for (const [href, url] of [
      ['/review', 'https://example.com/her'],
      ['https://example.com/review', '/her'],
      ['/review', '/her'],
      ['', 'https://example.com/her'],
      ['javascript:1', 'javascript:2'],
    ] as const)
      it(`but none that goes on at “${href}” of a post at “${url}”, in a film that nobody has checked`, () => {
        const { film } = acceptWith({ reviews: [{ body: 'Good.', author: 'Lena', rating: 4 }] });
        const reviews = film.reviews?.map((review) => ({ ...review, href }));
        expect(toJsonLd({ ...film, reviews, post: { url } })).not.to.have.property('review');
      });

    it('but none of those that services bring along', async () => {
      for (const file of ['tmdb/her.json', 'schema-org/imdb.json', 'schema-org/review.json'])
        expect(toJsonLd(accept(await fixtureText(file)).film)).not.to.have.property('review');
    });
  });

  it('gives what parseFilm reads again', async () => {
    const { film } = accept(await fixtureText('her.json'));
    const again = parseFilm(JSON.stringify(toJsonLd(film)));
    if (!again.ok) throw new Error('refused');
    const same: (keyof Film)[] = ['id', 'title', 'year', 'releaseDate', 'runtimeMinutes', 'genres', 'synopsis'];
    expect(again.source).to.equal('schema-org');
    for (const key of same) expect(again.film[key], key).to.deep.equal(film[key]);
  });

  it('leaves the film alone and shares no list with it', async () => {
    const { film } = accept(await fixtureText('her.json'));
    const before = JSON.stringify(film);
    const { genre } = toJsonLd(film);
    (genre as string[]).push('Noise');
    expect(JSON.stringify(film)).to.equal(before);
  });
});
