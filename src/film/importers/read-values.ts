// What services write as text, read. What cannot be read is given back as it is, for the check to complain about.

/** Names of characters, each with its character behind it. */
const ENTITIES = new Map(
  (
    'amp&,lt<,gt>,quot",apos\',nbsp\u00A0,hellip…,mdash—,ndash–,lsquo‘,rsquo’,ldquo“,rdquo”,bdquo„,laquo«,raquo»,iexcl¡,' +
    'iquest¿,szligß,oslashø,OslashØ,aeligæ,AEligÆ,oeligœ,OEligŒ,middot·,frac12½,ethð,ETHÐ,thornþ,THORNÞ'
  )
    .split(',')
    .map((entity) => [entity.slice(0, -1), entity.slice(-1)]),
);
/** What follows a letter in the names of letters with marks: `eacute`, `Uuml`. */
const MARKS = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030A',
    cedil: '\u0327',
    caron: '\u030C',
  }),
);

/** Decodes HTML's character references, once: what comes out is text, whatever it looks like. */
export function decode(text: string): string {
  return text.replace(/&(?:#(x[\da-f]+|\d+)|(\w+));/gi, (reference, code: string | undefined, name) => {
    const word = String(name);
    const mark = MARKS.get(word.slice(1));
    if (!code) return mark ? (word.charAt(0) + mark).normalize() : (ENTITIES.get(word) ?? reference);
    const point = Number(code.replace(/x/i, '0x'));
    // no code point is there for half a surrogate pair, nor beyond the end
    return point && point < 0x110000 && point >> 11 !== 27 ? String.fromCodePoint(point) : reference;
  });
}

const CODES = {
  language: /^([a-z]{2,3}(-\w+)*|[A-Z]{2})$/,
  // not of those that are no more, which `Intl` calls by the names of others
  region: /^(?!su|yu|cs|dd)[a-z]{2}$/i,
};

/** The English name of a language or country that is given by its code; undefined where nobody knows it. */
export function nameOf(code: string, type: keyof typeof CODES): string | undefined {
  if (!CODES[type].test(code)) return code;
  try {
    return new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code.toUpperCase());
  } catch {
    return undefined;
  }
}

const TAG = /<(?:(br)|(\/?(?:p|div|[uo]l|li))|\/?(?:b|i|em|strong|a|span))(?:\s[^<>=]*=[^<>]*|\s*\/?)>/gi;

/** Leaves out the plainest of HTML's tags, and breaks lines where they do; what else is in angle brackets is text. */
export function untag(text: string): string {
  return text.replace(TAG, (_, line, block) => (block ? '\n\n' : line ? '\n' : '')).replace(/\n{3,}/g, '\n\n');
}

const EMPHASIS = /(?<!\w)([*_]{1,3})(?=\S)([^*_\n]*[^*_\s])\1(?!\w)/g;

/** Leaves out the plainest of Markdown's signs: of emphasis within a line, twice for one within the other, links, pictures and headings. */
export function unmark(text: string): string {
  return text
    .replace(/^#{1,6} +|!?\[([^[\]\n]*)\]\(https?:[^\s()]+\)/gm, '$1')
    .replace(EMPHASIS, '$2')
    .replace(EMPHASIS, '$2');
}

/** A number such as `8.0`, `4,1`, `1,234,567` or `23 456`; what may mean two things, such as `1.2K`, is none. */
export function number(text: string): number | string {
  return /^(\d+|\d{1,3}([,\s])\d{3}(\2\d{3})*)(\.\d+)?$|^\d+,\d\d?$/.test(text)
    ? Number(text.replace(/,(?=\d\d?$)/, '.').replace(/[,\s]/g, ''))
    : text;
}

/** How many: `959` or `1,234,567`; with a point or a decimal comma it may be a thousand times as many elsewhere. */
export function count(text: string): number | string {
  return /\.|,\d\d?$/.test(text) ? text : number(text);
}

/** The year that a text or its day begins with. */
export function year(text: string): number | string {
  const date = day(text);
  return /^\d{4}(?!\d)/.test(date) ? parseInt(date) : text;
}

/** Whole minutes of `126 min`, `126'`, `2 h 6 min`, `2h06` or `PT2H6M`; 0 where those say that nobody knows. */
export function minutes(text: string): number | string {
  const [said, hours = 0, rest = '0', seconds = 0] =
    /^(?:P(?:0[YMD])*T(?!\d+$))?(?:(\d+)\s?h[aeorsu]*[.,\s]*)?(?:(\d,\d{3}|\d+)(?:\s?m(?:i?n[a-z]*)?\.?|'|$))?(?:(\d+)(?:\.\d+)?S)?$/i.exec(
      text,
    ) ?? [];
  return said ? Number(hours) * 60 + Number(number(rest)) + Math.floor(Number(seconds) / 60) : number(text);
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The day of `18 Dec 2013`, `December 18, 2013` or a point in time, as it is written there: no time zone moves it. */
export function day(text: string): string {
  const [, before, name = '?', after, year] = /^(?:(\d\d?) )?([a-z]{3,})\.? (?:(\d\d?),? )?(\d{4})$/i.exec(text) ?? [];
  // a month of another language may begin as one of these, but does not end within it
  const month = MONTHS.findIndex((whole) => whole.startsWith(name.toLowerCase())) + 1;
  if (!month) return text.replace(/^(\d{4}-\d\d-\d\d)[T ]\d.*/, '$1');
  return [year, month, before ?? after].flatMap((part) => (part ? `${part}`.padStart(2, '0') : [])).join('-');
}
