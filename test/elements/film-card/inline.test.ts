import { expect, fixture, html } from '@open-wc/testing';
import { arrivingPage, type ArrivingPage } from '../../helpers/arriving-page.js';
import { allByRole, byRole, frames, next, part, textOf } from '../../helpers/shadow.js';
import { answer, film, record, settled, statesOf, type FilmCard } from './cards.js';

/** A page's own markup, as the parser makes it. */
async function markup(inner: string): Promise<FilmCard> {
  const holder = await fixture<HTMLElement>(html`<div></div>`);
  holder.innerHTML = `<film-card>${inner}</film-card>`;
  const card = holder.querySelector('film-card')!;
  await settled(card);
  return card;
}

const script = (text: string, type = 'application/json'): HTMLScriptElement =>
  Object.assign(document.createElement('script'), { type, textContent: text });

const HER = JSON.stringify(film());

describe('<film-card> with inline JSON', () => {
  for (const type of [
    'application/json',
    'application/ld+json',
    'Application/JSON; charset=utf-8',
    'application/ld+json;charset=UTF-8',
  ])
    it(`shows the film of a script of type ${type}`, async () => {
      const card = await markup(`<script type="${type}">${HER}</script>`);
      expect(card.state).to.equal('ready');
      expect(textOf(part(card, 'title'))).to.equal('Her');
    });

  it('takes the first of several scripts, and shows the other children no more', async () => {
    const card = await markup(
      `<p>Her (2013)</p><script type="application/json">${HER}</script><script type="application/json">{"id":"x","title":"X"}</script>`,
    );
    expect(textOf(part(card, 'title'))).to.equal('Her');
    expect(card.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('finds a script that an editor wrapped in a paragraph', async () => {
    const card = await markup(`<p><script type="application/json">${HER}</script></p>`);
    expect(card.state).to.equal('ready');
  });

  it('does not read a script that the library wrote for search engines, nor a script of code', async () => {
    const card = await markup(
      `<script type="application/ld+json" data-film-widgets>${HER}</script><script type="text/plain">${HER}</script>`,
    );
    expect(card.state).to.equal('empty');
  });

  it('shows a film whose script comes after the card was connected', async () => {
    const card = await markup('');
    expect(card.state).to.equal('empty');
    card.append(script(HER));
    const event = await next(card, 'film-load');
    expect(event.target).to.equal(card);
    expect(textOf(part(card, 'title'))).to.equal('Her');
  });

  // jQuery's `.html()`, `.append()` and `.wrap()` take the type of a script away while they move it, so that no script runs twice
  it('shows a film whose script gets its type once it is there', async () => {
    const card = await markup('');
    const late = script(HER, 'true/application/json');
    card.append(late);
    await settled(card);
    expect(card.state).to.equal('empty');
    late.type = 'application/json';
    await next(card, 'film-load');
    expect(card.state).to.equal('ready');
  });

  it('stays as it is when it is moved with a script that has no type meanwhile', async () => {
    const card = await markup(`<script type="application/json">${HER}</script>`);
    const base = part(card, 'base');
    const inline = card.querySelector('script')!;
    const box = document.createElement('div');
    card.after(box);
    inline.type = 'true/application/json';
    box.append(card);
    inline.type = 'application/json';
    await settled(card);
    await frames();
    expect([card.state, part(card, 'base') === base]).to.deep.equal(['ready', true]);
  });

  it('shows the new film when the script’s text changes', async () => {
    const card = await markup(`<script type="application/json">${HER}</script>`);
    card.querySelector('script')!.textContent = JSON.stringify(film({ title: 'Him' }));
    await next(card, 'film-load');
    expect(textOf(part(card, 'title'))).to.equal('Him');
  });

  it('shows nothing when the script goes', async () => {
    const card = await markup(`<script type="application/json">${HER}</script>`);
    const left = new Promise((resolve) => new MutationObserver(resolve).observe(card, { childList: true }));
    card.querySelector('script')!.remove();
    await left;
    await card.updateComplete;
    expect(card.state).to.equal('empty');
    expect(textOf(card.shadowRoot)).to.equal('');
  });

  for (const [damage, text] of [
    ['curly quotes', HER.replaceAll('"', '”')],
    ['a paragraph of a blog editor', `<p>${HER}</p>`],
    ['escaped quotes', HER.replaceAll('"', '&quot;')],
    ['nothing in it', ' '],
    ['half of it missing', HER.slice(0, -5)],
  ] as const)
    it(`says that the data is not readable when the script has ${damage}`, async () => {
      const card = await markup('');
      const said = answer(card);
      card.append(script(text));
      const event = await said;
      expect(event.type).to.equal('film-error');
      expect(event.detail).to.deep.include({ kind: 'syntax' });
      expect(statesOf(card)).to.deep.equal(['invalid']);
      expect(textOf(byRole(card, 'status'))).to.equal('The film’s data is not readable.');
    });

  it('recovers when a damaged script is repaired', async () => {
    const card = await markup('<script type="application/json">{</script>');
    expect(card.state).to.equal('invalid');
    card.querySelector('script')!.textContent = HER;
    await next(card, 'film-load');
    expect(statesOf(card)).to.deep.equal(['ready']);
  });
});

describe('<film-card> on a page that is still being parsed', () => {
  interface Page extends Omit<ArrivingPage, 'write'> {
    write: (text: string) => Promise<void>;
    card: () => FilmCard;
  }

  async function page(): Promise<Page> {
    const arriving = await arrivingPage('src/elements/film-card/film-card.define.ts');
    return {
      ...arriving,
      card: () => arriving.document.querySelector('film-card')!,
      async write(text) {
        arriving.write(text);
        await frames(); // lets the mutation observers speak
      },
    };
  }

  it('waits for the rest of a script that is not all there yet', async () => {
    const { write, card, end } = await page();
    await write('<film-card>');
    const said = record(card());
    await write(`<script type="application/json">${HER.slice(0, 12)}`);
    expect(['empty', 'loading']).to.include(card().state);
    await write(HER.slice(12));
    await write('</script></film-card>');
    await card().updateComplete;
    expect(card().state).to.equal('ready');
    expect(said).to.deep.equal(['load Her']);
    end();
  });

  it('says so when the script is still not readable at the end of the page', async () => {
    const { write, card, end } = await page();
    await write('<film-card><script type="application/json">{"id":</script>');
    expect(card().state).to.equal('loading');
    const error = next(card(), 'film-error');
    end();
    await error;
    expect(card().state).to.equal('invalid');
  });

  it('shows fallback children that arrive later instead of the skeleton', async () => {
    const { view, write, card, end } = await page();
    view.fetch = () => new Promise(() => {}); // never answers
    await write('<film-card src="/her.json">');
    await card().updateComplete;
    expect(allByRole(card(), 'img', 'Loading the film…')).to.have.lengthOf(1);
    await write('<p>Her (2013)</p></film-card>');
    await card().updateComplete;
    expect(card().state).to.equal('loading');
    expect(card().querySelector('p')!.checkVisibility()).to.equal(true);
    expect(allByRole(card(), 'img')).to.have.lengthOf(0);
    end();
  });

  it('writes the film for search engines when the page is there, and not where that has it further on', async () => {
    const { write, card, end } = await page();
    const written = (): (string | null)[] =>
      [...card().ownerDocument.querySelectorAll('[type="application/ld+json"]')].map(({ textContent }) => textContent);
    const film = (title: string): string => JSON.stringify({ id: title, title });
    for (const title of ['Her', 'Alien'])
      await write(`<film-card structured-data><script type="application/json">${film(title)}</script></film-card>`);
    await card().updateComplete;
    const own = '{"@type":"Movie","name":"Her"}';
    await write(`<script type="application/ld+json">${own}</script>`);
    expect(written()).to.deep.equal([own]);
    end();
    await frames();
    expect(written()).to.have.lengthOf(2);
    expect(written()[0]).to.include('"Alien"');
    expect(written()[1]).to.equal(own);
  });
});
