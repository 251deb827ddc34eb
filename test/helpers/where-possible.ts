// Tests of what not every engine lets a test do. Where it does not they pass, say why in their title, and check that it is so.
// docs/engines.md has the same list in words.
import { expect } from '@open-wc/testing';
import { isChromium, isWebKit } from './browser.js';

const NEEDED = {
  touch: { here: isChromium, why: 'no touch through its driver' },
  media: { here: isChromium, why: 'no emulated media through its driver' },
  picture: { here: isChromium, why: 'no pictures and no emulated media through its driver' },
  'finding far away': {
    here: !isWebKit,
    why: 'its `find` overlooks what is not laid out',
  },
  'another window': { here: !isWebKit, why: 'its driver opens none for a script' },
  'accessibility tree': { here: isChromium, why: 'no accessibility tree through its driver' },
};

/** A test that needs something which only some engines, or their drivers, have. */
export const itWith = (needed: keyof typeof NEEDED, title: string, test: Mocha.AsyncFunc): Mocha.Test => {
  const { here, why } = NEEDED[needed];
  return here ? it(title, test) : it(`${title} [not possible here: ${why}]`, () => expect(here).to.equal(false));
};
