import { expect } from '@open-wc/testing';
import {
  isFinal,
  isRefusal,
  isTaken,
  isUnanswered,
  readRetryAfter,
  refusalCode,
  waitBeforeRetry,
} from '../../src/vote-stores/retry-policy.js';

describe('after a request for a vote', () => {
  const outcome = (status: number): string =>
    isTaken({ status }) ? 'taken' : isRefusal({ status }) ? 'refused' : 'tried again';

  for (const [expected, statuses] of Object.entries({
    taken: [200, 204, 299],
    refused: [300, 304, 400, 401, 404, 407, 409, 424, 426, 428, 499],
    'tried again': [0, 199, 408, 425, 429, 500, 503, 599],
  }))
    for (const status of statuses)
      it(`a status of ${status || 'nothing at all'} means that it is ${expected}`, () => {
        expect(outcome(status)).to.equal(expected);
        expect(waitBeforeRetry({ status }, 1, 0) !== undefined).to.equal(expected === 'tried again');
      });

  for (const [what, tries, chance, wait, expected] of [
    ['half a second before the second try', 1, 0, 0, 500],
    ['twice that before the third', 2, 0, 0, 1000],
    ['twice that before the fourth', 3, 0, 0, 2000],
    ['for no fifth try', 4, 0, 0, undefined],
    ['for no sixth try', 5, 0, 0, undefined],
    ['less, by chance', 2, 0.5, 0, 750],
    ['never less than half of it', 2, 1, 0, 500],
    ['as long as the host asks, and then as usual', 1, 0, 30_000, 30_500],
    ['for no fifth try, whatever the host asks', 4, 0, 30_000, undefined],
  ] as const)
    it(`the page waits ${what}`, () => {
      expect(waitBeforeRetry({ status: 503, wait }, tries, chance)).to.equal(expected);
    });
});

describe('a vote that is kept for later', () => {
  for (const [what, reply, isOver] of [
    ['a refusal', { status: 400 }, true],
    ['a refusal that says why', { status: 404, body: { code: 'unknown-subject' } }, true],
    ['a refusal that says why, whatever its status', { status: 401, body: { code: 'closed' } }, true],
    ['a login that is missing', { status: 401 }, false],
    ['a login that is missing, whatever its status', { status: 403, body: { code: 'login-required' } }, false],
    ['a path that is not there, as a proxy may say', { status: 404 }, false],
    ['a host in trouble, whatever it says', { status: 503, body: { code: 'closed' } }, false],
  ] as const)
    it(`is ${isOver ? 'given up' : 'kept'} after ${what}`, () => {
      expect(isFinal(reply)).to.equal(isOver);
    });

  it('may have been taken where the host said nothing, or its gateway nothing of it', () => {
    const statuses = [0, 200, 404, 500, 502, 503, 504];
    expect(statuses.filter((status) => isUnanswered({ status }))).to.deep.equal([0, 502, 504]);
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
