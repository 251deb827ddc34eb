import { expect } from '@open-wc/testing';
import { ratingMessages } from '../../src/locale/rating-messages.js';
import { choiceName, crowdSentence, sayRating } from '../../src/locale/rating-words.js';

const crowd = (average: number | null, count: number | null, max = 5): string =>
  crowdSentence('en', { average, count }, max);

describe('words of a rating', () => {
  for (const [average, count, sentence] of [
    [3.7, 959, '3.7 out of 5, 959 votes'],
    [3.75, 2, '3.8 out of 5, 2 votes'],
    [4, 1, '4 out of 5, 1 vote'],
    [0, 3, '0 out of 5, 3 votes'],
    [3.7, 0, 'No ratings yet'],
    [null, 3, '3 votes'],
    [null, 1, '1 vote'],
    [null, 0, 'No ratings yet'],
    [null, null, 'No ratings yet'],
    [3.7, null, '3.7 out of 5'],
    [4.96, 1234567, '5 out of 5, 1,234,567 votes'],
  ] as const)
    it(`says ${String(average)} of ${String(count)} votes as “${sentence}”`, () => {
      expect(crowd(average, count)).to.equal(sentence);
    });

  it('names a choice, with the author’s word where there is one', () => {
    expect([
      choiceName('en', 1),
      choiceName('en', 2),
      choiceName('en', 0.5),
      choiceName('en', 4, 'Superb'),
      choiceName('en', 4, ''),
      choiceName('en', null),
    ]).to.deep.equal(['1 star', '2 stars', '0.5 stars', '4 stars, Superb', '4 stars', 'Not rated']);
  });

  it('has a sentence for every place that a vote may be kept in, and claims “saved” for one only', () => {
    const claims = (['own', 'ownhost', 'ownbrowser', 'ownmemory', 'ownqueued'] as const).map((name) =>
      sayRating('en', name, { value: 4 }),
    );
    expect(new Set(claims).size).to.equal(5);
    expect(claims.filter((claim) => claim.includes('saved'))).to.deep.equal(['Your rating: 4, saved']);
    for (const claim of claims) expect(claim).to.match(/^Your rating: 4/);
  });

  it('has a sentence for every way in which a vote may fail', () => {
    for (const code of [
      ...(['login-required', 'closed', 'rate-limited', 'out-of-range', 'unknown-subject', 'timeout'] as const),
      'unavailable' as const,
    ])
      expect(ratingMessages).to.have.property(code).that.is.a('string');
  });
});
