import { scriptJson } from '../film/script-json.js';

/** Markup. Only this file makes it, so no text can pass for it. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type { Markup };

/** What may stand in a template: text, which is escaped, or markup; nothing where there is nothing. */
export type Value = string | number | Markup | false | undefined | readonly Value[];

/**
 * Markup in which every `${text}` is text and stays text. Holes are in text or between double quotes, nowhere else.
 */
export const markup = (strings: TemplateStringsArray, ...values: readonly Value[]): Markup =>
  new Markup(String.raw({ raw: strings }, ...values.map(write)));

function write(value: Value): string {
  if (value instanceof Markup) return value.toString();
  if (Array.isArray(value)) return (value as readonly Value[]).map(write).join('');
  return value === undefined || value === false ? '' : escape(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;', // &apos; is not known to old mail programs
  '\r': '&#13;', // a parser makes a line feed of the bare one
};

/** A character that HTML or XML (an RSS feed) cannot carry becomes U+FFFD, as it would in a parser. */
const escape = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff\p{Cs}]/gu, '\ufffd')
    .replace(/[&<>"'\r]/g, (char) => ENTITIES[char] ?? '');

/** ` name="value"`, or nothing where there is no value. */
export const attribute = (name: string, value: string | number | undefined): Markup | undefined =>
  value === undefined ? undefined : markup` ${name}="${value}"`;

/** What there is of several things, with something between; undefined where there is nothing of any. */
export function joined(between: string, values: readonly Value[]): Markup | undefined {
  const there = values.filter((value) => value !== undefined && value !== false && value !== '');
  return there.length ? markup`${there.map((value, i) => (i ? [between, value] : value))}` : undefined;
}

/** Data for a `<script>` element. */
export const json = (data: unknown): Markup => new Markup(scriptJson(data));
