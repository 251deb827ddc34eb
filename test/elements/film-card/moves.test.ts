import { expect, fixture, html } from '@open-wc/testing';
import { FilmCard as FilmCardClass } from '../../../src/elements/film-card/film-card.js';
import type { StarRating } from '../../../src/elements/star-rating/star-rating.js';
import { allParts, byRole, frames, part, textOf } from '../../helpers/shadow.js';
import { answer, cardOf, emptyCard, film, her, record, settled, show, statesOf, type FilmCard } from './cards.js';
import { Network } from './network.js';

const title = (card: FilmCard): string => textOf(part(card, 'title'));

describe('<film-card> that is moved', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network();
    network.reply = (asked) => asked.send(film({ title: asked.url }));
  });
  afterEach(() => network.restore());

  it('keeps its film, without a second fetch and without a second event', async () => {
    const card = await emptyCard({ src: '/her.json' });
    await answer(card);
    const said = record(document);
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(card);
    elsewhere.prepend(card);
    await frames();
    expect(title(card)).to.equal('/her.json');
    expect(network.asked).to.have.lengthOf(1);
    expect(said).to.deep.equal([]);
  });

  it('keeps its film when it is taken out and put back later', async () => {
    const card = await emptyCard({ src: '/her.json' });
    await answer(card);
    const holder = card.parentElement!;
    card.remove();
    await frames();
    holder.append(card);
    await frames();
    expect(card.state).to.equal('ready');
    expect(network.asked).to.have.lengthOf(1);
  });

  it('keeps what the reader did: the vote, the opened review', async () => {
    const card = await cardOf(her);
    byRole(part(card, 'rating'), 'radio', '4 stars').click();
    byRole(part(card, 'review'), 'button', 'Read More').click();
    await settled(card);
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(card);
    await settled(card);
    expect(part<StarRating>(card, 'rating').value).to.equal(4);
    expect(byRole(part(card, 'review'), 'button', 'Show less').ariaExpanded).to.equal('true');
  });

  it('shows a film that was set while it was out of the page', async () => {
    const card = await cardOf(film());
    const holder = card.parentElement!;
    card.remove();
    await frames();
    card.film = film({ title: 'Him' });
    holder.append(card);
    await settled(card);
    expect(title(card)).to.equal('Him');
  });

  it('loads what src says when src changed while it was out of the page', async () => {
    const card = await emptyCard({ src: '/a.json' });
    await answer(card);
    const holder = card.parentElement!;
    card.remove();
    card.src = '/b.json';
    await frames();
    expect(network.asked).to.have.lengthOf(1);
    const said = answer(card);
    holder.append(card);
    await said;
    expect(title(card)).to.equal('/b.json');
  });

  for (const there of ['/a.json', '/b.json', ''])
    it(`is empty when its film was taken away while it was out of the page, and shows ${there || 'nothing'} when it is back`, async () => {
      const card = await emptyCard({ src: '/a.json' });
      await answer(card);
      await show(card, film());
      const holder = card.parentElement!;
      card.remove();
      await frames();
      card.film = null;
      card.src = there;
      expect(card.state).to.equal('empty');
      await card.updateComplete;
      expect(statesOf(card)).to.deep.equal(['empty']);
      expect(network.asked).to.have.lengthOf(1);
      const said = there && answer(card);
      holder.append(card);
      await said;
      await settled(card);
      expect([card.state, allParts(card, 'title').map(textOf)]).to.deep.equal(
        there ? ['ready', [there]] : ['empty', []],
      );
    });

  it('loads what src says when src changed there and back while it was out of the page', async () => {
    const card = await emptyCard({ src: '/a.json' });
    await answer(card);
    const holder = card.parentElement!;
    card.remove();
    card.src = '/b.json';
    card.src = '/a.json';
    const said = answer(card);
    holder.append(card);
    await said;
    expect(title(card)).to.equal('/a.json');
  });
});

describe('<film-card> in several places', () => {
  let network: Network;
  beforeEach(() => {
    network = new Network();
    network.reply = (asked) => asked.send(film({ title: asked.url }));
  });
  afterEach(() => network.restore());

  it('is copied with its attributes and children, not with its film', async () => {
    const card = await emptyCard({ src: '/her.json', layout: 'compact' });
    card.append(Object.assign(document.createElement('p'), { textContent: 'fallback' }));
    await show(card, film());
    const copy = card.cloneNode(true) as FilmCard;
    expect(copy.film).to.equal(null);
    expect(copy.state).to.equal('empty');
    const said = answer(copy);
    card.after(copy);
    await said;
    expect(title(copy)).to.equal('/her.json');
    expect(title(card)).to.equal('Her');
    expect(copy.layout).to.equal('compact');
    expect(copy.textContent).to.equal('fallback');
  });

  it('shows the film of an inline script in a copy of a template', async () => {
    const template = document.createElement('template');
    template.innerHTML = `<film-card><script type="application/json">${JSON.stringify(film())}</script></film-card>`;
    const holder = await fixture<HTMLElement>(html`<div></div>`);
    holder.append(document.importNode(template.content, true), template.content.cloneNode(true));
    const cards = [...holder.querySelectorAll('film-card')];
    for (const card of cards) {
      await settled(card);
      expect(title(card)).to.equal('Her');
    }
    expect(cards).to.have.lengthOf(2);
  });

  it('shows two films in two cards, each with its own state', async () => {
    const [one, other] = [await cardOf(film({ title: 'One' })), await cardOf({})];
    expect([one.state, other.state]).to.deep.equal(['ready', 'invalid']);
    expect(title(one)).to.equal('One');
    await show(other, film({ id: 'x', title: 'Two' }));
    byRole(part(other, 'rating'), 'radio', '2 stars').click();
    expect(part<StarRating>(one, 'rating').value).to.equal(null);
  });

  it('shows one object in two cards', async () => {
    const mine = film();
    for (const card of [await cardOf(mine), await cardOf(mine)]) expect(title(card)).to.equal('Her');
  });

  it('loads when a closed <details> around it is opened', async () => {
    const details = await fixture<HTMLDetailsElement>(html`<details>
      <summary>Film</summary>
      <film-card src="/her.json"></film-card>
    </details>`);
    const card = details.querySelector('film-card')!;
    await frames();
    const said = answer(card);
    details.open = true;
    await said;
    expect(title(card)).to.equal('/her.json');
  });

  for (const [what, tag, given, asked] of [
    ['its film', 'late-card', { film: film(), src: '/her.json' }, []],
    ['its address', 'late-card-with-src', { src: '/her.json' }, ['/her.json']],
  ] as const)
    it(`takes over properties that were set before it was defined, ${what} among them`, async () => {
      const page = await fixture(html`<div></div>`);
      network.reply = (asked) => asked.send(film());
      const early: HTMLElement = document.createElement(tag);
      Object.assign(early, { ...given, value: 4, sections: 'title rating', headingLevel: 3, structuredData: true });
      page.append(early);
      const said = record(page);
      const first = answer(early);
      customElements.define(tag, class extends FilmCardClass {});
      await first;
      const card = early as FilmCard;
      await settled(card);
      expect(said).to.deep.equal(['load Her']);
      expect(network.asked.map(({ url }) => url)).to.deep.equal(asked);
      expect(byRole(card, 'heading', 'Her').ariaLevel).to.equal('3');
      expect(part<StarRating>(card, 'rating').value).to.equal(4);
      expect(card.querySelectorAll('script')).to.have.lengthOf(1);
      expect(card.src).to.equal('/her.json');
      expect(Object.keys(card).filter((key) => key in given)).to.deep.equal([]);
    });

  it('shows the film, and the rating, that the page set last, also where that was as soon as it was defined', async () => {
    const page = await fixture(html`<div></div>`);
    const card = document.createElement('later-card') as FilmCard;
    Object.assign(card, { film: film({ title: 'To come' }), value: 4 });
    page.append(card);
    void customElements.whenDefined('later-card').then(() => Object.assign(card, { film: film(), value: 2 }));
    const said = answer(card);
    customElements.define('later-card', class extends FilmCardClass {});
    await said;
    await settled(card);
    expect(title(card)).to.equal('Her');
    expect(part<StarRating>(card, 'rating').value).to.equal(2);
  });

  it('has in src what its attribute says, also before it is in the page', () => {
    const card = document.createElement('film-card');
    expect(card.src).to.equal('');
    card.setAttribute('src', '/her.json');
    expect(card.src).to.equal('/her.json');
    expect(card.outerHTML).to.equal('<film-card src="/her.json"></film-card>');
  });
});
