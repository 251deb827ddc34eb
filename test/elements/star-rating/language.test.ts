import { expect, fixture, html } from '@open-wc/testing';
import { defineMessages } from '../../../src/locale/words.js';
import { choose, holdVotes, message, radios, slider, summary, type StarRating } from './helpers.js';

const inLanguage = async (lang: string, attributes = ''): Promise<StarRating> => {
  const page = await fixture(html`<div></div>`);
  page.innerHTML = `<section lang="${lang}"><star-rating average="3.7" count="1160" ${attributes}></star-rating></section>`;
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
};

// languages that nobody ships, so that these tests stand beside the real words
const DUTCH = {
  crowd: { one: '{value} van {max}, {n} stem', other: '{value} van {max}, {n} stemmen' },
  own: 'Uw oordeel: {value}',
  required: 'Kies een oordeel.',
  symbols: { one: '{n} ster', other: '{n} sterren' },
};
const POLISH = { symbols: { one: '{n} gwiazdka', few: '{n} gwiazdki', many: '{n} gwiazdek', other: '{n} gwiazdki' } };

describe('<star-rating> language', () => {
  before(() => {
    defineMessages('nl', DUTCH);
    defineMessages('pl', POLISH);
  });

  it('is the nearest lang’s, and numbers are written as there', async () => {
    const rating = await inLanguage('nl', 'value="4"');
    expect(summary(rating)).to.equal('3,7 van 5, 1.160 stemmen');
    expect(message(rating)).to.equal('Uw oordeel: 4');
  });

  it('is found across shadow roots', async () => {
    const page = await fixture(html`<div lang="nl"><div></div></div>`);
    const inner = page.firstElementChild!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<star-rating average="3.7" count="2"></star-rating>';
    const rating = inner.querySelector<StarRating>('star-rating')!;
    await rating.updateComplete;
    expect(summary(rating)).to.equal('3,7 van 5, 2 stemmen');
  });

  it('changes when the page’s language changes', async () => {
    const rating = await inLanguage('en');
    const changed = new Promise((resolve) =>
      new MutationObserver(resolve).observe(rating.parentElement!, { attributes: true }),
    );
    rating.parentElement!.lang = 'nl';
    await changed;
    await rating.updateComplete;
    expect(summary(rating)).to.equal('3,7 van 5, 1.160 stemmen');
  });

  it('changes when the rating is moved into another language', async () => {
    const rating = await inLanguage('en');
    const elsewhere = await fixture(html`<div lang="nl"></div>`);
    elsewhere.append(rating);
    await rating.updateComplete;
    expect(summary(rating)).to.equal('3,7 van 5, 1.160 stemmen');
  });

  it('falls back to English word by word, from a region to its language', async () => {
    const rating = await inLanguage('nl-BE', 'subject="film"');
    const held = holdVotes(rating);
    await choose(rating, 4);
    await held[0]!.resolve({ kept: 'host' });
    expect(message(rating)).to.equal('Your rating: 4, saved');
    expect(radios(rating)[0]!.ariaLabel).to.equal('1 ster');
  });

  for (const lang of ['', 'x', 'not a language', 'tlh'])
    it(`is English words for lang="${lang}"`, async () => {
      const rating = await inLanguage(lang);
      expect(summary(rating)).to.match(/^3.7 out of 5, 1.?160 votes$/);
    });

  it('takes the plural form that the number has there', async () => {
    const rating = await inLanguage('pl', 'max="7"');
    expect(radios(rating).map((radio) => radio.ariaLabel)).to.deep.equal([
      '1 gwiazdka',
      '2 gwiazdki',
      '3 gwiazdki',
      '4 gwiazdki',
      '5 gwiazdek',
      '6 gwiazdek',
      '7 gwiazdek',
    ]);
    Object.assign(rating, { max: 5, step: 0.5, value: 2.5 });
    await rating.updateComplete;
    expect(slider(rating).ariaValueText).to.equal('2,5 gwiazdki');
  });

  it('writes digits as the language does, and keeps them out of the form data', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="ar-EG"><star-rating name="stars" average="3.7" count="959" value="4"></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    expect(summary(rating)).to.include('٣٫٧').and.to.include('٩٥٩');
    expect(new FormData(form).get('stars')).to.equal('4');
    expect(radios(rating).map(({ value }) => value)).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('shows words that are added while the page is open', async () => {
    const rating = await inLanguage('gsw', 'value="4"');
    expect(message(rating)).to.equal('Your rating: 4');
    defineMessages('gsw', { own: 'Dini Wertig: {value}' });
    await rating.updateComplete;
    expect(message(rating)).to.equal('Dini Wertig: 4');
  });

  it('lets a page replace single words, in English too', async () => {
    const rating = await inLanguage('en-x-mine');
    defineMessages('en-x-mine', { noRatings: 'Be the first' });
    rating.count = 0;
    await rating.updateComplete;
    expect(summary(rating)).to.equal('Be the first');
  });

  it('says what is missing in the page’s language', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="nl"><star-rating name="stars" required></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    expect(rating.validationMessage).to.equal('Kies een oordeel.');
  });

  it('says what is missing in the language that the page has by then', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form lang="en"><star-rating name="stars" required></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    const changed = new Promise((resolve) => new MutationObserver(resolve).observe(form, { attributes: true }));
    form.lang = 'nl';
    await changed;
    await rating.updateComplete;
    expect(rating.validationMessage).to.equal('Kies een oordeel.');
  });
});
