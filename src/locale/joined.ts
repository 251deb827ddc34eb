import { say } from './words.js';

/** What stands between words: in a sentence, after one, and after what a sentence is about. In English. */
export const joinMessages = { comma: ', ', stop: '. ', colon: ': ' } as const;

/** What there is of some parts, with a mark of the language between them. */
export function joined(
  lang: string,
  parts: readonly (string | undefined)[],
  mark: keyof typeof joinMessages = 'comma',
): string {
  const said = parts.filter(Boolean);
  return said.length > 1 ? said.join(say(lang, joinMessages, mark)) : (said[0] ?? '');
}
