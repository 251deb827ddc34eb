import { expect } from '@open-wc/testing';
import { allByRole, allParts, byRole, textOf } from '../../helpers/shadow.js';
import { cardOf, film } from './cards.js';

type Row = [what: string, fields: object, label: string, value: string];

const ROWS: Row[] = [
  ['a year without grouping', { year: 2013 }, 'Release year', '2013'],
  ['a date', { releaseDate: '2013-12-18' }, 'Release date', 'December 18, 2013'],
  ['a month', { releaseDate: '2013-12' }, 'Release date', 'December 2013'],
  ['a year as a date', { releaseDate: '2013' }, 'Release date', '2013'],
  ['hours and minutes', { runtimeMinutes: 126 }, 'Running time', '2 h 6 min'],
  ['minutes alone', { runtimeMinutes: 45 }, 'Running time', '45 min'],
  ['hours alone', { runtimeMinutes: 120 }, 'Running time', '2 h'],
  ['a certification', { certification: 'PG-13' }, 'Certification', 'PG-13'],
  ['one genre', { genres: ['Drama'] }, 'Genre', 'Drama'],
  ['several genres', { genres: ['Drama', 'Romance'] }, 'Genres', 'Drama, Romance'],
  ['one director', { directors: ['Spike Jonze'] }, 'Director', 'Spike Jonze'],
  ['several directors', { directors: ['Joel Coen', { name: 'Ethan Coen' }] }, 'Directors', 'Joel Coen, Ethan Coen'],
  ['a task', { writers: [{ name: 'Ruth', role: 'novel' }] }, 'Writer', 'Ruth (novel)'],
  ['a character', { cast: [{ name: 'Amy Adams', role: 'Amy' }] }, 'Cast', 'Amy Adams as Amy'],
  ['a title in its own language', { originalTitle: 'Hende' }, 'Original title', 'Hende'],
  ['another site’s rating', { sourceRatings: [{ source: 'IMDb', value: 7.9, best: 10 }] }, 'IMDb', '7.9/10'],
  ['its votes', { sourceRatings: [{ source: 'IMDb', value: 8, best: 10, count: 1 }] }, 'IMDb', '8/10, 1 vote'],
  [
    'its date',
    { sourceRatings: [{ source: 'Letterboxd', value: 3.86, best: 5, count: 1200, asOf: '2014-01-05' }] },
    'Letterboxd',
    '3.86/5, 1,200 votes, as of January 5, 2014',
  ],
];

describe('<film-card> facts', () => {
  for (const [what, fields, label, value] of ROWS)
    it(`say ${what}: “${label}: ${value}”`, async () => {
      const card = await cardOf(film(fields));
      const [row, ...more] = allParts(card, 'fact');
      expect(more).to.have.lengthOf(0);
      expect(textOf(row!.querySelector('dt'))).to.equal(label);
      expect(textOf(row!.querySelector('dd'))).to.equal(value);
    });

  for (const [field, wrong] of [
    ['year', 'last year'],
    ['year', 1e9],
    ['year', null],
    ['releaseDate', '2013-02-30'],
    ['releaseDate', 'soon'],
    ['runtimeMinutes', 0],
    ['runtimeMinutes', -126],
    ['runtimeMinutes', '126'],
    ['genres', ['', null, 7]],
    ['directors', [{}]],
    ['cast', [{ role: 'Amy' }]],
    ['sourceRatings', [{ source: 'IMDb', value: 11, best: 10 }]],
    ['sourceRatings', [{ value: 7, best: 10 }]],
    ['links', [{ rel: 'official', href: 'her.html' }]],
    ['originalTitle', 'Her'],
  ] as const)
    it(`have no row for ${field}: ${JSON.stringify(wrong)}`, async () => {
      const card = await cardOf(film({ [field]: wrong }));
      expect(card.state).to.equal('ready');
      expect(allParts(card, 'fact')).to.have.lengthOf(0);
      expect(allParts(card, 'facts')).to.have.lengthOf(0);
    });

  it('keep the good ones beside a wrong one', async () => {
    const card = await cardOf(film({ year: 'last', certification: 'R', genres: ['Drama', 7, 'Romance'] }));
    expect(allByRole(card, 'definition').map(textOf)).to.deep.equal(['R', 'Drama, Romance']);
  });

  it('link people and sources that have a page, and only those', async () => {
    const card = await cardOf(
      film({ cast: [{ name: 'Amy Adams', url: 'https://example.com/amy' }, 'Rooney Mara'], certification: 'R' }),
    );
    expect(byRole<HTMLAnchorElement>(card, 'link', 'Amy Adams').href).to.equal('https://example.com/amy');
    expect(allByRole(card, 'link')).to.have.lengthOf(1);
    expect(allByRole(card, 'definition').map(textOf)).to.deep.equal(['R', 'Amy Adams, Rooney Mara']);
  });

  for (const [rel, label] of [
    ['official', 'Official website'],
    ['trailer', 'Trailer'],
    ['watch', 'Where to watch'],
    ['other', 'More'],
  ] as const)
    it(`lead to pages that are “${rel}” by their label, or by the name of their site`, async () => {
      const links = [
        { rel, href: 'https://www.example.com/a' },
        { rel, href: 'https://example.org/b', label: 'Page B' },
      ];
      const card = await cardOf(film({ links }));
      expect(textOf(byRole(card, 'term'))).to.equal(label);
      expect(textOf(byRole(card, 'definition'))).to.equal('example.com, Page B');
      expect(byRole<HTMLAnchorElement>(card, 'link', 'Page B').href).to.equal('https://example.org/b');
    });

  it('are in the order of the page', async () => {
    const fields = Object.assign({}, ...[...ROWS].reverse().map(([, fields]) => fields)) as object;
    const card = await cardOf(film(fields));
    expect(allByRole(card, 'term').map(textOf)).to.deep.equal([
      ...['Original title', 'Release year', 'Release date', 'Running time', 'Certification'],
      ...['Genre', 'Director', 'Writer', 'Cast', 'IMDb'],
    ]);
  });
});
