import { expect } from '@open-wc/testing';
import { paragraphs } from '../../src/excerpt/paragraphs.js';
import { LONG_TASK, milliseconds } from '../helpers/long-task.js';

describe('paragraphs', () => {
  for (const [what, text, expected] of [
    ['one line', 'One.', ['One.']],
    ['nothing', '', []],
    ['white space alone', ' \n\t\n \r\n', []],
    ['a blank line', 'One.\n\nTwo.', ['One.', 'Two.']],
    ['several blank lines', 'One.\n\n\n\nTwo.', ['One.', 'Two.']],
    ['a line of spaces', 'One.\n \t \nTwo.', ['One.', 'Two.']],
    ['blank lines at the ends', '\n\nOne.\n\n', ['One.']],
    ['line breaks at the ends', '\nOne.\n', ['One.']],
    ['a single line break', 'One\ntwo.', ['One two.']],
    ['indented lines', 'One\n    two\n  three.', ['One two three.']],
    ['line breaks of Windows', 'One\r\ntwo.\r\n\r\nThree.', ['One two.', 'Three.']],
    ['line breaks of old Macs', 'One\rtwo.\r\rThree.', ['One two.', 'Three.']],
    ['a hyphen between letters', 'well-\nlit', ['well-lit']],
    ['a hyphen between letters of any script', 'über-\nälter', ['über-älter']],
    ['a hyphen after a letter and its mark', 'cafe\u0301-\nbar', ['cafe\u0301-bar']],
    ['a hyphen after a digit', 'from 9-\nten', ['from 9- ten']],
    ['a hyphen before a digit', 'the F-\n16 flies', ['the F- 16 flies']],
    ['a dash', 'he said -\nand left', ['he said - and left']],
    ['two hyphens', 'he said--\nand left', ['he said-- and left']],
    ['a hyphen alone at the start of a line', '-\nitem', ['- item']],
    ['a hyphen at the end of a paragraph', 'well-\n\nlit', ['well-', 'lit']],
    ['an en dash', '1990–\nnow', ['1990– now']],
  ] as const)
    it(`reads ${what}: ${JSON.stringify(text)}`, () => {
      expect(paragraphs(text)).to.deep.equal([...expected]);
    });

  it('reads its own result as the same', () => {
    const text = 'A hard-\nwrapped   text,\n with\n\n  two paragraphs.\n';
    const once = paragraphs(text);
    expect(paragraphs(once.join('\n\n'))).to.deep.equal(once);
  });

  it('is quick with 20,000 characters of white space', () => {
    const texts = [`a${' '.repeat(10_000)}\n${' '.repeat(10_000)}b`, '\n'.repeat(20_000), 'a\n'.repeat(10_000)];
    expect(milliseconds(() => texts.forEach((text) => paragraphs(text)))).to.be.below(LONG_TASK);
  });
});
