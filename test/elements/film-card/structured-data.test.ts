import { expect, fixture, html } from '@open-wc/testing';
import { renderFilmCard } from '../../../src/server/index.js';
import { byRole, next, part, tasks, textOf } from '../../helpers/shadow.js';
import { cardOf, emptyCard, film, her, record, settled, show, type FilmCard } from './cards.js';

const scripts = (root: ParentNode = document): HTMLScriptElement[] => [
  ...root.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];
const dataOf = (card: FilmCard): unknown[] => scripts(card).map(({ text }) => JSON.parse(text) as unknown);
const cardWith = (payload: object): Promise<FilmCard> => cardOf(payload, { 'structured-data': '' });

describe('<film-card structured-data>', () => {
  it('writes nothing unless it is asked to', async () => {
    const card = await cardOf(film());
    expect(scripts()).to.deep.equal([]);
    card.structuredData = true;
    await settled(card);
    expect(dataOf(card)).to.have.lengthOf(1);
    card.structuredData = false;
    await settled(card);
    expect(scripts()).to.deep.equal([]);
  });

  it('writes the film for search engines, where they look', async () => {
    const card = await cardWith(film({ year: 2013, rating: { average: 4.2, count: 12 } }));
    const [data] = dataOf(card) as Record<string, unknown>[];
    expect(data).to.include({ '@context': 'https://schema.org', '@type': 'Movie', name: 'Her' });
    expect(data!.aggregateRating).to.include({ ratingValue: 4.2, ratingCount: 12 });
    expect(scripts(card)[0]!.parentElement).to.equal(card);
  });

  for (const [what, answer] of [
    ['nobody answered', undefined],
    ['waits for its answer', () => new Promise<never>(() => undefined)],
    ['was refused', () => Promise.reject(new Error('down'))],
  ] as const)
    it(`does not count a vote of the reader that ${what}`, async () => {
      const card = await cardWith(film({ rating: { average: 4.2, count: 12 } }));
      const before = dataOf(card);
      if (answer) card.addEventListener('vote', (event) => event.respondWith(answer()));
      const voted = next(card, 'vote');
      byRole(part(card, 'rating'), 'radio', '5 stars').click();
      await voted;
      await tasks();
      await settled(card);
      expect(dataOf(card)).to.deep.equal(before);
      await show(card, film({ year: 2013, rating: { average: 4.2, count: 12 } }));
      expect(dataOf(card), 'the same film once more').to.deep.equal([
        { ...(before[0] as object), dateCreated: '2013' },
      ]);
    });

  it('writes text that cannot end the script', async () => {
    const title = '</script><img src=x: onerror=alert(1)><!--';
    const card = await cardWith(film({ title }));
    const [script] = scripts(card);
    expect(script!.text).not.to.include('<');
    expect(JSON.parse(script!.text)).to.include({ name: title });
    const copy = await fixture(html`<div></div>`);
    copy.innerHTML = script!.outerHTML;
    expect(copy.children).to.have.lengthOf(1);
    expect(copy.querySelector('img')).to.equal(null);
  });

  it('goes with the film, and comes with the next one', async () => {
    const card = await cardWith(film());
    await show(card, film({ id: 'film:him', title: 'Him' }));
    expect(dataOf(card)).to.have.lengthOf(1);
    expect(dataOf(card)[0]).to.include({ name: 'Him' });
    await show(card, {});
    expect(scripts()).to.deep.equal([]);
  });

  it('is on the page once for one film, and once each for two', async () => {
    const first = await cardWith(film());
    const second = await cardWith(film());
    await cardWith(film({ id: 'film:"him"', title: 'Him' }));
    expect(scripts(first)).to.have.lengthOf(1);
    expect(scripts(second)).to.have.lengthOf(0);
    expect(scripts()).to.have.lengthOf(2);
  });

  it('is on the page once for one film in two shadow roots, and written by the other card when one goes', async () => {
    const roots = [await fixture(html`<div></div>`), await fixture(html`<div></div>`)];
    const cards: FilmCard[] = [];
    for (const root of roots) {
      const card = await cardWith(film());
      root.attachShadow({ mode: 'open' }).append(card);
      await settled(card);
      cards.push(card);
    }
    expect(cards.map((card) => scripts(card).length)).to.deep.equal([1, 0]);
    cards[0]!.remove();
    expect(cards.map((card) => scripts(card).length)[1]).to.equal(1);
    expect(scripts(await cardWith(film()))).to.have.lengthOf(0);
  });

  it('has no reviews and no rating where the card does not show them', async () => {
    const reviews = [{ author: 'Ann', body: 'Good.', rating: 4 }];
    const card = await cardWith(film({ rating: { average: 4.2, count: 12 }, reviews }));
    const said = (): string[] => Object.keys(dataOf(card)[0] as object).filter((key) => /review|rating/i.test(key));
    expect(said()).to.deep.equal(['aggregateRating', 'review']);
    for (const [sections, keys] of [
      ['title rating', ['aggregateRating']],
      ['title reviews', ['review']],
      ['title', []],
      [null, ['aggregateRating', 'review']],
    ] as const) {
      card.sections = sections;
      await settled(card);
      expect(said(), `${sections}`).to.deep.equal(keys);
    }
    card.layout = 'compact';
    await settled(card);
    expect(said()).to.deep.equal(['aggregateRating']);
  });

  it('has no more of the film than the card shows', async () => {
    const card = await cardWith(her);
    for (const [sections, keys] of [
      ['title', []],
      ['title synopsis', ['description']],
      ['title poster', ['image']],
      ['title facts', ['duration', 'director', 'actor']],
      [null, ['description', 'image', 'duration', 'director', 'actor']],
    ] as const) {
      card.sections = sections;
      await settled(card);
      const said = dataOf(card)[0] as object;
      expect(said).to.include({
        name: 'Her',
        dateCreated: sections?.match(/^title( [ps]\w+)?$/) ? '2013' : '2013-12-18',
      });
      for (const key of ['description', 'image', 'duration', 'director', 'actor'])
        expect(key in said, `${sections} ${key}`).to.equal((keys as readonly string[]).includes(key));
    }
  });

  it('is made once for a film, however often the card is updated', async () => {
    const card = await cardWith(film());
    const { stringify } = JSON;
    let made = 0;
    JSON.stringify = (value: object) => {
      if ('@context' in value) made++;
      return stringify(value);
    };
    try {
      for (const value of [1, 2, 3]) {
        card.value = value;
        await settled(card);
      }
      expect(made).to.equal(0);
      await show(card, film({ title: 'Her again' }));
      expect(made).to.equal(1);
    } finally {
      JSON.stringify = stringify;
    }
  });

  for (const [what, leave] of [
    ['is removed', (card: FilmCard) => card.remove()],
    ['shows another film', (card: FilmCard) => show(card, film({ id: 'film:him', title: 'Him' }))],
    ['is not asked to write any more', (card: FilmCard) => void (card.structuredData = false)],
  ] as const)
    it(`is written by another card with the film when the one that had it ${what}`, async () => {
      const first = await cardWith(film());
      const others = [await cardWith(film()), await cardWith(film())];
      await leave(first);
      await settled(first);
      expect(others.flatMap(dataOf)).to.have.lengthOf(1);
      expect(others.flatMap(dataOf)[0]).to.include({ name: 'Her' });
      for (const other of others) other.remove();
      expect(scripts().filter(({ text }) => text.includes('"Her"'))).to.deep.equal([]);
    });

  it('is there once when a card comes back to another one with its film', async () => {
    const [first, second] = [await cardWith(film()), await cardWith(film())];
    const place = first.parentElement!;
    first.remove();
    expect(dataOf(second)).to.have.lengthOf(1);
    place.append(first);
    expect(scripts()).to.have.lengthOf(1);
    place.append(second); // moved
    expect(scripts()).to.have.lengthOf(1);
    second.remove();
    expect(dataOf(first)).to.have.lengthOf(1);
  });

  it('is left to the server that has written it beside the card', async () => {
    const page = await fixture(html`<div></div>`);
    page.innerHTML = renderFilmCard(film(), { structuredData: true });
    await cardWith(film());
    expect(scripts()).to.have.lengthOf(1);
    expect(scripts(page)).to.have.lengthOf(1);
  });

  for (const [what, data, written] of [
    ['names the film', { '@type': 'Movie', name: 'Her' }, 0],
    ['is about the film', { '@type': 'BlogPosting', about: { '@type': 'Movie', name: 'Her' } }, 0],
    ['names another film', { '@type': 'Movie', name: 'Him' }, 1],
    ['has the name of something else', { '@type': 'Book', name: 'Her' }, 1],
    ['has both words of an article', { '@type': 'Article', headline: 'Her', articleSection: ['Movie'] }, 1],
    ['names somebody of another film', { '@type': 'Movie', name: 'Him', actor: { '@type': 'Person', name: 'Her' } }, 1],
    ['names the film among types', [{ '@type': ['Movie', 'Product'], name: 'Her' }], 0],
    ['names the film with the address of its type', { '@type': 'http://schema.org/Movie', name: 'Her' }, 0],
    ['has the film for a series', { '@type': 'TVSeries', name: 'Her' }, 0],
    ['names the film in several languages', { '@type': 'Movie', name: [{ '@value': ' Her ' }, 'Sie'] }, 0],
    [
      'names another film before it',
      [
        { '@type': 'Movie', name: 'Him' },
        { '@type': 'Movie', name: 'Her' },
      ],
      0,
    ],
    ['has the film’s id', { '@type': 'Movie', name: 'Sie', sameAs: 'https://www.imdb.com/title/tt1798709/' }, 0],
    ['has another film’s id', { '@type': 'Movie', name: 'Sie', sameAs: 'https://www.imdb.com/title/tt1/' }, 1],
  ] as const)
    it(`is ${written ? 'written' : 'left out'} where JSON-LD of the page ${what}`, async () => {
      const page = await fixture(html`<div></div>`);
      const script = Object.assign(document.createElement('script'), {
        type: 'application/ld+json',
        // escaped, as some servers write everything
        text: JSON.stringify(data).replaceAll('H', '\\u0048'),
      });
      page.append(script);
      expect(scripts(await cardWith(film({ id: 'imdb:tt1798709' })))).to.have.lengthOf(written);
    });

  it('is left out where JSON-LD of the page has HTML’s entities or CDATA in it, and read anew when that changes', async () => {
    const page = await fixture(html`<div></div>`);
    const script = Object.assign(document.createElement('script'), { type: 'application/ld+json' });
    page.append(script);
    for (const [text, written] of [
      ['{"@type":"Movie","name":"Tom &amp; Jerry"}', 0],
      ['{"@type":"Movie","name":"Tom"}', 1],
      ['//<![CDATA[\n{"@type":"Movie","name":"Tom & Jerry"}\n//]]>', 0],
    ] as const) {
      script.text = text;
      const card = await cardWith(film({ title: 'Tom & Jerry' }));
      expect(scripts(card), text).to.have.lengthOf(written);
      card.remove();
    }
  });

  it('is left out where the card’s own payload is JSON-LD, in a shadow root, too', async () => {
    const movie = { '@context': 'https://schema.org', '@type': 'Movie', name: 'Her', dateCreated: '2013' };
    for (const inline of [
      movie,
      { ...movie, name: 'Tom &amp; Jerry' },
      { ...movie, '@type': 'TVSeries' },
      // whose title is the other one
      { ...movie, alternateName: 'Sie', url: 'https://www.imdb.com/title/tt1798709/' },
    ])
      for (const place of [
        await fixture(html`<div></div>`),
        (await fixture(html`<div></div>`)).attachShadow({ mode: 'open' }),
      ]) {
        place.innerHTML = `<film-card structured-data><script type="application/ld+json">${JSON.stringify(inline)}</script></film-card>`;
        const card = place.querySelector('film-card')!;
        await tasks();
        await settled(card);
        expect(card.state).to.equal('ready');
        expect(scripts(card)).to.have.lengthOf(1);
        card.remove();
      }
  });

  it('is left out where the page says the film in a script whose type has a charset', async () => {
    const page = document.createElement('script');
    page.type = 'application/ld+json; charset=utf-8';
    page.text = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Movie', name: 'Her' });
    document.head.append(page);
    const card = await cardWith(film());
    page.remove();
    expect(scripts(card)).to.deep.equal([]);
  });

  // which takes the type away from a script that it moves, and gives it back at once
  it('is left out where the card’s own payload is JSON-LD and jQuery moves the card', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const movie = JSON.stringify({ '@context': 'https://schema.org', '@type': 'Movie', name: 'Her' });
    place.innerHTML = `<film-card structured-data><script type="application/ld+json">${movie}</script></film-card>`;
    const card = place.querySelector('film-card')!;
    await settled(card);
    const [own] = scripts(card);
    own!.type = 'true/application/ld+json';
    place.append(card);
    own!.type = 'application/ld+json';
    await tasks();
    await settled(card);
    expect(scripts(card)).to.deep.equal([own]);
  });

  it('is written in a moment beside hundreds of scripts of the page, each of which is read once', async () => {
    const page = await fixture(html`<div></div>`);
    for (let i = 0; i < 400; i++)
      page.append(
        Object.assign(document.createElement('script'), {
          type: 'application/ld+json',
          text: JSON.stringify({ '@type': 'Movie', name: `Film ${i}`, actor: Array(50).fill({ name: 'Ana' }) }),
        }),
      );
    const { parse } = JSON;
    let parsed = 0;
    JSON.parse = ((...args: Parameters<typeof parse>) => {
      parsed++;
      return parse(...args) as unknown;
    }) as typeof parse;
    try {
      for (const id of ['film:a', 'film:b', 'film:c'])
        expect(scripts(await cardWith(film({ id })))).to.have.lengthOf(1);
    } finally {
      JSON.parse = parse;
    }
    expect(parsed).to.equal(400);
  });

  it('is not copied with the card', async () => {
    const card = await cardWith(film());
    const copy = card.cloneNode(true) as FilmCard;
    card.after(copy);
    await show(copy, film());
    await settled(copy);
    expect(scripts()).to.have.lengthOf(1);
  });

  it('is never read as the card’s own payload', async () => {
    const card = await emptyCard({ 'structured-data': '' });
    card.append(
      Object.assign(document.createElement('script'), {
        type: 'application/json',
        textContent: JSON.stringify(film()),
      }),
    );
    await tasks();
    await settled(card);
    const said = record(card);
    expect(scripts(card)).to.have.lengthOf(1);
    card.querySelector('script[type="application/json"]')!.remove();
    await tasks();
    await settled(card);
    expect(card.state).to.equal('empty');
    expect(scripts(card)).to.have.lengthOf(0);
    expect(said).to.deep.equal([]);
  });

  /** A card whose fallback a server wrote, with structured data. */
  const fromServer = async (): Promise<FilmCard> => {
    const card = await emptyCard({ 'structured-data': '' });
    card.innerHTML = renderFilmCard(film({ title: 'Her & him' }), { structuredData: true });
    return card;
  };

  it('is there once in a card whose fallback has it', async () => {
    const card = await fromServer();
    await show(card, film({ year: 2013 }));
    expect(dataOf(card)).to.have.lengthOf(1);
    expect(dataOf(card)[0]).to.include({ dateCreated: '2013' });
    await show(card, film({ id: 'film:him', title: 'Him' }));
    expect(dataOf(card)[0]).to.include({ name: 'Him' });
  });

  it('stays away where the page enforces Trusted Types, says so once, and shows the film', async () => {
    const { set, ...rest } = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'text')!;
    const { info } = console;
    const told: unknown[] = [];
    const tried: string[] = [];
    console.info = (words: unknown) => told.push(words);
    // what an engine does when a text is assigned under require-trusted-types-for 'script'
    Object.defineProperty(HTMLScriptElement.prototype, 'text', {
      ...rest,
      set: (text: string) => {
        tried.push(text);
        throw new TypeError('This document requires "TrustedScript" assignment.');
      },
    });
    try {
      const cards = [await cardWith(film()), await cardWith(film({ id: 'film:him' }))];
      expect(scripts()).to.deep.equal([]);
      expect(cards.map((card) => textOf(part(card, 'title')))).to.deep.equal(['Her', 'Her']);
      expect(told).to.deep.equal(['film-widgets: no structured data, because this page enforces Trusted Types']);
      expect(tried, 'what a report may have').to.deep.equal(['{}']);
      for (const card of cards) card.remove();
      const card = await fromServer();
      await show(card, film({ title: 'Her & him', year: 2013 }));
      expect(dataOf(card), 'the server’s own stays').to.have.lengthOf(1);
      await show(card, film({ id: 'film:him', title: 'Him' }));
      expect(dataOf(card), 'and not for another film').to.deep.equal([]);
    } finally {
      console.info = info;
      Object.defineProperty(HTMLScriptElement.prototype, 'text', { ...rest, set });
    }
  });
});
