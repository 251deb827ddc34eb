import assert from 'node:assert/strict';
import { it } from 'node:test';

/**
 * `it` for what not every machine, or driver, can do. Where it cannot, a test in its place says why, and tries whether it is so.
 * @param {() => boolean} can tries it
 */
export const itWhere = (can, why) =>
  can() ? it : (title) => it(`${title} [not possible here: ${why}]`, () => assert.equal(can(), false));
