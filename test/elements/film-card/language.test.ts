import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/locale/languages/ar.js';
import { defineMessages } from '../../../src/locale/words.js';
import { renderFilmCard } from '../../../src/server/index.js';
import { allByRole, allParts, byRole, frames, part, textOf } from '../../helpers/shadow.js';
import { boxOf, cardOf, film, settled, show, type FilmCard } from './cards.js';

/** A card somewhere on a page of a language. */
async function cardIn(lang: string, payload: object, dir = 'ltr'): Promise<FilmCard> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}></div>`);
  const card = document.createElement('film-card');
  page.append(card);
  await show(card, payload);
  await settled(card);
  return card;
}

/** The language that an element's text is said to be in. */
function langOf(element: Element): string {
  for (
    let at: Element | undefined = element;
    at;
    at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host
  )
    if (at.hasAttribute('lang')) return at.getAttribute('lang')!;
  return '';
}

/** The facts of people in a card or in its plain HTML, which stand in this order. */
const [byTask, byCast] = [0, 1].map((i) => (root: ParentNode) => root.querySelectorAll<HTMLElement>('dd')[i]!) as [
  (root: ParentNode) => HTMLElement,
  (root: ParentNode) => HTMLElement,
];

/** Where in its line the middle of these words is painted. */
function placeOf(words: string, row: HTMLElement): number {
  const { left, width } = boxOf(words, row);
  return left + width / 2;
}

const GERMAN = {
  lang: 'de',
  title: 'Der Himmel über Berlin',
  tagline: 'Ein Engel.',
  synopsis: 'Zwei Engel.',
  genres: ['Drama'],
  trivia: [{ text: 'Ein Hund.', spoiler: true }],
  cast: [{ name: 'Otto Sander', role: 'Cassiel' }],
  links: [
    { rel: 'trailer', href: 'https://example.com/', label: 'Vorschau' },
    { rel: 'reviews', href: 'https://example.com/', label: 'Stimmen' },
    { rel: 'reviews', href: 'https://example.com/' },
  ],
  attribution: [{ text: 'Daten von Hand.' }],
  specs: [{ label: 'Farbe', value: 'Schwarzweiß' }],
  reviews: [
    { title: 'Schön', body: 'Ein Gedicht.' },
    { title: 'Fine', body: 'A poem. '.repeat(200), lang: 'en' },
  ],
};

describe('<film-card> on a page of another language than the film', () => {
  it('marks the film’s texts with the film’s language', async () => {
    const card = await cardIn('en', film(GERMAN));
    const [german, english] = allParts(card, 'review');
    const texts: [Element, string][] = [
      [part(card, 'title').querySelector('span')!, 'de'],
      [part(card, 'synopsis'), 'de'],
      ...[...part(card, 'facts').querySelectorAll('dd bdi')].map((said): [Element, string] => [
        said,
        textOf(said) === 'Otto Sander as Cassiel' ? 'en' : 'de',
      ]),
      [part(card, 'attribution').querySelector('p')!, 'de'],
      ...allParts(card, 'more').map((link, i): [Element, string] => [link.querySelector('bdi')!, i ? 'en' : 'de']),
      [part(card, 'specs').querySelector('dd')!, 'de'],
      [allByRole(card, 'listitem')[0]!, 'de'],
      [part(german!, 'text'), 'de'],
      [part(german!, 'heading'), 'de'],
      [part(english!, 'text'), 'en'],
    ];
    for (const [element, lang] of texts) expect(langOf(element), textOf(element)).to.equal(lang);
  });

  it('marks the name of a poster that the film gives it, and not the card’s own name for one', async () => {
    const src = new URL('../../../demo/posters/her.svg', import.meta.url).href;
    for (const [alt, name, lang] of [
      ['Ein Engel', 'Ein Engel', 'de'],
      ['', 'Poster of Her', 'en'],
    ] as const) {
      const payload = film({ lang: 'de', poster: { src, alt } });
      const card = await cardIn('en', payload);
      expect(langOf(byRole(card, 'img', name))).to.equal(lang);
      const { body } = new DOMParser().parseFromString(renderFilmCard(payload), 'text/html');
      expect(langOf(body.querySelector('img')!), 'without script').to.equal(lang);
    }
  });

  it('marks the few facts of a compact card', async () => {
    const card = await cardOf(film({ ...GERMAN, year: 1987, directors: ['Wim Wenders'] }), { layout: 'compact' });
    expect(allParts(card, 'fact').map((fact) => langOf(fact.querySelector('bdi')!) || 'en')).to.deep.equal([
      ...['en', 'de', 'de'],
    ]);
  });

  it('marks them without script as well', () => {
    const { body } = new DOMParser().parseFromString(renderFilmCard(film(GERMAN)), 'text/html');
    const texts = [...body.querySelectorAll('dd span, p > a > span, article > p:last-child')];
    expect(texts.map((text) => [textOf(text), langOf(text)])).to.deep.equal([
      ['Drama', 'de'],
      ['Otto Sander as Cassiel', 'en'],
      ['Otto Sander', 'de'],
      ['Cassiel', 'de'],
      ['Vorschau', 'de'],
      ['Stimmen', 'de'],
      ['Read more reviews on example.com', 'en'],
      ['Daten von Hand.', 'de'],
    ]);
  });

  it('keeps its own words in the page’s language', async () => {
    const card = await cardIn('en', film(GERMAN));
    const [german, english] = allParts(card, 'review');
    const words = [
      ...allByRole(card, 'heading').slice(1),
      ...allByRole(card, 'term').slice(0, 1),
      part(card, 'trivia').querySelector('summary')!,
      part(english!, 'toggle'),
    ];
    for (const element of words) expect(langOf(element), textOf(element)).to.equal('en');
    expect(langOf(german!), 'the review’s own words').to.equal('en');
  });

  it('knows the direction of each text by itself', async () => {
    const card = await cardIn('en', film({ title: 'وجدة', synopsis: 'فتاة', lang: 'ar' }));
    expect(part(card, 'synopsis').matches(':dir(rtl)')).to.equal(true);
    expect(part(card, 'title').querySelector('span')!.matches(':dir(rtl)')).to.equal(true);
    expect(part(card, 'rating').matches(':dir(ltr)')).to.equal(true);
  });

  for (const [dir, tagline, edge] of [
    ['rtl', 'In love with a zebra.', 'right'],
    ['ltr', 'أحب حمارًا وحشيًا.', 'left'],
  ] as const)
    it(`has a tagline that runs the other way than the page at the title’s edge: ${dir}`, async () => {
      const card = await cardIn('en', film({ tagline }), dir);
      const base = part(card, 'base');
      expect(boxOf(tagline, base)[edge]).to.be.closeTo(boxOf('Her', part(card, 'title'))[edge], 2);
    });

  it('does not move the full stop of a source to its beginning', async () => {
    const card = await cardIn('ar', film({ attribution: [{ text: 'Facts by hand.' }, { text: 'بيانات عامة.' }] }));
    const [english, arabic] = part(card, 'attribution').children;
    expect([english!.matches(':dir(ltr)'), arabic!.matches(':dir(rtl)')]).to.deep.equal([true, true]);
  });

  for (const [lang, dir, mixed] of [
    ['ar', 'rtl', 'Amy Adams|بدور|Theodora'],
    ['ar', 'rtl', 'ريم عبد الله|بدور|Wadjda'],
    ['en', 'ltr', 'ريم عبد الله|as|Wadjda'],
    ['en', 'ltr', 'ريم عبد الله|as|وجدة'],
    ['ar', 'rtl', 'ريم عبد الله|بدور|وجدة'],
    ['he', 'rtl', 'Amy Adams|as|איימי'], // a language without words
  ] as const)
    it(`keeps the words of a credit in the order of its sentence: ${mixed} on a page in ${lang}`, async () => {
      const [name, as, role] = mixed.split('|') as [string, string, string];
      const payload = film({ cast: [{ name, role }, 'Liv'], writers: [{ name, role, url: 'https://example.com/' }] });
      const card = await cardIn(lang, payload, dir);
      const article = document.createElement('article');
      article.innerHTML = renderFilmCard(payload, { lang });
      card.after(article);
      const isRtl = as === 'بدور';
      for (const row of [byCast(card.shadowRoot!), byCast(article)]) {
        expect(textOf(row)).to.include(`${name} ${as} ${role}`);
        const places = [name, as, role].map((words) => placeOf(words, row));
        expect(places).to.deep.equal(places.toSorted((a, b) => (isRtl ? b - a : a - b)));
      }
      for (const row of [byTask(card.shadowRoot!), byTask(article)]) {
        expect(textOf(row)).to.include(`${name} (${role})`);
        const [person, task] = [name, role].map((words) => placeOf(words, row)) as [number, number];
        expect(person > task).to.equal(isRtl);
      }
    });

  it('leaves its full stop to a name of the other direction: authors, and words for what is elsewhere', async () => {
    const name = 'Ann (Lee)!';
    const payload = film({
      post: { author: name },
      reviews: [{ author: name, body: 'فيلم جميل.', href: 'https://example.com/', source: name }],
      links: [{ rel: 'trivia', href: 'https://example.com/', label: name }],
    });
    const card = await cardIn('ar', payload, 'rtl');
    const article = document.createElement('article');
    article.innerHTML = renderFilmCard(payload, { lang: 'ar' });
    card.after(article);
    const review = part(card, 'review');
    const lines = [part(card, 'byline'), part(card, 'trivia'), part(review, 'byline'), part(review, 'source')];
    for (const line of [...lines, ...article.querySelectorAll('p:has(a), p:has(span)')] as HTMLElement[])
      expect(placeOf('!', line), textOf(line)).to.be.above(placeOf('Ann', line));
  });

  it('knows the direction of a review whose language nobody says, as services bring it', async () => {
    const card = await cardIn('en', film({ reviews: [{ body: 'فيلم جميل.' }, { body: 'A fine film.' }] }));
    const [arabic, english] = allParts(card, 'review').map((review) => part(review, 'text'));
    expect(arabic!.matches(':dir(rtl)')).to.equal(true);
    expect(english!.matches(':dir(ltr)')).to.equal(true);
  });

  it('says its words in the page’s language where they are known, with its numbers and dates', async () => {
    defineMessages('nds', { directors: { one: 'Speelbaas', other: 'Speelbaasen' }, runtime: 'Duur' });
    const card = await cardIn('nds', film({ directors: ['A', 'B'], runtimeMinutes: 90, year: 1999 }));
    expect(allByRole(card, 'term').map(textOf)).to.deep.equal(['Release year', 'Duur', 'Speelbaasen']);
  });

  it('writes dates as the page’s language does, and a year never grouped', async () => {
    const fields = {
      year: 2013,
      releaseDate: '2013-12-18',
      sourceRatings: [{ source: 'X', value: 7.9, best: 10, count: 1959 }],
    };
    const card = await cardIn('de', film(fields));
    const [year, date, rating] = allByRole(card, 'definition').map(textOf);
    expect(year).to.equal('2013');
    expect(date).to.equal('18. Dezember 2013');
    expect(rating).to.match(/^7,9\/10, 1\.959 /);
  });

  it('follows the page when its language changes, and a move to another place', async () => {
    const card = await cardIn('en', film({ releaseDate: '2013-12-18' }));
    const date = (): string => textOf(allByRole(card, 'definition')[0]);
    const page = card.parentElement!;
    page.lang = 'fr';
    await frames();
    await card.updateComplete;
    expect(date()).to.equal('18 décembre 2013');
    const elsewhere = await fixture<HTMLElement>(html`<div lang="es"></div>`);
    elsewhere.append(card);
    await card.updateComplete;
    expect(date()).to.equal('18 de diciembre de 2013');
  });

  for (const lang of ['not a locale', 'x', '', 'en_US', 'zz-ZZ-zzzzzzzzzzzz'])
    it(`shows a card on a page whose language is “${lang}”, and a film that says so`, async () => {
      const card = await cardIn(lang, film({ lang, releaseDate: '2013-12-18', reviews: [{ body: 'x '.repeat(500) }] }));
      expect(card.state).to.equal('ready');
      expect(textOf(allByRole(card, 'definition')[0])).to.include('2013');
    });

  for (const [lang, caps] of [
    ['en', 'all-small-caps'],
    ['ar', 'normal'],
    ['zh-Hant', 'normal'],
  ] as const)
    it(`names its sections in ${caps === 'normal' ? 'plain letters' : 'small capitals'} on a page in ${lang}`, async () => {
      const card = await cardIn(lang, film({ specs: [{ label: 'Sound', value: 'Mono' }] }));
      expect(getComputedStyle(part(card, 'section-title')).fontVariantCaps).to.equal(caps);
    });

  it('says the words of the page when the payload has no language', async () => {
    const card = await cardOf(film({ synopsis: 'A man.' }));
    expect(part(card, 'synopsis').hasAttribute('lang')).to.equal(false);
  });
});
