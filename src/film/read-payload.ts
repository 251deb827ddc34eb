import type { FatalFilmCode, Fault } from './film-issue.js';

/** What a text may have at most. */
export const MAX_KIB = 256;
const MAX_TEXT = MAX_KIB * 1024;
const MAX_DEPTH = 20;
// what 256 KiB of an imported record come to, and several times a full payload
const MAX_NODES = 15_000;
// more than any page has: each that is no JSON costs the making of an error
const MAX_SCRIPTS = 1000;

/** Stands in a payload for what is no plain data: a `Date`, a `Map`, an element, a way back to its holder, a getter that throws … */
export const UNREADABLE: unique symbol = Symbol('unreadable');

/** More than may be, whether it came as text or as an object. */
export const TOO_LARGE: Fault<FatalFilmCode> = { path: [], code: 'too-large', params: { max: MAX_KIB } };
const TOO_DEEP: Fault<FatalFilmCode> = { path: [], code: 'too-deep', params: { max: MAX_DEPTH } };

type Read = { payload: unknown } | { payload?: never; fault: Fault<FatalFilmCode> };

/**
 * Reads text or an object into plain data of our own: bounded in size and depth, without prototypes or accessors,
 * texts trimmed, null left out. Never throws and leaves the input alone.
 */
export function readPayload(input: unknown): Read {
  if (typeof input !== 'string') return copyOf(input);
  if (isTooLarge(input)) return { fault: TOO_LARGE };
  const read: unknown[] = [];
  let wrong: unknown;
  for (const json of jsonIn(input))
    try {
      read.push(JSON.parse(json));
    } catch (error) {
      wrong = error; // of no account where another script of a page can be read
    }
  if (read.length) return copyOf(read.length > 1 ? read : read[0]);
  // engines that parse recursively run out of stack, which is no SyntaxError
  return { fault: wrong instanceof SyntaxError ? { path: [], code: 'not-json' } : TOO_DEEP };
}

/**
 * Whether a text is more than may be. What `scriptJson` escapes counts as what it stands for, so that a film is as large
 * inside a script as anywhere.
 */
export const isTooLarge = (text: string): boolean =>
  // neither most of what is too large nor any ordinary film is ever encoded: a code unit has three bytes at most
  text.length > 6 * MAX_TEXT ||
  (3 * text.length > MAX_TEXT && new TextEncoder().encode(text.replace(/\\u00(?:26|3[ce])/gi, '&')).length > MAX_TEXT);

/** A copy in plain data, or why there is none. */
function copyOf(input: unknown): Read {
  let fault: Fault<FatalFilmCode> | undefined;
  let nodes = MAX_NODES;
  let room = MAX_TEXT;
  const spend = (length: number): void => {
    room -= length;
    if (--nodes < 0 || room < 0) fault ??= TOO_LARGE;
  };

  const copy = (value: unknown, within: readonly unknown[]): unknown => {
    if (typeof value === 'string') return fault ? undefined : tidy(value);
    if (typeof value === 'number') return value + 0; // -0 would be shown with its sign
    if (typeof value !== 'object' || value === null) return value ?? undefined;
    if (within.length >= MAX_DEPTH) fault ??= TOO_DEEP;
    const isList = Array.isArray(value);
    if (within.includes(value) || (!isList && !isPlain(value))) return UNREADABLE;
    const around = [...within, value];
    // without a prototype a key such as __proto__ is a key like any other, and nothing is inherited
    const twin = (isList ? [] : Object.create(null)) as Record<PropertyKey, unknown>;
    for (const key of isList ? value.keys() : Object.keys(value)) {
      if (fault) break;
      let ours: unknown = UNREADABLE;
      try {
        const item = (value as Record<PropertyKey, unknown>)[key];
        spend(String(key).length + (typeof item === 'string' ? item.length : 0));
        ours = copy(item, around);
      } catch {
        // a getter, or a Proxy, that throws costs its field
      }
      if (isList || ours !== undefined) twin[key] = ours;
    }
    return twin;
  };

  try {
    const payload = copy(input, []);
    return fault ? { fault } : { payload };
  } catch {
    return { fault: { path: [], code: 'unreadable' } }; // a Proxy that throws
  }
}

/** Whether JSON could have said it: no object of a class. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // not compared with Object.prototype: an object of another frame has another one
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The JSON in a text: itself, or what its script tags have; CDATA marks and comments around it are left out. */
function jsonIn(text: string): string[] {
  const trimmed = text.trim();
  if (!/^[</]/.test(trimmed)) return [trimmed];
  // [^<>] and not [^>], which would take minutes for a text of nothing but `<script`
  const [before = '', ...tags] = trimmed.split(/<script\b([^<>]*)>/i);
  const scripts = tags.flatMap((inside, i) =>
    i % 2 && (tags.length < 3 || /json/i.test(tags[i - 1] ?? '')) ? inside.split(/<\/script/i, 1) : [],
  );
  return (scripts.length ? scripts.slice(0, MAX_SCRIPTS) : [before]).map((json) =>
    json
      .trim()
      .replace(/^(\/[/*])?\s*(<!\[CDATA\[|<!--)\s*(\*\/)?/, '')
      .replace(/(\/[/*] *)?(\]\]>|-->)[\s*/]*$/, ''),
  );
}

/** Trims; text without a letter to be seen (zero-width, soft hyphens, blank Braille) is as good as none. */
export function tidy(text: string): string {
  // most texts have one of ASCII's, which is far quicker to find
  return /[!-~]/.test(text) || /[^\s\p{Cc}\p{DI}\u2800]/u.test(text) ? text.trim() : '';
}
