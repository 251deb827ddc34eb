import { expect } from '@open-wc/testing';
import { NEEDED } from './where-possible.js';

describe('what not every engine lets a test do', () => {
  for (const [what, { here, can }] of Object.entries(NEEDED))
    it(`is ${here ? '' : 'not '}possible in this one, as the list says: ${what}`, async () => {
      expect(await can()).to.equal(here);
    });
});
