import { expect } from '@open-wc/testing';
import { parseFilm } from '../../../src/film/parse-film.js';
import { LONG_TASK, milliseconds } from '../../helpers/long-task.js';
import { accept, fixtureText, refuse } from '../payloads.js';

const OMDB = { Title: 'Her', imdbID: 'tt1798709', Response: 'True' };
const TMDB = { id: 152601, title: 'Her', original_title: 'Her', release_date: '2013-12-18' };
const LINKED = { '@type': 'Movie', '@id': 'https://example.com/her', name: 'Her' };

describe('an import is not fooled by', () => {
  it('"N/A" in any field, and Response "False" that came with HTTP 200', async () => {
    const { film, warnings } = accept(await fixtureText('omdb/workers-leaving.json'));
    expect(film).to.deep.equal({
      id: 'imdb:tt0000010',
      title: 'Workers at the Gate',
      year: 1895,
      runtimeMinutes: 1,
      genres: ['Documentary', 'Short'],
      specs: [
        { label: 'Language', value: 'None' },
        { label: 'Country', value: 'France' },
      ],
      attribution: [{ text: 'OMDb', url: 'https://www.omdbapi.com/' }],
    });
    expect(warnings).to.deep.equal([]);

    const result = parseFilm(await fixtureText('omdb/not-found.json'));
    expect(result).to.have.nested.property('issues[0].message', 'The film is an error message: Movie not found!');
  });

  it('HTML entities, which are decoded once, and not even twice', () => {
    for (const [written, read] of [
      ['Loew&#39;s Inc.', "Loew's Inc."],
      ['sull&apos;oceano', "sull'oceano"],
      ['&quot;Yes&quot;, and not even twice', '"Yes", and not even twice'],
      ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
      ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
      ['Caf&eacute; M&uuml;ller, &Aring;rhus, Fran&ccedil;ois', 'Café Müller, Århus, François'],
      ['One&hellip; two&nbsp;&mdash; three', 'One… two\u00A0— three'],
      ['&#x1F3AC; &#128640;', '🎬 🚀'],
      ['&#0; &#xD800; &#x110000; &#99999999999; &nothing; &constructor; &; &#; &#x;', undefined],
      ['AT&T; R&B', undefined],
    ] as const) {
      expect(accept({ ...OMDB, Plot: written }).film.synopsis).to.equal(read ?? written);
      expect(accept({ ...LINKED, description: written }).film.synopsis).to.equal(read ?? written);
    }
  });

  it('tags of HTML, which are read where they are the plainest, and stay as they are written elsewhere', () => {
    for (const [written, read] of [
      ['Un futur.<br />Il est seul.<br><BR/>Fin.', 'Un futur.\nIl est seul.\n\nFin.'],
      ['One.<p>Two.<ul><li>Three.<li>Four.</ul>Five.', 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.'],
      ['<p>One</p><p class="x">Two <a href="https://example.com/?a=1&amp;b">x</a></p>', 'One\n\nTwo x'],
      ['&lt;p&gt;One &lt;/p&gt;', 'One'],
      ['<div><b>A</b> <i>b</i> <em>c</em> <strong>d</strong></div><span>e</span>', 'A b c d\n\ne'],
      ['<ul><li>A</li><li>B</li></ul><ol><li>C</ol>', 'A\n\nB\n\nC'],
      ['a < b, <3, c>d, <Ctrl>, <pre>, <a and b>, <i love>, <p', undefined],
      ['<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>', undefined],
      ['<<i>b>', '<b>'],
    ] as const) {
      const review = { reviewBody: written, author: 'Ann' };
      const linked = accept({ ...LINKED, description: written, review }).film;
      const content = [{ id: '1', author: 'Ann', content: written }];
      const tmdb = accept({ ...TMDB, overview: written, reviews: { results: content } }).film;
      expect(accept({ ...OMDB, Plot: written }).film.synopsis).to.equal(read ?? written);
      for (const { synopsis, reviews } of [linked, tmdb])
        expect([synopsis, reviews?.[0]?.body], written).to.deep.equal([read ?? written, read ?? written]);
      expect(accept({ id: 'her', title: 'Her', synopsis: written }).film.synopsis, 'ours').to.equal(written);
    }
  });

  it("Markdown's signs in reviews of TMDB, which are left out where they are the plainest, and stay elsewhere", () => {
    for (const [written, read] of [
      [
        'A **slow** film, and a *long* one; __quiet__, _blue_ and ***odd***.',
        'A slow film, and a long one; quiet, blue and odd.',
      ],
      ['**All of *it* works.**\r\n\r\n_Her_ waits.', 'All of it works.\r\n\r\nHer waits.'],
      ['**_Spoilers_** and *__none__*', 'Spoilers and none'],
      ['_Her_, *Her*! (**Her**) "_Her_"—*Her*', 'Her, Her! (Her) "Her"—Her'],
      ['## The voice\r\n\r\nShe has *one*.\n# End', 'The voice\r\n\r\nShe has one.\nEnd'],
      ['More at [my blog](https://example.com/her_(film)?a=1) and [there](/about), [x](javascript:alert)', undefined],
      ['More at [my blog](https://example.com/a_b_c) and [there](http://example.com/).', 'More at my blog and there.'],
      [
        '![Her, on a poster](https://example.com/her.jpg) Good.![](https://example.com/b.jpg)',
        'Her, on a poster Good.',
      ],
      ['2*3*4, snake_case_name, *see below, **** of *****, #1 of the year, a * b * c, [sic] (twice), _', undefined],
      ['* a cast\n* a voice\n\n*one\n\ntwo*', undefined],
      ['*** Spoilers ***, ** and __, f(*a, *b)', undefined],
    ] as const) {
      const content = [{ id: '1', author: 'Ann', content: written }];
      const { reviews } = accept({ ...TMDB, reviews: { results: content } }).film;
      expect(reviews?.[0]?.body).to.equal(read ?? written);
      const linked = accept({ ...LINKED, review: { reviewBody: written, author: 'Ann' } }).film;
      expect(linked.reviews?.[0]?.body, 'not of others').to.equal(written);
    }
  });

  it('commas and quotation marks within the brackets of a writer', async () => {
    expect(accept(await fixtureText('omdb/gone-with-the-wind.json')).film.writers).to.deep.equal([
      { name: 'Margaret Mitchell', role: 'story of the Old South "Gone with the Wind", abridged' },
      { name: 'Sidney Howard', role: 'screenplay, adaptation' },
    ]);
    expect(accept({ ...OMDB, Writer: 'A B (novel, 1920), C D (, ), E F (' }).film.writers).to.deep.equal([
      { name: 'A B', role: 'novel, 1920' },
      { name: 'C D', role: ',' },
      { name: 'E F' },
    ]);
    expect(accept({ ...OMDB, Writer: 'A B (novel, 1920' }).film.writers).to.deep.equal([
      { name: 'A B', role: 'novel, 1920' },
    ]);
    const Writer = 'Jane (Janey) Roe, John (Jo) Doe (screenplay), Ann Lee (novel "X (part 1)"), (story)';
    expect(accept({ ...OMDB, Writer }).film.writers).to.deep.equal([
      { name: 'Jane (Janey) Roe' },
      { name: 'John (Jo) Doe', role: 'screenplay' },
      { name: 'Ann Lee', role: 'novel "X (part 1)"' },
    ]);
  });

  it('a release date of another year, from which no year is made', async () => {
    expect(accept(await fixtureText('omdb/gone-with-the-wind.json')).film).to.include({
      year: 1939,
      releaseDate: '1940-01-17',
    });
    const { film, warnings } = accept(await fixtureText('schema-org/imdb.json'));
    expect(film.year).to.be.undefined;
    expect(film.releaseDate).to.equal('2019-11-15');
    expect(warnings).to.deep.equal(['datePublished year-unknown']);
  });

  it('a later release that is named first, or one without a day', () => {
    const release = (startDate: unknown): object => ({ '@type': 'PublicationEvent', startDate });
    for (const [dates, read] of [
      [['2014-03-27', '2013-12-18', '2014-02-14'], { year: 2013, releaseDate: '2013-12-18' }],
      [['0000-00-00', undefined, 'soon', '18 Dec 2013'], { year: 2013, releaseDate: '2013-12-18' }],
    ] as const) {
      const { film, warnings } = accept({ ...LINKED, releasedEvent: dates.map(release) });
      expect(film).to.deep.equal({ ...accept(LINKED).film, ...read });
      expect(warnings).to.deep.equal([]);
    }
    expect(accept({ ...LINKED, releasedEvent: [release('soon'), release(7.5)] }).warnings).to.deep.equal([
      'releasedEvent[0].startDate not-a-date',
    ]);
  });

  it('the script tag, the CDATA section or the comment around JSON-LD', async () => {
    const json = await fixtureText('schema-org/letterboxd.json');
    const { film } = accept(json);
    for (const text of [
      `<script type="application/ld+json">${json}</script>`,
      `<script type="application/ld+json">\n/* <![CDATA[ */\n${json}\n/* ]]> */\n</script>`,
      `/* <![CDATA[ */ ${json} /* ]]> */`,
      `<!-- ${json} -->`,
    ])
      expect(accept(text).film).to.deep.equal(film);
  });

  it('a graph, a list, a Review around the Movie, a list of types, or a scale that is not named', () => {
    for (const input of [
      { '@graph': [LINKED] },
      [LINKED],
      { '@type': 'ItemList', itemListElement: [{ item: LINKED }] },
      { '@type': 'Review', itemReviewed: LINKED, reviewBody: 'Good.' },
      { ...LINKED, '@type': ['CreativeWork', 'Movie'] },
    ])
      expect(accept(input).film.title).to.equal('Her');

    const { film } = accept({ ...LINKED, aggregateRating: { ratingValue: '4.1', reviewCount: '12' } });
    expect(film.sourceRatings).to.deep.equal([
      { source: 'example.com', value: 4.1, best: 5, count: 12, url: 'https://example.com/her' },
    ]);
  });

  it('counts with commas, as numbers, or shortened, of which the last is not guessed at', () => {
    for (const [ratingCount, count, warnings] of [
      ['280,849', 280849, []],
      ['1,234,567', 1234567, []],
      [69067, 69067, []],
      ['69067', 69067, []],
      ['1.2K', undefined, ['aggregateRating.ratingCount wrong-type']],
      ['12.000', undefined, ['aggregateRating.ratingCount wrong-type']],
      ['1.234.567', undefined, ['aggregateRating.ratingCount wrong-type']],
      ['12,34', undefined, ['aggregateRating.ratingCount wrong-type']],
      ['23\u202F456', 23456, []],
    ] as const) {
      const result = accept({ ...LINKED, aggregateRating: { ratingValue: 4, ratingCount } });
      expect(result.film.sourceRatings?.[0]?.count).to.equal(count);
      expect(result.warnings).to.deep.equal(warnings);
    }
    for (const [ratingValue, value] of [
      ['4,1', 4.1],
      ['4,5/5', 4.5],
    ] as const)
      expect(accept({ ...LINKED, aggregateRating: { ratingValue } }).film.sourceRatings?.[0]?.value).to.equal(value);
    expect(accept({ ...OMDB, imdbRating: '7.9', imdbVotes: '12.000' }).warnings).to.deep.equal([
      'imdbVotes wrong-type',
    ]);
  });

  it('a rating without a scale, which is not full marks', () => {
    for (const Value of [8.1, '8.1']) {
      const { film, warnings } = accept({ ...OMDB, Ratings: [{ Source: 'Somewhere', Value }] });
      expect(film.sourceRatings?.map(({ source }) => source)).not.to.include('Somewhere');
      expect(warnings).to.deep.equal(['Ratings[0].Value missing']);
    }
    for (const Value of ['8.1/10', '8.1 / 10']) {
      const { film } = accept({ ...OMDB, Ratings: [{ Source: 'Somewhere', Value }] });
      expect(film.sourceRatings, Value).to.deep.equal([{ source: 'Somewhere', value: 8.1, best: 10 }]);
    }
    for (const ratingValue of ['about 4/5', '4/5 stars', '4% more'])
      expect(accept({ ...LINKED, aggregateRating: { ratingValue } }).warnings, ratingValue).to.deep.equal([
        'aggregateRating.ratingValue wrong-type',
      ]);
  });

  it('a mean of 7.849, of which a reader sees one decimal', () => {
    for (const [average, value] of [
      [7.849, 7.8],
      [7.85, 7.9],
      [7.06, 7.1],
      [9.99, 10],
      [8, 8],
    ] as const) {
      const { film, warnings } = accept({ ...TMDB, vote_average: average, vote_count: 14027 });
      expect(film.sourceRatings?.[0]).to.include({ value, best: 10, count: 14027 });
      expect(warnings).to.deep.equal([]);
    }
    expect(accept({ ...TMDB, vote_average: '7.849' }).warnings).to.deep.equal(['vote_average wrong-type']);
  });

  it('addresses that only their page completes', () => {
    const parts = {
      image: '/p.jpg',
      director: { name: 'Spike Jonze', url: '/name/27066/' },
      trailer: { embedUrl: '//www.youtube.com/embed/x' },
    };
    const page = accept({ ...LINKED, ...parts });
    expect(page.film).to.deep.include({
      poster: { src: 'https://example.com/p.jpg', alt: '' },
      directors: [{ name: 'Spike Jonze', url: 'https://example.com/name/27066/' }],
      links: [{ rel: 'trailer', href: 'https://www.youtube.com/embed/x' }],
    });
    expect(page.warnings).to.deep.equal([]);
    const alone = accept({ ...LINKED, '@id': '#movie', ...parts, image: { url: '//avatars.example/p.jpg' } });
    expect(alone.film).to.deep.include({
      poster: { src: 'https://avatars.example/p.jpg', alt: '' },
      directors: [{ name: 'Spike Jonze' }],
      links: [{ rel: 'trailer', href: 'https://www.youtube.com/embed/x' }],
    });
    expect(alone.warnings).to.deep.equal(['@id id-from-title']);
    const host = accept({ ...LINKED, '@id': 'http://example.com', image: '/a:1//b.jpg/c/tt1' });
    expect(host.film.poster).to.have.property('src', 'http://example.com/a:1//b.jpg/c/tt1');
    expect(accept({ ...LINKED, '@id': '#movie', image: '/p.jpg' }).warnings).to.include('image not-a-url');
  });

  it('an image whose address is one of several', () => {
    const [first, second] = ['https://example.com/her.jpg', 'https://example.com/her-2.jpg'];
    for (const image of [
      { '@type': 'ImageObject', url: [first, second] },
      [{ '@type': 'ImageObject', url: [first] }],
      { '@type': 'ImageObject', contentUrl: [first, second] },
    ]) {
      const { film, warnings } = accept({ ...LINKED, image });
      expect(film.poster, JSON.stringify(image)).to.include({ src: first });
      expect(warnings).to.deep.equal([]);
    }
    expect(accept({ ...LINKED, image: { url: ['her.jpg'] } }).warnings).to.deep.equal(['image.url[0] not-a-url']);
  });

  it('a certification that is an object', () => {
    for (const [contentRating, certification] of [
      [{ '@type': 'Rating', name: 'PG-13' }, 'PG-13'],
      [{ '@type': 'Rating', ratingValue: 'R', author: 'MPA' }, 'R'],
      [{ '@type': 'Rating', name: 'FSK 16', ratingValue: '16' }, 'FSK 16'],
      [[{ '@type': 'Rating', ratingValue: 'R' }], 'R'],
    ] as const) {
      const { film, warnings } = accept({ ...LINKED, contentRating });
      expect(film.certification).to.equal(certification);
      expect(warnings).to.deep.equal([]);
    }
    for (const [contentRating, warning] of [
      [{ '@type': 'Rating', author: 'MPA' }, 'contentRating wrong-type'],
      [{ '@type': 'Rating', ratingValue: { a: 1 } }, 'contentRating wrong-type'],
    ] as const) {
      const { film, warnings } = accept({ ...LINKED, contentRating });
      expect(film.certification).to.equal(undefined);
      expect(warnings).to.deep.equal([warning]);
    }
  });

  it('a list of films, of which one would be a film', () => {
    const results = [{ id: 1, title: 'Her', original_title: 'Her' }];
    for (const list of [
      { Search: [{ Title: 'Her', Year: '2013', imdbID: 'tt1798709' }], totalResults: '1', Response: 'True' },
      { page: 1, results, total_pages: 1, total_results: 1 },
      { id: 28, page: 1, results, total_results: 1 },
      { page: 1, results: [], total_results: 0 },
      { id: 10, name: 'Her and him', overview: 'Two films', poster_path: null, parts: results },
      { id: 5, name: 'Seen', poster_path: null, items: results },
      { id: 5, name: 'Seen', poster_path: null, results },
      { Title: 'Harbour Street', Season: '1', totalSeasons: '2', Episodes: [{ Title: 'One', imdbID: 'tt1' }] },
      results,
      [null, { Title: 'Her', imdbID: 'tt1798709' }],
      [{ id: 'her', title: 'Her' }],
    ]) {
      const result = parseFilm(list);
      expect(result).to.deep.equal({
        ok: false,
        issues: [{ path: '', code: 'many-films', message: 'The film is a list of films, of which one is needed' }],
      });
    }
    for (const key of ['results', 'items'])
      expect(refuse({ id: 'her', [key]: results })).to.deep.equal(['title missing']);
    expect(refuse([7])).to.deep.equal([' wrong-type']);
    expect(accept({ ...TMDB, results }).film.title).to.equal('Her');
  });

  it("numbers of other sites' voters, which never become this site's rating", () => {
    const { film } = accept({ ...OMDB, imdbRating: '7.9', imdbVotes: '959' });
    expect(film.sourceRatings).to.deep.equal([
      { source: 'IMDb', value: 7.9, best: 10, count: 959, url: 'https://www.imdb.com/title/tt1798709/' },
    ]);
    for (const input of [
      { ...OMDB, imdbRating: '7.9', Metascore: '90', Ratings: [{ Source: 'Rotten Tomatoes', Value: '94%' }] },
      { ...TMDB, vote_average: 7.9, vote_count: 3, rating: { average: 5, count: 9 } },
      { ...LINKED, aggregateRating: { ratingValue: 4, ratingCount: 3 }, rating: { average: 5, count: 9 } },
    ])
      expect('rating' in accept(input).film).to.be.false;
  });

  it('"", null and 0 where a service has no value', () => {
    const { film, warnings } = accept({
      ...TMDB,
      homepage: '',
      imdb_id: null,
      runtime: 0,
      budget: 0,
      tagline: ' ',
      genres: [],
      poster_path: null,
      vote_average: 0,
      vote_count: 0,
      spoken_languages: [],
      credits: { cast: [], crew: [] },
      reviews: { results: [] },
    });
    expect(film).to.have.all.keys('id', 'title', 'originalTitle', 'year', 'releaseDate', 'attribution');
    expect(warnings).to.deep.equal([]);
    for (const input of [
      { ...TMDB, vote_average: 6, vote_count: 0 },
      { ...LINKED, aggregateRating: { ratingValue: 4, ratingCount: '0' } },
      { ...LINKED, aggregateRating: { ratingValue: 0, reviewCount: 0 } },
      { ...LINKED, aggregateRating: { ratingValue: '0.0', bestRating: '10' } },
      { ...OMDB, imdbRating: '0.0', imdbVotes: '0', Ratings: [{ Source: 'Internet Movie Database', Value: '0.0/10' }] },
      { ...OMDB, imdbRating: '6.0', imdbVotes: '0' },
      { ...OMDB, imdbRating: '0.0', imdbVotes: 'N/A' },
    ]) {
      const { film, warnings } = accept(input);
      expect(film.sourceRatings ?? []).to.deep.equal([]);
      expect(warnings).to.deep.equal([]);
    }
    expect(
      accept({ ...LINKED, aggregateRating: { ratingValue: 0, ratingCount: 3 } }).film.sourceRatings,
    ).to.have.lengthOf(1);
    // which critics do give
    expect(accept({ ...OMDB, Ratings: [{ Source: 'Rotten Tomatoes', Value: '0%' }] }).film.sourceRatings).to.deep.equal(
      [{ source: 'Rotten Tomatoes', value: 0, best: 100 }],
    );
  });

  it('years that are numbers, dates in words, and a running time of 0', () => {
    for (const [fields, read, warnings] of [
      [{ dateCreated: 'December 18, 2013' }, { year: 2013, releaseDate: '2013-12-18' }, []],
      [{ dateCreated: '18 Dec 2013' }, { year: 2013, releaseDate: '2013-12-18' }, []],
      [{ dateCreated: 2013 }, { year: 2013, releaseDate: '2013' }, []],
      [{ datePublished: 2013 }, { releaseDate: '2013' }, ['datePublished year-unknown']],
      [{ dateCreated: 2013.5 }, {}, ['dateCreated not-whole']],
      [{ alternateName: 7 }, {}, ['alternateName wrong-type']],
      [{ alternateName: ['Nineteen Eighty-Four', '1984'] }, { originalTitle: 'Nineteen Eighty-Four' }, []],
      [{ duration: 'PT0M' }, {}, []],
      [{ duration: 'PT7560S' }, { runtimeMinutes: 126 }, []],
    ] as const) {
      const { film, warnings: told } = accept({ ...LINKED, ...fields });
      expect(film).to.deep.equal({ ...accept(LINKED).film, ...read });
      expect(told).to.have.members(warnings);
    }
    expect(accept({ ...OMDB, Runtime: '0 min' })).to.deep.equal(accept(OMDB));
    expect(accept({ ...OMDB, Runtime: '1,440 min' }).film.runtimeMinutes).to.equal(1440);
  });

  it('javascript: and data: addresses, which are dropped with a warning', () => {
    const { film, warnings } = accept({ ...OMDB, Website: 'javascript:alert(1)', Poster: 'data:image/png;base64,AA' });
    expect(film).not.to.have.any.keys('poster');
    expect(film.links ?? []).to.deep.equal([]);
    expect(warnings).to.have.members(['Website unsafe-url', 'Poster unsafe-url']);

    const linked = accept({
      ...LINKED,
      image: { '@type': 'ImageObject', url: 'java&#115;cript:alert(1)' },
      sameAs: ['vbscript:x'],
      director: { name: 'A', url: 'data:text/html,x' },
      trailer: { embedUrl: 'javascript:alert(1)' },
    });
    expect(JSON.stringify(linked.film)).not.to.match(/script:|data:/);
    expect(linked.warnings).to.have.members([
      'image.url unsafe-url',
      'sameAs[0] unsafe-url',
      'director.url unsafe-url',
      'trailer.embedUrl unsafe-url',
    ]);
  });

  it('keys that are there twice, keys called __proto__, and pastes of 10 MB', () => {
    const text =
      '{"Title":"Him","Title":"Her","imdbID":"tt1798709","__proto__":{"Plot":"polluted","polluted":1},' +
      '"Ratings":[{"__proto__":{"Source":"polluted"},"Value":"9/10"}],"constructor":{"name":"x"}}';
    const { film } = accept(text);
    expect(film.title).to.equal('Her');
    expect(JSON.stringify(film)).not.to.include('polluted');
    expect(({} as Record<string, unknown>).polluted).to.be.undefined;

    const paste = JSON.stringify({ ...OMDB, Plot: 'x'.repeat(1e7) });
    expect(refuse(paste)).to.deep.equal([' too-large']);
    expect(milliseconds(() => parseFilm(paste))).to.be.below(LONG_TASK);
  });
});
