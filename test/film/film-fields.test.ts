import { expect } from '@open-wc/testing';
import type { FilmIssueCode } from '../../src/film/film-issue.js';
import { filmSchema } from '../../src/film/film-schema.js';
import { acceptWith, refuse } from './payloads.js';

/** How a field behaves: what it takes unchanged, and what it refuses, with the code. */
interface Rule {
  good: unknown[];
  bad: [unknown, FilmIssueCode][];
}

const a = (length: number): string => 'a'.repeat(length);
const longUrl = (length: number): string => `https://example.com/${a(length - 20)}`;

const ofText = (max: number, blank: FilmIssueCode = 'empty'): Rule => ({
  good: [
    'a',
    a(max),
    '🎬'.repeat(max),
    '</script><b>',
    '&lt;b&gt;',
    '{{7*7}} ${x}',
    '?lit$123$',
    '\u202E\u0000\uD800',
    '__proto__',
  ],
  bad: [
    [a(max + 1), 'too-long'],
    ['🎬'.repeat(max + 1), 'too-long'],
    ['', blank],
    [' \n\u200B\uFEFF\u2800\u3164\u00AD', blank],
    [7, 'wrong-type'],
    [true, 'wrong-type'],
    [['a'], 'wrong-type'],
    [{}, 'wrong-type'],
  ],
});
const ofNumber = (min: number, max: number): Rule => ({
  good: [min, max],
  bad: [
    [min - 0.5, 'out-of-range'],
    [max + 0.5, 'out-of-range'],
    ['4.5', 'wrong-type'],
    [' ', 'empty'],
    [NaN, 'wrong-type'],
    [Infinity, 'wrong-type'],
    [[5], 'wrong-type'],
    [true, 'wrong-type'],
    [5n, 'wrong-type'],
  ],
});
const ofWhole = (min: number, max: number): Rule => {
  const { good, bad } = ofNumber(min, max);
  return { good, bad: [...bad, [min + 0.5, 'not-whole']] };
};
const ofUrl = (blank: FilmIssueCode = 'empty'): Rule => ({
  good: ['https://example.com/a', 'http://example.com/', longUrl(2048)],
  bad: [
    [longUrl(2049), 'too-long'],
    [`https://example.com/${'é'.repeat(2029)}`, 'too-long'],
    ['javascript:alert(1)', 'unsafe-url'],
    ['data:image/svg+xml,<svg/>', 'unsafe-url'],
    ['/her', 'not-a-url'],
    ['https://user:pw@example.com/', 'url-credentials'],
    ['\u200B', blank],
    [7, 'wrong-type'],
    [new URL('https://example.com/'), 'unreadable'],
  ],
});
const DATE: Rule = {
  good: ['2013', '2013-12', '2013-12-18'],
  bad: [
    ['2023-02-29', 'not-a-date'],
    ['18 Dec 2013', 'not-a-date'],
    ['2013-12-18T20:00Z', 'not-a-date'],
    [' ', 'empty'],
    [2013, 'wrong-type'],
    [new Date(0), 'unreadable'],
  ],
};
const MOMENT: Rule = {
  good: [...DATE.good, '2013-12-18T20:00:00Z'],
  bad: DATE.bad.filter(([value]) => value !== '2013-12-18T20:00Z'),
};
const LANG: Rule = {
  good: ['en', 'pt-BR', 'zh-Hant-TW'],
  bad: [
    ['not a locale', 'not-a-language'],
    ['en_US', 'not-a-language'],
    ['x', 'not-a-language'],
    [a(36), 'too-long'],
    ['', 'empty'],
    [7, 'wrong-type'],
  ],
};
const FLAG: Rule = {
  good: [true, false],
  bad: [
    ['true', 'wrong-type'],
    [1, 'wrong-type'],
  ],
};
/** Fails closed: see the spoilers of parse-film.test.ts. */
const SPOILER: Rule = { good: [true, false], bad: [] };
const COUNT = ofWhole(0, 1e12);
const SCALE: Rule = ofNumber(1, 1000);
const WITHIN_TEN: Rule = {
  good: [0, 7.9, 10],
  bad: [
    [10.1, 'out-of-range'],
    [-1, 'out-of-range'],
    ['7.9', 'wrong-type'],
    [Infinity, 'wrong-type'],
  ],
};
const PART: Rule = {
  good: [],
  bad: [
    ['text', 'wrong-type'],
    [7, 'wrong-type'],
    [[], 'wrong-type'],
    [new Map(), 'unreadable'],
  ],
};
const ofList = (max: number, item: unknown): Rule => ({
  good: [[], [item], Array.from({ length: max }, () => item)],
  bad: [
    ['Drama', 'wrong-type'],
    [{ length: 1 }, 'wrong-type'],
    [new Set([item]), 'unreadable'],
  ],
});

/** An object of the payload around one of its fields, and the path of that field. */
interface Place {
  around: (value: unknown) => object;
  path: string;
}
const top = (key: string): Place => ({ path: key, around: (value) => ({ [key]: value }) });
const inPart = (part: string, key: string, rest: object = {}): Place => ({
  path: `${part}.${key}`,
  around: (value) => ({ [part]: { ...rest, [key]: value } }),
});
const inItem = (list: string, key: string, rest: object = {}): Place => ({
  path: `${list}[0].${key}`,
  around: (value) => ({ [list]: [{ ...rest, [key]: value }] }),
});
const item = (list: string): Place => ({ path: `${list}[0]`, around: (value) => ({ [list]: [value] }) });

const POSTER = { src: 'https://example.com/her.jpg', alt: '' };
const LINK = { rel: 'official', href: 'http://www.herthemovie.com/' };
const SOURCE = { source: 'IMDb', value: 7.9, best: 10 };
const REVIEW = { body: 'Sad and funny.' };

const OPTIONAL: [Place, Rule][] = [
  [top('originalTitle'), ofText(300)],
  [top('tagline'), ofText(300)],
  [top('lang'), LANG],
  [top('year'), ofWhole(1870, 2200)],
  [top('releaseDate'), DATE],
  [top('runtimeMinutes'), ofWhole(1, 6000)],
  [top('certification'), ofText(20)],
  [top('synopsis'), ofText(5000)],
  [top('genres'), ofList(20, 'Drama')],
  [item('genres'), ofText(60)],
  ...['directors', 'writers', 'cast'].flatMap((list): [Place, Rule][] => [
    [top(list), ofList(list === 'cast' ? 200 : 50, { name: 'A' })],
    [item(list), { good: [], bad: PART.bad.slice(1) }],
    [inItem(list, 'role', { name: 'A' }), ofText(200)],
    [inItem(list, 'url', { name: 'A' }), ofUrl()],
  ]),
  [top('poster'), PART],
  [inPart('poster', 'width', POSTER), ofWhole(1, 20_000)],
  [inPart('poster', 'height', POSTER), ofWhole(1, 20_000)],
  [
    inPart('poster', 'srcset', POSTER),
    {
      good: ['https://example.com/a 2x', 'https://example.com/a 400w, https://example.com/b 800w'],
      bad: [
        ['https://example.com/a 1x, javascript:alert(1) 2x', 'unsafe-url'],
        ['her.jpg 1x', 'not-a-url'],
        [`https://example.com/${a(8200)} 2x`, 'too-long'],
        ['', 'empty'],
        [7, 'wrong-type'],
      ],
    },
  ],
  [top('links'), ofList(20, LINK)],
  [item('links'), PART],
  [inItem('links', 'label', LINK), ofText(120)],
  [top('sourceRatings'), ofList(10, SOURCE)],
  [item('sourceRatings'), PART],
  [inItem('sourceRatings', 'count', SOURCE), COUNT],
  [inItem('sourceRatings', 'url', SOURCE), ofUrl()],
  [inItem('sourceRatings', 'asOf', SOURCE), MOMENT],
  [top('rating'), PART],
  [inPart('rating', 'average', { best: 10, step: 1 }), WITHIN_TEN],
  [inPart('rating', 'count', { best: 5, step: 1 }), COUNT],
  [inPart('rating', 'locked', { best: 5, step: 1 }), ofText(300)],
  [
    inPart('rating', 'distribution', { best: 3, step: 1 }),
    {
      good: [
        [0, 0, 0],
        [1, 2, 1e12],
      ],
      bad: [
        [[1, 2], 'wrong-length'],
        [[1, 2, 3, 4], 'wrong-length'],
        [[], 'wrong-length'],
        [7, 'wrong-type'],
        [{ 1: 7 }, 'wrong-type'],
      ],
    },
  ],
  [top('specs'), ofList(40, { label: 'Colour', value: 'Colour' })],
  [item('specs'), PART],
  [top('trivia'), ofList(50, { text: 'A' })],
  [item('trivia'), PART],
  [inItem('trivia', 'spoiler', { text: 'A' }), SPOILER],
  [top('reviews'), ofList(100, REVIEW)],
  [item('reviews'), PART],
  [inItem('reviews', 'id', REVIEW), ofText(128)],
  [inItem('reviews', 'author', REVIEW), ofText(99)],
  [inItem('reviews', 'title', REVIEW), ofText(300)],
  [inItem('reviews', 'rating', { ...REVIEW, best: 10 }), WITHIN_TEN],
  [inItem('reviews', 'best', REVIEW), SCALE],
  [inItem('reviews', 'date', REVIEW), MOMENT],
  [inItem('reviews', 'lang', REVIEW), LANG],
  [inItem('reviews', 'spoiler', REVIEW), SPOILER],
  [inItem('reviews', 'truncated', REVIEW), FLAG],
  [inItem('reviews', 'href', REVIEW), ofUrl()],
  [inItem('reviews', 'source', REVIEW), ofText(60)],
  [top('post'), PART],
  [inPart('post', 'author'), ofText(99)],
  [inPart('post', 'date'), MOMENT],
  [inPart('post', 'url'), ofUrl()],
  [inPart('post', 'commentCount'), COUNT],
  [inPart('post', 'commentsUrl'), ofUrl()],
  [top('attribution'), ofList(10, { text: 'A' })],
  [item('attribution'), PART],
  [inItem('attribution', 'url', { text: 'A' }), ofUrl()],
];

/** Fields without which the object around them means nothing. */
const REQUIRED: [Place, Rule][] = [
  ...['directors', 'writers', 'cast'].map((list): [Place, Rule] => [inItem(list, 'name'), ofText(150, 'missing')]),
  [inPart('poster', 'src', { alt: '' }), ofUrl('missing')],
  [
    inItem('links', 'rel', LINK),
    {
      good: ['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'],
      bad: [
        ['imdb', 'not-allowed'],
        ['Official', 'not-allowed'],
        ['', 'missing'],
        [7, 'wrong-type'],
      ],
    },
  ],
  [inItem('links', 'href', { rel: 'other' }), ofUrl('missing')],
  [inItem('sourceRatings', 'source', SOURCE), ofText(60, 'missing')],
  [inItem('sourceRatings', 'value', SOURCE), WITHIN_TEN],
  [inItem('sourceRatings', 'best', { ...SOURCE, value: 1 }), SCALE],
  [inItem('specs', 'label', { value: 'A' }), ofText(80, 'missing')],
  [inItem('specs', 'value', { label: 'A' }), ofText(500, 'missing')],
  [inItem('trivia', 'text'), ofText(2000, 'missing')],
  [inItem('reviews', 'body'), ofText(20_000, 'missing')],
  [inItem('attribution', 'text'), ofText(300, 'missing')],
];

const shown = (value: unknown): string => {
  const text =
    typeof value === 'bigint' || typeof value === 'number'
      ? String(value)
      : ((JSON.stringify(value) as string | undefined) ?? typeof value);
  return text.length > 50 ? `${text.slice(0, 30)}… (${text.length})` : text;
};

describe('every field', () => {
  const all = [...OPTIONAL, ...REQUIRED];

  for (const [{ path, around }, { good }] of all.filter(([, { good }]) => good.length))
    it(`${path} takes ${good.map(shown).join(', ')}`, () => {
      for (const value of good) {
        const { film, warnings } = acceptWith(around(value));
        expect(warnings).to.deep.equal([]);
        expect(film).to.deep.include(around(value));
      }
    });

  for (const [{ path, around }, { bad }] of all) {
    for (const [value, code] of bad)
      it(`${path} says ${code} of ${shown(value)}`, () => {
        const { warnings, messages } = acceptWith(around(value));
        expect(warnings).to.deep.equal([`${path} ${code}`]);
        expect(messages[0]).to.match(/^[\w.[\]]+: (is|must|has) /);
      });

    it(`${path} may be null or undefined, which nobody hears of where it is optional`, () => {
      const isOptional = OPTIONAL.some(([place]) => place.path === path);
      for (const value of [null, undefined])
        expect(acceptWith(around(value)).warnings).to.deep.equal(isOptional ? [] : [`${path} missing`]);
    });
  }

  for (const [{ path, around }, { bad }] of OPTIONAL) {
    it(`${path} is dropped where it is bad, and what is around it stays`, () => {
      for (const [value] of bad) {
        const { film } = acceptWith({ ...around(value), synopsis: 'Kept.', ...(path === 'synopsis' && around(value)) });
        expect(film).to.deep.include(acceptWith(around(null)).film);
        if (path !== 'synopsis') expect(film.synopsis).to.equal('Kept.');
      }
    });
  }

  for (const [{ path, around }, { bad }] of REQUIRED) {
    it(`${path} takes what is around it along where it is bad`, () => {
      const part = path.split(/[[.]/)[0] as 'poster' | 'links';
      for (const [value] of [...bad, [undefined]]) {
        const { film } = acceptWith(around(value));
        expect(film[part] ?? []).to.deep.equal([]);
      }
    });
  }

  for (const [path, max] of [
    ['id', 128],
    ['title', 300],
  ] as const) {
    const { good, bad } = ofText(max, 'missing');
    it(`${path} takes ${good.map(shown).join(', ')}`, () => {
      for (const value of good) {
        const { film, warnings } = acceptWith({ [path]: value });
        expect(warnings).to.deep.equal([]);
        expect(film[path]).to.equal(value);
      }
    });
    for (const [value, code] of [
      ...bad,
      [null, 'missing'],
      [undefined, 'missing'],
      [new Date(0), 'unreadable'],
    ] as const)
      it(`${path} refuses the film and says ${code} of ${shown(value)}`, () => {
        expect(refuse({ id: 'her', title: 'Her', [path]: value })).to.deep.equal([`${path} ${code}`]);
      });
  }
});

describe('the zod schema by itself', () => {
  for (const blank of ['', ' \n', '\u200B\u2060', '\u00AD\u2800'])
    it(`takes no ${JSON.stringify(blank)} for a title, an id or a synopsis`, () => {
      const film = { id: 'her', title: 'Her', synopsis: 'A voice.' };
      expect(filmSchema.safeParse(film).success).to.equal(true);
      for (const field of Object.keys(film))
        expect(filmSchema.safeParse({ ...film, [field]: blank }).success, field).to.equal(false);
    });
});
