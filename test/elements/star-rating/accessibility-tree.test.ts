import { expect } from '@open-wc/testing';
import { axTree } from '../../helpers/browser.js';
import { itWith } from '../../helpers/where-possible.js';
import { GALLERY } from './gallery.js';
import { TREES } from './golden-trees.js';
import { radios, type StarRating } from './helpers.js';

async function treeOf(rating: StarRating): Promise<string> {
  const [main, ...tree] = (await axTree(rating.closest('main')!)).split('\n');
  expect(main).to.match(/^main/);
  return `\n${tree.map((line) => line.replace('  ', '')).join('\n')}`;
}

describe('<star-rating> in the accessibility tree', () => {
  for (const [title, make] of Object.entries(GALLERY))
    itWith('accessibility tree', title, async () => {
      expect(await treeOf(await make())).to.equal(TREES[title]);
    });

  itWith('accessibility tree', 'would be another with a star that has lost its name', async () => {
    const rating = await GALLERY['a vote, not rated']!();
    radios(rating)[2]!.removeAttribute('aria-label');
    expect(await treeOf(rating)).to.equal(TREES['a vote, not rated']!.replace(' "3 stars"', ''));
  });
});
