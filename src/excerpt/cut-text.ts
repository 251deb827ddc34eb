/** A text in two: what is shown at first, and the rest. */
export interface CutText {
  readonly shown: readonly string[];
  /** Empty when all is shown. */
  readonly rest: readonly string[];
  /** Whether `rest` begins in the middle of the paragraph that ends `shown`. */
  readonly split: boolean;
}

/** It is not worth a button to hide less than this part of a text. */
const LEAST_HIDDEN = 0.2;
/** A sentence may end this much before the limit; else a word does. */
const SENTENCE_SLACK = 0.5;

/** What opens a bracket or a quotation just before a word: some marks do so always, others where they close nothing. */
const OPENING = /[\p{Ps}\p{Pi}¿¡]$|[\s\p{Ps}\p{Pi}](?:\p{Pi}\s|[\p{Pf}"'])$/u;

/** A title or an initial before a name: its point ends no sentence, and it is one with the name. */
const TITLE = /(?:^|[^\p{L}.])(?:\p{Lu}|[DMS]ra?s?|Ms|St|Prof)\.\s$/u;

/** French has a space before what closes a quotation; without one after it, it opens a German one. */
const CLOSING = /^\s?»[,.;:!?)]?\s/;

/** A space, or a character of a script that has none between words: what has neither in it is one word, or an address. */
const SPACE = /[\s\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\uff00-\uffef]/u;

const segments = (text: string, lang: string, granularity: 'sentence' | 'word' | 'grapheme'): Intl.Segments =>
  new Intl.Segmenter(lang, { granularity }).segment(text);

/**
 * Cuts paragraphs, which have no line breaks in them, after at most `limit` characters: at the end of a
 * sentence, else before a word, and never inside what a reader sees as one character.
 * @param limit UTF-16 code units, 1 or more
 * @param lang a language tag that `Intl` takes
 */
export function cutText(paragraphs: readonly string[], limit: number, lang: string): CutText {
  const text = paragraphs.join('\n\n');
  const all: CutText = { shown: paragraphs, rest: [], split: false };
  if (text.length <= limit) return all;
  const at = cutIndex(text, limit, lang);
  if (text.length - at < text.length * LEAST_HIDDEN) return all;
  const before = text.slice(0, at);
  // a line break ends a sentence, and what follows it belongs to the next paragraph
  const split = !before.endsWith('\n');
  // a space that stood at the end would let a line break before what is put there
  const end = split ? before.trimEnd().length : at;
  return {
    shown: text.slice(0, end).split('\n').filter(Boolean),
    rest: text.slice(end).split('\n').filter(Boolean),
    split,
  };
}

function cutIndex(text: string, limit: number, lang: string): number {
  // a little more than the limit, so that what ends just there is seen to end
  const start = text.slice(0, limit + 50);
  const last = (granularity: 'sentence' | 'word', placeOf: (part: Intl.SegmentData) => number): number =>
    [...segments(start, lang, granularity)]
      .map((part) => beforeOpening(text, placeOf(part)))
      .findLast(
        (at) =>
          SPACE.test(text.slice(at - 1, at + 1)) &&
          !TITLE.test(text.slice(Math.max(0, at - 7), at)) &&
          !CLOSING.test(text.slice(at)),
      ) ?? 0;
  // where no space parts sentences, the quotation mark of the next one counts to this one
  const sentence = last('sentence', ({ index, segment }) =>
    index + segment.trimEnd().length <= limit ? index + segment.length : 0,
  );
  if (sentence >= limit * SENTENCE_SLACK) return sentence;
  const word = last('word', ({ index, isWordLike }) => (isWordLike && index <= limit ? index : 0));
  const cluster = segments(text, lang, 'grapheme').containing(word || beforeOpening(text, limit))?.index ?? 0;
  return cluster > 0 ? cluster : text.length;
}

/** What opens there belongs to what it is around; a text of nothing else is cut where it was. */
function beforeOpening(text: string, end: number): number {
  let at = end;
  while (OPENING.test(text.slice(Math.max(0, at - 3), at))) at--;
  return at || end;
}
