import { expect } from '@open-wc/testing';
import { isDecided, named, toAnswer, toCrowd, toGroup, toOwn } from '../../src/vote-stores/vote-answers.js';

describe('a host’s answer', () => {
  const answer = (body: unknown, status = 200): unknown => toAnswer({ status, body });

  for (const [what, body, result] of [
    [
      'a vote with the whole crowd',
      { value: 4, average: 4.5, count: 2, distribution: [0, 0, 0, 1, 1] },
      { value: 4, average: 4.5, count: 2, distribution: [0, 0, 0, 1, 1], kept: 'host' },
    ],
    ['a vote alone', { value: 0.5 }, { value: 0.5, kept: 'host' }],
    ['a vote that was taken back', { value: null, count: 0 }, { value: null, count: 0, kept: 'host' }],
    ['a crowd of nobody', { value: 4, average: null, count: 0 }, { value: 4, count: 0, kept: 'host' }],
    ['parts that are null', { value: 4, count: null, distribution: null }, { value: 4, kept: 'host' }],
    ['an average of zero', { value: 4, average: 0 }, { value: 4, average: 0, kept: 'host' }],
    ['what else the host says', { value: 4, best: 5, kept: 'browser' }, { value: 4, kept: 'host' }],
  ] as const)
    it(`is shown where it is ${what}`, () => {
      expect(answer(body)).to.deep.equal(result);
    });

  for (const body of [
    ...[undefined, null, 'saved', 4, [], [4]],
    {},
    ...[undefined, '4', 0, -1, NaN, Infinity, true, {}].map((value) => ({ value })),
    ...['4.5', -1, NaN, Infinity, {}].map((average) => ({ value: 4, average })),
    ...['2', -1, 1.5, Infinity, true].map((count) => ({ value: 4, count })),
    ...['11', {}, 2, [1, -1], [1, 1.5], [1, null], [1, '1']].map((distribution) => ({ value: 4, distribution })),
  ])
    it(`is rubbish where it is ${body === undefined ? 'nothing' : JSON.stringify(body)}`, () => {
      expect(answer(body)).to.equal(undefined);
    });

  it('is none where the host did not take the vote', () => {
    expect(answer({ value: 4 }, 503)).to.equal(undefined);
  });
});

describe('what a host decided', () => {
  for (const [what, reply, isIt] of [
    ['a yes', { status: 200, body: { value: 4 } }, true],
    ['a no', { status: 410 }, true],
    ['a yes to nothing that can be read', { status: 200 }, false],
    ['a host in trouble', { status: 503 }, false],
  ] as const)
    it(`is ${isIt ? 'known' : 'not known'} after ${what}`, () => {
      expect(isDecided(reply)).to.equal(isIt);
    });
});

describe('the ratings in an answer to many questions', () => {
  const body = JSON.parse('{"own":{"film":4,"__proto__":3,"other":null},"crowds":[1]}') as unknown;
  const own = toGroup({ status: 200, body }, 'own');

  it('are found by the name of the film, whatever it is called', () => {
    expect(['film', '__proto__', 'other'].map((name) => toOwn(named(own, name))?.value)).to.deep.equal([4, 3, null]);
  });

  it('are none for a film that the answer does not name, also where every object has such a name', () => {
    for (const name of ['her', 'toString', 'constructor']) expect(named(own, name), name).to.equal(undefined);
    expect(named(undefined, 'film')).to.equal(undefined);
  });

  for (const [what, reply, name] of [
    ['was refused', { status: 404, body }, 'own'],
    ['has a list instead', { status: 200, body }, 'crowds'],
    ['has nothing of the kind', { status: 200, body }, 'votes'],
    ['is a list', { status: 200, body: [] }, 'own'],
    ['is null', { status: 200, body: null }, 'own'],
    ['is nothing', { status: 200 }, 'own'],
  ] as const)
    it(`are none where the answer ${what}`, () => {
      expect(toGroup(reply, name)).to.equal(undefined);
    });

  it('know the crowd of a film, and rubbish when they see it', () => {
    expect(toCrowd({ count: 3 })).to.deep.equal({ count: 3 });
    expect(toCrowd({})).to.deep.equal({});
    for (const rubbish of [undefined, null, [], 'three', 3, true]) expect(toCrowd(rubbish)).to.equal(undefined);
  });
});
