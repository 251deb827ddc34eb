import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/review-excerpt/review-excerpt.define.js';
import type { ReviewExcerpt } from '../../src/elements/review-excerpt/review-excerpt.js';

const excerpt = async (): Promise<ReviewExcerpt> =>
  fixture(html`<review-excerpt author="Fans">It goes on. ${'And on. '.repeat(200)}</review-excerpt>`);
const frame = async (): Promise<Document> =>
  (await fixture<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`)).contentDocument!;
/** What the button's own style says; a browser's own button has a border. */
const border = (review: ReviewExcerpt): string =>
  getComputedStyle(review.shadowRoot!.querySelector('[part=toggle]')!).borderTopStyle;

describe('style sheets in another document', () => {
  it('come along with an element that is moved there, and back', async () => {
    const review = await excerpt();
    const home = review.parentElement!;
    const here = border(review);
    (await frame()).body.append(review);
    expect(border(review)).to.equal(here);
    home.append(review);
    expect(border(review)).to.equal(here);
  });

  it('come along when the document is only adopted into first', async () => {
    const review = await excerpt();
    const here = border(review);
    const there = await frame();
    there.adoptNode(review);
    there.body.append(review);
    expect(border(review)).to.equal(here);
  });

  it('are one copy for all elements of a kind', async () => {
    const reviews = [await excerpt(), await excerpt()];
    (await frame()).body.append(...reviews);
    const [one, other] = reviews.map((review) => review.shadowRoot!.adoptedStyleSheets);
    expect(one).to.have.lengthOf.above(0);
    expect(one).to.have.ordered.members(other!);
  });

  it('would be lost (negative control)', async () => {
    const plain = await fixture(html`<p></p>`);
    const root = plain.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [new CSSStyleSheet()];
    (await frame()).body.append(plain);
    expect(root.adoptedStyleSheets).to.have.lengthOf(0);
  });
});
