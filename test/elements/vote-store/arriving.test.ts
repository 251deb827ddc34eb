import { expect } from '@open-wc/testing';
import { arrivingPage, type ArrivingPage } from '../../helpers/arriving-page.js';
import { next, tasks } from '../../helpers/shadow.js';
import type { FakeRating } from '../../vote-stores/fake-rating.js';
import { onFreshPage } from './stores.js';

describe('<vote-store> in a page that is still arriving', () => {
  onFreshPage();

  let arriving: ArrivingPage;

  beforeEach(async () => {
    arriving = await arrivingPage('src/elements/vote-store/vote-store.define.ts', 'test/vote-stores/fake-rating.ts');
  });

  const ratingOf = (name: string): FakeRating => arriving.document.querySelector(`[subject=${name}]`)!;

  it('waits for its children', async () => {
    arriving.write('<fake-rating subject="outside"></fake-rating><vote-store> ');
    await tasks();
    expect(ratingOf('outside').vote(4).answered).to.be.false;
    arriving.write('<fake-rating subject="inside"></fake-rating>');
    await tasks();
    expect(await ratingOf('inside').vote(4).answer).to.include({ value: 4 });
    arriving.write('</vote-store>');
    arriving.end();
    await tasks();
    expect(ratingOf('outside').vote(4).answered).to.be.false;
  });

  it('serves it once it has arrived without any', async () => {
    arriving.write('<vote-store></vote-store><fake-rating subject="outside"></fake-rating>');
    await tasks();
    const arrived = next(arriving.document, 'DOMContentLoaded');
    arriving.end();
    await arrived;
    await tasks();
    expect(await ratingOf('outside').vote(4).answer).to.include({ value: 4 });
  });
});
