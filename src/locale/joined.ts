import { say } from './words.js';

/** What stands between the parts of a sentence, in English. */
export const joinMessages = { comma: ', ' } as const;

/** What there is of a sentence's parts, with the comma of the language between them. */
export const joined = (lang: string, parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(say(lang, joinMessages, 'comma'));
