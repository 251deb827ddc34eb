import { expect } from '@open-wc/testing';
import { breakOff } from '../../src/excerpt/break-off.js';

describe('a text that goes on elsewhere', () => {
  for (const [text, shown] of [
    ['It begins', 'It begins…'],
    ['It begins...', 'It begins…'],
    ['It begins ...', 'It begins…'],
    ['It begins…', 'It begins…'],
    ['It begins  …', 'It begins…'],
    ['It begins ', 'It begins…'],
    ['  It begins', '  It begins…'],
    ['It ends.', 'It ends.\u00a0…'],
    ['It ends....', 'It ends.\u00a0…'],
    ['Does it?', 'Does it?\u00a0…'],
    ['It does! …', 'It does!\u00a0…'],
    ['Well... it begins', 'Well... it begins…'],
    ['It begins […]', 'It begins…'],
    ['It ends. [...]', 'It ends.\u00a0…'],
    ['It begins (…)', 'It begins…'],
    ['It begins [ … ]', 'It begins…'],
    ['It ends [here]', 'It ends [here]…'],
    ['', '…'],
  ] as const)
    it(`ends in one ellipsis: ${JSON.stringify(text)} as “${shown}”`, () => {
      expect(breakOff(text)).to.equal(shown);
    });
});
