import { expect } from '@open-wc/testing';
import { picture } from '../../helpers/browser.js';
import { allByRole, byRole, frames, next, part, textOf } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { boxOf, cardOf, emptyCard, film, rendered, settled, show, type FilmCard } from './cards.js';

/** A picture that a real server has, and one that it refuses to a picture. */
const GOOD = new URL('../../../demo/posters/her.svg', import.meta.url).href;
const BROKEN = new URL('../../fixtures/her.json', import.meta.url).href;

const withPoster = (poster: object): object => film({ year: 2013, poster: { src: GOOD, ...poster } });

/** A card whose picture turns out to be broken, before and after. */
async function breaking(): Promise<{ card: FilmCard; broken: Promise<void> }> {
  const card = await emptyCard();
  await show(card, withPoster({ src: BROKEN }));
  await rendered(card);
  return { card, broken: next(byRole(card, 'img', 'Poster of Her'), 'error').then(() => settled(card)) };
}

describe('<film-card> poster', () => {
  it('is a picture with the payload’s words, loaded late and without telling who asks', async () => {
    const card = await cardOf(withPoster({ alt: 'Two circles', width: 400, height: 600 }));
    const picture = byRole<HTMLImageElement>(card, 'img', 'Two circles');
    expect(picture.src).to.equal(GOOD);
    const { loading, decoding, referrerPolicy } = picture;
    expect({ loading, decoding, referrerPolicy }).to.deep.equal({
      loading: 'lazy',
      decoding: 'async',
      referrerPolicy: 'no-referrer',
    });
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).to.deep.equal(['400', '600']);
  });

  it('is described by the title where the payload has no words for it', async () => {
    const card = await cardOf(withPoster({}));
    expect(byRole<HTMLImageElement>(card, 'img', 'Poster of Her').hasAttribute('srcset')).to.equal(false);
  });

  it('offers the browser several sizes', async () => {
    const card = await cardOf(withPoster({ srcset: `${GOOD} 400w, ${GOOD}?big 800w` }));
    const picture = byRole<HTMLImageElement>(card, 'img', 'Poster of Her');
    expect(picture.srcset).to.equal(`${GOOD} 400w, ${GOOD}?big 800w`);
    expect(picture.sizes).not.to.equal('');
  });

  it('is drawn from the title and the year where there is none, and not said twice', async () => {
    const card = await cardOf(film({ year: 2013 }));
    expect(textOf(part(card, 'poster'))).to.match(/^Her ?2013$/);
    expect(allByRole(card, 'img')).to.have.lengthOf(0);
    expect(part(card, 'poster').querySelector('[aria-hidden=true]')!.textContent).to.include('Her');
  });

  it('is drawn without words where they would be too small, beside the title of a compact card', async () => {
    const card = await cardOf(film({ year: 2013 }));
    const sees = (): boolean => part(card, 'poster').querySelector('span')!.checkVisibility();
    expect(sees()).to.equal(true);
    card.layout = 'compact';
    await settled(card);
    expect(sees()).to.equal(false);
  });

  for (const [dir, title, edge] of [
    ['rtl', 'Die Ehe der Maria Braun', 'right'],
    ['ltr', 'وجدة', 'left'],
  ] as const)
    it(`has title and year at the same edge in a page that runs the other way than the title: ${dir}`, async () => {
      const card = await cardOf(film({ title, year: 1979 }), { dir });
      const poster = part(card, 'poster');
      expect(boxOf(title, poster)[edge]).to.be.closeTo(boxOf('1979', poster)[edge], 1);
    });

  itWith('picture', 'shows nothing of the lines that a long title has no room for', async () => {
    const card = await cardOf(film({ title: 'Shuffle of both '.repeat(12).trim() }));
    const title = part(card, 'poster').querySelector('span')!;
    expect(title.scrollHeight).to.be.above(title.clientHeight);
    const { left, bottom, width } = title.getBoundingClientRect();
    const kept = parseFloat(getComputedStyle(title).paddingBlockEnd);
    const below = await picture(new DOMRect(left, bottom - kept, width, kept));
    // the words are white, and the lower part of the poster is dark
    expect(Math.max(...below.data.filter((_, i) => i % 4 === 0))).to.be.below(128);
  });

  it('has the same box with a picture and without, at 2 to 3', async () => {
    const boxes = [];
    for (const fields of [film({ year: 2013 }), withPoster({}), withPoster({ width: 300, height: 300 })]) {
      const { width, height } = part(await cardOf(fields), 'poster').getBoundingClientRect();
      expect(height / width).to.be.closeTo(1.5, 0.01);
      boxes.push(`${width} ${height}`);
    }
    expect(new Set(boxes).size).to.equal(1);
  });

  it('is drawn when the picture is broken, and nothing else moves', async () => {
    const { card, broken } = await breaking();
    const places = (): string =>
      ['poster', 'title', 'rating'].map((name) => JSON.stringify(part(card, name).getBoundingClientRect())).join();
    const before = places();
    await broken;
    expect(allByRole(card, 'img')).to.have.lengthOf(0);
    expect(textOf(part(card, 'poster'))).to.include('Her');
    expect(places()).to.equal(before);
  });

  it('is drawn while the picture is slow, under it', async () => {
    const card = await cardOf(withPoster({}));
    const picture = byRole<HTMLImageElement>(card, 'img', 'Poster of Her');
    const [above, below] = [picture, part(card, 'poster')].map((element) => element.getBoundingClientRect());
    expect(above).to.deep.equal(below);
    expect(part(card, 'poster').firstElementChild!.textContent).to.include('Her');
  });

  it('tries again for the next film', async () => {
    const { card, broken } = await breaking();
    await broken;
    await show(card, withPoster({}));
    await settled(card);
    const picture = byRole<HTMLImageElement>(card, 'img', 'Poster of Her');
    if (!picture.complete) await next(picture, 'load');
    expect(picture.naturalWidth).to.be.above(0);
  });

  it('has a hue of the film’s own, the same every time', async () => {
    const hue = async (id: string): Promise<string> => {
      const card = await cardOf(film({ id }));
      return getComputedStyle(part(card, 'poster').firstElementChild!).backgroundImage;
    };
    expect(await hue('film:a')).to.equal(await hue('film:a'));
    const hues = new Set<string>();
    for (let i = 0; i < 12; i++) hues.add(await hue(`film:${i}`));
    expect(hues.size).to.be.above(5);
  });

  for (const title of ['Indestructible', 'Unforgettable', 'The Indestructible Man'])
    it(`breaks no word that has room in somewhat smaller letters: “${title}”`, async () => {
      const card = await cardOf(film({ title }));
      card.style.fontFamily = 'sans-serif';
      const word = /\S{12,}/.exec(title)![0];
      for (const width of [400, 640, 1000]) {
        card.style.inlineSize = `${width}px`;
        // letters of the title are not smaller, so that two lines of the poster's are higher than one of it
        const line = boxOf(title.split(' ')[0]!, part(card, 'title')).height;
        expect(boxOf(word, part(card, 'poster')).height, `${width} px`).to.be.below(line * 1.3);
      }
    });

  it('stays in its box with a title of 300 letters', async () => {
    const card = await cardOf(film({ title: 'Long '.repeat(60).trim() }), { layout: 'compact' });
    await frames();
    const { height, width } = part(card, 'poster').getBoundingClientRect();
    expect(height / width).to.be.closeTo(1.5, 0.01);
    expect(getComputedStyle(part(card, 'poster')).overflow).to.equal('hidden');
  });
});
