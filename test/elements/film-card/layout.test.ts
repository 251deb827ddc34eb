import { expect } from '@open-wc/testing';
import type { StarRating } from '../../../src/elements/star-rating/star-rating.js';
import { allByRole, allParts, byRole, focused, nameOf, next, part, textOf } from '../../helpers/shadow.js';
import { cardOf, emptyCard, film, her, settled, show, type FilmCard } from './cards.js';

const SECTIONS = ['poster', 'byline', 'title', 'rating', 'synopsis', 'facts', 'specs', 'trivia', 'reviews'];

/** The sections of a card in the order of the document, which is the order of reading. */
const order = (card: FilmCard): string[] =>
  [...card.shadowRoot!.querySelectorAll('[part]')]
    .flatMap((element) => [...element.part])
    .filter((name) => [...SECTIONS, 'attribution'].includes(name));

describe('<film-card sections>', () => {
  it('are all, in the order of the contract, where the page says nothing', async () => {
    expect(order(await cardOf(her))).to.deep.equal([...SECTIONS, 'attribution']);
  });

  for (const [asked, given] of [
    ['title rating', ['title', 'rating']],
    ['reviews trivia title', ['reviews', 'trivia', 'title']],
    ['  title\n\tposter ', ['title', 'poster']],
    ['title title rating', ['title', 'rating']],
    ['title, rating,facts', ['title', 'rating', 'facts']],
    ['title nonsense constructor', ['title']],
    ['', SECTIONS],
    ['nonsense', SECTIONS],
  ] as const)
    it(`are what the page asks for, in its order: “${asked.trim()}”`, async () => {
      expect(order(await cardOf(her, { sections: asked }))).to.deep.equal([...given, 'attribution']);
    });

  it('change with the property and the attribute', async () => {
    const card = await cardOf(her);
    card.sections = 'title';
    await settled(card);
    expect(order(card)).to.deep.equal(['title', 'attribution']);
    card.removeAttribute('sections');
    card.sections = null;
    await settled(card);
    expect(order(card)).to.have.lengthOf(10);
  });

  it('may be a list, as a framework’s user would write them', async () => {
    const card = await cardOf(her);
    card.sections = ['rating', 'title'] as unknown as string;
    await settled(card);
    expect(order(card)).to.deep.equal(['rating', 'title', 'attribution']);
  });

  for (const [asked, given] of [
    ['rating title', ['rating', 'title']],
    ['reviews trivia rating poster', ['reviews', 'trivia', 'rating', 'poster']],
    ['title rating', ['title', 'rating']],
    ['rating facts title reviews', ['rating', 'facts', 'title', 'reviews']],
  ] as const)
    it(`change to others, and back: “${asked}”`, async () => {
      const card = await cardOf(her, { sections: 'title reviews rating' });
      for (const sections of [asked, 'facts rating', null, asked]) {
        card.sections = sections;
        await settled(card);
      }
      expect(order(card)).to.deep.equal([...given, 'attribution']);
      card.sections = 'title reviews rating';
      await settled(card);
      expect(order(card), 'as at first').to.deep.equal(['title', 'reviews', 'rating', 'attribution']);
      card.sections = asked;
      await show(card, film({ ...her, id: 'film:other' }));
      expect(order(card), 'another film').to.deep.equal([...given, 'attribution']);
    });

  it('that have something to say only later come where they belong', async () => {
    const card = await cardOf(film(), { sections: 'rating synopsis' });
    card.sections = 'synopsis rating';
    await settled(card);
    await show(card, film({ synopsis: 'A man and a voice.' }));
    expect(order(card)).to.deep.equal(['synopsis', 'rating']);
  });

  it('that have something to say only in another layout come where they belong', async () => {
    const record = film({ title: 'Her', rating: {}, writers: [{ name: 'Spike Jonze' }] });
    const card = await cardOf(record, { layout: 'compact', sections: 'title rating facts' });
    card.sections = 'facts title rating';
    await settled(card);
    card.layout = 'full';
    await settled(card);
    expect(order(card)).to.deep.equal(['facts', 'title', 'rating']);
  });

  it('leave the reader what they did and where they are when others come, go, or change places', async () => {
    const card = await cardOf(her);
    const rating = part<StarRating>(card, 'rating');
    const review = part(card, 'review');
    card.addEventListener('vote', (event) => event.respondWith(new Promise<never>(() => undefined)));
    byRole(rating, 'radio', '4 stars').click();
    byRole(review, 'button', 'Read More').click();
    await settled(card);
    for (const at of [byRole(rating, 'radio', '4 stars'), byRole(review, 'button', 'Show less')])
      for (const sections of ['reviews title rating', 'rating reviews', 'poster reviews specs rating facts']) {
        at.focus();
        card.sections = sections;
        await settled(card);
        expect(focused() === at, `focus, ${sections}`).to.equal(true);
        expect(part(card, 'rating') === rating, sections).to.equal(true);
        expect(rating.value).to.equal(4);
        expect(rating.state).to.equal('pending');
        expect(byRole(part(card, 'review'), 'button', 'Show less').ariaExpanded).to.equal('true');
      }
    card.layout = 'compact';
    card.sections = null;
    await settled(card);
    expect(part(card, 'rating') === rating).to.equal(true);
    expect(rating.value).to.equal(4);
  });

  it('leave as much room between facts and a rating after them, whatever else is named in between', async () => {
    const room = async (sections: string): Promise<number> => {
      const card = await cardOf(her, { sections });
      return part(card, 'rating').getBoundingClientRect().top - part(card, 'facts').getBoundingClientRect().bottom;
    };
    expect(await room('title facts poster rating')).to.be.closeTo(await room('title poster facts rating'), 0.1);
  });

  it('leave no more room between a title and the rating under it where facts are named before them', async () => {
    const room = async (sections: string): Promise<number> => {
      const card = await cardOf(her, { sections });
      return part(card, 'rating').getBoundingClientRect().top - part(card, 'title').getBoundingClientRect().bottom;
    };
    expect(await room('facts title rating')).to.be.closeTo(await room('title rating facts'), 0.1);
  });

  it('leave as much room below a histogram as above the synopsis of a card without one', async () => {
    const rating = { average: 3, count: 10, distribution: [1, 2, 4, 2, 1] };
    const card = await cardOf({ ...her, rating });
    const room = (above: HTMLElement): number =>
      part(card, 'synopsis').getBoundingClientRect().top - above.getBoundingClientRect().bottom;
    expect(room(part(part(card, 'rating'), 'histogram'))).to.be.at.least(12);
    card.sections = 'title synopsis';
    await settled(card);
    expect(room(part(card, 'title'))).to.be.at.least(12);
  });

  it('leave the card its name when the title is not among them', async () => {
    const card = await cardOf(her, { sections: 'rating' });
    expect(nameOf(byRole(card, 'article'))).to.equal('Her');
  });
});

describe('<film-card layout="compact">', () => {
  it('is a poster, the title, one line of facts and the rating', async () => {
    const card = await cardOf(her, { layout: 'compact' });
    expect(order(card)).to.deep.equal(['poster', 'title', 'facts', 'rating', 'attribution']);
    expect(textOf(part(card, 'title'))).to.equal('Her');
    expect(allParts(card, 'fact').map(textOf)).to.deep.equal([
      '2013',
      '2 h 6 min',
      'Spike Jonze',
      'Drama, Romance, Science fiction',
    ]);
  });

  it('has no line of facts for a film without facts', async () => {
    const card = await cardOf(film(), { layout: 'compact' });
    expect(order(card)).to.deep.equal(['poster', 'title', 'rating']);
  });

  it('shows the sections that are asked for', async () => {
    const card = await cardOf(her, { layout: 'compact', sections: 'title synopsis' });
    expect(order(card)).to.deep.equal(['title', 'synopsis', 'attribution']);
  });

  it('draws no histogram, and says the numbers of one', async () => {
    const card = await cardOf(film({ rating: { distribution: [0, 0, 1, 1, 2] } }), { layout: 'compact' });
    const rating = part(card, 'rating');
    expect(allByRole(rating, 'table')).to.deep.equal([]);
    expect(textOf(part(rating, 'summary'))).to.equal('4.3 out of 5, 4 votes');
    card.layout = 'full';
    await settled(card);
    expect(allByRole(rating, 'table')).to.have.length(1);
  });

  it('is lower than the full card', async () => {
    const card = await cardOf(film({ year: 2013 }));
    const { height } = card.getBoundingClientRect();
    card.layout = 'compact';
    await settled(card);
    expect(card.getBoundingClientRect().height).to.be.below(height);
  });
});

describe('<film-card heading-level>', () => {
  for (const [level, levels] of [
    [undefined, [2, 3, 3, 3]],
    ['2', [2, 3, 3, 3]],
    ['3', [3, 4, 4, 4]],
    ['5', [5, 6, 6, 6]],
    ['6', [6, 6, 6, 6]],
    ['1', [2, 3, 3, 3]],
    ['7', [2, 3, 3, 3]],
    ['x', [2, 3, 3, 3]],
  ] as const)
    it(`${level ?? 'not said'} makes headings of the levels ${[...new Set(levels)].join(' and ')}`, async () => {
      const card = await cardOf(her, level === undefined ? {} : { 'heading-level': level });
      expect(allByRole(card, 'heading').map(({ ariaLevel }) => Number(ariaLevel))).to.deep.equal([...levels]);
      const review = byRole(part(card, 'review'), 'heading');
      expect(Number(review.ariaLevel)).to.equal(Math.min(6, levels[1] + 1));
    });
});

describe('<film-card> parts', () => {
  const OWN = [
    'base',
    'poster',
    'title',
    'year',
    'byline',
    'rating',
    'synopsis',
    'facts',
    'fact',
    'label',
    'value',
    'section-title',
    'more',
    'specs',
    'trivia',
    'reviews',
  ];
  const RATING = ['base', 'stars', 'symbol', 'summary', 'message'].map((name) => `rating__${name}`);
  const REVIEW = ['base', 'heading', 'byline', 'rating', 'stars', 'text', 'toggle', 'source'].map(
    (name) => `review__${name}`,
  );

  /** Those of some parts of a card that no rule of the page reaches. */
  function unreached(card: FilmCard, names: readonly string[]): string[] {
    const style = document.createElement('style');
    style.textContent = names.map((name, i) => `film-card::part(${name}) { --mark${i}: 1 }`).join('\n');
    document.head.append(style);
    const inside = [card, part(card, 'rating'), ...allParts(card, 'review')].flatMap((host) => [
      ...host.shadowRoot!.querySelectorAll('[part]'),
    ]);
    const reached = (i: number): boolean =>
      inside.some((element) => {
        // a custom property is inherited, so it has to begin here
        const marks = (at: Element): string => getComputedStyle(at).getPropertyValue(`--mark${i}`);
        const above = element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
        return marks(element) === '1' && marks(above) !== '1';
      });
    const found = names.filter((_, i) => !reached(i));
    style.remove();
    return found;
  }

  it('can all be styled by the page, those of the widgets inside as well', async () => {
    const card = await cardOf(her);
    expect(unreached(card, [...OWN, 'review', 'attribution', ...RATING, ...REVIEW])).to.deep.equal([]);
    expect(unreached(card, ['title', 'heart', 'rating__heart']), 'negative control').to.deep.equal([
      ...['heart', 'rating__heart'],
    ]);
  });

  it('can be styled by the page when a vote brings them', async () => {
    const card = await cardOf(film({ rating: { distribution: [1, 2, 3, 4, 5] } }));
    const rating = part<StarRating>(card, 'rating');
    rating.clearable = true; // by a script of the page: a card has no attribute for it
    expect(unreached(card, ['rating__histogram', 'rating__clear', 'rating__retry'])).to.deep.equal([
      ...['rating__clear', 'rating__retry'],
    ]);
    byRole(rating, 'radio', '4 stars').click();
    await settled(card);
    expect(unreached(card, ['rating__clear'])).to.deep.equal([]);
    card.addEventListener('vote', (event) => event.respondWith(Promise.reject(new Error('down'))));
    const failed = next(card, 'vote-error');
    byRole(rating, 'radio', '5 stars').click();
    await failed;
    await settled(card);
    expect(unreached(card, ['rating__retry'])).to.deep.equal([]);
  });

  it('are there for what goes wrong, too', async () => {
    const card = await emptyCard();
    await show(card, JSON.stringify({ synopsis: 'x'.repeat(300_000) }));
    expect(allParts(card, 'message')).to.have.lengthOf(1);
    expect(allParts(card, 'retry')).to.have.lengthOf(1);
  });
});
