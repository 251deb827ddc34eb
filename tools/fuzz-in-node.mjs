// What tests of pure code find when they run without a browser: mocha's functions, and the `expect` of @open-wc/testing.
import * as node from 'node:test';

export { expect } from 'chai';

globalThis.it = node.it;
globalThis.describe = (title, tests) => node.describe(title, () => tests.call({ timeout() {} }));
