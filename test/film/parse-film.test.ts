import { expect } from '@open-wc/testing';
import { parseFilm } from '../../src/film/parse-film.js';
import { accept, acceptWith, fixtureText, inShort, refuse } from './payloads.js';

describe('parseFilm', () => {
  describe('reads a film', () => {
    it('from the text of a file, all of it and without a warning', async () => {
      const text = await fixtureText('her.json');
      const her = JSON.parse(text) as object;
      const result = parseFilm(text);
      expect(result).to.deep.equal({
        ok: true,
        film: { ...her, rating: { best: 5, step: 1 } },
        source: 'film-widgets',
        warnings: [],
      });
      expect(parseFilm(her)).to.deep.equal(result);
    });

    it('from an id and a title', () => {
      expect(accept({ id: 'her', title: 'Her' })).to.deep.include({ film: { id: 'her', title: 'Her' }, warnings: [] });
    });

    it('from text that begins with a byte order mark and blank lines', () => {
      expect(accept('\uFEFF\n {"id":"her","title":"Her"}\n').film.title).to.equal('Her');
    });

    it('with the last of two equal keys, as JSON.parse does', () => {
      expect(accept('{"id":"her","title":"Him","title":"Her"}').film.title).to.equal('Her');
    });

    it('of another frame', () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const theirs = (frame.contentWindow as unknown as { Object: ObjectConstructor }).Object;
      expect(accept(theirs.assign(new theirs(), { id: 'her', title: 'Her' })).film.id).to.equal('her');
      frame.remove();
    });

    it('that is frozen', () => {
      expect(acceptWith(Object.freeze({ genres: Object.freeze(['Drama']) })).film.genres).to.deep.equal(['Drama']);
    });

    it('into a copy that later changes of the input do not reach', () => {
      const genres = ['Drama'];
      const { film } = acceptWith({ genres });
      genres.push('Romance');
      expect(film.genres).to.deep.equal(['Drama']);
    });

    it('into plain objects', async () => {
      const { film } = accept(await fixtureText('her.json'));
      for (const part of [film, film.poster, film.rating, film.reviews?.[0], film.cast?.[0]])
        expect(Object.getPrototypeOf(part)).to.equal(Object.prototype);
    });
  });

  describe('refuses', () => {
    for (const [what, input, issues] of [
      ['words', 'Her is a film', [' not-json']],
      ['text without a letter', '', [' not-json']],
      ['JSON with smart quotes', '{“id”: “her”}', [' not-json']],
      ['JSON in a paragraph', '<p>{"id":"her","title":"Her"}</p>', [' not-json']],
      ['JSON with its quotes escaped', '{&quot;id&quot;:&quot;her&quot;}', [' not-json']],
      ['JSON cut short', '{"id":"her"', [' not-json']],
      ['nothing', undefined, [' missing']],
      ['null', null, [' missing']],
      ['null as text', 'null', [' missing']],
      ['a number', 7, [' wrong-type']],
      ['a number as text', '7', [' wrong-type']],
      ['a text inside the text', '"her"', [' wrong-type']],
      ['a list of films', [{ id: 'her', title: 'Her' }], [' many-films']],
      ['another list', ['her'], [' wrong-type']],
      ['an object that is no film', { name: 'Her' }, ['id missing', 'title missing']],
      ['an empty object', {}, ['id missing', 'title missing']],
      ['a film without a title', { id: 'her', year: 2013 }, ['title missing']],
      [
        'a film whose id is blank and whose title is a number',
        { id: ' ', title: 7 },
        ['id missing', 'title wrong-type'],
      ],
    ] as const)
      it(what, () => {
        expect(refuse(input)).to.deep.equal(issues);
      });

    it('naming only what is fatal, not what would have been a warning', () => {
      expect(refuse({ id: 'her', year: 'soon', foo: 1 })).to.deep.equal(['title missing']);
    });
  });

  describe('text', () => {
    it('is trimmed at every depth', () => {
      const { film } = accept({ id: ' her\n', title: '\tHer ', genres: [' Drama '], trivia: [{ text: ' A\n\nB ' }] });
      expect(film).to.deep.equal({ id: 'her', title: 'Her', genres: ['Drama'], trivia: [{ text: 'A\n\nB' }] });
    });

    for (const [what, blank] of [
      ['zero-width spaces', '\u200B\u200C\u200D'],
      ['a byte order mark', '\uFEFF'],
      ['blank Braille', '\u2800'],
      ['Hangul fillers', '\u3164\u115F\u1160\uFFA0'],
      ['soft hyphens', '\u00AD'],
      ['direction marks', '\u200E\u202A\u2066'],
      ['control characters', '\u0000\u0007\u009F'],
      ['a variation selector and a tag', '\uFE0F\u{E0041}'],
      ['wide and no-break spaces', '\u3000\u00A0\u2003'],
    ])
      it(`of nothing but ${what} is blank`, () => {
        expect(acceptWith({ tagline: blank })).to.deep.include({ warnings: ['tagline empty'] });
        expect(refuse({ id: 'her', title: blank })).to.deep.equal(['title missing']);
      });

    it('keeps its invisible letters where others can be seen', () => {
      expect(acceptWith({ tagline: '👩‍🚀 soft\u00ADware' }).film.tagline).to.equal('👩‍🚀 soft\u00ADware');
    });

    it('over the limit is dropped and not cut', () => {
      expect('synopsis' in acceptWith({ synopsis: 'a'.repeat(5001) }).film).to.be.false;
    });
  });

  describe('people', () => {
    it('become objects where a name is all there is', () => {
      const { film, warnings } = acceptWith({ cast: ['Amy Adams', { name: 'Rooney Mara', role: 'Catherine' }] });
      expect(film.cast).to.deep.equal([{ name: 'Amy Adams' }, { name: 'Rooney Mara', role: 'Catherine' }]);
      expect(warnings).to.deep.equal([]);
    });

    it('with a bad name are left out, whichever way they are written', () => {
      const { film, warnings } = acceptWith({
        writers: ['', 'a'.repeat(151), 7, { name: ' ' }, { role: 'A' }, 'Jonze'],
      });
      expect(film.writers).to.deep.equal([{ name: 'Jonze' }]);
      expect(warnings).to.have.members([
        'writers[0] missing',
        'writers[1] too-long',
        'writers[2] wrong-type',
        'writers[3].name missing',
        'writers[4].name missing',
      ]);
    });
  });

  describe('what is bad costs the smallest thing', () => {
    it('drops a bad rating and keeps the review', () => {
      const { film, warnings, messages } = acceptWith({ reviews: [{ body: 'Sad.', rating: 11, best: 10 }] });
      expect(film.reviews).to.deep.equal([{ body: 'Sad.', best: 10 }]);
      expect(warnings).to.deep.equal(['reviews[0].rating out-of-range']);
      expect(messages).to.deep.equal(['reviews[0].rating: must be between 0 and 10, is 11']);
    });

    it('drops a review without a body and keeps the others, under the numbers the author counts', () => {
      const { film, warnings } = acceptWith({
        reviews: [{ author: 'A' }, { body: 'One.' }, null, 'Two.', { body: 'Three.', rating: 'good' }],
      });
      expect(film.reviews).to.deep.equal([{ body: 'One.' }, { body: 'Three.' }]);
      expect(warnings).to.deep.equal([
        'reviews[0].body missing',
        'reviews[3] wrong-type',
        'reviews[4].rating wrong-type',
      ]);
    });

    it('says once that a body is too long, and leaves that review out', () => {
      const { film, warnings } = acceptWith({ reviews: [{ body: 'a'.repeat(20_001), year: 1 }, { body: 'Kept.' }] });
      expect(film.reviews).to.deep.equal([{ body: 'Kept.' }]);
      expect(warnings).to.have.members(['reviews[0].body too-long', 'reviews[0].year unknown-key']);
    });

    it('drops a rating’s mean with its bad scale, and keeps the lock', () => {
      const { film, warnings } = acceptWith({ rating: { best: 'ten', average: '8,5', count: 3, locked: 'Closed.' } });
      expect(film.rating).to.deep.equal({ best: 5, step: 1, count: 3, locked: 'Closed.' });
      expect(warnings).to.deep.equal(['rating.best wrong-type', 'rating.average wrong-type']);
    });

    it('drops a poster without an address, and only the width where that is bad', () => {
      expect(acceptWith({ poster: { alt: 'A man' } })).to.deep.include({ warnings: ['poster.src missing'] });
      const { film } = acceptWith({ poster: { src: 'https://example.com/', alt: 'A man', width: 0 } });
      expect(film.poster).to.deep.equal({ src: 'https://example.com/', alt: 'A man' });
    });

    for (const spoiler of ['true', 'yes', 'false', '', 1, 0, [], {}, new Date()])
      it(`hides what ${JSON.stringify(spoiler)} calls a spoiler, and says that this is no true or false`, () => {
        const { film, warnings } = acceptWith({
          reviews: [{ body: 'He dies.', spoiler }],
          trivia: [{ text: 'So does she.', spoiler }],
        });
        expect(film.reviews).to.deep.equal([{ body: 'He dies.', spoiler: true }]);
        expect(film.trivia).to.deep.equal([{ text: 'So does she.', spoiler: true }]);
        const code = spoiler instanceof Date ? 'unreadable' : 'wrong-type';
        expect(warnings).to.deep.equal([`trivia[0].spoiler ${code}`, `reviews[0].spoiler ${code}`]);
      });

    it('shows what nobody calls a spoiler', () => {
      for (const spoiler of [false, null, undefined])
        expect(acceptWith({ reviews: [{ body: 'He lives.', spoiler }] }).film.reviews?.[0]?.spoiler).not.to.equal(true);
    });

    it('takes a poster without words for one that needs none', () => {
      const src = 'https://example.com/';
      for (const alt of [undefined, null, '', ' ']) {
        const { film, warnings } = acceptWith({ poster: { src, alt } });
        expect(film.poster).to.deep.equal({ src, alt: '' });
        expect(warnings).to.deep.equal([]);
      }
      for (const [alt, code] of [
        [7, 'wrong-type'],
        ['a'.repeat(301), 'too-long'],
      ] as const) {
        const { film, warnings } = acceptWith({ poster: { src, alt } });
        expect(film.poster).to.deep.equal({ src, alt: '' });
        expect(warnings).to.deep.equal([`poster.alt ${code}`]);
      }
    });

    it('drops the whole srcset for one bad candidate, and keeps the poster', () => {
      const { film, warnings } = acceptWith({
        poster: { src: 'https://example.com/', srcset: 'https://example.com/1 1x, data:image/png,x 2x' },
      });
      expect(film.poster).to.deep.equal({ src: 'https://example.com/', alt: '' });
      expect(warnings).to.deep.equal(['poster.srcset unsafe-url']);
    });

    it('keeps the first of too many', () => {
      const { film, warnings, messages } = acceptWith({ genres: Array.from({ length: 21 }, (_, i) => `G${i}`) });
      expect(film.genres).to.have.length(20).and.include('G19').and.not.include('G20');
      expect(warnings).to.deep.equal(['genres too-many']);
      expect(messages).to.deep.equal(['genres: has 21 entries, of which the first 20 are kept']);
    });

    it('does not look at what is over the limit', () => {
      const { warnings } = acceptWith({ trivia: Array.from({ length: 60 }, (_, i) => (i < 50 ? { text: 'A' } : i)) });
      expect(warnings).to.deep.equal(['trivia too-many']);
    });
  });

  describe('unknown keys', () => {
    it('are dropped with a warning each, at every depth', () => {
      const { film, warnings } = acceptWith({
        foo: 1,
        poster: { src: 'https://example.com/', credit: 'A' },
        cast: [{ name: 'A', x: 1 }],
      });
      expect(film).to.deep.equal({
        id: 'her',
        title: 'Her',
        poster: { src: 'https://example.com/', alt: '' },
        cast: [{ name: 'A' }],
      });
      expect(warnings).to.have.members(['foo unknown-key', 'poster.credit unknown-key', 'cast[0].x unknown-key']);
    });

    it('are none where a payload names the schema by which an editor checks it', () => {
      expect(acceptWith({ $schema: 'film.schema.json' }).warnings).to.deep.equal([]);
    });

    it('are dropped where they are called as a known one is elsewhere', () => {
      const { film, warnings } = acceptWith({ spoiler: true, specs: [{ label: 'End', value: 'Open', spoiler: true }] });
      expect(film).to.deep.equal({ id: 'her', title: 'Her', specs: [{ label: 'End', value: 'Open' }] });
      expect(warnings).to.have.members(['spoiler unknown-key', 'specs[0].spoiler unknown-key']);
    });

    it('do not take each other for a rating and its scale', () => {
      const { film, warnings } = acceptWith({ trivia: [{ text: 'A', best: 10, rating: 4 }] });
      expect(film.trivia).to.deep.equal([{ text: 'A' }]);
      expect(warnings).to.have.members(['trivia[0].best unknown-key', 'trivia[0].rating unknown-key']);
    });

    it('are all counted and not all listed', () => {
      const { warnings, messages } = acceptWith(
        Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])),
      );
      expect(warnings).to.have.length(51);
      expect(messages.at(-1)).to.equal('The film has 950 more warnings');
      expect(warnings.at(-1)).to.equal(' and-more');
    });

    it('are all listed where there are fifty', () => {
      const { warnings } = acceptWith(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`k${i}`, i])));
      expect(warnings).to.have.length(50).and.not.include(' and-more');
    });

    it('cannot be taken for a known field', () => {
      const { film, messages } = acceptWith({
        '': 1,
        'reviews[0].rating': 1,
        'a "b"': 1,
        reviews: [{ body: 'A', rating: 6 }],
      });
      expect(film.reviews).to.deep.equal([{ body: 'A' }]);
      expect(messages).to.have.members([
        'reviews[0].rating: must be between 0 and 5, is 6',
        '[""]: is not a known field',
        '["reviews[0].rating"]: is not a known field',
        '["a \\"b\\""]: is not a known field',
      ]);
    });

    it('are shortened where they are long', () => {
      expect(acceptWith({ ['k'.repeat(1000)]: 1 }).messages).to.deep.equal([
        `["${'k'.repeat(40)}"]: is not a known field`,
      ]);
    });
  });

  describe('ratings', () => {
    it('are out of 5 in whole steps where nothing else is said', () => {
      expect(acceptWith({ rating: {} }).film.rating).to.deep.equal({ best: 5, step: 1 });
    });

    for (const [best, step] of [
      [5, 0.5],
      [5, 0.1],
      [10, 0.25],
      [1, 1],
      [20, 5],
      [3, 0.01],
    ])
      it(`may have steps of ${step} up to ${best}`, () => {
        expect(acceptWith({ rating: { best, step } })).to.deep.include({ warnings: [] });
      });

    for (const [best, step, code] of [
      [5, 0.3, 'uneven-step'],
      [5, 2, 'uneven-step'],
      [5, 10, 'uneven-step'],
      [5, 0, 'out-of-range'],
      [5, -1, 'out-of-range'],
      [5, 0.001, 'out-of-range'],
      [5, '1', 'wrong-type'],
    ])
      it(`go in whole steps where ${step} is asked for`, () => {
        const { film, warnings } = acceptWith({ rating: { best, step, count: 3 } });
        expect(film.rating).to.deep.equal({ best: 5, step: 1, count: 3 });
        expect(warnings).to.deep.equal([`rating.step ${code}`]);
      });

    for (const [best, code] of [
      [0, 'out-of-range'],
      [21, 'out-of-range'],
      [2.5, 'not-whole'],
      ['10', 'wrong-type'],
    ])
      it(`are out of 5 where ${JSON.stringify(best)} is asked for, and lose their average: 4 of 10 is not 4 of 5`, () => {
        const { film, warnings } = acceptWith({ rating: { best, average: 4, count: 3 } });
        expect(film.rating).to.deep.equal({ best: 5, step: 1, count: 3 });
        expect(warnings).to.deep.equal([`rating.best ${code}`]);
      });

    it('lose an average above the best', () => {
      expect(acceptWith({ rating: { average: 5.1 } })).to.deep.include({ warnings: ['rating.average out-of-range'] });
    });

    it('keep a distribution whose sum and mean are the count and the average', () => {
      const rating = { best: 5, step: 1, average: 3.7, count: 3, distribution: [0, 0, 1, 2, 0] };
      expect(acceptWith({ rating })).to.deep.include({ film: { id: 'her', title: 'Her', rating }, warnings: [] });
    });

    it('lose the count and the average that a distribution contradicts', () => {
      const { film, warnings } = acceptWith({ rating: { average: 4.2, count: 4, distribution: [0, 0, 1, 2, 0] } });
      expect(film.rating).to.deep.equal({ best: 5, step: 1, distribution: [0, 0, 1, 2, 0] });
      expect(warnings).to.deep.equal(['rating.count contradiction', 'rating.average contradiction']);
    });

    it('lose an average of nobody', () => {
      const nobody = { count: 0, distribution: [0, 0, 0, 0, 0] };
      expect(acceptWith({ rating: { ...nobody, average: 0 } }).warnings).to.deep.equal([]);
      expect(acceptWith({ rating: { ...nobody, average: 3 } }).warnings).to.deep.equal([
        'rating.average contradiction',
      ]);
    });

    it('count half a star towards the whole one above it', () => {
      const distribution = [0, 0, 0, 2, 0];
      for (const [average, warnings] of [
        [3.5, []],
        [4, []],
        [3.4, ['rating.average contradiction']],
        [4.1, ['rating.average contradiction']],
      ] as const)
        expect(acceptWith({ rating: { step: 0.5, average, distribution } }).warnings).to.deep.equal(warnings);
    });

    it('lose a distribution that is not as long as the scale, and keep the count', () => {
      const { film, warnings } = acceptWith({ rating: { best: 10, count: 9, distribution: [1, 2, 3, 2, 1] } });
      expect(film.rating).to.deep.equal({ best: 10, step: 1, count: 9 });
      expect(warnings).to.deep.equal(['rating.distribution wrong-length']);
    });

    it('lose a distribution for one bad number', () => {
      for (const [bad, code] of [
        [-1, 'out-of-range'],
        [1.5, 'not-whole'],
        ['1', 'wrong-type'],
        [null, 'missing'],
      ])
        expect(acceptWith({ rating: { best: 3, count: 2, distribution: [1, bad, 1] } })).to.deep.include({
          film: { id: 'her', title: 'Her', rating: { best: 3, step: 1, count: 2 } },
          warnings: [`rating.distribution[1] ${code}`],
        });
    });

    it('of reviews are out of 5 where the review does not say', () => {
      expect(acceptWith({ reviews: [{ body: 'A', rating: 5 }] }).warnings).to.deep.equal([]);
      expect(acceptWith({ reviews: [{ body: 'A', rating: 6 }] }).warnings).to.deep.equal([
        'reviews[0].rating out-of-range',
      ]);
    });

    it('of reviews are lost with their scale: 4 of 10 is not 4 of 5', () => {
      for (const [best, code] of [
        ['10', 'wrong-type'],
        [0, 'out-of-range'],
      ]) {
        const { film, warnings } = acceptWith({ reviews: [{ body: 'A', rating: 4, best }] });
        expect(film.reviews).to.deep.equal([{ body: 'A' }]);
        expect(warnings).to.deep.equal([`reviews[0].best ${code}`]);
      }
    });

    it('of this site are kept beside a scale that is in the wrong place', () => {
      const { film, warnings } = acceptWith({ best: 10, rating: { average: 4 } });
      expect(film.rating).to.include({ average: 4 });
      expect(warnings).to.deep.equal(['best unknown-key']);
    });

    it('of other sites are left out where they are off their own scale', () => {
      const { film, warnings } = acceptWith({
        sourceRatings: [
          { source: 'A', value: 11, best: 10 },
          { source: 'B', value: 91, best: 100 },
        ],
      });
      expect(film.sourceRatings).to.deep.equal([{ source: 'B', value: 91, best: 100 }]);
      expect(warnings).to.deep.equal(['sourceRatings[0].value out-of-range']);
    });
  });

  it('writes no zero with a minus', () => {
    const { film } = acceptWith({ post: { commentCount: -0 }, reviews: [{ body: 'A', rating: -0 }] });
    expect([film.post?.commentCount, film.reviews?.[0]?.rating].map((zero) => Object.is(zero, 0))).to.deep.equal([
      true,
      true,
    ]);
  });

  it('writes languages as the standard does', () => {
    expect(acceptWith({ lang: 'EN-us' }).film.lang).to.equal('en-US');
  });

  it('mends everything at once', () => {
    const result = parseFilm({
      id: 'her',
      title: 'Her',
      year: '2013',
      directors: [7, 'Spike Jonze', { name: 'A', url: 'javascript:alert(1)' }],
      rating: { best: 99, step: 0.3, average: 9, count: 2, distribution: [1, 1, 1, 1, 1] },
      reviews: [...Array.from({ length: 99 }, () => ({ id: 'a', body: 'A', rating: 9 })), 'last', 'over'],
      links: [{ rel: 'official' }, { rel: 'watch', href: 'https://example.com', label: '' }],
    });
    if (!result.ok) throw new Error('refused');
    const { film, warnings } = result;
    expect(film.rating).to.deep.equal({ best: 5, step: 1, distribution: [1, 1, 1, 1, 1] });
    expect(film.directors).to.deep.equal([{ name: 'Spike Jonze' }, { name: 'A' }]);
    expect(film.reviews).to.have.length(99);
    expect(film.reviews?.[1]).to.deep.equal({ id: 'a', body: 'A' });
    expect(film.links).to.deep.equal([{ rel: 'watch', href: 'https://example.com/' }]);
    expect(warnings).to.have.length(51);
    expect(inShort(warnings).slice(0, 5)).to.deep.equal([
      'year wrong-type',
      'directors[0] wrong-type',
      'directors[2].url unsafe-url',
      'links[0].href missing',
      'links[1].label empty',
    ]);
  });
});
