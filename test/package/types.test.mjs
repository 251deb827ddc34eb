// What TypeScript knows of the elements without a framework: each tag's class, each event's class.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTypes } from './check-types.mjs';
import { read } from './markdown.mjs';

const elements = JSON.parse(read('custom-elements.json')).modules.flatMap((module) => module.declarations);

/** Listens for an event where it is known as one of that class, and nothing less. */
const listens = (where, name, type) =>
  `import { ${type === 'Event' ? 'VoteEvent' : type} as Type } from 'film-widgets';
${where}.addEventListener('${name}', (event) => { const known: ${type === 'Event' ? 'Event' : 'Type'} = event; console.log(known, Type); });`;

describe('TypeScript', () => {
  it('knows the class of every tag where only its define file is imported', () => {
    const codes = elements.map(
      ({ tagName, name }) =>
        `import 'film-widgets/${tagName}/define';
import type { ${name} } from 'film-widgets/${tagName}';
export const element: ${name} = document.createElement('${tagName}');`,
    );
    assert.deepEqual(checkTypes(codes).messages, []);
  });

  it('knows the class of every event, on the element and on the document', () => {
    const codes = elements.flatMap(({ tagName, events = [] }) =>
      events.flatMap(({ name, type }) =>
        [`document.createElement('${tagName}')`, 'document'].map((where) => listens(where, name, type.text)),
      ),
    );
    assert.ok(codes.length > 20);
    assert.deepEqual(checkTypes(codes).messages, []);
  });

  const annotated = (fields) => `import type { FilmInput } from 'film-widgets';
export const film: FilmInput = { id: 'imdb:tt1798709', title: 'Her', ${fields} };
document.createElement('film-card').film = film;`;

  it('takes a payload as a page may write it: some of a rating, names for people, a poster without words', () => {
    const codes = [
      'rating: { average: 4.2 }',
      "cast: ['Amy Adams', { name: 'Rooney Mara' }]",
      "poster: { src: '/her.jpg' }",
    ];
    assert.deepEqual(checkTypes([...codes.map(annotated), annotated('year: 2013')]).messages, []);
  });

  it('takes a film that was parsed for one that a page may write', () => {
    const code = `import type { Film, FilmInput } from 'film-widgets/server';
export const again = (film: Film): FilmInput => film;`;
    assert.deepEqual(checkTypes([code]).messages, []);
  });

  it('refuses a payload with a field of the wrong type, or one that there is none of (negative control)', () => {
    const wrong = ["year: '2013'", "rating: { average: '4.2' }", "cast: [{ role: 'Amy' }]", 'budget: 23e6'];
    assert.equal(checkTypes(wrong.map(annotated)).messages.length, wrong.length);
  });

  it('does not know an event that there is none of (negative control)', () => {
    assert.equal(checkTypes([listens("document.createElement('film-card')", 'votes', 'VoteEvent')]).messages.length, 1);
  });
});
