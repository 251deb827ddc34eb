import { expect, fixture, html } from '@open-wc/testing';
import { isWebKit } from '../../helpers/browser.js';
import { checked, choose, type StarRating } from './helpers.js';

/** A page in a frame: gone to, and come back to, as a reader does with the Back button. */
class Frame {
  readonly #frame: HTMLIFrameElement;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  get rating(): StarRating {
    return this.#frame.contentDocument!.querySelector<StarRating>('star-rating')!;
  }

  async #load(navigate: () => void): Promise<void> {
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    navigate();
    await loaded;
    // a navigation out of a load event would replace the entry that is to be come back to
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.rating.updateComplete;
  }

  goTo(page: string): Promise<void> {
    const { href } = new URL(page, import.meta.url);
    return this.#load(() => (this.#frame.contentWindow!.location.href = href));
  }

  goBack(): Promise<void> {
    return this.#load(() => this.#frame.contentWindow!.history.back());
  }
}

describe('<star-rating> that a browser restores', () => {
  it('has the reader’s choice again, as a number, after they went back to the page', async () => {
    const frame = new Frame(await fixture<HTMLIFrameElement>(html`<iframe title="form"></iframe>`));
    await frame.goTo('./restore.html');
    expect(frame.rating.value).to.equal(null);
    await choose(frame.rating, 3);
    const entries = history.length;
    await frame.goTo('./restore.html?other');
    const most = isWebKit ? 100 : 50; // engines keep no more
    expect(history.length, 'an entry to come back from').to.equal(Math.min(entries + 1, most));
    expect(frame.rating.value).to.equal(null);
    await frame.goBack();
    expect(frame.rating.value).to.equal(3);
    expect(checked(frame.rating)).to.deep.equal([3]);
    expect([...new FormData(frame.rating.form!)]).to.deep.include(['stars', '3']);
  });
});
