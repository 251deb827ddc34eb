import { memoize } from './memoize.js';

/**
 * An ISO 8601 date as a language writes it: "December 16, 2013", "December 2013" or "2013", whatever
 * of it is known. Of a date with a time the day is shown as it is written, in no time zone of the
 * reader's. Empty for anything else.
 */
export const writeDate = (lang: string, iso: string): string => datesOf(lang)(iso);

const datesOf = memoize((lang: string) => {
  // making a formatter costs a hundred times more than using it
  const formatOf = memoize(
    (parts: 'year' | 'month' | 'day') =>
      new Intl.DateTimeFormat(lang, {
        timeZone: 'UTC',
        year: 'numeric',
        ...(parts !== 'year' && { month: 'long' }),
        // a year or a month of ours is no whole one in another calendar
        ...(parts === 'day' ? { day: 'numeric' } : { calendar: 'gregory' }),
      }),
  );
  return memoize((iso: string) => {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(iso) ?? [];
    if (!year) return '';
    const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
    // some engines take February 30 for March 2
    if (Number.isNaN(date.getTime()) || (day && date.getUTCDate() !== Number(day))) return '';
    return formatOf(day ? 'day' : month ? 'month' : 'year').format(date);
  });
});
