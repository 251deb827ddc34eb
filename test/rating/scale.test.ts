import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  choiceAt,
  choiceCount,
  moveRating,
  ratingAtPart,
  toMax,
  toRating,
  toStep,
  type Scale,
} from '../../src/rating/scale.js';
import { runs } from '../helpers/runs.js';

const RUNS = runs(1000);

/** The choices of a scale written out by hand: whole numbers of ten-thousandths, as one would on paper. */
function choices({ max, step }: Scale): number[] {
  const list: number[] = [];
  for (let n = 1; Number((n * step).toFixed(4)) <= max; n++) list.push(Number((n * step).toFixed(4)));
  return list;
}

/** Scales whose step has four decimals at most, so that it can be written out. */
const scale: fc.Arbitrary<Scale> = fc
  .record({
    max: fc.integer({ min: 1, max: 20 }),
    step: fc.constantFrom(1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.04, 0.02, 0.01, 2, 2.5, 4, 5),
  })
  .map(({ max, step }) => ({ max, step: toStep(step, max) }));
const rubbish = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, -1, 1e-320, 1e308, Number.MIN_VALUE, '3', '', null, undefined),
);

describe('scale', () => {
  it('takes whole numbers from 1 to 20 for max, and 5 for everything else', () => {
    fc.assert(
      fc.property(fc.oneof(rubbish, fc.integer({ min: -5, max: 30 })), (input) => {
        const whole = Array.from({ length: 20 }, (_, i) => i + 1);
        expect(toMax(input)).to.equal(whole.find((n) => n === input) ?? 5);
      }),
      RUNS,
    );
  });

  it('takes a step that divides max, and 1 for everything else', () => {
    fc.assert(
      fc.property(fc.oneof(rubbish, fc.double({ min: 0, max: 25 })), fc.integer({ min: 1, max: 20 }), (input, max) => {
        const step = toStep(input, max);
        expect(step === input || step === 1).to.equal(true);
        expect(Math.abs(max / step - Math.round(max / step))).to.be.lessThan(1e-6);
        expect(max / step).to.be.within(1, Number.MAX_SAFE_INTEGER);
      }),
      RUNS,
    );
  });

  for (const [step, max, read] of [
    [0.1, 5, 0.1],
    [0.25, 1, 0.25],
    [1 / 3, 5, 1 / 3],
    [0.3, 5, 1],
    [2, 5, 1],
    [2, 4, 2],
    [2.5, 5, 2.5],
    [5, 5, 5],
    [6, 5, 1],
    [0, 5, 1],
    [-1, 5, 1],
    [Infinity, 5, 1],
    ['0.5', 5, 1],
    [true, 5, 1],
  ] as const)
    it(`reads a step of ${step} in ${max} as ${read}`, () => {
      expect(toStep(step, max)).to.equal(read);
    });

  it('has the choices that one would write down, in order', () => {
    fc.assert(
      fc.property(scale, (scale) => {
        const written = choices(scale);
        const given = Array.from({ length: choiceCount(scale) }, (_, i) => choiceAt(scale, i + 1));
        expect(given).to.deep.equal(written);
      }),
      RUNS,
    );
  });

  it('gives 0.3, 0.7 and 1.1 for steps of 0.1', () => {
    const scale = { max: 5, step: 0.1 };
    expect([3, 7, 11].map((n) => choiceAt(scale, n))).to.deep.equal([0.3, 0.7, 1.1]);
    expect(3 * 0.1).not.to.equal(0.3);
  });

  it('clamps a rating into the scale, and takes 0 and what is no number for none', () => {
    fc.assert(
      fc.property(scale, fc.oneof(rubbish, fc.double({ min: -2, max: 22 })), (scale, input) => {
        const rating = toRating(input, scale);
        if (typeof input !== 'number' || Number.isNaN(input) || input === 0) {
          expect(rating).to.equal(null);
          return;
        }
        const [lowest] = choices(scale) as [number];
        expect(rating).to.equal(input < lowest ? lowest : input > scale.max ? scale.max : input);
      }),
      RUNS,
    );
  });

  it('moves to the neighbouring choice, and never past an end', () => {
    fc.assert(
      fc.property(scale, fc.nat(400), fc.constantFrom(1, -1), (scale, n, by) => {
        const list = choices(scale);
        const i = n % list.length;
        expect(moveRating(list[i]!, by, scale)).to.equal(list[i + by] ?? list[i]);
      }),
      RUNS,
    );
  });

  it('moves from between two choices to the nearest in that direction', () => {
    fc.assert(
      fc.property(scale, fc.double({ min: 0.01, max: 20, noNaN: true }), fc.constantFrom(1, -1), (scale, value, by) => {
        fc.pre(value <= scale.max);
        const list = choices(scale);
        fc.pre(list.every((choice) => Math.abs(choice - value) > 1e-6));
        const next =
          by > 0 ? list.find((choice) => choice > value) : (list.findLast((choice) => choice < value) ?? list[0]);
        expect(moveRating(value, by, scale)).to.equal(next);
      }),
      RUNS,
    );
  });

  it('begins at the lowest from unset, and only upwards', () => {
    fc.assert(
      fc.property(scale, (scale) => {
        expect(moveRating(null, 1, scale)).to.equal(choices(scale)[0]);
        expect(moveRating(null, -1, scale)).to.equal(null);
      }),
      RUNS,
    );
  });

  it('finds the choice under a point of the row', () => {
    fc.assert(
      fc.property(scale, fc.double({ min: 0, max: 1, noNaN: true }), (scale, part) => {
        const list = choices(scale);
        const borders = list.map((_, i) => (i + 1) / list.length);
        fc.pre(borders.every((border) => Math.abs(border - part) > 1e-9));
        expect(ratingAtPart(part, scale)).to.equal(list[borders.findIndex((border) => part < border)] ?? list.at(-1));
      }),
      RUNS,
    );
  });

  it('gives the lowest at the very start, and the highest at the very end', () => {
    expect(ratingAtPart(0, { max: 5, step: 0.5 })).to.equal(0.5);
    expect(ratingAtPart(1, { max: 5, step: 0.5 })).to.equal(5);
  });
});
