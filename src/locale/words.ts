import { memoize } from './memoize.js';

/** A sentence with `{names}` in it, or one for each plural form that the language has. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Messages by name. */
export type Messages = Readonly<Record<string, Message>>;

/** What a sentence is told: numbers are written as the language writes them. */
export type Params = Readonly<Record<string, string | number>>;

interface Store {
  readonly languages: Map<string, Messages>;
  readonly listeners: Set<() => void>;
}

// one store for all copies of the library on a page, so that a language file serves whichever came first
const KEY: unique symbol = Symbol.for('film-widgets.messages');
const shared = globalThis as { [KEY]?: Store };
const store: Store = (shared[KEY] ??= { languages: new Map(), listeners: new Set() });
const { languages, listeners } = store;

const formatsOf = memoize((lang: string) => {
  const number = new Intl.NumberFormat(lang);
  const plural = new Intl.PluralRules(lang);
  return {
    write: memoize((n: number) => number.format(+n.toFixed(2))),
    plural: memoize((n: number) => plural.select(n)),
  };
});

/** Hebrew, Arabic and their kin, and what else may turn a text around. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/;

/** A sentence's words and, at every odd place, the names between them. */
const parse = memoize((sentence: string) => ({ parts: sentence.split(/[{}]/), isRtl: RIGHT_TO_LEFT.test(sentence) }));

/**
 * Adds messages in a language, or replaces some.
 * @param lang a BCP 47 tag, "de" or "de-AT"
 */
export function defineMessages(lang: string, messages: Messages): void {
  const tag = lang.toLowerCase();
  // without a prototype, which has a `valueOf` too
  languages.set(tag, Object.assign(Object.create(null) as Messages, languages.get(tag), messages));
  for (const listener of listeners) listener();
}

/** Calls back when messages were added. */
export function onMessages(listener: () => void): void {
  listeners.add(listener);
}

/** A language tag that `Intl` takes; English for one that is none. */
export const usableLanguage: (lang: string) => string = memoize((lang) => {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
});

/** A number as a language writes it, with at most two decimals. */
export function writeNumber(lang: string, value: number): string {
  return formatsOf(lang).write(value);
}

/**
 * One of an element's sentences: in the nearest language that has it, else from `english`.
 * The plural form goes by the number `n`, which is the one that the sentence counts. Where directions may
 * mix, names are kept from turning the sentence around, by the isolates of Unicode's UAX #9, and a mark says how it runs.
 */
export function say(lang: string, english: Messages, name: string, params: Params = {}): string {
  let from = lang.toLowerCase();
  while (from && !languages.get(from)?.[name]) from = from.slice(0, Math.max(0, from.lastIndexOf('-')));
  let message = languages.get(from || 'en')?.[name] ?? english[name] ?? name;
  if (typeof message !== 'string') {
    message = message[formatsOf(from ? lang : 'en').plural(Number(params.n))] ?? message.other ?? '';
  }
  const { parts, isRtl } = parse(message);
  const mixes =
    message !== '' && // of which nothing is to be made
    Object.values(params).some((value) => typeof value === 'string' && (isRtl || RIGHT_TO_LEFT.test(value)));
  const words = parts.map((part, i) => {
    const value = i % 2 ? (params[part] ?? '') : part;
    if (typeof value === 'number') return writeNumber(lang, value);
    return i % 2 && mixes ? `\u2068${value}\u2069` : value;
  });
  return (mixes ? (isRtl ? '\u200f' : '\u200e') : '') + words.join('');
}
