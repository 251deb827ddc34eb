import { expect } from '@open-wc/testing';
import { writeDate } from '../../src/locale/dates.js';

/** A reader in a time zone, as far as `Intl` and `Date` tell a page. */
function inZone<T>(timeZone: string, run: () => T): T {
  const Real = Intl.DateTimeFormat;
  const Fake = function (locales?: string, options?: Intl.DateTimeFormatOptions) {
    return new Real(locales, { timeZone, ...options });
  };
  Intl.DateTimeFormat = Object.assign(Fake, Real);
  try {
    return run();
  } finally {
    Intl.DateTimeFormat = Real;
  }
}

const ZONES = ['UTC', 'Pacific/Pago_Pago', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'];

describe('writeDate', () => {
  for (const [iso, written] of [
    ['2013-12-16', 'December 16, 2013'],
    ['2013-12', 'December 2013'],
    ['2013', '2013'],
    ['2012-02-29', 'February 29, 2012'],
    ['1895-12-28', 'December 28, 1895'],
    ['2013-12-16T23:59:59Z', 'December 16, 2013'],
    ['2013-12-16T00:30:00+14:00', 'December 16, 2013'],
    ['2013-12-16T10:00', 'December 16, 2013'],
  ] as const)
    it(`writes ${iso} as “${written}”, in every time zone`, () => {
      for (const zone of ZONES)
        expect(
          inZone(zone, () => writeDate('en', iso)),
          zone,
        ).to.equal(written);
    });

  it('would notice a day that is shifted by the reader’s time zone', () => {
    const careless = (): string => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date('2013-12-16'));
    expect(inZone('Pacific/Pago_Pago', careless)).to.equal('December 15, 2013');
    expect(inZone('UTC', careless)).to.equal('December 16, 2013');
  });

  for (const iso of [
    '',
    'soon',
    '2013-13',
    '2013-00-01',
    '2013-02-29',
    '2013-02-30',
    '2013-12-32',
    '13-12-2013',
    '2013-1-1',
    '+275760-09-13T00:00:00.001Z',
    '2013-12-16 10:00',
    '20131216',
  ])
    it(`writes nothing for what is no date: “${iso}”`, () => {
      expect(writeDate('en', iso)).to.equal('');
    });

  for (const [lang, day, month, year] of [
    ['de', '16. Dezember 2013', 'Dezember 2013', '2013'],
    ['fr', '16 décembre 2013', 'décembre 2013', '2013'],
    ['ja', '2013年12月16日', '2013年12月', '2013年'],
    ['en-GB', '16 December 2013', 'December 2013', '2013'],
  ] as const)
    it(`writes as ${lang} does`, () => {
      expect([writeDate(lang, '2013-12-16'), writeDate(lang, '2013-12'), writeDate(lang, '2013')]).to.deep.equal([
        day,
        month,
        year,
      ]);
    });

  it('keeps a year and a month in the calendar they are written in, where a reader has another', () => {
    const digits = (text: string): string =>
      text.replace(/[۰-۹]/g, (digit) => `${digit.charCodeAt(0) - 0x6f0}`).replace(/\D/g, '');
    expect(digits(writeDate('fa', '2013'))).to.equal('2013');
    expect(digits(writeDate('fa', '2013-12'))).to.equal('2013');
    expect(digits(writeDate('th', '2013'))).to.equal('2013');
  });
});
