// custom-elements.json is what editors and Storybook show: nothing private, and a line for everything public.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = modules.flatMap((module) => module.declarations);
/** All style sheets, as they are written. */
const css = readdirSync('src', { recursive: true })
  .filter((name) => name.endsWith('.styles.ts'))
  .map((name) => readFileSync(`src/${name}`, 'utf8'))
  .join('\n');
/** Custom properties that no style sheet has with the value that is said to be theirs. */
const untrue = (properties = []) =>
  properties.filter(({ name, default: value }) => value && !css.includes(`var(${name}, ${value})`));

const isOneLine = (description) => /^["A-Z`].*[.?"]$/.test(description ?? '') && description.length <= 130;

describe('custom-elements.json', () => {
  it('holds our elements and nothing else', () => {
    assert.deepEqual(elements.map((element) => element.tagName).sort(), [
      'film-card',
      'review-excerpt',
      'star-rating',
      'vote-store',
    ]);
  });

  for (const element of elements)
    describe(`<${element.tagName}>`, () => {
      it('has no private member', () => {
        const hidden = element.members.filter(
          ({ name, privacy }) => /^[#_[]/.test(name) || (privacy && privacy !== 'public'),
        );
        assert.deepEqual(hidden, []);
      });

      it('has no static member, and no default that only the source knows', () => {
        const all = [...element.members, ...(element.attributes ?? [])];
        const wrong = all.filter(({ static: isStatic, default: value }) => isStatic || /[A-Z]{2}/.test(value));
        assert.deepEqual(wrong, []);
      });

      it('has the values that custom properties have unless they are set', () => {
        assert.deepEqual(untrue(element.cssProperties), []);
      });

      for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'])
        it(`has one line for each of its ${kind}`, () => {
          const silent = (element[kind] ?? [])
            .filter(({ description }) => !isOneLine(description))
            .map(({ name }) => name);
          assert.deepEqual(silent, []);
        });
    });

  it('would not say another value than the style sheets (negative control)', () => {
    const properties = [
      { name: '--film-widgets-space', default: '2em' },
      { name: '--film-widgets-ink' },
      { name: '--film-widgets-radius', default: '0.375em' },
    ];
    assert.deepEqual(untrue(properties), [properties[0]]);
  });
});
