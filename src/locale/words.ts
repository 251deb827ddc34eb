/** A sentence with `{names}` in it, or one for each plural form that the language has. */
export type Message = string | { readonly [form in Intl.LDMLPluralRule]?: string };

/** Messages by name. */
export type Messages = Readonly<Record<string, Message>>;

/** What a sentence is told: numbers are written as the language writes them. */
export type Params = Readonly<Record<string, string | number>>;

interface Store {
  readonly languages: Map<string, Messages>;
  readonly listeners: Set<() => void>;
}

// one store for all copies of the library on a page, so that a language file serves whichever came first
const KEY = Symbol.for('film-widgets.messages');
const shared = globalThis as { [KEY]?: Store };
const { languages, listeners } = (shared[KEY] ??= { languages: new Map(), listeners: new Set() });

const plurals = new Map<string, Intl.PluralRules>();

/**
 * Adds messages in a language, or replaces some.
 * @param lang a BCP 47 tag, "de" or "de-AT"
 */
export function defineMessages(lang: string, messages: Messages): void {
  const tag = lang.toLowerCase();
  languages.set(tag, { ...languages.get(tag), ...messages });
  for (const listener of listeners) listener();
}

/** Calls back when messages were added. */
export function onMessages(listener: () => void): void {
  listeners.add(listener);
}

/** A language tag that `Intl` takes; English for one that is none. */
export function usableLanguage(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** A number as a language writes it, with at most so many decimals. */
export function writeNumber(lang: string, value: number, decimals = 2): string {
  // engines keep the formatter for a call without options, which is what makes a thousand of them cheap
  return (+value.toFixed(decimals)).toLocaleString(lang);
}

/**
 * One of an element's sentences: in the nearest language that has it, else from `english`.
 * The plural form goes by the number `n`, which is the one that the sentence counts.
 */
export function say<M extends Messages>(lang: string, english: M, name: keyof M & string, params: Params = {}): string {
  let from = lang.toLowerCase();
  let message = languages.get(from)?.[name];
  while (!message && from) {
    from = from.slice(0, Math.max(0, from.lastIndexOf('-')));
    message = languages.get(from)?.[name];
  }
  message ??= languages.get((from = 'en'))?.[name] ?? (english[name] as Message);
  if (typeof message !== 'string') {
    let rules = plurals.get(from);
    if (!rules) plurals.set(from, (rules = new Intl.PluralRules(from)));
    message = message[rules.select(params['n'] as number)] ?? message.other ?? '';
  }
  return message.replace(/\{(\w+)\}/g, (_all: string, key: string) => {
    const value = params[key] ?? '';
    return typeof value === 'number' ? writeNumber(lang, value) : value;
  });
}
