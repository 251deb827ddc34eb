/** What can be wrong with `id` or `title`, without which there is no film. */
export type FatalFieldCode = 'missing' | 'wrong-type' | 'too-long' | 'unreadable';

/** What can be wrong with the whole of a payload. */
export type FatalFilmCode =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'unreadable'
  | 'wrong-type'
  | 'missing'
  | 'error-message'
  | 'no-movie'
  | 'many-films';

/** Why there is no film: each has words in every language. */
export type FatalIssueCode = FatalFieldCode | FatalFilmCode;

/** What is wrong with a part of a payload; stable, for programs and for messages in other languages. */
export type FilmIssueCode =
  | FatalIssueCode
  | 'empty'
  | 'too-many'
  | 'wrong-length'
  | 'out-of-range'
  | 'not-whole'
  | 'uneven-step'
  | 'not-a-url'
  | 'unsafe-url'
  | 'url-credentials'
  | 'not-a-date'
  | 'not-a-language'
  | 'not-allowed'
  | 'unknown-key'
  | 'contradiction'
  | 'id-from-title'
  | 'year-unknown'
  | 'and-more';

/** One thing wrong with a payload. */
export interface FilmIssue<Code extends FilmIssueCode = FilmIssueCode> {
  /** Where, such as `reviews[0].rating`; empty for the whole. */
  readonly path: string;
  readonly code: Code;
  /** English, beginning with the path. */
  readonly message: string;
  /** The numbers and names in the message, such as `min`, `max` and `actual`. */
  readonly params?: FilmIssueParams;
}

/** What a message of that code mentions. */
export type FilmIssueParams = Readonly<Record<string, string | number>>;

/** An issue before it is put into words. */
export interface Fault<Code extends FilmIssueCode = FilmIssueCode> {
  readonly path: readonly PropertyKey[];
  readonly code: Code;
  readonly params?: FilmIssueParams | undefined;
}

const ENGLISH: Readonly<Record<FilmIssueCode, string>> = {
  'not-json': 'is not JSON',
  'too-large': 'is too large: the limit is {max} KiB',
  'too-deep': 'is nested more than {max} levels deep',
  unreadable: 'must be plain data, as in JSON',
  'wrong-type': 'must be {expected}',
  missing: 'is missing',
  empty: 'is empty',
  'too-long': 'must have at most {max} characters, has {actual}',
  'too-many': 'has {actual} entries, of which the first {max} are kept',
  'wrong-length': 'must have {expected} entries, has {actual}',
  'out-of-range': 'must be between {min} and {max}, is {actual}',
  'not-whole': 'must be a whole number, is {actual}',
  'uneven-step': 'must divide {best} into equal steps, is {actual}',
  'not-a-url': 'must be a full web address, such as https://example.com/',
  'unsafe-url': 'must begin with https:// or http://',
  'url-credentials': 'must not contain a user name or password',
  'not-a-date': 'must be a real date, such as 2013-12-18',
  'not-a-language': 'must be a language code, such as en or pt-BR',
  'not-allowed': 'must be one of {allowed}',
  'unknown-key': 'is not a known field',
  contradiction: 'does not agree with rating.distribution',
  'error-message': 'is an error message: {says}',
  'no-movie': 'is JSON-LD in which nothing is a Movie',
  'many-films': 'is a list of films, of which one is needed',
  'id-from-title': 'gives no id, so votes are counted for {id}',
  'year-unknown': 'may be a later release, so the year is left out',
  'and-more': 'has {count} more warnings',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Puts a fault into words. */
export function toIssue<Code extends FilmIssueCode>({ path, code, params }: Fault<Code>): FilmIssue<Code> {
  const where = formatPath(path);
  const text = ENGLISH[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const param = String(params?.[name]);
    // any other may be a stranger's text that is a type's name by chance
    return name === 'expected' ? (TYPES[param] ?? param) : param;
  });
  return { path: where, code, message: `${where ? `${where}:` : 'The film'} ${text}`, ...(params && { params }) };
}

/** A path as JavaScript writes it. Keys that are no plain word are quoted and cut: they are a stranger's text of any length. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\w$@-]{1,40}$/.test(String(key))) text += (text && '.') + String(key);
    else text += `[${JSON.stringify(String(key).slice(0, 40))}]`;
  }
  return text;
}
