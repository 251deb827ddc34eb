// The numbers in the last line of `npm test` are worth what the counting is worth.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import nodeTestCounts from '../../tools/node-test-counts.mjs';
import { NOTHING as none, runCounted, withoutDeadBrowsers } from '../../tools/run.mjs';
import { countSessions, remarks } from '../../tools/wtr-reporter.mjs';

const test = (passed, skipped = false) => ({
  name: 'x',
  passed,
  skipped,
  error: passed ? undefined : { message: 'why' },
});
const place = { testFile: 'a.test.ts', browser: { name: 'Chromium' } };
const session = (tests, { passed = tests.every((one) => one.passed), errors = [] } = {}) => ({
  ...place,
  passed,
  errors,
  testResults: { name: '', tests: [], suites: [{ name: 'suite', suites: [], tests }] },
});

describe('browser test counts', () => {
  it('adds up nested tests of every session', () => {
    const sessions = [session([test(true), test(false)]), session([test(true), test(true, true)])];
    assert.deepEqual(countSessions(sessions), {
      passed: 2,
      failed: 1,
      skipped: 1,
      failures: ['Chromium a.test.ts: suite x: why'],
    });
  });

  it('counts a file that does not load as one failure', () => {
    const broken = { ...place, passed: false, errors: [{ message: 'no such module' }], testResults: undefined };
    assert.deepEqual(countSessions([broken]), { ...none, failed: 1, failures: ['Chromium a.test.ts: no such module'] });
  });

  it('counts a file without tests as one failure', () => {
    assert.deepEqual(countSessions([session([])]), {
      ...none,
      failed: 1,
      failures: ['Chromium a.test.ts: holds no test'],
    });
  });

  it('counts an error outside the tests as one failure, beside the tests that passed', () => {
    const late = session([test(true)], { errors: [{ message: 'unhandled rejection' }] });
    assert.deepEqual(countSessions([late]), {
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ['Chromium a.test.ts: unhandled rejection'],
    });
  });
});

describe('a browser that died', () => {
  const [target, closed, wrong] = [
    'Protocol error (Runtime.callFunctionOn): Target closed',
    'Connection closed.',
    '1 is not 2',
  ];
  const counts = (...failures) => ({ ...none, passed: 10, failed: failures.length, failures });
  const tried = [];
  const again =
    (failures = []) =>
    async (files) => {
      tried.push(...files);
      return { ...none, passed: 9, failed: failures.length, failures };
    };

  it('has its file tried once more, and what fails then counts', async () => {
    tried.length = 0;
    const first = counts(`a.test.mjs: x: ${target}`, `a.test.mjs: y: ${closed}`, `b.test.mjs: z: ${wrong}`);
    assert.deepEqual(await withoutDeadBrowsers(first, again()), {
      ...none,
      passed: 12,
      failed: 1,
      failures: [`b.test.mjs: z: ${wrong}`],
    });
    assert.deepEqual(tried, ['a.test.mjs']);
    const second = await withoutDeadBrowsers(first, again([`a.test.mjs: y: ${closed}`]));
    assert.deepEqual([second.passed, second.failed], [11, 2]);
    assert.deepEqual(second.failures, [`b.test.mjs: z: ${wrong}`, `a.test.mjs: y: ${closed}`]);
  });

  it('excuses no file where anything else failed, and nothing that only speaks of it', async () => {
    tried.length = 0;
    for (const first of [
      counts(`a.test.mjs: x: ${wrong}`, `a.test.mjs: y: ${closed}`),
      counts(`a.test.mjs: x: it said "${closed}" to me`),
      counts(),
    ])
      assert.equal(await withoutDeadBrowsers(first, again()), first);
    assert.deepEqual(tried, []);
  });
});

describe('remarks on browser tests', () => {
  const named = (...names) => session(names.map((name) => ({ ...test(true), name })));

  it('are none where all went well', () => {
    assert.deepEqual(remarks([named('is quick at once', 'has a title: 3 words')]), []);
  });

  it('name a test that passed only at a later try', () => {
    assert.deepEqual(remarks([named('is quick [only at try 3]')]), [
      'Chromium a.test.ts suite: is quick [only at try 3]',
    ]);
  });

  it('add up what an engine cannot do', () => {
    const why = '[not possible here: no touch through its driver]';
    assert.deepEqual(remarks([named(`touch: 12 ${why}`), named(`touch: 3 ${why}`, `media: 1 ${why}`)]), [
      'not possible in Chromium, touch: 15',
      'not possible in Chromium, media: 1',
    ]);
  });
});

describe('node test counts', () => {
  it('leaves suites out and counts a file that does not load as one failure', async () => {
    const event = (type, details, more) => ({ type, data: { details, ...more } });
    async function* source() {
      yield event('test:pass', { type: 'test' });
      yield event('test:pass', { type: 'suite' });
      yield event('test:fail', { type: 'suite' });
      yield event('test:fail', { error: { message: 'not found' } }, { name: 'b', file: 'b.test.mjs' });
      yield event('test:pass', { type: 'test' }, { skip: 'why' });
      yield event('test:diagnostic', {});
    }
    let json = '';
    for await (const part of nodeTestCounts(source())) json += part;
    assert.deepEqual(JSON.parse(json), {
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['b.test.mjs: b: not found'],
    });
  });
});

describe('a runner', () => {
  const runner = (code, options) => {
    const folder = mkdtempSync(join(tmpdir(), 'film-widgets-runner-'));
    const file = join(folder, 'runner.mjs');
    writeFileSync(file, code);
    return runCounted(`node ${file}`, options).finally(() => rmSync(folder, { recursive: true }));
  };
  const say = (counts) =>
    `import fs from 'node:fs'; fs.writeFileSync(process.env.COUNTS, '${JSON.stringify(counts)}');`;

  it('passes its numbers on', async () => {
    const counts = { ...none, passed: 3, skipped: 1 };
    assert.deepEqual(await runner(say(counts)), counts);
  });

  it('that ran nothing has failed', async () => {
    assert.equal((await runner(say({ ...none, skipped: 2 }))).failed, 1);
    assert.equal((await runner('')).failed, 1);
  });

  it('that ends badly without a failed test has failed', async () => {
    const counts = await runner(`${say({ ...none, passed: 3 })} process.exit(1);`);
    assert.deepEqual([counts.passed, counts.failed, counts.failures.length], [3, 1, 1]);
  });

  it('that is stopped before it wrote all its numbers has failed', async () => {
    const begun =
      "import fs from 'node:fs'; fs.writeFileSync(process.env.COUNTS, '{ \"passed\":'); setInterval(() => {}, 1000);";
    const counts = await runner(begun, { minutes: 0.02 });
    assert.deepEqual([counts.passed, counts.failed, counts.failures.length], [0, 1, 1]);
  });
});
