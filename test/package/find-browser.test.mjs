// A test run says which engines it had: one that is missing is neither a failure nor a pass.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { findEngines } from '../../tools/find-browser.mjs';

const run = (env, ...args) =>
  spawnSync(process.execPath, ['tools/find-browser.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('the engines of a machine', () => {
  it('are all three, or those that are asked for by name', () => {
    const { here, missing } = findEngines();
    assert.deepEqual([...here, ...missing].sort(), ['chromium', 'firefox', 'webkit']);
    assert.deepEqual(findEngines('chromium'), { here: ['chromium'], missing: [] });
  });

  it('are not asked for by a name that none has', () => {
    assert.throws(() => findEngines('chromium,opera'), /BROWSERS: "opera" is none of all, chromium, firefox, webkit/);
  });

  it('are named where they are missing, and the command fails', () => {
    const { stdout, status } = run(
      { PATH: '', FIREFOX_PATH: '', WEBKIT_DRIVER_PATH: '', CHROME_PATH: process.execPath },
      '--engines',
    );
    assert.equal(stdout, 'engines here: chromium\nengines missing: firefox, webkit\n');
    assert.equal(status, 1);
  });
});
