import { expect } from '@open-wc/testing';
import '../../src/locale/languages/fr.js';
import { listed, runningTime, sayFilm, sourceRatingText } from '../../src/locale/film-words.js';

describe('words of a film', () => {
  for (const [minutes, text] of [
    [1, '1 min'],
    [59, '59 min'],
    [60, '1 h'],
    [61, '1 h 1 min'],
    [126, '2 h 6 min'],
    [6000, '100 h'],
  ] as const)
    it(`say ${minutes} minutes as “${text}”`, () => {
      expect(runningTime('en', minutes)).to.equal(text);
    });

  for (const [rating, text] of [
    [{ value: 7.9, best: 10 }, '7.9/10'],
    [{ value: 8, best: 10, count: 0 }, '8/10'],
    [{ value: 8, best: 10, count: 1 }, '8/10, 1 vote'],
    [{ value: 7.9, best: 10, count: 959 }, '7.9/10, 959 votes'],
    [{ value: 3.86, best: 5, count: 1_234_567 }, '3.86/5, 1,234,567 votes'],
    [{ value: 91, best: 100, asOf: '2013-12-16' }, '91/100, as of December 16, 2013'],
    [{ value: 7.9, best: 10, count: 959, asOf: '2013' }, '7.9/10, 959 votes, as of 2013'],
    [{ value: 0, best: 1000 }, '0/1,000'],
  ] as const)
    it(`say another site’s rating as “${text}”`, () => {
      expect(sourceRatingText('en', rating)).to.equal(text);
    });

  for (const [asOf, text] of [
    ['2013-12-18', '7,9/10, mise à jour\u00a0: 18 décembre 2013'],
    ['2013-12', '7,9/10, mise à jour\u00a0: décembre 2013'],
    ['2013', '7,9/10, mise à jour\u00a0: 2013'],
  ] as const)
    it(`say in French when that was, also without a day: “${text}”`, () => {
      expect(sourceRatingText('fr', { value: 7.9, best: 10, asOf })).to.equal(text);
    });

  it('say none, one and many', () => {
    const say = (n: number): string => sayFilm('en', 'comments', { n });
    expect([0, 1, 2, 1000].map(say)).to.deep.equal(['0 comments', '1 comment', '2 comments', '1,000 comments']);
  });

  it('put in what they are told as it is, braces and all', () => {
    expect(sayFilm('en', 'postAuthor', { author: '{n} $& $1 {author}' })).to.equal('By {n} $& $1 {author}');
  });

  for (const [lang, text] of [
    ['en', 'A, B, C'],
    ['fr', 'A, B, C'],
    ['ru', 'A, B, C'],
    ['zh', 'A、B、C'],
    ['ja', 'A、B、C'],
  ] as const)
    it(`list names in ${lang} with something between each two: “${text}”`, () => {
      expect(listed(lang, ['A', 'B', 'C']).join('')).to.equal(text);
    });

  it('list nothing, one and two', () => {
    expect(listed('en', [])).to.deep.equal([]);
    expect(listed('en', ['A'])).to.deep.equal(['A']);
    expect(listed('en', ['A', 'A'])).to.deep.equal(['A', ', ', 'A']);
  });

  it('list things in their order, whatever they are', () => {
    const things = Array.from({ length: 12 }, (_, n) => ({ n }));
    expect(listed('en', things).filter((thing) => typeof thing !== 'string')).to.deep.equal(things);
  });
});
