import { expect } from '@open-wc/testing';
import { isRealDate, isRealMoment } from '../../src/film/real-date.js';

const DAYS = ['2013', '2013-12', '2013-12-18', '2024-02-29', '2000-02-29', '1895-12-28', '0004-02-29'];
const NO_DAYS = [
  '2023-02-29',
  '1900-02-29',
  '2013-04-31',
  '2013-13',
  '2013-00',
  '2013-12-00',
  '2013-12-32',
  '13-12-18',
  '0000',
  '0000-12-18',
  '2013-1-2',
  '20131218',
  '2013-12-18 ',
  '2013-12-18\n',
  '+275760-09-13',
  '-002013',
  '12013',
  '18 Dec 2013',
  '12/18/2013',
  '2013-12-18-01',
  '２０１３',
  'soon',
  '',
];
const MOMENTS = [
  '2013-12-18T20:00Z',
  '2013-12-18T20:00:00Z',
  '2013-12-18T20:00:00.123Z',
  '2013-12-18T20:00:00.123456+01:00',
  '2013-12-18T20:00',
  '2024-02-29T00:00:00-08:00',
];
const NO_MOMENTS = [
  '2023-02-29T20:00Z',
  '2013-12-18T25:00Z',
  '2013-12-18T20:61Z',
  '2013-12-18T20',
  '2013-12-18 20:00',
  '2013-12T20:00Z',
  '2013-12-18T20:00+0100',
  '+275760-09-13T00:00:00.001Z',
  '2013-12-18T20:00Zulu',
  'T20:00Z',
];

describe('a date', () => {
  for (const text of DAYS)
    it(`may be ${text}`, () => {
      expect(isRealDate(text)).to.be.true;
      expect(isRealMoment(text)).to.be.true;
    });
  for (const text of NO_DAYS)
    it(`may not be ${JSON.stringify(text)}`, () => {
      expect(isRealDate(text)).to.be.false;
      expect(isRealMoment(text)).to.be.false;
    });
});

describe('a moment', () => {
  for (const text of MOMENTS)
    it(`may be ${text}, which a date may not`, () => {
      expect(isRealMoment(text)).to.be.true;
      expect(isRealDate(text)).to.be.false;
    });
  for (const text of NO_MOMENTS)
    it(`may not be ${text}`, () => {
      expect(isRealMoment(text)).to.be.false;
    });

  it('agrees with the calendar on every day of four centuries', () => {
    const days = new Set<string>();
    for (let time = Date.UTC(1870, 0); time < Date.UTC(2271, 0); time += 86_400_000)
      days.add(new Date(time).toISOString().slice(0, 10));
    const two = (n: number): string => String(n).padStart(2, '0');
    for (let year = 1870; year < 2270; year++)
      for (let month = 0; month < 14; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const text = `${year}-${two(month)}-${two(day)}`;
          if (isRealDate(text) !== days.has(text)) expect.fail(text);
        }
  });
});
