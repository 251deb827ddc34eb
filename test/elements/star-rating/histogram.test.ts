import { expect, fixture, html } from '@open-wc/testing';
import { byRole, hasPart, part, textOf, type StarRating } from './helpers.js';

const VOTES = [4, 0, 10, 1200, 20];
const drawn = (distribution: unknown, lang = 'en'): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating lang=${lang} .distribution=${distribution}></star-rating>`);

const rows = (rating: StarRating): string[][] =>
  [...part(rating, 'histogram').querySelectorAll('tr')].map((row) =>
    [...row.cells].filter((cell) => cell.ariaHidden !== 'true').map(textOf),
  );

describe('<star-rating> histogram', () => {
  it('is not there without a distribution', async () => {
    expect(hasPart(await drawn(null), 'histogram')).to.equal(false);
  });

  it('is a table with a name, the highest rating first, each row with its header', async () => {
    const rating = await drawn(VOTES);
    const table = byRole(rating, 'table');
    expect(table).to.equal(part(rating, 'histogram'));
    expect(table.ariaLabel).to.equal('Votes per rating');
    expect(rows(rating)).to.deep.equal([
      ['5 stars', '20'],
      ['4 stars', '1,200'],
      ['3 stars', '10'],
      ['2 stars', '0'],
      ['1 star', '4'],
    ]);
    expect([...table.querySelectorAll('th')].map(({ scope }) => scope)).to.deep.equal(VOTES.map(() => 'row'));
  });

  it('writes numbers as the language does', async () => {
    const rating = await drawn(VOTES, 'de');
    expect(rows(rating)[1]![1]).to.equal('1.200');
  });

  it('draws bars against the largest, only for eyes', async () => {
    const rating = await drawn([0, 25, 50, 100, 1]);
    const widths = [...part(rating, 'histogram').querySelectorAll<HTMLElement>('[aria-hidden=true]')].map((cell) => {
      const bar = cell.firstElementChild!.getBoundingClientRect();
      return Math.round((bar.width / cell.getBoundingClientRect().width) * 100);
    });
    expect(widths.map((width) => Math.round(width / 5) * 5)).to.deep.equal([0, 100, 50, 25, 0]);
  });

  it('draws bars from the reading start', async () => {
    const rating = await drawn([1, 1, 2, 4, 1]);
    rating.dir = 'rtl';
    const cell = part(rating, 'histogram').querySelector<HTMLElement>('[aria-hidden=true]')!;
    const bar = cell.firstElementChild!.getBoundingClientRect();
    expect(cell.getBoundingClientRect().right - bar.right).to.be.lessThan(bar.left - cell.getBoundingClientRect().left);
  });

  it('draws bars on paper, too, where browsers leave backgrounds out', async () => {
    const rating = await drawn(VOTES);
    const bars = part(rating, 'histogram').querySelectorAll('[aria-hidden=true] > *');
    const adjusts = [...bars].map((bar) => getComputedStyle(bar).getPropertyValue('print-color-adjust'));
    expect(adjusts).to.deep.equal(VOTES.map(() => 'exact'));
  });

  it('is not there before the first vote, which the summary says', async () => {
    const rating = await drawn([0, 0, 0, 0, 0]);
    expect(hasPart(rating, 'histogram')).to.equal(false);
    expect(textOf(part(rating, 'summary'))).to.equal('No ratings yet');
    rating.distribution = [0, 0, 0, 1, 0];
    await rating.updateComplete;
    expect(rows(rating).map(([, votes]) => votes)).to.deep.equal(['0', '1', '0', '0', '0']);
  });

  it('goes by whole stars where there are halves', async () => {
    const rating = await drawn([1, 2]);
    Object.assign(rating, { max: 2, step: 0.5 });
    await rating.updateComplete;
    expect(rows(rating).map(([name]) => name)).to.deep.equal(['2 stars', '1 star']);
  });

  it('is there for a display, after its one image', async () => {
    const rating = await drawn(VOTES);
    rating.readonly = true;
    await rating.updateComplete;
    expect(byRole(rating, 'img').contains(byRole(rating, 'table'))).to.equal(false);
    expect(byRole(rating, 'img').compareDocumentPosition(byRole(rating, 'table'))).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('follows new numbers, and a scale that no longer fits takes it away', async () => {
    const rating = await drawn(VOTES);
    rating.distribution = [1, 1, 1, 1, 1];
    await rating.updateComplete;
    expect(rows(rating).map(([, votes]) => votes)).to.deep.equal(['1', '1', '1', '1', '1']);
    rating.max = 10;
    await rating.updateComplete;
    expect(hasPart(rating, 'histogram')).to.equal(false);
  });
});
