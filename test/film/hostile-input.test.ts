import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { filmsNamedIn } from '../../src/film/importers/schema-org.js';
import { parseFilm } from '../../src/film/parse-film.js';
import { scriptJson } from '../../src/film/script-json.js';
import { LONG_TASK, milliseconds } from '../helpers/long-task.js';
import { accept, acceptWith, fixtureText, MINIMAL, refuse } from './payloads.js';

const explode = (): never => {
  throw new Error('boom');
};

function cyclic(): object {
  const film: Record<string, unknown> = { id: 'her', title: 'Her' };
  film.reviews = [{ body: 'A', film }];
  return film;
}

/** Things that each have a list of all, themselves included. */
function entangled(count: number): object[] {
  const all = Array.from({ length: count }, () => ({}));
  for (const one of all) Object.assign(one, { all: [...all] });
  return all;
}

function nested(depth: number): object {
  let value = {};
  for (let i = 0; i < depth; i++) value = { a: value };
  return value;
}

/** An object with one more field, which throws. */
const withExploding = (object: object, key: string): object =>
  Object.defineProperty(object, key, { enumerable: true, get: explode });

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

class Model {
  id = 'her';
  title = 'Her';
}

describe('hostile input', () => {
  describe('as the whole is refused and does not throw', () => {
    for (const [what, make, code] of [
      ['a symbol', () => Symbol('her'), 'wrong-type'],
      ['a BigInt', () => 7n, 'wrong-type'],
      ['a function', () => explode, 'wrong-type'],
      ['NaN', () => NaN, 'wrong-type'],
      ['a promise', () => Promise.resolve({ id: 'her', title: 'Her' }), 'unreadable'],
      ['an element', () => document.createElement('div'), 'unreadable'],
      ['the window', () => window, 'unreadable'],
      ['a response', () => new Response('{}'), 'unreadable'],
      ['a date', () => new Date(), 'unreadable'],
      ['a map', () => new Map([['id', 'her']]), 'unreadable'],
      ['an error', () => new Error('her'), 'unreadable'],
      ['bytes', () => new Uint8Array(1e6), 'unreadable'],
      ['an object of a class', () => new Model(), 'unreadable'],
      ['a revoked proxy', revoked, 'unreadable'],
      ['a proxy that hides its prototype', () => new Proxy({}, { getPrototypeOf: explode }), 'unreadable'],
      ['a proxy that hides its keys', () => new Proxy({}, { ownKeys: explode }), 'unreadable'],
      ['an object nested 21 deep', () => nested(21), 'too-deep'],
    ] as const)
      it(what, () => {
        expect(refuse(make())).to.deep.equal([` ${code}`]);
      });
  });

  describe('as a part costs that part', () => {
    for (const [what, value, code] of [
      ['a symbol', Symbol('a'), 'wrong-type'],
      ['a BigInt', 7n, 'wrong-type'],
      ['a function', explode, 'wrong-type'],
      ['a promise', Promise.resolve(''), 'unreadable'],
      ['an element', document.createElement('div'), 'unreadable'],
      ['a date', new Date(), 'unreadable'],
      ['a map', new Map(), 'unreadable'],
      ['a text object', new String('a'), 'unreadable'],
      ['a revoked proxy', revoked(), 'unreadable'],
    ] as const)
      for (const [key, path] of [
        ['synopsis', 'synopsis'],
        ['year', 'year'],
        ['poster', 'poster'],
        ['reviews', 'reviews'],
        ['cast', 'cast[0]'],
      ] as const)
        it(`${what} in ${path}`, () => {
          const { film, warnings } = acceptWith({ [key]: path === 'cast[0]' ? [value] : value, tagline: 'Kept.' });
          expect(film.tagline).to.equal('Kept.');
          expect(warnings).to.deep.equal([`${path} ${code}`]);
        });

    // as what a database's models come to, each with a way back to its holder
    it('a circle, under a key that is not known or one that is', () => {
      const film = cyclic();
      const { film: read, warnings } = accept(Object.assign(film, { poster: film, genres: ['Drama', film] }));
      expect(read).to.deep.equal({ id: 'her', title: 'Her', reviews: [{ body: 'A' }], genres: ['Drama'] });
      expect(warnings).to.have.members(['reviews[0].film unknown-key', 'poster unreadable', 'genres[1] unreadable']);
    });

    it('a getter that throws', () => {
      const { film, warnings } = acceptWith({ reviews: [withExploding({ body: 'Kept.' }, 'rating')] });
      expect(film.reviews).to.deep.equal([{ body: 'Kept.' }]);
      expect(warnings).to.deep.equal(['reviews[0].rating unreadable']);
    });
  });

  it('a getter that throws in the film itself costs its field', () => {
    expect(accept(withExploding({ ...MINIMAL }, 'synopsis')).warnings).to.deep.equal(['synopsis unreadable']);
  });

  it('a getter that throws in the title refuses the film', () => {
    expect(refuse(withExploding({ id: 'her' }, 'title'))).to.deep.equal(['title unreadable']);
  });

  it('a proxy whose every field throws gives an issue for each that is needed', () => {
    expect(refuse(new Proxy({ ...MINIMAL }, { get: explode }))).to.deep.equal(['id unreadable', 'title unreadable']);
  });

  it('a list that lies about its length does not throw', () => {
    for (const length of [NaN, -1, 1e9, '7', null, undefined, {}, Symbol('a'), 2.5, Infinity]) {
      const list = new Proxy([], {
        get: (target, key) => (key === 'length' ? length : (Reflect.get(target, key) as unknown)),
      });
      expect(() => parseFilm({ id: 'her', title: 'Her', genres: list })).not.to.throw();
    }
  });

  for (const list of ['genres', 'cast', 'reviews'])
    it(`an object that poses as the list of ${list} costs that list`, () => {
      for (const length of [1, 1e9, {}, [], 'a', Symbol('a'), new Date(), 7n, explode]) {
        const { film, warnings } = acceptWith({ [list]: { length }, rating: { count: 3, distribution: { length } } });
        expect(film).to.deep.equal({ id: 'her', title: 'Her', rating: { best: 5, step: 1, count: 3 } });
        expect(warnings).to.have.members([`${list} wrong-type`, 'rating.distribution wrong-type']);
      }
    });

  it('is read once, so that a getter cannot answer twice', () => {
    let reads = 0;
    const film = {
      id: 'her',
      title: 'Her',
      poster: {
        get src() {
          return reads++ ? 'javascript:alert(1)' : 'https://example.com/';
        },
      },
    };
    expect(accept(film).film.poster?.src).to.equal('https://example.com/');
    expect(reads).to.equal(1);
  });

  describe('that reaches for prototypes', () => {
    const text =
      '{"__proto__":{"polluted":1,"year":1999},"constructor":{"prototype":{"polluted":1}},"toString":1,' +
      '"id":"constructor","title":"__proto__","poster":{"src":"https://example.com/","__proto__":{"polluted":1}},' +
      '"reviews":[{"body":"A","__proto__":{"polluted":1}}]}';

    it('changes none, own or inherited, and is warned about', () => {
      const { film, warnings } = accept(text);
      expect(({} as Record<string, unknown>).polluted).to.be.undefined;
      expect(film).to.deep.equal({
        id: 'constructor',
        title: '__proto__',
        poster: { src: 'https://example.com/', alt: '' },
        reviews: [{ body: 'A' }],
      });
      for (const part of [film, film.poster, film.reviews?.[0]]) {
        expect(Object.getPrototypeOf(part)).to.equal(Object.prototype);
        expect(Object.hasOwn(part ?? {}, '__proto__')).to.be.false;
      }
      expect(warnings).to.have.members([
        '__proto__ unknown-key',
        'constructor unknown-key',
        'toString unknown-key',
        'poster.__proto__ unknown-key',
        'reviews[0].__proto__ unknown-key',
      ]);
    });

    it('inherits nothing where the page has already been polluted', () => {
      Object.assign(Object.prototype, { synopsis: 'polluted', unknown: 1 });
      try {
        const { film, warnings } = accept('{"id":"her","title":"Her"}');
        expect(Object.hasOwn(film, 'synopsis')).to.be.false;
        expect(warnings).to.deep.equal([]);
        expect(refuse({})).to.deep.equal(['id missing', 'title missing']);
      } finally {
        for (const key of ['synopsis', 'unknown']) Reflect.deleteProperty(Object.prototype, key);
      }
    });

    it('is not confused by a page that extends Array.prototype', () => {
      Object.assign(Array.prototype, { extra: explode });
      try {
        expect(acceptWith({ genres: ['Drama'] })).to.deep.include({ warnings: [] });
      } finally {
        Reflect.deleteProperty(Array.prototype, 'extra');
      }
    });
  });

  describe('beside another zod', () => {
    afterEach(() => z.config({ customError: undefined, localeError: undefined }));

    it('says things in its own words', () => {
      const [before] = [parseFilm({ id: 7 })];
      z.config({ customError: () => 'HOST MESSAGE', localeError: () => 'HOST MESSAGE' });
      expect(parseFilm({ id: 7 })).to.deep.equal(before);
    });

    it('does not throw where the page has taught zod to', () => {
      z.config({ customError: explode, localeError: explode });
      expect(refuse({ id: 7 })).to.deep.equal(['id wrong-type', 'title missing']);
    });
  });

  it('never compiles code, which a strict page forbids', async () => {
    const { Function: original } = globalThis;
    let calls = 0;
    globalThis.Function = new Proxy(original, {
      construct: () => (calls++, explode()),
      apply: () => (calls++, explode()),
    });
    try {
      accept(await fixtureText('her.json'));
    } finally {
      globalThis.Function = original;
    }
    expect(calls).to.equal(0);
  });

  describe('that is huge', () => {
    const KIB = 1024;
    const json = (length: number): string => {
      const text = '{"id":"her","title":"Her","x":""}';
      return text.replace('""', `"${'a'.repeat(length - text.length)}"`);
    };

    for (const [what, make, code] of [
      ['a text of 50 MB', () => 'x'.repeat(5e7), 'too-large'],
      ['a film with a synopsis of 50 MB', () => ({ id: 'her', title: 'Her', synopsis: 'x'.repeat(5e7) }), 'too-large'],
      ['a film with a key of 50 MB', () => ({ id: 'her', title: 'Her', ['x'.repeat(5e7)]: 1 }), 'too-large'],
      ['a film with 100,000 reviews', () => ({ id: 'her', reviews: Array(1e5).fill({ body: 'A' }) }), 'too-large'],
      ['a film with 100,000 bad reviews', () => ({ id: 'her', reviews: Array(1e5).fill(7) }), 'too-large'],
      ['a film with 4,000,000,000 empty places', () => ({ id: 'her', genres: Array(4e9) }), 'too-large'],
      ['a film with 16,000 little things', () => ({ id: 'her', title: 'Her', x: Array(16_000).fill(7) }), 'too-large'],
      ['an object nested 100,000 deep', () => nested(1e5), 'too-deep'],
      ['a list nested 100,000 deep, as text', () => '['.repeat(1e5) + ']'.repeat(1e5), 'too-deep'],
      ['an object nested 40,000 deep, as text', () => '{"a":'.repeat(4e4) + '1' + '}'.repeat(4e4), 'too-deep'],
      ['a hundred things that all have each other', () => ({ id: 'her', title: 'Her', x: entangled(100) }), 'too-deep'],
      ['a list that is never closed', () => '['.repeat(2e5), 'not-json'],
    ] as const)
      it(`is refused in a moment: ${what}`, () => {
        const input = make();
        const issues = refuse(input);
        expect(milliseconds(() => parseFilm(input))).to.be.below(LONG_TASK);
        // engines that parse recursively give up at the opening brackets already
        expect(issues[0]).to.be.oneOf(code === 'not-json' ? [' not-json', ' too-deep'] : [` ${code}`]);
      });

    for (const [what, fields] of [
      ['14,000 unknown keys', Object.fromEntries(Array.from({ length: 14_000 }, (_, i) => [`k${i}`, i]))],
      ['14,000 bad genres', { genres: Array<number>(14_000).fill(7) }],
      ['14,000 bad tallies', { rating: { distribution: Array<null>(14_000).fill(null) } }],
      ['200,000 blanks', { synopsis: ' '.repeat(2e5) }],
      ['200,000 zero-width letters', { synopsis: '\u200B'.repeat(2e5) }],
      ['a srcset of commas', { poster: { src: 'https://example.com/', srcset: ','.repeat(2e5) } }],
      ['a language of 200,000 letters', { lang: 'a-'.repeat(1e5) }],
      ['a date of 200,000 digits', { releaseDate: '1'.repeat(2e5) }],
      ['an address of 200,000 letters', { post: { url: `https://example.com/${'%'.repeat(2e5)}` } }],
    ] as const)
      it(`is read in a moment: ${what}`, () => {
        const input = { id: 'her', title: 'Her', ...fields };
        expect(milliseconds(() => parseFilm(input))).to.be.below(LONG_TASK);
        const { film } = accept(input);
        expect(film.title).to.equal('Her');
      });

    const OMDB = { Title: 'Her', imdbID: 'tt1798709' };
    const TMDB = { id: 152601, title: 'Her', original_title: 'Her' };
    const markdown = (sign: string): object => ({
      ...TMDB,
      reviews: { results: [{ content: sign.repeat(2.5e5 / sign.length) }] },
    });
    const LINKED = { '@type': 'Movie', '@id': 'https://example.com/her', name: 'Her' };
    const many = <T>(length: number, item: (i: number) => T): T[] => Array.from({ length }, (_, i) => item(i));
    const copies = <T>(length: number, item: T): T[] => Array<T>(length).fill(item);
    const P = { '@id': 'p' };
    const graph = (film: object, p: object): object => ({
      '@graph': [
        { ...LINKED, ...film },
        { ...P, ...p },
      ],
    });
    for (const [what, input] of [
      ['an OMDb record with a writer of brackets', { ...OMDB, Writer: '('.repeat(2.5e5) }],
      ['an OMDb record with a plot of tags', { ...OMDB, Plot: '<p x='.repeat(4e4) }],
      ['an OMDb record with a plot of one tag', { ...OMDB, Plot: `<p ${'= '.repeat(1e5)}` }],
      ['an OMDb record with a writer of commas', { ...OMDB, Writer: ','.repeat(2.5e5) }],
      ['an OMDb record with 120,000 genres', { ...OMDB, Genre: 'a,'.repeat(1.2e5) }],
      ['an OMDb record with one writer in 50,000 roles', { ...OMDB, Writer: 'a(b),'.repeat(5e4) }],
      ['an OMDb record with a name of blanks', { ...OMDB, Actors: `a${' '.repeat(2.5e5)}b` }],
      ['an OMDb record with 50,000 entities', { ...OMDB, Plot: '&amp;'.repeat(5e4) }],
      ['an OMDb record with an entity of 250,000 digits', { ...OMDB, Plot: `&#${'1'.repeat(2.5e5)};` }],
      ['an OMDb record with 60,000 thousands', { ...OMDB, imdbVotes: '111,'.repeat(6e4) }],
      ['a TMDB movie with 3,000 reviews', { ...TMDB, reviews: { results: Array(3000).fill({ content: 'a' }) } }],
      [
        'a TMDB movie with 4,000 in its crew',
        { ...TMDB, credits: { crew: Array(4000).fill({ name: 'a', job: 'Director' }) } },
      ],
      ['JSON-LD with 14,000 actors', { ...LINKED, actor: Array(14_000).fill('a') }],
      ['JSON-LD with 2,500 reviews', { ...LINKED, review: Array(2500).fill({ '@type': 'Review', reviewBody: 'a' }) }],
      [
        'JSON-LD with 4,000 nodes around it',
        { '@graph': [...Array<object>(4000).fill({ '@type': 'Thing', '@id': 'x' }), LINKED] },
      ],
      [
        'JSON-LD of 7,000 types with 7,000 keys',
        {
          ...LINKED,
          '@type': ['Movie', ...Array.from({ length: 7000 }, (_, i) => `t${i}`)],
          ...Object.fromEntries(Array.from({ length: 7000 }, (_, i) => [`k${i}`, 0])),
        },
      ],
      [
        'JSON-LD with 7,000 actors that are the film itself',
        { ...LINKED, actor: copies(7000, { '@id': LINKED['@id'] }) },
      ],
      [
        'JSON-LD with 3,000 roles of one actor of 5,000 names',
        graph({ actor: copies(3000, { actor: P }) }, { name: copies(5000, 'a') }),
      ],
      [
        'JSON-LD with 2,400 reviews by one author of 4,000 names',
        graph({ review: copies(2400, { '@type': 'Review', author: P }) }, { name: copies(4000, 'a') }),
      ],
      [
        'JSON-LD with 3,000 actors that are one thing of 5,000 types',
        graph({ actor: copies(3000, P) }, { '@type': copies(5000, 'a') }),
      ],
      [
        'JSON-LD with 3,000 actors that are one thing of 5,000 numbers',
        graph({ actor: copies(3000, P) }, { '@type': copies(5000, 1) }),
      ],
      [
        'JSON-LD with 3,000 roles of one actor whose name is 20,000 entities',
        graph({ actor: copies(3000, { actor: P }) }, { name: '&amp;'.repeat(2e4) }),
      ],
      [
        'JSON-LD with one actor in 2,000 roles of 10,000 letters',
        graph({ actor: copies(2000, { name: 'a', characterName: P }) }, { name: 'b'.repeat(1e4) }),
      ],
      [
        'JSON-LD with 3,000 releases, the first on 5,000 days',
        {
          ...LINKED,
          releasedEvent: [{ startDate: copies(5000, '2013-12-18') }, ...copies(3000, { startDate: '2014-02-14' })],
        },
      ],
      ...['*a ', '**a', '_a*', '*a    ', '[', '[a](', '[a](https:'].map(
        (sign) => [`Markdown of nothing but ${sign}`, markdown(sign)] as const,
      ),
      ['JSON-LD after 250,000 blanks', `<!--${' '.repeat(2.5e5)}${JSON.stringify(LINKED)}-->`],
    ] as const)
      it(`is read in a moment: ${what}`, () => {
        expect(accept(input).film.title).to.equal('Her');
        expect(milliseconds(() => parseFilm(input))).to.be.below(LONG_TASK);
        // as it stands in a page beside a card
        expect(milliseconds(() => filmsNamedIn(JSON.stringify(input)))).to.be.below(LONG_TASK);
      });

    for (const [what, text] of [
      ['a script tag of 50 MB', `<script type="application/ld+json">${'x'.repeat(5e7)}</script>`],
      ['30,000 script tags that are never closed', '<script'.repeat(3e4)],
      ['20,000 empty script tags', '<script json>'.repeat(2e4)],
      ['a script tag with 60,000 attributes', `<script ${'json'.repeat(6e4)}`],
      ['30,000 ends of scripts', `<script json>${'</script'.repeat(3e4)}`],
      ['an HTML comment of 80,000 ends', `<!--${']]>'.repeat(8e4)}`],
      ['80,000 beginnings of comments', '/* '.repeat(8e4)],
      ['250,000 blanks after a slash', `/${' '.repeat(2.5e5)}x`],
    ] as const)
      it(`is refused in a moment: ${what}`, () => {
        expect(refuse(text)[0]).to.be.oneOf([' not-json', ' too-large']);
        expect(milliseconds(() => parseFilm(text))).to.be.below(LONG_TASK);
      });

    it('is refused above 256 KiB and read at 256 KiB', () => {
      expect(accept(json(256 * KIB)).warnings).to.deep.equal(['x unknown-key']);
      expect(refuse(json(256 * KIB + 1))).to.deep.equal([' too-large']);
    });

    it('is read up to its limits as an object too: letters in all, things in all, levels', () => {
      const lists = (levels: number): unknown => (levels ? [lists(levels - 1)] : 7);
      // `id`, `title` and `x` count as well, by their names and as things
      for (const [size, x] of [
        [256 * KIB - 14, (n: number) => 'a'.repeat(n)],
        [15_000 - 3, (n: number) => Array<number>(n).fill(7)],
        [19, lists],
      ] as const) {
        expect(acceptWith({ x: x(size) }).warnings).to.deep.equal(['x unknown-key']);
        expect(refuse({ id: 'her', title: 'Her', x: x(size + 1) })[0]).to.be.oneOf([' too-large', ' too-deep']);
      }
    });

    it('is read where an object has no prototype', () => {
      expect(accept(Object.assign(Object.create(null), { id: 'her', title: 'Her' })).film.title).to.equal('Her');
    });

    it('is read from the one script tag of a page that has a film, whatever stands in the others', () => {
      const tag = (text: string): string => `<script type="application/ld+json">${text}</script>`;
      const film = '{"@type":"Movie","@id":"https://example.com/her","name":"Her <!-- json --> 2"}';
      expect(accept(tag('{"name":"json"}') + tag(film)).film.title).to.equal('Her <!-- json --> 2');
    });

    it('is measured in bytes, not in letters', () => {
      const text = json(200 * KIB);
      expect(accept(text).film.id).to.equal('her');
      expect(refuse(text.replace('aaaa', 'é'.repeat(57 * KIB)))).to.deep.equal([' too-large']);
      expect(refuse(json(1000).replaceAll('a', '€'.repeat(100)))).to.deep.equal([' too-large']);
    });

    for (const letter of ['a', '<', '&', 'é', '€', '\u{1f3ac}', '"', '\u2028'])
      it(`is measured alike as an object, as text and in the script that a server writes of it: ${JSON.stringify(letter)}`, () => {
        const film = (length: number): object => ({
          id: 'her',
          title: 'Her',
          cast: Array.from({ length: 200 }, (_, i) => `P${i}`),
          reviews: Array.from({ length: 14 }, (_, i) => ({
            body: `x${letter.repeat(Math.max(0, Math.min(19_998, length - i * 19_998)))}x`,
          })),
        });
        const isTaken = (length: number): boolean => parseFilm(film(length)).ok;
        let [taken, refused] = [0, 270_000];
        while (refused - taken > 1) {
          const middle = Math.floor((taken + refused) / 2);
          if (isTaken(middle)) taken = middle;
          else refused = middle;
        }
        const { film: largest } = accept(film(taken));
        expect(new TextEncoder().encode(JSON.stringify(largest)).length).to.be.within(120 * KIB, 256 * KIB);
        expect(accept(scriptJson(largest))).to.deep.equal({ film: largest, warnings: [], messages: [] });
        expect(accept(JSON.stringify(film(taken))).film).to.deep.equal(largest);
        for (const text of [JSON.stringify(film(refused)), scriptJson(film(refused))])
          expect(refuse(text)).to.deep.equal([' too-large']);
        const message = 'The film is too large: the limit is 256 KiB';
        expect(parseFilm(film(refused))).to.have.nested.property('issues[0].message', message);
      });

    it('is a full film of references, read without a warning', () => {
      const refs = (length: number, kind: string): object[] => many(length, (i) => ({ '@id': `${kind}${i}` }));
      const bio = 'b'.repeat(400);
      const people = many(200, (i) => ({ '@id': `p${i}`, '@type': 'Person', name: `P${i}`, description: bio }));
      const review = many(100, (i) => ({
        '@type': 'Review',
        author: { '@id': `p${i % 3}` },
        publisher: { '@id': 'p0' },
        reviewBody: `B${i}`,
      }));
      const { film, warnings } = accept({
        '@graph': [{ ...LINKED, actor: refs(200, 'p'), author: refs(50, 'p'), review }, ...people],
      });
      expect(warnings).to.deep.equal([]);
      expect(film.cast?.at(-1)?.name).to.equal('P199');
      expect(film.reviews?.at(-1)).to.deep.equal({ author: 'P0', body: 'B99', source: 'P0' });
    });

    it('is a full film, read in a moment and without a warning', () => {
      const url = 'https://example.com/';
      const people = (length: number): object[] => many(length, (i) => ({ name: `P${i}`, role: 'R', url }));
      const film = {
        id: 'her',
        title: 'Her',
        genres: many(20, (i) => `G${i}`),
        directors: people(50),
        writers: people(50),
        cast: people(200),
        links: many(20, () => ({ rel: 'other', href: url, label: 'L' })),
        sourceRatings: many(10, () => ({ source: 'S', value: 1, best: 2, count: 3, url, asOf: '2013' })),
        specs: many(40, () => ({ label: 'L', value: 'V' })),
        trivia: many(50, () => ({ text: 'T', spoiler: true })),
        reviews: many(100, (i) => ({ id: `r${i}`, body: 'B'.repeat(2000), rating: 4, date: '2013-12-16', href: url })),
        attribution: many(10, () => ({ text: 'T', url })),
      };
      expect(milliseconds(() => parseFilm(film))).to.be.below(LONG_TASK);
      const result = parseFilm(film);
      expect(result).to.deep.equal({ ok: true, film, source: 'film-widgets', warnings: [] });
    });
  });
});
