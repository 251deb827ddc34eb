import { expectAccessible } from '../../helpers/axe.js';
import { GALLERY } from './gallery.js';

describe('<star-rating> by the axe rules', () => {
  for (const [title, make] of Object.entries(GALLERY))
    it(`has nothing to mend: ${title}`, async () => {
      await expectAccessible(await make());
    });
});
