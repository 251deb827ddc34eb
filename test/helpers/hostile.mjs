// Texts, addresses and JSON that break such things: a sample of our own, which every run reads, and the collections of other
// projects, where they are. Those are under licences of their own and not kept here.
import { existsSync, readFileSync } from 'node:fs';

/** Whoever names the folder means it: then it has to be there. */
const FOLDER = process.env.CORPORA ?? '../shared/corpora';
const COLLECTIONS = [
  ...['dompurify-expect', 'html5lib-tokenizer-inputs', 'js-xss-inputs', 'sanitize-html-inputs'].map(
    (name) => `html-text/${name}`,
  ),
  ...['text/blns', 'text/trojan-source-samples'],
  ...['url/hostile-urls', 'url/wpt-derived-scheme-verdicts'],
  ...['json/jsontestsuite-parsing', 'json/prototype-pollution'],
];
const areHere = process.env.CORPORA !== undefined || existsSync(FOLDER);

/** What a run says that has the sample alone; else nothing. */
export const leftOut = areHere
  ? ''
  : `skipped: corpora not present: ${COLLECTIONS.length} collections of hostile input, in which ${FOLDER} is missing`;

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const ours = (name) => read(`test/fixtures/hostile/${name}.json`);
/** The items of all collections of a kind. */
const theirs = (kind) =>
  areHere ? COLLECTIONS.filter((name) => name.startsWith(kind)).flatMap((name) => read(`${FOLDER}/${name}.json`)) : [];

const base64 = (text) => Buffer.from(text).toString('base64');

/** Each kind as two lists: our sample, and what others collected. */
export const hostileTexts = () => [
  ours('texts'),
  [...theirs('html-text/'), ...theirs('text/')].map((item) => item.input ?? item.payload ?? item.text ?? item),
];

/** With whether a card may not follow them. */
export function hostileUrls() {
  const { followed, refused } = ours('urls');
  return [
    [...followed.map((input) => ({ input, refused: false })), ...refused.map((input) => ({ input, refused: true }))],
    theirs('url/').map(({ input, must_not_navigate, credentials }) => ({
      input,
      refused: Boolean(must_not_navigate || credentials),
    })),
  ];
}

/** In base64, with whether a parser accepts them: `y`, `n`, or `i` where parsers may differ. */
export function hostileJson() {
  const { readable, broken } = ours('json');
  const sample = (expect) => (text) => ({ name: text, expect, base64: base64(text) });
  return [[...readable.map(sample('y')), ...broken.map(sample('n'))], theirs('json/jsontestsuite')];
}

/** In base64: JSON that is after `Object.prototype`. */
export const pollutingJson = () => [
  ours('pollution').map(base64),
  theirs('json/prototype-pollution').map(({ json }) => base64(json)),
];
