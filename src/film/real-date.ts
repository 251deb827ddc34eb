/** Whether the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and such a day exists; there is no year 0. */
export function isRealDate(text: string): boolean {
  if (!/^(?!0000)\d{4}(-\d\d){0,2}$/.test(text)) return false;
  const time = Date.parse(text);
  // some engines read 2023-02-29 as the 1st of March, so the calendar has to say the same thing back
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether the text is such a date, or an ISO 8601 date-time on a day that exists. */
export function isRealMoment(text: string): boolean {
  const [, day = text, rest] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)$/.exec(text) ?? [];
  return isRealDate(day) && !(rest && Number.isNaN(Date.parse(text)));
}
