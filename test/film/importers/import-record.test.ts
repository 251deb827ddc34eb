import { expect } from '@open-wc/testing';
import { parseFilm, type FilmSource } from '../../../src/film/parse-film.js';
import { accept, fixtureText, inShort, refuse } from '../payloads.js';
import { LINKED, OMDB, TMDB } from './records.js';

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

    it('from the title where the number of TMDB is none', () => {
      expect(idOf({ ...TMDB, id: {} })).to.equal('title:her');
    });
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
        { name: 'Ben' },
        { name: 'Cem' },
        { name: 'Cem', character: 'Max' },
      ];
      expect(accept({ ...TMDB, credits: { cast } }).film.cast).to.deep.equal([
        { name: 'Ana', role: 'Amy, Dora' },
        { name: 'Ana', role: 'Bea, Cleo' },
        { name: 'Ben', role: 'Max, Moritz' },
        { name: 'Cem', role: 'Max' },
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
      ['of a series', { ...LINKED, '@type': 'TVSeries' }],
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
      const map = '<script type="importmap">{"imports":{}}</script>';
      for (const page of [text, map + text])
        expect(parseFilm(page)).to.deep.include({ source: 'film-widgets', film: { id: 'her', title: 'Her' } });
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
      for (const own of [{ poster_path: '/her.jpg' }, { original_name: 'Her' }, { vote_average: 7.9 }])
        expect(sourceOf({ id: 1, title: 'Her', name: 'Her', ...own }), Object.keys(own).join()).to.equal('tmdb');
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
      const long = parseFilm({ Error: 'x'.repeat(201) });
      expect(long).to.have.nested.property('issues[0].params.says', 'x'.repeat(200));
      for (const film of [OMDB, TMDB, { id: 'her', title: 'Her' }])
        expect(accept({ ...film, Error: 'None', status_message: 'None' }).film.title, 'a film').to.equal('Her');
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
