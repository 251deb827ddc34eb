import { expect } from '@open-wc/testing';
import type { FilmErrorEvent, FilmLoadEvent } from '../../../src/elements/film-card/film-events.js';
import { rubbishIn } from '../../helpers/rubbish.js';
import { allByRole, allParts, byRole, next, part, textOf } from '../../helpers/shadow.js';
import { answer, cardOf, emptyCard, film, her, record, show, statesOf } from './cards.js';

/** Things that no JSON is, each made when it is needed. */
const STRANGE: [what: string, make: () => unknown][] = [
  ['a number', () => 7],
  ['NaN', () => NaN],
  ['true', () => true],
  ['a BigInt', () => 7n],
  ['a symbol', () => Symbol('film')],
  ['a function', () => () => film()],
  ['a list', () => [film()]],
  ['an empty object', () => ({})],
  ['a Promise', () => Promise.resolve(film())],
  ['an Element', () => document.createElement('p')],
  ['the window', () => window],
  ['a Date', () => new Date()],
  ['a Map', () => new Map(Object.entries(film()))],
  [
    'a revoked Proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  [
    'a Proxy that throws at everything',
    () => {
      const no = (): never => {
        throw new Error('no');
      };
      return new Proxy({}, { get: no, has: no, ownKeys: no, getPrototypeOf: no, getOwnPropertyDescriptor: no });
    },
  ],
  [
    'a getter that throws',
    () => ({
      id: 'x',
      get title(): string {
        throw new Error('no');
      },
    }),
  ],
  ['a title that is an object', () => ({ id: 'x', title: { toString: () => 'Her' } })],
  ['an empty text', () => ''],
  ['a text that is not JSON', () => 'Her (2013)'],
  ['the text “null”', () => 'null'],
  ['a text of HTML', () => '<!doctype html><title>Her</title>'],
];

describe('<film-card> given something that is no film', () => {
  for (const [what, make] of STRANGE)
    it(`does not throw, and says so: ${what}`, async () => {
      const card = await emptyCard();
      const event = await show(card, make());
      expect(event.type).to.equal('film-error');
      expect(event.detail).to.have.property('kind').that.is.oneOf(['schema', 'syntax']);
      expect((event as FilmErrorEvent).detail.issues).to.have.length.above(0);
      expect(statesOf(card)).to.deep.equal(['invalid']);
      expect(textOf(byRole(card, 'status'))).to.match(/^The film’s data (is not readable\.$|has mistakes: )/);
      expect(rubbishIn(card)).to.deep.equal([]);
      expect(allByRole(card, 'button')).to.have.lengthOf(0);
    });

  it('says which fields are wrong when the payload has mistakes', async () => {
    const card = await emptyCard();
    const event = (await show(card, { id: 7, title: ' ', year: 'last' })) as FilmErrorEvent;
    expect(event.detail.kind).to.equal('schema');
    expect(event.detail.issues.map(({ path, code }) => `${path} ${code}`)).to.deep.equal([
      'id wrong-type',
      'title missing',
    ]);
    expect(allByRole(card, 'listitem').map(textOf)).to.deep.equal(['id: must be text', 'title: is missing']);
    expect(textOf(part(card, 'message').querySelector('p'))).to.equal('The film’s data has mistakes:');
    for (const item of allByRole(card, 'listitem')) expect(item.lang).to.equal('en');
  });

  it('is ready again for the next good film', async () => {
    const card = await emptyCard();
    await show(card, {});
    await show(card, film());
    expect(statesOf(card)).to.deep.equal(['ready']);
    expect(allByRole(card, 'status')).to.have.lengthOf(0);
  });

  it('shows the last of several films set in a row, and tells of that one only', async () => {
    const card = await emptyCard();
    const said = record(card);
    card.film = film({ title: 'First' });
    card.film = {};
    const good = film({ title: 'Last' });
    card.film = good;
    card.film = good;
    await answer(card);
    await card.updateComplete;
    expect(said).to.deep.equal(['load Last']);
    expect(textOf(part(card, 'title'))).to.equal('Last');
  });
});

describe('<film-card> given a film that is not plain', () => {
  function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  }

  it('shows a frozen one', async () => {
    const card = await cardOf(deepFreeze(structuredClone(her)));
    expect(card.state).to.equal('ready');
  });

  it('leaves the object as it was, and gives it back', async () => {
    const mine = structuredClone(her);
    const card = await cardOf(mine);
    expect(card.film).to.equal(mine);
    expect(mine).to.deep.equal(her);
  });

  it('shows the film of a text of JSON, with a byte order mark or without', async () => {
    for (const text of [JSON.stringify(film()), `\uFEFF${JSON.stringify(film())}`])
      expect((await cardOf(text)).state).to.equal('ready');
  });

  it('shows one that goes round in circles, without what goes round, and says so', async () => {
    const circle: Record<string, unknown> = film();
    circle.reviews = [{ author: 'Lena', body: 'A love story.' }, circle];
    const card = await emptyCard();
    const { type, detail } = (await show(card, circle)) as FilmLoadEvent;
    expect([type, detail.warnings.map(({ path, code }) => `${path} ${code}`)]).to.deep.equal([
      'film-load',
      ['reviews[1] unreadable'],
    ]);
    expect([card.state, allParts(card, 'review').length]).to.deep.equal(['ready', 1]);
  });

  it('refuses one that is nested too deeply, and says so', async () => {
    let nested = {};
    for (let depth = 1; depth < 21; depth++) nested = { nested };
    const card = await emptyCard();
    const { type, detail } = (await show(card, { ...film(), nested })) as FilmErrorEvent;
    expect([type, detail.kind, detail.issues.map(({ path, code }) => `${path} ${code}`)]).to.deep.equal([
      'film-error',
      'schema',
      [' too-deep'],
    ]);
    expect(statesOf(card)).to.deep.equal(['invalid']);
    expect(textOf(part(card, 'message'))).to.include('nested more than 20 levels deep');
  });

  it('does not notice a change inside the object until it is set again', async () => {
    const mine = { ...film(), year: 2013 };
    const card = await cardOf(mine);
    mine.title = 'Him';
    card.requestUpdate();
    await card.updateComplete;
    expect(textOf(part(card, 'title'))).to.equal('Her 2013');
    const load = next(card, 'film-load');
    card.film = mine;
    await load;
    expect(textOf(part(card, 'title'))).to.equal('Him 2013');
  });

  it('refuses 300 KiB of text as too large, and offers to try again', async () => {
    const card = await emptyCard();
    const event = await show(card, JSON.stringify(film({ synopsis: 'x'.repeat(300 * 1024) })));
    expect(event.detail).to.deep.include({ kind: 'too-large' });
    expect(statesOf(card)).to.deep.equal(['failed']);
    expect(textOf(part(card, 'message').querySelector('p'))).to.equal('The film’s data is too large.');
    byRole(card, 'button', 'Try again').click();
    expect((await answer(card)).detail).to.deep.include({ kind: 'too-large' });
  });

  it('keeps the prototypes of the page as they are', async () => {
    const text = '{"id":"x","title":"X","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    await cardOf(text);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });

  for (const [field, value] of [
    ['title', '__proto__'],
    ['id', 'constructor'],
    ['id', 'toString'],
  ] as const)
    it(`shows a film whose ${field} is “${value}”`, async () => {
      const card = await cardOf(film({ [field]: value }));
      expect(card.state).to.equal('ready');
      expect(part<HTMLElement & { subject: string }>(card, 'rating').subject).to.equal(
        field === 'id' ? value : 'film:her',
      );
    });
});
