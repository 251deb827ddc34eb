import * as z from 'zod/mini';
import type { FilmIssueCode, FilmIssueParams } from './film-issue.js';
import { tidy } from './read-payload.js';
import { isRealDate, isRealMoment } from './real-date.js';
import { safeSrcset, safeUrl, type UrlFault } from '../url/safe-url.js';

/** What a check is given: the value, which it may replace, and a place for issues. */
export type Checked<T> = z.core.ParsePayload<T>;

type Check<T> = (checked: Checked<T>) => void;

/** Says what is wrong with a value, or with what lies at `path` in it, in our own codes. */
export function blame(
  checked: Checked<unknown>,
  code: FilmIssueCode,
  params?: FilmIssueParams,
  path: (string | number)[] = [],
): void {
  checked.issues.push({ code: 'custom', input: checked.value, path, params: { code, params } });
}

/** What a blank text counts as: `missing` where a text is required. */
type Blank = 'missing' | 'empty';

function filled(blank: Blank): Check<string> {
  return (text) => {
    if (!tidy(text.value)) blame(text, blank);
  };
}

function atMost(max: number): Check<string> {
  return (text) => {
    // code points, as in JSON Schema; there are no more of them than code units
    const actual = text.value.length > max ? Array.from(text.value).length : 0;
    if (actual > max) blame(text, 'too-long', { max, actual });
  };
}

/** Text that replaces itself by what `read` makes of it. */
function readBy(read: (text: string) => { text: string } | { fault: UrlFault }): Check<string> {
  return (text) => {
    const outcome = read(text.value);
    if ('fault' in outcome) blame(text, outcome.fault);
    else text.value = outcome.text;
  };
}

/** A text of 1 to `max` characters. */
export function text(max: number, blank: Blank = 'empty'): z.ZodMiniString {
  return z.string().check(filled(blank), atMost(max));
}

/** A text that must be there. */
export function required(max: number): z.ZodMiniString {
  return text(max, 'missing');
}

/** A text that may be left out. */
export function optional(max: number): z.ZodMiniOptional<z.ZodMiniString> {
  return z.optional(text(max));
}

/** One of a few words. Not zod's own enum, which is as heavy as five checks like this. */
export function oneOf<T extends string>(...words: T[]): z.ZodMiniType<T> {
  const check: Check<string> = (text) => {
    if (!(words as string[]).includes(text.value)) blame(text, 'not-allowed', { allowed: words.join(', ') });
  };
  return z.string().check(filled('missing'), check) as z.ZodMiniType as z.ZodMiniType<T>;
}

/** A text that may be blank, and is where it is left out. */
export function blankable(max: number): z.ZodMiniDefault<z.ZodMiniString> {
  return z._default(z.string().check(atMost(max)), '');
}

function address(blank: Blank): z.ZodMiniString {
  // measured as it is written, because percent-encoding makes longer
  return z.string().check(filled(blank), atMost(2048), readBy(safeUrl));
}

/** A URL that must be there. */
export const requiredUrl: z.ZodMiniString = address('missing');

/** A URL that may be left out. */
export const optionalUrl: z.ZodMiniOptional<z.ZodMiniString> = z.optional(address('empty'));

/** Image candidates as in HTML. */
export const srcset: z.ZodMiniOptional<z.ZodMiniString> = z.optional(
  z.string().check(filled('empty'), atMost(8192), readBy(safeSrcset)),
);

function dated(isDate: (text: string) => boolean): z.ZodMiniOptional<z.ZodMiniString> {
  const check: Check<string> = (text) => {
    if (!isDate(text.value)) blame(text, 'not-a-date');
  };
  return z.optional(z.string().check(filled('empty'), check));
}

/** A day, a month or a year. */
export const date: z.ZodMiniOptional<z.ZodMiniString> = dated(isRealDate);

/** The same, or a point in time. */
export const moment: z.ZodMiniOptional<z.ZodMiniString> = dated(isRealMoment);

/** A language tag, in its canonical form. */
export const lang: z.ZodMiniOptional<z.ZodMiniString> = z.optional(
  z.string().check(filled('empty'), atMost(35), (text) => {
    try {
      text.value = Intl.getCanonicalLocales(text.value).join();
    } catch {
      blame(text, 'not-a-language');
    }
  }),
);

/** True or false. */
export const flag: z.ZodMiniOptional<z.ZodMiniBoolean> = z.optional(z.boolean());

/** A number from `min` to `max`. */
export function number(min: number, max: number): z.ZodMiniNumber {
  return z.number().check((number) => {
    const actual = number.value;
    if (actual < min || actual > max) blame(number, 'out-of-range', { min, max, actual });
  });
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): z.ZodMiniNumber {
  return number(min, max).check((number) => {
    if (!Number.isInteger(number.value)) blame(number, 'not-whole', { actual: number.value });
  });
}

/** How many; large enough for any audience, small enough for exact sums. */
export const count: z.ZodMiniNumber = whole(0, 1e12);

/**
 * A list of up to `max` items; looks at its length before it walks.
 * Not `z.maxLength`, which also compares the `length` of what is no list, and throws where that is no number.
 */
export function upTo<T extends z.ZodMiniArray>(max: number, list: T): z.ZodMiniOptional<T> {
  const guard: Check<unknown> = (list) => {
    const actual = Array.isArray(list.value) ? list.value.length : 0;
    if (actual > max) blame(list, 'too-many', { max, actual });
  };
  return z.optional(z.pipe(z.unknown().check(guard), list)) as z.ZodMiniType as z.ZodMiniOptional<T>;
}

/**
 * A list whose bad items can be taken out one by one: each leaves a hole, so that the others keep their place in
 * later messages, and the holes are closed at the end.
 */
export function list<T extends z.ZodMiniType>(max: number, item: T): z.ZodMiniOptional<z.ZodMiniArray<T>> {
  const close: Check<unknown[]> = (list) => {
    list.value = list.value.filter((item) => item !== undefined);
  };
  const holed = z.array(z.optional(item)).check(close);
  return upTo(max, holed as z.ZodMiniType as z.ZodMiniArray<T>);
}
