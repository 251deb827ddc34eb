import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { checked, choose, hasPart, holdVotes, message, part, radios, record, type StarRating } from './helpers.js';

describe('<star-rating> value', () => {
  it('starts with nothing chosen', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    expect(rating.value).to.equal(null);
    expect(checked(rating)).to.deep.equal([]);
    expect(rating.state).to.equal('idle');
  });

  it('shows the value that the page wrote into the markup', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    expect(rating.value).to.equal(4);
    expect(checked(rating)).to.deep.equal([4]);
    expect(message(rating)).to.equal('Your rating: 4');
  });

  it('shows a value that the page sets later', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    rating.value = 2;
    await rating.updateComplete;
    expect(checked(rating)).to.deep.equal([2]);
    rating.value = null;
    await rating.updateComplete;
    expect(checked(rating)).to.deep.equal([]);
  });

  it('leaves the attribute alone, which is the initial value as on a native input', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    rating.value = 2;
    await choose(rating, 3);
    expect(rating.getAttribute('value')).to.equal('4');
  });

  it('follows the attribute until the page sets a value', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    rating.setAttribute('value', '5');
    expect(rating.value).to.equal(5);
    rating.value = 2;
    rating.setAttribute('value', '3');
    expect(rating.value).to.equal(2);
  });

  it('follows the attribute until the reader chooses', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    await choose(rating, 2);
    rating.setAttribute('value', '3');
    expect(rating.value).to.equal(2);
  });

  it('follows the attribute after a vote that the page prevented', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    rating.addEventListener('vote', (event) => event.preventDefault(), { once: true });
    await choose(rating, 2);
    rating.setAttribute('value', '3');
    expect(rating.value).to.equal(3);
    await choose(rating, 2);
    rating.setAttribute('value', '5');
    expect(rating.value).to.equal(2);
  });

  it('shows no rating again when the attribute is taken away', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    rating.removeAttribute('value');
    expect(rating.value).to.equal(null);
  });

  it('takes 0 for not rated', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="0"></star-rating>`);
    expect(rating.value).to.equal(null);
  });

  it('clamps a value outside the scale', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="9"></star-rating>`);
    expect(rating.value).to.equal(5);
    rating.value = -3;
    expect(rating.value).to.equal(1);
    rating.step = 0.5;
    rating.value = 0.2;
    expect(rating.value).to.equal(0.5);
  });

  it('tells nobody of a rating outside the scale: neither the reader nor a host', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="9"></star-rating>`);
    expect(message(rating)).to.equal('Your rating: 5');
    const held = holdVotes(rating);
    const restored: unknown[] = [];
    rating.addEventListener('vote-error', ({ detail }) => restored.push(detail.restored));
    await choose(rating, 3);
    expect(held[0]!.event.detail.previousValue).to.equal(5);
    await held[0]!.reject(new Error('no'));
    expect(restored).to.deep.equal([5]);
    await choose(rating, 3);
    const seen = record(rating);
    await held[1]!.resolve({ value: 5 });
    expect(seen).to.deep.equal([]);
  });

  it('keeps a value that was set before its scale', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    rating.value = 8;
    rating.max = 10;
    expect(rating.value).to.equal(8);
  });

  it('reads its attributes in any order', async () => {
    for (const markup of ['value="8" max="10"', 'max="10" value="8"', 'value="7.5" step="0.5" max="10"']) {
      const page = await fixture(html`<div></div>`);
      page.innerHTML = `<star-rating ${markup}></star-rating>`;
      const rating = page.querySelector<StarRating>('star-rating')!;
      await rating.updateComplete;
      expect(rating.value, markup).to.be.within(7.5, 8);
      expect(rating.shadowRoot!.querySelector('input')!.value).to.equal(`${rating.value}`);
    }
  });

  it('fires nothing on mount, and nothing for a property that the page sets', async () => {
    const seen = record(document.body, ['preview', 'input', 'vote', 'change', 'vote-error']);
    const rating = await fixture<StarRating>(html`<star-rating value="4" average="3" count="2"></star-rating>`);
    Object.assign(rating, { value: 2, max: 4, step: 0.5, average: 2, count: 9, clearable: true, locked: 'Closed' });
    await rating.updateComplete;
    Object.assign(rating, { value: null, max: 10, locked: null, name: 'stars', subject: 'film' });
    await rating.updateComplete;
    expect(seen).to.deep.equal([]);
  });

  it('does nothing when the reader chooses the current value again', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    const seen = record(rating);
    await choose(rating, 4);
    expect(seen).to.deep.equal([]);
    expect(rating.state).to.equal('idle');
  });

  it('never shows the reader’s click when the page sets another value at once', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    rating.addEventListener('vote', (event) => event.preventDefault());
    radios(rating)[3]!.click();
    rating.value = 2;
    await rating.updateComplete;
    expect(checked(rating)).to.deep.equal([2]);
  });
});

describe('<star-rating> clearable', () => {
  it('offers no way to take a rating back unless the page allows it', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
    expect(rating.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('takes the rating back with a button of its own, outside the group of choices', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4" clearable></star-rating>`);
    const seen = record(rating);
    const button = part(rating, 'clear');
    expect(button.textContent).to.equal('Remove my rating');
    expect(button.closest('[role=radiogroup]')).to.equal(null);
    button.click();
    await rating.updateComplete;
    expect(seen).to.deep.equal(['vote null', 'change null']);
    expect(rating.value).to.equal(null);
    expect(checked(rating)).to.deep.equal([]);
  });

  it('keeps the focus in the rating when the button goes', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4" clearable></star-rating>`);
    const button = part(rating, 'clear');
    button.focus();
    button.click();
    await rating.updateComplete;
    expect(button.isConnected).to.equal(false);
    expect(rating.matches(':focus-within')).to.equal(true);
  });

  it('shows the button only while there is a rating to take back', async () => {
    const rating = await fixture<StarRating>(html`<star-rating clearable></star-rating>`);
    expect(hasPart(rating, 'clear')).to.equal(false);
    await choose(rating, 3);
    expect(hasPart(rating, 'clear')).to.equal(true);
  });

  it('does not bring a rating back by a second choice of it', async () => {
    const rating = await fixture<StarRating>(html`<star-rating clearable value="3"></star-rating>`);
    await choose(rating, 3);
    expect(rating.value).to.equal(3);
  });

  it('drops what is only staged, and votes for nothing', async () => {
    const rating = await fixture<StarRating>(html`<star-rating clearable></star-rating>`);
    const seen = record(rating);
    rating.focus();
    await press('3');
    part(rating, 'clear').click();
    await rating.updateComplete;
    expect([rating.value, rating.state, seen]).to.deep.equal([null, 'idle', ['input 3', 'input null']]);
  });

  it('clear() acts for the reader', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4" subject="film"></star-rating>`);
    const seen: unknown[] = [];
    rating.addEventListener('vote', ({ detail }) => seen.push([detail.action, detail.value, detail.source]));
    rating.clear();
    rating.clear();
    expect(seen).to.deep.equal([['retract', null, 'api']]);
    expect(rating.value).to.equal(null);
  });

  for (const how of ['readonly', 'disabled', 'locked'])
    it(`clear() does nothing while the rating is ${how}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating value="4"></star-rating>`);
      rating.setAttribute(how, '');
      const seen = record(rating);
      rating.clear();
      expect(seen).to.deep.equal([]);
      expect(rating.value).to.equal(4);
    });
});
