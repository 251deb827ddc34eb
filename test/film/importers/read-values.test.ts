import { expect } from '@open-wc/testing';
import { count, day, decode, minutes, number, year } from '../../../src/film/importers/read-values.js';

/** [what it is, how it is read, texts and what they say, texts that say none and stay as they are] */
const KINDS: [string, (text: string) => unknown, Record<string, string | number>, string[]][] = [
  [
    'day',
    day,
    {
      '18 Dec 2013': '2013-12-18',
      '8 Dec 2013': '2013-12-08',
      '18 December 2013': '2013-12-18',
      'Dec. 18, 2013': '2013-12-18',
      'December 8, 2013': '2013-12-08',
      'March 18 2013': '2013-03-18',
      'May 2013': '2013-05',
      '3 Sept. 2013': '2013-09-03',
      'SEPTEMBER 3, 2013': '2013-09-03',
      '2013-12-18T23:59:00-08:00': '2013-12-18',
      '2013-12-18 23:59:00': '2013-12-18',
      '2013-12-18': '2013-12-18',
      '2013': '2013',
    },
    [
      'Decem8er 18, 2013',
      'the 18 Dec 2013',
      '18 Dec 2013 or so',
      '18 Foo 2013',
      'Ecd 18, 2013',
      '18 marraskuu 2013',
      'Marble 2013',
      'Junio 2013',
      'Septembre 2013',
      'D 18, 2013',
      'Dec x8, 2013',
      'since 2013-12-18T23:59',
    ],
  ],
  [
    'running time',
    minutes,
    {
      '126 min': 126,
      '126': 126,
      '2 h 6 min': 126,
      '2h 6m': 126,
      '12 h': 720,
      PT2H6M: 126,
      PT126M: 126,
      PT2H: 120,
      PT2H6M30S: 126,
      P0DT2H6M: 126,
      P0Y0M0DT2H6M0S: 126,
      'PT2H6M0.0S': 126,
      PT7560S: 126,
      P0DT7560S: 126,
      PT7599S: 126,
      '126 minutes': 126,
      '1 minute': 1,
      '2 hrs 6 mins': 126,
      '1 hr 1 min': 61,
      '2 hours 6 minutes': 126,
      '1,440 min': 1440,
      'PT7560.25S': 126,
      '2h06': 126,
      '2 h 06': 126,
      '2h 6mn': 126,
      '126 min.': 126,
      '2 hr. 6 min.': 126,
      '2 hours, 6 minutes': 126,
      '2\u00A0h\u00A06\u202Fmin': 126,
      '2 horas 6 minutos': 126,
      '126 Minuten': 126,
      "126'": 126,
      PT0M: 0,
      '0 min': 0,
    },
    [
      'about 126 min',
      '126 min each',
      '1,5 min',
      '2.5 hours',
      '2:06',
      '2h06 each',
      '2h-3h',
      '3 months',
      '2 helpings',
      'PT126',
      '',
    ],
  ],
  [
    'number',
    number,
    { '8.0': 8, '7.95': 7.95, '1,234,567': 1_234_567, '1234567': 1_234_567, '4,1': 4.1, '17,95': 17.95 },
    ['1,2345', '12.34.5', '1.2K', '-1', '.5', '1 23', '1 234,567', '1,234 567', 'about 4,1'],
  ],
  [
    'count',
    count,
    {
      '959': 959,
      '1,234,567': 1_234_567,
      '0': 0,
      '23 456': 23_456,
      '1\u202F234\u202F567': 1_234_567,
      '23\u00A0456': 23_456,
    },
    ['12.000', '8.0', '1.234.567', '12,3', '12,34', '1,234.5', '1.2K', '-1'],
  ],
  [
    'year',
    year,
    { '2013': 2013, '2013–2015': 2013, '2013-12-18': 2013, 'December 18, 2013': 2013, '18 Dec 2013': 2013 },
    ['20135', 'about 2013'],
  ],
  [
    'text with references',
    decode,
    {
      '&amp;&lt;&gt;&quot;&apos;': '&<>"\'',
      '&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;': '…—–‘’“”',
      '&agrave;&eacute;&icirc;&ntilde;&Uuml;&aring;&ccedil;&scaron;&szlig;': 'àéîñÜåçšß',
      '&laquo;&raquo;&bdquo;&iquest;&iexcl;': '«»„¿¡',
      'WALL&middot;E, 8&frac12;': 'WALL·E, 8½',
      '&ETH;&eth;&THORN;&thorn;': 'ÐðÞþ',
      '&Oslash;&oslash;&AElig;&aelig;&OElig;&oelig;': 'ØøÆæŒœ',
      'a&nbsp;b': 'a\u00A0b',
      '&#233;&#xE9;&#XE9;': 'ééé',
      '&amp;lt;': '&lt;',
    },
    ['&unknown; &#0; &#xD800; &#x110000;'],
  ],
];

describe('what services write as text', () => {
  for (const [kind, read, values, rest] of KINDS) {
    for (const [text, value] of Object.entries(values))
      it(`is read as a ${kind}: “${text}” is ${value}`, () => {
        expect(read(text)).to.equal(value);
      });

    for (const text of rest)
      it(`stays as it is where it is no ${kind}: “${text}”`, () => {
        expect(read(text)).to.equal(text);
      });
  }
});
