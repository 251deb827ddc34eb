import { expect, fixture, html } from '@open-wc/testing';
import type { FilmErrorEvent, FilmLoadEvent } from '../../../src/elements/film-card/film-events.js';
import { asIfMedia, contrast, srgb } from '../../helpers/painting.js';
import { allByRole, byRole, focused, frames, next, part, textOf } from '../../helpers/shadow.js';
import { answer, cardOf, emptyCard, film, her, record, show, statesOf } from './cards.js';
import { Network } from './network.js';

describe('<film-card> states', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());

  it('is empty, shows nothing and says nothing without a film', async () => {
    const card = await emptyCard();
    const said = record(card);
    await frames();
    expect(card.state).to.equal('empty');
    expect(statesOf(card)).to.deep.equal(['empty']);
    expect(textOf(card.shadowRoot)).to.equal('');
    expect(card.getBoundingClientRect().height).to.equal(0);
    expect(said).to.deep.equal([]);
  });

  it('goes from loading to ready, and shows one state at a time', async () => {
    const asked = network.next();
    const card = await emptyCard({ src: '/her.json' });
    expect(statesOf(card)).to.deep.equal(['loading']);
    (await asked).send(film());
    await answer(card);
    expect(statesOf(card)).to.deep.equal(['ready']);
    await show(card, {});
    expect(statesOf(card)).to.deep.equal(['invalid']);
    card.film = null;
    await card.updateComplete;
    expect(statesOf(card)).to.deep.equal(['loading']);
  });

  it('shows a skeleton that is busy and has a name while it loads', async () => {
    const card = await emptyCard({ src: '/her.json' });
    expect(byRole(card, 'img', 'Loading the film…').getBoundingClientRect().height).to.be.above(100);
    expect(part(card, 'base').ariaBusy).to.equal('true');
    expect(allByRole(card, 'heading')).to.have.lengthOf(0);
  });

  it('shows a skeleton that is pale, also where the reader asks for more contrast: nothing in it is to be read', async () => {
    const card = await emptyCard({ src: '/her.json' });
    card.style.cssText = 'color-scheme: light; color: black';
    const skeleton = byRole(card, 'img', 'Loading the film…');
    asIfMedia([card], 'prefers-contrast: more', () => {
      const { backgroundColor } = getComputedStyle(skeleton.firstElementChild!);
      expect(contrast(srgb(backgroundColor), srgb('white'))).to.be.within(1.2, 3);
    });
  });

  it('can be styled by the page by its state', async () => {
    const style = Object.assign(document.createElement('style'), {
      textContent:
        'film-card:state(ready) { outline: 3px solid red } film-card:state(loading) { outline: 5px solid red }',
    });
    document.head.append(style);
    const asked = network.next();
    const card = await emptyCard({ src: '/her.json' });
    expect(getComputedStyle(card).outlineWidth).to.equal('5px');
    (await asked).send(film());
    await answer(card);
    expect(getComputedStyle(card).outlineWidth).to.equal('3px');
    style.remove();
  });
});

describe('<film-card> fallback children', () => {
  let network: Network;
  beforeEach(() => (network = new Network()));
  afterEach(() => network.restore());

  const withFallback = async (): Promise<[HTMLElementTagNameMap['film-card'], HTMLElement]> => {
    const holder = await fixture<HTMLElement>(html`<div>
      <film-card src="/her.json"><p>Her (2013), with <a href="https://example.com/">more</a></p></film-card>
    </div>`);
    const card = holder.querySelector('film-card')!;
    return [card, card.querySelector('p')!];
  };

  it('are shown instead of the skeleton while the film loads', async () => {
    const [card, fallback] = await withFallback();
    expect(card.state).to.equal('loading');
    expect(fallback.checkVisibility()).to.equal(true);
    expect(allByRole(card, 'img')).to.have.lengthOf(0);
  });

  for (const [markup, isFallback] of [
    ['<p><img src="data:," alt="Her" width="50" height="50"></p>', true],
    ['<div class="spinner"></div>', true],
    ['<!-- the film comes here -->', false],
    ['<p></p><br>', false],
    ['<noscript>Her (2013)</noscript>', false],
    ['<style>film-card {}</style><script type="text/plain">x</script>', false],
  ] as const)
    it(`${isFallback ? 'are shown instead of' : 'show nothing, and so do not replace'} the skeleton: ${markup}`, async () => {
      const card = document.createElement('film-card');
      card.src = '/her.json';
      card.innerHTML = markup;
      await fixture(html`<div>${card}</div>`);
      expect(card.state).to.equal('loading');
      expect(allByRole(card, 'img')).to.have.lengthOf(isFallback ? 0 : 1);
    });

  it('go when the film is there', async () => {
    const [card, fallback] = await withFallback();
    (network.asked[0] ?? (await network.next())).send(film());
    await answer(card);
    expect(fallback.checkVisibility()).to.equal(false);
  });

  it('hand the focus to the film, where the reader was in them', async () => {
    const [card, fallback] = await withFallback();
    fallback.querySelector('a')!.focus();
    (network.asked[0] ?? (await network.next())).send(film());
    await answer(card);
    expect(focused()).to.equal(byRole(card, 'article', 'Her'));
  });

  it('keep the focus when the payload has mistakes', async () => {
    const [card, fallback] = await withFallback();
    const link = fallback.querySelector('a')!;
    link.focus();
    (network.asked[0] ?? (await network.next())).send(Response.json({}));
    await answer(card);
    expect([card.state, focused()]).to.deep.equal(['invalid', link]);
  });

  it('stay when the film fails, with what went wrong', async () => {
    const [card, fallback] = await withFallback();
    (network.asked[0] ?? (await network.next())).fail();
    await answer(card);
    expect(fallback.checkVisibility()).to.equal(true);
    expect(byRole(card, 'button', 'Try again').checkVisibility()).to.equal(true);
  });

  it('stay when the payload has mistakes, and when there is none', async () => {
    const card = await emptyCard();
    card.append('Her (2013)');
    await card.updateComplete;
    expect(card.getBoundingClientRect().height).to.be.above(0);
    await show(card, {});
    expect(part(card, 'message').getBoundingClientRect().height).to.be.below(card.getBoundingClientRect().height);
  });
});

describe('<film-card> events', () => {
  it('film-load comes after the card has rendered, with the film, its source and no warnings', async () => {
    const card = await emptyCard();
    let seen = '';
    card.addEventListener('film-load', () => (seen = `${textOf(part(card, 'title'))} ${statesOf(card).join()}`));
    const event = (await show(card, her)) as FilmLoadEvent;
    expect(seen).to.equal('Her 2013 ready');
    expect(event.detail.film).to.deep.include({ id: her.id, title: 'Her', year: 2013 });
    expect(event.detail.source).to.equal('film-widgets');
    expect(event.detail.warnings).to.deep.equal([]);
  });

  it('film-load tells what was left out, by path and code', async () => {
    const card = await emptyCard();
    const event = (await show(
      card,
      film({ year: 'last', stars: 5, reviews: [{ body: 'Good.', rating: 7 }] }),
    )) as FilmLoadEvent;
    expect(event.detail.warnings.map(({ path, code }) => `${path} ${code}`)).to.have.members([
      'year wrong-type',
      'stars unknown-key',
      'reviews[0].rating out-of-range',
    ]);
    expect(textOf(card.shadowRoot), 'a reader is not told').not.to.include('year');
  });

  it('film-error comes after the card has rendered what is wrong', async () => {
    const card = await emptyCard();
    let seen = '';
    card.addEventListener('film-error', () => (seen = `${textOf(part(card, 'message'))} ${statesOf(card).join()}`));
    await show(card, { id: 'x' });
    expect(seen).to.equal('The film’s data has mistakes: title: is missing invalid');
  });

  it('leave two shadow roots, bubble, and cannot be cancelled', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const card = document.createElement('film-card');
    inner.attachShadow({ mode: 'closed' }).append(card);
    const load = next<FilmLoadEvent>(document, 'film-load');
    card.film = film();
    const loaded = await load;
    expect([loaded.bubbles, loaded.composed, loaded.cancelable]).to.deep.equal([true, true, false]);
    expect(loaded.target).to.equal(outer);
    const error = next<FilmErrorEvent>(document, 'film-error');
    card.film = {};
    const failed = await error;
    expect([failed.bubbles, failed.composed, failed.cancelable]).to.deep.equal([true, true, false]);
  });

  it('come once for a film that was set before the card is in the page', async () => {
    const card = document.createElement('film-card');
    card.film = film();
    const said = record(card);
    await frames();
    expect(said).to.deep.equal([]);
    document.body.append(card);
    await answer(card);
    await frames();
    expect(said).to.deep.equal(['load Her']);
    card.remove();
  });

  it('come for the last of several films that are set at once', async () => {
    const card = await emptyCard();
    const said = record(card);
    for (const title of ['Her', 'Moon', 'Alien']) card.film = film({ title });
    await answer(card);
    await frames();
    expect(said).to.deep.equal(['load Alien']);
  });

  it('do not come again when the card only renders again', async () => {
    const card = await cardOf(film());
    const said = record(card);
    card.layout = 'compact';
    card.headingLevel = 4;
    await card.updateComplete;
    await frames();
    expect(said).to.deep.equal([]);
  });
});
