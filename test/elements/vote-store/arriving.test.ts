import { expect } from '@open-wc/testing';
import { next, tasks } from '../../helpers/shadow.js';
import type { FakeRating } from '../../vote-stores/fake-rating.js';
import { onFreshPage } from './stores.js';

describe('<vote-store> in a page that is still arriving', () => {
  onFreshPage();

  let frame: HTMLIFrameElement;
  let page: Document;

  beforeEach(async () => {
    frame = document.body.appendChild(document.createElement('iframe'));
    page = frame.contentDocument!;
    const defined = new Promise<void>((resolve) => Object.assign(frame.contentWindow!, { defined: resolve }));
    const script = page.createElement('script');
    script.type = 'module';
    const urls = ['../../../src/elements/vote-store/vote-store.define.ts', '../../vote-stores/fake-rating.ts'];
    script.textContent = `${urls.map((url) => `import '${new URL(url, import.meta.url).href}';`).join('')} defined();`;
    page.body.append(script);
    await defined;
    page.open(); // keeps what is defined
  });

  afterEach(() => frame.remove());

  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to have a page parsed piece by piece
  const write = (html: string): void => page.write(html);
  const ratingOf = (name: string): FakeRating => page.querySelector(`[subject=${name}]`)!;

  it('waits for its children', async () => {
    write('<fake-rating subject="outside"></fake-rating><vote-store> ');
    await tasks();
    expect(ratingOf('outside').vote(4).answered).to.be.false;
    write('<fake-rating subject="inside"></fake-rating>');
    await tasks();
    expect(await ratingOf('inside').vote(4).answer).to.include({ value: 4 });
    write('</vote-store>');
    page.close();
    await tasks();
    expect(ratingOf('outside').vote(4).answered).to.be.false;
  });

  it('serves it once it has arrived without any', async () => {
    write('<vote-store></vote-store><fake-rating subject="outside"></fake-rating>');
    await tasks();
    const arrived = next(page, 'DOMContentLoaded');
    page.close();
    await arrived;
    await tasks();
    expect(await ratingOf('outside').vote(4).answer).to.include({ value: 4 });
  });
});
