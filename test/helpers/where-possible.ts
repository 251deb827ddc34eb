// Tests of what only Chromium lets a test do. Elsewhere they pass, say why in their title, and check that it is so.
import { expect } from '@open-wc/testing';
import { isChromium } from './browser.js';

const WHY = {
  touch: 'no touch through its driver',
  media: 'no emulated media through its driver',
  'accessibility tree': 'no accessibility tree through its driver',
};

/** A test that needs something of Chromium's protocol. */
export const itWith = (needed: keyof typeof WHY, title: string, test: Mocha.AsyncFunc): Mocha.Test =>
  isChromium
    ? it(title, test)
    : it(`${title} [not possible here: ${WHY[needed]}]`, () => expect(navigator.userAgent).not.to.include('Chrome/'));
