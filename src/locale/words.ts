/** A sentence with `{names}` in it, or one for each plural form that the language has. */
export type Message = string | { readonly [form in Intl.LDMLPluralRule]?: string };

/** Messages by name. */
export type Messages = Readonly<Record<string, Message>>;

/** What a sentence is told: numbers are written as the language writes them. */
export type Params = Readonly<Record<string, string | number>>;

// one store for all copies of the library on a page, so that a language file serves whichever came first
const KEY: unique symbol = Symbol.for('film-widgets.messages') as never;
const store: { languages: Map<string, Messages>; listeners: Set<() => void> } = ((
  globalThis as { [KEY]?: typeof store }
)[KEY] ??= { languages: new Map(), listeners: new Set() });

/**
 * Adds messages in a language, or replaces some.
 * @param lang a BCP 47 tag, "de" or "de-AT"
 */
export function defineMessages(lang: string, messages: Messages): void {
  const tag = lang.toLowerCase();
  store.languages.set(tag, { ...store.languages.get(tag), ...messages });
  for (const listener of store.listeners) listener();
}

/** Calls back when messages were added. */
export function onMessages(listener: () => void): void {
  store.listeners.add(listener);
}

/** A language tag that `Intl` takes; English for one that is none. */
export function usableLanguage(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang.trim() || 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const formats = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

const cached = <T>(cache: Map<string, T>, key: string, make: () => T): T => {
  let value = cache.get(key);
  if (!value) cache.set(key, (value = make()));
  return value;
};

/** A number as a language writes it, with at most one decimal unless told otherwise. */
export function writeNumber(lang: string, value: number, digits = 1): string {
  return cached(formats, lang + digits, () => new Intl.NumberFormat(lang, { maximumFractionDigits: digits })).format(
    value,
  );
}

/**
 * One of an element's sentences: in the nearest language that has it, else from `english`.
 * The plural form goes by the number `n`, which is the one that the sentence counts.
 */
export function say<M extends Messages>(lang: string, english: M, name: keyof M & string, params: Params = {}): string {
  const tags = lang.toLowerCase().split('-');
  let message: Message | undefined;
  let from = lang;
  while (!message && tags.length) {
    message = store.languages.get(tags.join('-'))?.[name];
    tags.pop();
  }
  if (!message) {
    message = store.languages.get('en')?.[name] ?? (english[name] as Message);
    from = 'en';
  }
  if (typeof message !== 'string') {
    const n = Number(params['n']);
    const form = cached(plurals, from, () => new Intl.PluralRules(from)).select(n);
    message = message[form] ?? message.other ?? '';
  }
  return message.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = params[key] ?? '';
    return typeof value === 'number' ? writeNumber(lang, value) : value;
  });
}
