import { expect } from '@open-wc/testing';
import { day, decode, minutes, number, year } from '../../src/film/importers/read-values.js';

describe('what services write as text is read:', () => {
  for (const [text, read] of [
    ['18 Dec 2013', '2013-12-18'],
    ['8 Dec 2013', '2013-12-08'],
    ['18 December 2013', '2013-12-18'],
    ['Dec. 18, 2013', '2013-12-18'],
    ['December 8, 2013', '2013-12-08'],
    ['March 18 2013', '2013-03-18'],
    ['May 2013', '2013-05'],
    ['2013-12-18T23:59:00-08:00', '2013-12-18'],
    ['2013-12-18', '2013-12-18'],
    ['2013', '2013'],
    ['Decem8er 18, 2013', 'Decem8er 18, 2013'],
    ['the 18 Dec 2013', 'the 18 Dec 2013'],
    ['18 Dec 2013 or so', '18 Dec 2013 or so'],
    ['18 Foo 2013', '18 Foo 2013'],
    ['Ecd 18, 2013', 'Ecd 18, 2013'],
    ['D 18, 2013', 'D 18, 2013'],
    ['Dec x8, 2013', 'Dec x8, 2013'],
    ['since 2013-12-18T23:59', 'since 2013-12-18T23:59'],
  ] as const)
    it(`the day “${text}” as ${read}`, () => {
      expect(day(text)).to.equal(read);
    });

  for (const [text, read] of [
    ['126 min', 126],
    ['126', 126],
    ['2 h 6 min', 126],
    ['2h 6m', 126],
    ['12 h', 720],
    ['PT2H6M', 126],
    ['PT126M', 126],
    ['PT2H', 120],
    ['PT2H6M30S', 126],
    ['P0DT2H6M', 126],
    ['about 126 min', 'about 126 min'],
    ['126 min each', '126 min each'],
    ['', ''],
  ] as const)
    it(`the running time “${text}” as ${read}`, () => {
      expect(minutes(text)).to.equal(read);
    });

  for (const [text, read] of [
    ['8.0', 8],
    ['7.95', 7.95],
    ['1,234,567', 1_234_567],
    ['1234567', 1_234_567],
    ['7,9', '7,9'],
    ['1.2K', '1.2K'],
    ['-1', '-1'],
    ['.5', '.5'],
  ] as const)
    it(`the number “${text}” as ${read}`, () => {
      expect(number(text)).to.equal(read);
    });

  for (const [text, read] of [
    ['2013', 2013],
    ['2013–2015', 2013],
    ['2013-12-18', 2013],
    ['20135', '20135'],
    ['about 2013', 'about 2013'],
  ] as const)
    it(`the year “${text}” as ${read}`, () => {
      expect(year(text)).to.equal(read);
    });

  for (const [text, read] of [
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;', '…—–‘’“”'],
    ['&agrave;&eacute;&icirc;&ntilde;&Uuml;&aring;&ccedil;&scaron;&szlig;', 'àéîñÜåçšß'],
    ['a&nbsp;b', 'a\u00A0b'],
    ['&#233;&#xE9;&#XE9;', 'ééé'],
    ['&amp;lt;', '&lt;'],
    ['&unknown; &#0; &#xD800; &#x110000;', '&unknown; &#0; &#xD800; &#x110000;'],
  ] as const)
    it(`the references “${text}” as “${read}”`, () => {
      expect(decode(text)).to.equal(read);
    });
});
