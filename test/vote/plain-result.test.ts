import { expect } from '@open-wc/testing';
import { plainResult } from '../../src/vote/plain-result.js';
import type { VoteResult } from '../../src/vote/vote-event.js';

const NOTHING = {
  own: { value: undefined, kept: undefined, voted: undefined, refused: undefined },
  told: { average: null, count: null, distribution: null, locked: null },
};

describe('a result as plain values', () => {
  it('says of the reader’s own, and of the rest, what it says', () => {
    const refused = { value: 4, key: 'k', code: 'rate-limited', retryAfter: 3 } as const;
    const said: VoteResult = {
      value: 8,
      kept: 'host',
      voted: true,
      refused,
      average: 0,
      count: 3,
      distribution: [1, 2],
      locked: '',
    };
    expect(plainResult(said)).to.deep.equal({
      own: { value: 8, kept: 'host', voted: true, refused },
      told: { average: 0, count: 3, distribution: [1, 2], locked: '' },
    });
  });

  it('tells no rating from none that is mentioned', () => {
    expect(plainResult({ value: null }).own.value).to.equal(null);
    expect(plainResult({ value: 0 }).own.value).to.equal(null);
    expect(plainResult({}).own.value).to.equal(undefined);
  });

  for (const [what, result] of [
    ['nothing', {}],
    ['numbers that are none', { value: '4', average: NaN, count: -1, distribution: [1, 'x'] }],
    ['an empty list', { distribution: [] }],
    ['words that are none', { locked: 7, kept: Symbol('host') }],
    ['text', 'no'],
  ] as const)
    it(`has nothing of ${what}`, () => {
      expect(plainResult(result as unknown as VoteResult)).to.deep.equal(NOTHING);
    });

  it('is none where a response failed, which is no answer to a vote', () => {
    const response = (ok: boolean): VoteResult => ({ ok, value: 4 }) as VoteResult;
    expect(plainResult(response(true)).own.value).to.equal(4);
    expect(() => plainResult(response(false))).to.throw('the response failed');
  });

  it('is none where the refusal was read as if it were one: a problem of RFC 9457 says its status', () => {
    const problem = (status: number): VoteResult => ({ status, title: 'Sign in', value: 4 }) as VoteResult;
    expect(plainResult(problem(200)).own.value).to.equal(4);
    for (const status of [400, 401, 503]) expect(() => plainResult(problem(status))).to.throw('the response failed');
  });

  it('is not touched by what is done to the result later', () => {
    const distribution = [1, 2, 3];
    const { told } = plainResult({ distribution });
    distribution[0] = 9;
    expect(told.distribution).to.deep.equal([1, 2, 3]);
  });
});
