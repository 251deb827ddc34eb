import { expect } from '@open-wc/testing';
import type { Film } from '../../src/film/film.js';
import { factsLine, factsOf, type Mention } from '../../src/locale/film-facts.js';

const film = (fields: Partial<Film> = {}): Film => ({ id: 'her', title: 'Her', ...fields });

/** A card's facts as `label: value`. */
const rows = (fields: Partial<Film>, lang = 'en'): string[] =>
  factsOf(film(fields), lang).map(
    ({ label, parts }) => `${label}: ${parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')}`,
  );

describe('the facts of a film', () => {
  it('stand in the order of the page', () => {
    expect(
      rows({
        links: [
          { rel: 'other', href: 'https://example.com/more', label: 'A long read' },
          { rel: 'watch', href: 'https://www.example.org/' },
          { rel: 'trailer', href: 'https://example.com/trailer' },
          { rel: 'official', href: 'https://example.com/' },
          { rel: 'official', href: 'https://example.net/' },
          { rel: 'reviews', href: 'https://example.com/reviews' },
        ],
        sourceRatings: [
          { source: 'IMDb', value: 8, best: 10 },
          { source: 'Metacritic', value: 91, best: 100, count: 46 },
        ],
        cast: [{ name: 'Amy', role: 'Ann' }, { name: 'Rooney' }],
        writers: [{ name: 'Ruth', role: 'novel' }],
        directors: [{ name: 'Spike' }],
        genres: ['Drama', 'Romance'],
        certification: 'R',
        runtimeMinutes: 126,
        releaseDate: '2013-12-18',
        year: 2013,
        originalTitle: 'Hende',
      }),
    ).to.deep.equal([
      'Original title: Hende',
      'Release year: 2013',
      'Release date: December 18, 2013',
      'Running time: 2 h 6 min',
      'Certification: R',
      'Genres: Drama, Romance',
      'Director: Spike',
      'Writer: Ruth (novel)',
      'Cast: Amy as Ann, Rooney',
      'IMDb: 8/10',
      'Metacritic: 91/100, 46 votes',
      'Official website: example.com, example.net',
      'Trailer: example.com',
      'Where to watch: example.org',
      'More: A long read',
    ]);
  });

  it('are none where a film is but a title', () => {
    expect(rows({})).to.deep.equal([]);
    expect(rows({ originalTitle: 'Her', genres: [], directors: [], links: [], sourceRatings: [] })).to.deep.equal([]);
  });

  it('do not say a year twice', () => {
    expect(rows({ year: 2013, releaseDate: '2013' })).to.deep.equal(['Release year: 2013']);
    expect(rows({ year: 2013, releaseDate: '2014' })).to.deep.equal(['Release year: 2013', 'Release date: 2014']);
    expect(rows({ releaseDate: '2014' })).to.deep.equal(['Release date: 2014']);
  });

  it('are labelled for one and for several', () => {
    const one = { genres: ['Drama'], directors: [{ name: 'A' }], writers: [{ name: 'B' }] };
    const two = { genres: ['Drama', 'War'], directors: [{ name: 'A' }, { name: 'B' }], writers: [{ name: 'B' }] };
    expect(rows(one)).to.deep.equal(['Genre: Drama', 'Director: A', 'Writer: B']);
    expect(rows(two)).to.deep.equal(['Genres: Drama, War', 'Directors: A, B', 'Writer: B']);
  });

  it('lead to people, to other sites’ ratings and to links', () => {
    const facts = factsOf(
      film({
        directors: [{ name: 'Spike', url: 'https://example.com/spike' }, { name: 'Joel' }],
        sourceRatings: [{ source: 'IMDb', value: 8, best: 10, url: 'https://example.com/her' }],
        links: [{ rel: 'trailer', href: 'https://example.com/trailer', label: 'Watch it' }],
      }),
      'en',
    );
    expect(facts.map(({ parts }) => parts)).to.deep.equal([
      [
        { text: 'Spike', href: 'https://example.com/spike', lang: undefined },
        ', ',
        { text: 'Joel', href: undefined, lang: undefined },
      ],
      [{ text: '8/10', href: 'https://example.com/her' }],
      [{ text: 'Watch it', href: 'https://example.com/trailer', lang: undefined }],
    ]);
  });

  it('are read aloud in the film’s language where it is the film that says them, and in an unknown one for a title', () => {
    const facts = factsOf(
      film({
        lang: 'nb',
        originalTitle: 'Hende',
        year: 2013,
        genres: ['Drama'],
        cast: [{ name: 'Liv' }],
        links: [
          { rel: 'trailer', href: 'https://example.com/', label: 'Forfilm' },
          { rel: 'watch', href: 'https://example.com/' },
        ],
      }),
      'en',
    );
    expect(facts.map(({ label, parts: [mention] }) => [label, (mention as Mention).lang])).to.deep.equal([
      ['Original title', ''],
      ['Release year', undefined],
      ['Genre', 'nb'],
      ['Cast', 'nb'],
      ['Trailer', 'nb'],
      ['Where to watch', undefined],
    ]);
  });

  it('say the word between a name and a role in the card’s language', () => {
    const creditIn = (lang: string, filmLang?: string): Mention =>
      factsOf(film({ ...(filmLang && { lang: filmLang }), cast: [{ name: 'Liv', role: 'Elva' }] }), lang)[0]!
        .parts[0] as Mention;
    const text = 'Liv as Elva';
    const [liv, elva] = ['Liv', 'Elva'].map((text) => ({ text, lang: 'nb' }));
    const inTwo = creditIn('en', 'nb');
    expect([inTwo.text, inTwo.lang]).to.deep.equal([text, undefined]);
    expect(inTwo.parts?.filter(Boolean)).to.deep.equal([liv, ' as ', elva]);
    expect(creditIn('en', 'en'), 'one language').to.deep.equal({ text, href: undefined, lang: 'en' });
    expect(creditIn('en'), 'an unknown one').to.deep.equal({ text, href: undefined, lang: undefined });
  });

  it('tell a credit’s own words from its sentence where both may run in two directions', () => {
    const credits = (name: string, role: string): unknown[] =>
      factsOf(film({ cast: [{ name, role }] }), 'en').flatMap(({ parts }) => parts);
    expect(credits('Amy {role}', '{name}')).to.deep.equal([
      { text: 'Amy {role} as {name}', href: undefined, lang: undefined },
    ]);
    const text = '\u200e\u2068ريم {role}\u2069 as \u2068{name}\u2069';
    expect(credits('ريم {role}', '{name}')).to.deep.equal([{ text, href: undefined, lang: undefined }]);
  });

  it('have a row of their own from 41 characters on, separators counted', () => {
    const isLong = (...genres: string[]): boolean => factsOf(film({ genres }), 'en')[0]!.long;
    expect([isLong('x'.repeat(40)), isLong('x'.repeat(41))]).to.deep.equal([false, true]);
    expect([isLong('x'.repeat(19), 'x'.repeat(19)), isLong('x'.repeat(19), 'x'.repeat(20))]).to.deep.equal([
      false,
      true,
    ]);
  });
});

describe('the one line of a compact card', () => {
  it('says year, running time, directors and genres', () => {
    const { directors, genres } = { directors: [{ name: 'Joel' }, { name: 'Ethan' }], genres: ['Crime', 'Comedy'] };
    const line = factsLine(film({ lang: 'nb', year: 1998, runtimeMinutes: 117, directors, genres }), 'en');
    expect(line).to.deep.equal([
      { text: '1998' },
      { text: '1 h 57 min' },
      { text: 'Joel, Ethan', lang: 'nb' },
      { text: 'Crime, Comedy', lang: 'nb' },
    ]);
  });

  it('says what there is, and nothing of the rest', () => {
    expect(factsLine(film(), 'en')).to.deep.equal([]);
    expect(factsLine(film({ genres: ['Drama'] }), 'en').map(({ text }) => text)).to.deep.equal(['Drama']);
  });
});
