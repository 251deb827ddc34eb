import { expect } from '@open-wc/testing';
import {
  isRefusal,
  isTaken,
  readRetryAfter,
  refusalCode,
  waitBeforeRetry,
} from '../../src/vote-stores/retry-policy.js';

describe('after a request for a vote', () => {
  const outcome = (status: number): string =>
    isTaken({ status }) ? 'taken' : isRefusal({ status }) ? 'refused' : 'tried again';

  for (const [status, expected] of [
    [0, 'tried again'],
    [199, 'tried again'],
    [200, 'taken'],
    [204, 'taken'],
    [299, 'taken'],
    [300, 'refused'],
    [304, 'refused'],
    [400, 'refused'],
    [401, 'refused'],
    [404, 'refused'],
    [407, 'refused'],
    [408, 'tried again'],
    [409, 'refused'],
    [424, 'refused'],
    [425, 'tried again'],
    [426, 'refused'],
    [428, 'refused'],
    [429, 'tried again'],
    [499, 'refused'],
    [500, 'tried again'],
    [503, 'tried again'],
    [599, 'tried again'],
  ] as const)
    it(`a status of ${status || 'nothing at all'} means that it is ${expected}`, () => {
      expect(outcome(status)).to.equal(expected);
      expect(waitBeforeRetry({ status }, 1, 0) !== undefined).to.equal(expected === 'tried again');
    });

  it('the waits double, from half a second, and end after the fourth try', () => {
    const waits = [1, 2, 3, 4, 5].map((tries) => waitBeforeRetry({ status: 503 }, tries, 0));
    expect(waits).to.deep.equal([500, 1000, 2000, undefined, undefined]);
  });

  it('chance takes up to half of a wait away', () => {
    const waits = [0, 0.5, 1].map((chance) => waitBeforeRetry({ status: 503 }, 2, chance));
    expect(waits).to.deep.equal([1000, 750, 500]);
  });

  it('a host that asks to be left alone is left alone for so long, and then as usual', () => {
    expect(waitBeforeRetry({ status: 429, wait: 30_000 }, 1, 0)).to.equal(30_500);
    expect(waitBeforeRetry({ status: 429, wait: 30_000 }, 4, 0)).to.equal(undefined);
  });
});

describe('how long a host asks to be left alone', () => {
  const NOW = Date.parse('2026-03-01T12:00:00Z');

  for (const [what, header, wait] of [
    ['seconds', '30', 30_000],
    ['seconds with spaces around', ' 30 ', 30_000],
    ['a date', 'Sun, 01 Mar 2026 12:00:05 GMT', 5000],
    ['just a day', '86400', 86_400_000],
    ['more than a day, which no host means', '86401', 86_400_000],
    ['a date years away', 'Fri, 01 Mar 2030 12:00:00 GMT', 86_400_000],
    ['no header', null, undefined],
    ['an empty header', '', undefined],
    ['no time at all', '0', undefined],
    ['a date that is over', 'Sun, 01 Mar 2026 11:59:59 GMT', undefined],
    ['a date without a time zone', 'Sun, 01 Mar 2026 12:00:05', undefined],
    ['no real date', 'tomorrow GMT', undefined],
    ['seconds below zero', '-30', undefined],
    ['parts of seconds', '1.5', undefined],
    ['a unit before', 's30', undefined],
    ['a unit behind', '30s', undefined],
  ] as const)
    it(`is read from ${what}`, () => {
      expect(readRetryAfter(header, NOW)).to.equal(wait);
    });
});

describe('what a reader is told of a refusal', () => {
  for (const [what, reply, code] of [
    ['a status of 401', { status: 401 }, 'login-required'],
    ['a status of 404', { status: 404 }, 'unknown-subject'],
    ['a status of 410', { status: 410 }, 'closed'],
    ['a status of 422', { status: 422 }, 'out-of-range'],
    ['a status of 429', { status: 429 }, 'rate-limited'],
    ['a status that stands for nothing of ours', { status: 418 }, 'unavailable'],
    ['the host’s own code before its status', { status: 404, body: { code: 'closed' } }, 'closed'],
    ['the status where the host’s code is none of ours', { status: 410, body: { code: 'gone' } }, 'closed'],
    ['the status where the body is no object', { status: 410, body: 'gone' }, 'closed'],
  ] as const)
    it(`goes by ${what}`, () => {
      expect(refusalCode(reply)).to.equal(code);
    });
});
