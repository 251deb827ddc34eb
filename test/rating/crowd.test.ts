import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { countUp, recount, toAmount, toDistribution, type Crowd } from '../../src/rating/crowd.js';
import { runs } from '../helpers/runs.js';

const RUNS = runs(1000);

const votes = fc.array(fc.nat(50), { minLength: 1, maxLength: 20 });

/** What is known of a crowd. */
const crowd = (
  distribution: readonly number[] | null,
  count: number | null = null,
  average: number | null = null,
): Crowd => ({ average, count, distribution });

/** A crowd counted as one would at a table: every vote a slip of paper. */
function slips(distribution: readonly number[]): number[] {
  return distribution.flatMap((n, i) => Array.from({ length: n }, () => i + 1));
}

describe('crowd', () => {
  it('takes finite numbers that are not negative, and null for everything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.double(), fc.constantFrom(-0, NaN, Infinity, '7', 7n)), (input) => {
        const isAmount = typeof input === 'number' && Number.isFinite(input) && input >= 0;
        expect(toAmount(input)).to.equal(isAmount ? input : null);
      }),
      RUNS,
    );
  });

  it('takes a list of whole counts, one for each star', () => {
    fc.assert(
      fc.property(
        fc.oneof(votes, fc.array(fc.oneof(fc.nat(9), fc.anything()))),
        fc.integer({ min: 1, max: 20 }),
        (input, max) => {
          const fits = input.length === max && [...input].every((n) => Number.isSafeInteger(n) && (n as number) >= 0);
          expect(toDistribution(input, max)).to.equal(fits ? input : null);
        },
      ),
      RUNS,
    );
  });

  for (const input of [
    '12345',
    { length: 5 },
    null,
    undefined,
    new Set([1, 2, 3, 4, 5]),
    new Array(5),
    [1, 2, -1, 4, 5],
    5,
  ])
    it(`takes ${JSON.stringify(input)} for no distribution`, () => {
      expect(toDistribution(input, 5)).to.equal(null);
    });

  it('counts up what every single vote says', () => {
    fc.assert(
      fc.property(votes, (distribution) => {
        const paper = slips(distribution);
        const { average, count } = countUp(distribution);
        expect(count).to.equal(paper.length);
        const sum = paper.reduce((total, vote) => total + vote, 0);
        expect(average).to.equal(paper.length ? sum / paper.length : null);
      }),
      RUNS,
    );
  });

  it('recounts after a vote as if all slips were counted again', () => {
    const rating = fc.option(fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(votes, rating, rating, (distribution, before, after) => {
        fc.pre(before === null || before <= distribution.length);
        fc.pre(after === null || after <= distribution.length);
        const paper = slips(distribution);
        if (before !== null) {
          const i = paper.indexOf(before);
          if (i < 0) {
            // a vote that the numbers do not know cannot be taken out of them
            if (before !== after) expect(recount(crowd(distribution), before, after)).to.equal(null);
            return;
          }
          paper.splice(i, 1);
        }
        if (after !== null) paper.push(after);
        const recounted = recount(crowd(distribution), before, after)!;
        expect(slips(recounted.distribution!)).to.deep.equal(paper.sort((a, b) => a - b));
        expect(recounted.count).to.equal(paper.length);
      }),
      RUNS,
    );
  });

  it('adds no vote for a change, takes one away for a retraction', () => {
    expect(recount(crowd([0, 0, 0, 2, 0]), 4, 5)).to.deep.equal(crowd([0, 0, 0, 1, 1], 2, 4.5));
    expect(recount(crowd([0, 0, 0, 1, 0]), 4, null)).to.deep.equal(crowd([0, 0, 0, 0, 0], 0));
  });

  it('recounts nothing that is not exact', () => {
    expect(recount(crowd(null), null, 4)).to.equal(null);
    expect(recount(crowd([1, 1, 1, 1, 1]), null, 3.5)).to.equal(null);
    expect(recount(crowd([1, 1, 1, 1, 1]), 3.5, 4)).to.equal(null);
    expect(recount(crowd([1, 1, 1, 1, 1], 959), null, 4), 'a sample of them all').to.equal(null);
    expect(recount(crowd([1, 1, 1, 1, 1], 5), null, 4)!.count).to.equal(6);
  });

  it('leaves the given list alone', () => {
    const given = Object.freeze([1, 2, 3, 4, 5]);
    expect(recount(crowd(given), 2, 3)!.distribution).to.deep.equal([1, 1, 4, 4, 5]);
    expect(given).to.deep.equal([1, 2, 3, 4, 5]);
  });
});
