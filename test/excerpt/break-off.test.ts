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
    ['It ends.', 'It ends. …'],
    ['It ends....', 'It ends. …'],
    ['Does it?', 'Does it? …'],
    ['It does! …', 'It does! …'],
    ['Well... it begins', 'Well... it begins…'],
    ['It begins […]', 'It begins…'],
    ['It ends. [...]', 'It ends. …'],
    ['It begins (…)', 'It begins…'],
    ['It begins [ … ]', 'It begins…'],
    ['It ends [here]', 'It ends [here]…'],
    ['', '…'],
  ] as const)
    it(`ends in one ellipsis: ${JSON.stringify(text)} as “${shown}”`, () => {
      expect(breakOff(text)).to.equal(shown);
    });
});
