import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../helpers/axe.js';
import { GALLERY } from './gallery.js';
import { crowdRating, radios } from './helpers.js';

describe('<star-rating> by the axe rules', () => {
  for (const [title, make] of Object.entries(GALLERY))
    it(`has nothing to mend: ${title}`, async () => {
      await expectAccessible(await make());
    });

  it('has radios that no other rating’s are counted with: Firefox counts all of a page that have one name', async () => {
    const [first, second] = [await crowdRating(), await crowdRating()].map(
      (rating) => new Set(radios(rating).map(({ name }) => name)),
    );
    expect([first!.size, second!.size]).to.deep.equal([1, 1]);
    expect([...first!]).not.to.deep.equal([...second!]);
    expect([...first!]).not.to.deep.equal(['']);
  });
});
