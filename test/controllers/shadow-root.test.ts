import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { itWith } from '../helpers/where-possible.js';
import type { ReviewExcerpt } from '../../src/elements/review-excerpt/review-excerpt.js';

const excerpt = async (): Promise<ReviewExcerpt> =>
  fixture(html`<review-excerpt author="Fans">It goes on. ${'And on. '.repeat(200)}</review-excerpt>`);
const frame = async (): Promise<Document> =>
  (await fixture<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`)).contentDocument!;
/** What the button's own style says; a browser's own button has a border. */
const border = (review: ReviewExcerpt): string =>
  getComputedStyle(review.shadowRoot!.querySelector('[part=toggle]')!).borderTopStyle;

/** Every element of ours, with something to show, not in any document yet. */
const ELEMENTS: Record<string, () => HTMLElement> = {
  'star-rating': () => document.createElement('star-rating'),
  'review-excerpt': () => Object.assign(document.createElement('review-excerpt'), { textContent: 'It begins well.' }),
  'film-card': () =>
    Object.assign(document.createElement('film-card'), {
      film: { id: 'x:film', title: 'A film', rating: { average: 3, count: 2 }, reviews: [{ body: 'It begins well.' }] },
    }),
  'vote-store': () => document.createElement('vote-store'),
};
/** An element and all of ours that it shows. */
const withInner = (element: Element): Element[] => [
  element,
  ...[...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((inner) =>
    inner.shadowRoot ? withInner(inner) : [],
  ),
];
const rendered = (element: Element): unknown => (element as Partial<ReviewExcerpt>).updateComplete;
/** How each of them is laid out, and how many sheets say so. */
const styles = (element: Element): unknown[] =>
  withInner(element).map((one) => [
    one.localName,
    getComputedStyle(one).display,
    one.shadowRoot!.adoptedStyleSheets.map((sheet) => sheet.cssRules.length),
  ]);

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

  for (const [tag, make] of Object.entries(ELEMENTS)) {
    it(`are there for a <${tag}> that is first connected there, and after a move home`, async () => {
      const here = (await fixture(html`<div>${make()}</div>`)).firstElementChild!;
      await rendered(here);
      const there = (await frame()).body.appendChild(make());
      await rendered(there);
      expect(styles(here)[0]).to.have.nested.property('[2]').that.is.not.empty;
      expect(styles(there)).to.deep.equal(styles(here));
      here.parentElement!.append(there);
      await rendered(there);
      expect(styles(there)).to.deep.equal(styles(here));
    });

    it(`come along with a <${tag}> that is moved there, and back`, async () => {
      const element = (await fixture(html`<div>${make()}</div>`)).firstElementChild!;
      const home = element.parentElement!;
      await rendered(element);
      const here = styles(element);
      (await frame()).body.append(element);
      await rendered(element);
      expect(styles(element)).to.deep.equal(here);
      home.append(element);
      await rendered(element);
      expect(styles(element)).to.deep.equal(here);
    });

    it(`come along with a <${tag}> whose class an older Firefox forgets on the way`, async () => {
      const element = (await fixture(html`<div>${make()}</div>`)).firstElementChild!;
      const home = element.parentElement!;
      await rendered(element);
      const here = styles(element);
      const classes = withInner(element).map(({ constructor }) => constructor);
      for (const to of [(await frame()).body, home]) {
        // as it does just before it calls any of their callbacks
        for (const one of withInner(element)) Object.setPrototypeOf(one, HTMLElement.prototype);
        to.append(element);
        await rendered(element);
        expect(styles(element)).to.deep.equal(here);
        expect(withInner(element).map(({ constructor }) => constructor)).to.deep.equal(classes);
      }
    });

    it(`are back when a <${tag}> returns from a document that nobody sees`, async () => {
      const element = (await fixture(html`<div>${make()}</div>`)).firstElementChild!;
      const home = element.parentElement!;
      await rendered(element);
      const here = styles(element);
      for (const nowhere of [
        document.createElement('template').content,
        document.implementation.createHTMLDocument().body,
      ]) {
        nowhere.append(element);
        await rendered(element);
        nowhere.append(make());
        home.append(element);
        await rendered(element);
        expect(styles(element)).to.deep.equal(here);
      }
    });
  }

  itWith('another window', 'are there for a card that is first connected in a window of its own', async () => {
    const here = (await fixture(html`<div>${ELEMENTS['film-card']!()}</div>`)).firstElementChild!;
    await rendered(here);
    const popup = window.open('')!;
    try {
      const there = popup.document.body.appendChild(ELEMENTS['film-card']!());
      await rendered(there);
      expect(styles(there)).to.deep.equal(styles(here));
    } finally {
      popup.close();
    }
  });

  it('would be lost (negative control)', async () => {
    const plain = await fixture(html`<p></p>`);
    const root = plain.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [new CSSStyleSheet()];
    (await frame()).body.append(plain);
    expect(root.adoptedStyleSheets).to.have.lengthOf(0);
  });
});
