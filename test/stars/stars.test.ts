import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { starRow } from '../../src/stars/star-shape.js';
import { partClasses } from '../../src/stars/stars.js';

/** What a row's classes add up to, read back: "h7 t4 o0" is 74 %. */
function partOf(classes: string): number {
  const digits = new Map(classes.split(' ').map((name) => [name[0], Number(name.slice(1))]));
  return (digits.get('h')! * 100 + digits.get('t')! * 10 + digits.get('o')!) / 1000;
}

describe('row of stars', () => {
  it('says a part by its digits, to a tenth of a percent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (part) => {
        const classes = partClasses(part);
        expect(classes).to.match(/^h(\d|10) t\d o\d$/);
        expect(partOf(classes)).to.equal(Math.round(part * 1000) / 1000);
      }),
      { numRuns: 1000 },
    );
  });

  for (const [part, classes] of [
    [0.74, 'h7 t4 o0'],
    [0.66, 'h6 t6 o0'],
    [1 / 3, 'h3 t3 o3'],
    [0, 'h0 t0 o0'],
    [1, 'h10 t0 o0'],
    [-1, 'h0 t0 o0'],
    [7, 'h10 t0 o0'],
  ] as const)
    it(`says ${part} as ${classes}`, () => {
      expect(partClasses(part)).to.equal(classes);
    });

  it('is a polygon that every engine understands, for each number of stars', () => {
    for (let max = 1; max <= 20; max++) {
      expect(CSS.supports('clip-path', starRow(max)), `${max} stars`).to.equal(true);
      expect(CSS.supports('clip-path', starRow(max, 1)), `one of ${max} stars`).to.equal(true);
      expect(starRow(max)).not.to.match(/NaN|Infinity|undefined/);
    }
  });
});
