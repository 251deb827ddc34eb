import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/locale/languages/ar.js';
import '../../../src/locale/languages/de.js';
import '../../../src/locale/languages/es.js';
import '../../../src/locale/languages/fr.js';
import '../../../src/locale/languages/ja.js';
import '../../../src/locale/languages/pt.js';
import { defineMessages } from '../../../src/locale/words.js';
import { allByRole, textOf } from '../../helpers/shadow.js';
import { answer, show, type FilmCard } from './cards.js';

/** What a card lists that is given something that is no film, on a page of a language. */
async function listIn(lang: string, payload: unknown): Promise<HTMLElement[]> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}></div>`);
  const card = document.createElement('film-card');
  page.append(card);
  await show(card, payload);
  return allByRole(card, 'listitem');
}

const said = (items: HTMLElement[]): string[] => items.map(textOf);

/** Everything that can keep a payload from being a film and is listed. */
const BAD: [what: string, payload: unknown][] = [
  ['nothing', 'null'],
  ['no object', '7'],
  ['no plain data', new Date()],
  ['nested without end', '['.repeat(30) + ']'.repeat(30)],
  ['a service’s error message', { Response: 'False', Error: 'Movie not found!' }],
  ['JSON-LD of something else', { '@type': 'Recipe', name: 'Soup' }],
  ['a page of search results', { page: 1, results: [{ id: 1, title: 'Her' }], total_results: 1 }],
  ['no id and no title', {}],
  ['a number for a title', { id: 'her', title: 7 }],
  ['too long a title', { id: 'her', title: 'x'.repeat(301) }],
  ['a Date for an id', { id: new Date(), title: 'Her' }],
];

describe('<film-card> that says why a payload is no film', () => {
  for (const lang of ['ar', 'de', 'es', 'fr', 'ja', 'pt'])
    for (const [what, payload] of BAD)
      it(`says it in ${lang}: ${what}`, async () => {
        const english = said(await listIn('en', payload));
        const items = await listIn(lang, payload);
        expect(items).to.have.lengthOf(english.length);
        for (const [i, text] of said(items).entries()) {
          expect(text).not.to.equal(english[i]);
          expect(text)
            .to.match(/\S/)
            .and.not.to.match(/[{}]|undefined|null/);
          expect(items[i]!.closest('[lang]')).to.equal(null);
          for (const fact of english[i]!.match(/^(id|title)(?=:)|Movie not found!/g) ?? [])
            expect(text).to.include(fact);
        }
      });

  it('names the field, the limit and what the service said', async () => {
    expect(said(await listIn('de', { title: 'x'.repeat(301) }))).to.deep.equal([
      'id fehlt',
      'title darf höchstens 300 Zeichen haben und hat 301',
    ]);
    expect(said(await listIn('fr', { Error: 'Movie not found!' }))).to.deep.equal([
      'Au lieu d’un film, c’est un message d’erreur : Movie not found!',
    ]);
    expect(said(await listIn('de-AT', { Title: 7, imdbID: 'tt1798709' }))).to.deep.equal(['Title muss ein Text sein']);
  });

  it('keeps a field’s name from left to right in Arabic, and the sentence from right to left', async () => {
    const item = (
      await listIn('ar', { '@type': 'Movie', '@id': 'https://example.com/her', name: [{ '@value': 7 }] })
    )[0]!;
    expect(item.matches(':dir(rtl)')).to.equal(true);
    expect(item.textContent).to.include('\u2068name[0].@value\u2069');
  });

  it('says it in English, and marks it as such, where the language has no words for it', async () => {
    const [item] = await listIn('nl', { id: 'her' });
    expect(said([item!])).to.deep.equal(['title: is missing']);
    expect(item!.lang).to.equal('en');
    expect(item!.matches(':dir(ltr)')).to.equal(true);
  });

  it('says it in English also where what the service said runs from right to left', async () => {
    const [item] = await listIn('en', { Response: 'False', Error: 'שגיאה' });
    expect(said([item!])).to.deep.equal(['The film is an error message: שגיאה']);
    expect(item!.matches('[lang=en]:dir(ltr)')).to.equal(true);
  });

  it('keeps English from left to right on a page that runs the other way', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="he" dir="rtl"></div>`);
    const card = document.createElement('film-card');
    page.append(card);
    await show(card, { id: 'her' });
    expect(allByRole(card, 'listitem')[0]!.matches(':dir(ltr)')).to.equal(true);
  });

  it('says what a page has in its stead, and follows when words come later', async () => {
    const [item] = await listIn('frr', { id: 'her' });
    const card = (item!.getRootNode() as ShadowRoot).host as FilmCard;
    defineMessages('frr', { missing: '{path} as ei diar' });
    await card.updateComplete;
    expect(said(allByRole(card, 'listitem'))).to.deep.equal(['title as ei diar']);
    expect(allByRole(card, 'listitem')[0]!.lang).to.equal('');
  });

  it('says nothing but its own sentence of what is no JSON at all', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="de"></div>`);
    const card = document.createElement('film-card');
    page.append(card);
    const event = answer(card);
    card.film = 'Her (2013)';
    await event;
    expect(textOf(card.shadowRoot)).to.equal('Die Filmdaten sind nicht lesbar.');
  });
});
