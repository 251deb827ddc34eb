// What Storybook offers of each element: a control for every attribute, and the same states in the same order.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from './markdown.mjs';

const elements = JSON.parse(read('custom-elements.json')).modules.flatMap(({ declarations }) => declarations);
const storiesOf = (tag) => read(`stories/${tag}.stories.ts`);

/** States as they follow each other, each called the same wherever an element has it. */
const STATES = [
  'Default',
  'Empty',
  'Loading',
  'OwnRating',
  'OwnAndCrowd',
  'Vote',
  'Pending',
  'VotedByHost',
  'AtAHost',
  'KeptInThisBrowser',
  'NotKept',
  'Failed',
  'FailedThenRetried',
  'Locked',
  'Disabled',
  'Readonly',
  'Arabic',
  'RightToLeft',
  'Dark',
];

/** Attributes that no story's args reach: what is bound in no template has a control that does nothing. */
const unbound = (source, attributes) =>
  attributes.map(({ name }) => name).filter((name) => !new RegExp(`[\\s?]${name}=\\$\\{`).test(source));

const states = (source) =>
  [...source.matchAll(/^export const (\w+): Story/gm)].map(([, name]) => name).filter((name) => STATES.includes(name));
const inOrder = (names) => names.toSorted((a, b) => STATES.indexOf(a) - STATES.indexOf(b));

for (const { tagName, attributes } of elements)
  describe(`the stories of ${tagName}`, () => {
    it('have a control for every attribute', () => {
      assert.deepEqual(unbound(storiesOf(tagName), attributes), []);
    });

    it('begin with what is there at rest, and go on from state to state', () => {
      const found = states(storiesOf(tagName));
      assert.equal(found[0], 'Default');
      assert.deepEqual(found, inOrder(found));
    });
  });

describe('what these tests would notice (negative control)', () => {
  it('an attribute without a control', () => {
    assert.deepEqual(unbound('html`<a href=${x} ?open=${y}>`', [{ name: 'href' }, { name: 'open' }, { name: 'ref' }]), [
      'ref',
    ]);
  });

  it('states in another order', () => {
    const found = states('export const Locked: Story = {};\nexport const Failed: Story = {};');
    assert.deepEqual(found, ['Locked', 'Failed']);
    assert.notDeepEqual(found, inOrder(found));
  });

  it('a state that no element has', () => {
    const all = elements.flatMap(({ tagName }) => states(storiesOf(tagName)));
    assert.deepEqual(
      STATES.filter((name) => !all.includes(name)),
      [],
    );
  });
});
