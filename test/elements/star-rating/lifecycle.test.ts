import { expect, fixture, html } from '@open-wc/testing';
import { StarRating as StarRatingClass } from '../../../src/elements/star-rating/star-rating.js';
import { byRole, checked, choose, holdVotes, isIn, radios, record, summary, type StarRating } from './helpers.js';

describe('<star-rating> life in the page', () => {
  it('takes over properties that were set before it was defined', async () => {
    const page = await fixture(html`<div></div>`);
    const early: HTMLElement = document.createElement('late-rating');
    Object.assign(early, {
      value: 4,
      max: 7,
      average: 3.7,
      count: 9,
      subject: 'film',
      label: 'Her',
      distribution: null,
    });
    page.append(early);
    const subjects: string[] = [];
    early.addEventListener('rating-connect', ({ detail }) => subjects.push(detail.subject));
    customElements.define('late-rating', class extends StarRatingClass {});
    const rating = page.querySelector<StarRating>('late-rating')!;
    await rating.updateComplete;
    expect([rating.value, rating.max, checked(rating)]).to.deep.equal([4, 7, [4]]);
    expect(summary(rating)).to.equal('3.7 out of 7, 9 votes');
    expect(byRole(rating, 'radiogroup').ariaLabel).to.equal('Her');
    expect(subjects).to.deep.equal(['film']);
    expect(Object.keys(early)).not.to.include('value');
  });

  it('has the rating that the page set last, also where that was as soon as it was defined', async () => {
    const page = await fixture(html`<div></div>`);
    const rating = document.createElement('later-rating') as StarRating;
    rating.value = 4;
    page.append(rating);
    void customElements.whenDefined('later-rating').then(() => (rating.value = 2));
    customElements.define('later-rating', class extends StarRatingClass {});
    await rating.updateComplete;
    expect([rating.value, checked(rating)]).to.deep.equal([2, [2]]);
  });

  it('can be extended by an element with properties of its own, which hears of all that change', async () => {
    const heard: PropertyKey[][] = [];
    class Extended extends StarRatingClass {
      static override readonly properties = { note: {} };
      declare note: string;
      protected override updated(changed?: Map<PropertyKey, unknown>): void {
        super.updated();
        heard.push([...(changed?.keys() ?? [])]);
      }
    }
    customElements.define('extended-rating', Extended);
    const page = await fixture(html`<div></div>`);
    page.innerHTML = '<extended-rating note="a" max="7" value="6"></extended-rating>';
    const rating = page.querySelector<Extended>('extended-rating')!;
    await rating.updateComplete;
    expect([rating.note, rating.max, rating.value]).to.deep.equal(['a', 7, 6]);
    heard.length = 0;
    rating.note = 'b';
    rating.max = 8;
    await rating.updateComplete;
    expect(heard).to.deep.equal([['note', 'max']]);
  });

  it('takes the focus as soon as it is in the page, and before that does nothing', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const rating = document.createElement('star-rating');
    rating.focus();
    page.append(rating);
    rating.focus();
    expect(document.activeElement).to.equal(rating);
  });

  it('makes no difference between createElement, markup and a template', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML = '<star-rating value="3" max="4"></star-rating>';
    const made = document.createElement('star-rating');
    Object.assign(made, { defaultValue: 3, max: 4 });
    page.append(made);
    const template = document.createElement('template');
    template.innerHTML = '<star-rating value="3" max="4"></star-rating>';
    page.append(template.content.cloneNode(true));
    const ratings = [...page.querySelectorAll<StarRating>('star-rating')];
    for (const rating of ratings) {
      await rating.updateComplete;
      expect([rating.value, radios(rating).length, checked(rating)]).to.deep.equal([3, 4, [3]]);
    }
    expect(ratings).to.have.length(3);
  });

  it('is cloned as its markup says, without the reader’s vote', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="2" average="3.7" count="9"></star-rating>`);
    await choose(rating, 5);
    rating.after(rating.cloneNode(true));
    const clone = rating.nextElementSibling as unknown as StarRating;
    await clone.updateComplete;
    expect([clone.value, clone.state, checked(clone)]).to.deep.equal([2, 'idle', [2]]);
    expect(summary(clone)).to.equal('3.7 out of 5, 9 votes');
    clone.value = 1;
    expect(rating.value).to.equal(5);
  });

  it('keeps its value, its vote and its focusable star when it is moved', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    await choose(rating, 4);
    const elsewhere = await fixture(html`<section></section>`);
    const seen = record(rating);
    elsewhere.append(rating);
    await rating.updateComplete;
    expect([rating.value, rating.state, checked(rating), isIn(rating, 'value-4')]).to.deep.equal([
      4,
      'voted',
      [4],
      true,
    ]);
    expect(seen).to.deep.equal([]);
  });

  it('works on after it was taken out and put back', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const parent = rating.parentElement!;
    rating.remove();
    rating.value = 2;
    await rating.updateComplete;
    parent.append(rating);
    const seen = record(rating);
    await choose(rating, 3);
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
  });

  it('votes on in another document', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="elsewhere"></iframe>`);
    const rating = await fixture<StarRating>(html`<star-rating subject="film" value="2"></star-rating>`);
    frame.contentDocument!.body.append(frame.contentDocument!.adoptNode(rating));
    await rating.updateComplete;
    const seen = record(rating);
    await choose(rating, 3);
    expect(seen).to.deep.equal(['vote 3', 'change 3']);
    expect([rating.value, checked(rating)]).to.deep.equal([3, [3]]);
  });

  it('can be used as a class of one’s own', async () => {
    class MyRating extends StarRatingClass {
      override get state(): ReturnType<() => StarRating['state']> {
        return super.state;
      }
    }
    customElements.define('my-rating', MyRating);
    const page = await fixture(html`<div></div>`);
    page.innerHTML = '<my-rating value="3"></my-rating>';
    const rating = page.querySelector<StarRating>('my-rating')!;
    await rating.updateComplete;
    expect(rating.value).to.equal(3);
    await choose(rating, 4);
    expect(rating.state).to.equal('voted');
  });

  it('lets ratings on one page live side by side', async () => {
    const page = await fixture(html`
      <div><star-rating subject="a"></star-rating><star-rating subject="b"></star-rating></div>
    `);
    const [a, b] = [...page.querySelectorAll<StarRating>('star-rating')] as [StarRating, StarRating];
    const heldA = holdVotes(a);
    await choose(a, 4);
    await choose(b, 2);
    expect([a.value, a.state, b.value, b.state]).to.deep.equal([4, 'pending', 2, 'voted']);
    await heldA[0]!.reject(null);
    expect([a.value, a.state, b.value, b.state]).to.deep.equal([null, 'error', 2, 'voted']);
  });
});
