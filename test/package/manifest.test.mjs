// custom-elements.json is what editors and Storybook show: nothing private, and a line for everything public.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const elements = modules.flatMap((module) => module.declarations);
/** Known from every native form field. */
const NATIVE = [
  'validity',
  'validationMessage',
  'willValidate',
  'checkValidity',
  'reportValidity',
  'setCustomValidity',
];

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

      for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'])
        it(`has one line for each of its ${kind}`, () => {
          const silent = (element[kind] ?? [])
            .filter(({ name, description }) => !isOneLine(description) && !NATIVE.includes(name))
            .map(({ name }) => name);
          assert.deepEqual(silent, []);
        });
    });
});
