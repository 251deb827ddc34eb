import { expect, fixture, html } from '@open-wc/testing';
import { frames } from '../../helpers/shadow.js';
import { checked, choose, message, type StarRating } from './helpers.js';

/** A page in a frame: gone to, and come back to, as a reader does with the Back button. */
class Frame {
  readonly #frame: HTMLIFrameElement;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  get rating(): StarRating {
    return this.#frame.contentDocument!.querySelector<StarRating>('star-rating')!;
  }

  /** The rating that is a vote, and no field. */
  get vote(): StarRating {
    return this.#frame.contentDocument!.querySelector<StarRating>('[subject]')!;
  }

  /** The field that begins with a rating. */
  get cleared(): StarRating {
    return this.#frame.contentDocument!.querySelector<StarRating>('[name=cleared]')!;
  }

  /** Navigates, and waits for the page that is meant: an empty frame and a page on its way out have load events too. */
  async #load(page: string, navigate: () => void): Promise<void> {
    const { href } = new URL(page, import.meta.url);
    await new Promise<void>((resolve) => {
      const arrive = (): void => {
        if (this.#frame.contentWindow!.location.href !== href) return;
        this.#frame.removeEventListener('load', arrive);
        resolve();
      };
      this.#frame.addEventListener('load', arrive);
      navigate();
    });
    // a navigation out of a load event would replace the entry that is to be come back to
    await frames();
    await this.rating.updateComplete;
  }

  goTo(page: string): Promise<void> {
    return this.#load(page, () => (this.#frame.contentWindow!.location.href = new URL(page, import.meta.url).href));
  }

  goBackTo(page: string): Promise<void> {
    return this.#load(page, () => this.#frame.contentWindow!.history.back());
  }
}

describe('<star-rating> that a browser restores', () => {
  it('has the reader’s choice again, as a number or none, after they went back to the page, and no vote', async () => {
    const frame = new Frame(await fixture<HTMLIFrameElement>(html`<iframe title="form"></iframe>`));
    await frame.goTo('./restore.html');
    expect(frame.rating.value).to.equal(null);
    await choose(frame.rating, 3);
    await choose(frame.vote, 4);
    frame.cleared.clear();
    const entries = history.length;
    await frame.goTo('./restore.html?other');
    // without an entry of its own, Back would leave the tests; engines keep 50 or 100 of them, the newest
    expect(history.length > entries || entries >= 50, 'an entry to come back from').to.equal(true);
    expect(frame.rating.value).to.equal(null);
    await frame.goBackTo('./restore.html');
    expect(frame.rating.value).to.equal(3);
    expect(checked(frame.rating)).to.deep.equal([3]);
    expect([...new FormData(frame.rating.form!)]).to.deep.include(['stars', '3']);
    expect(frame.cleared.value).to.equal(null);
    expect([frame.vote.value, message(frame.vote)]).to.deep.equal([null, '']);
  });
});
