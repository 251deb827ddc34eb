import { expect, fixture, html } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import {
  byRole,
  checked,
  choose,
  focused,
  hasPart,
  radios,
  ratingInForm,
  record,
  sent,
  slider,
  type StarRating,
} from './helpers.js';

describe('<star-rating name> in a form', () => {
  it('sends nothing while it is not rated', async () => {
    const rating = await ratingInForm('name="stars"');
    expect(sent(rating)).to.deep.equal([]);
  });

  it('sends what the reader chose', async () => {
    const rating = await ratingInForm('name="stars"');
    await choose(rating, 4);
    expect(sent(rating)).to.deep.equal(['stars', '4']);
  });

  it('has its form value at once after a property was set, before it is rendered', async () => {
    const rating = await ratingInForm('name="stars"');
    rating.value = 3;
    expect(sent(rating)).to.deep.equal(['stars', '3']);
    rating.max = 2;
    expect(sent(rating)).to.deep.equal(['stars', '2']);
    rating.name = 'rated';
    expect(sent(rating)).to.deep.equal(['rated', '2']);
    rating.name = null;
    expect(sent(rating)).to.deep.equal([]);
    rating.name = 'stars';
    rating.value = null;
    expect(sent(rating)).to.deep.equal([]);
  });

  it('takes a number for its name, as frameworks set it', async () => {
    const rating = await ratingInForm('value="4"');
    rating.name = 5 as unknown as string;
    expect([rating.name, rating.getAttribute('name'), ...sent(rating)]).to.deep.equal(['5', '5', '5', '4']);
    await rating.updateComplete;
    expect([rating.name, rating.getAttribute('name'), ...sent(rating)]).to.deep.equal(['5', '5', '5', '4']);
  });

  it('sends what it shows where the browser restored what nobody had changed, and the page has another rating since', async () => {
    const states: unknown[] = [];
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = function (value, state) {
      states.push(state);
      setFormValue.call(this, value, state);
    };
    try {
      const rating = await ratingInForm('name="stars" value="4"');
      rating.formStateRestoreCallback(states.at(-1) as string);
      expect([rating.value, ...sent(rating)]).to.deep.equal([4, 'stars', '4']);
      rating.value = 2;
      rating.formStateRestoreCallback(states.at(-1) as string);
      expect([rating.value, ...sent(rating)]).to.deep.equal([2, 'stars', '2']);
    } finally {
      ElementInternals.prototype.setFormValue = setFormValue;
    }
  });

  it('belongs to the form that was set before it is upgraded', async () => {
    const page = await fixture<HTMLElement>(html`<div><form id="later"></form></div>`);
    const template = document.createElement('template');
    template.innerHTML = '<star-rating name="stars" value="3"></star-rating>';
    const rating = template.content.firstElementChild as StarRating;
    rating.form = 'later';
    page.append(rating);
    await rating.updateComplete;
    expect(sent(page.querySelector('form')!)).to.deep.equal(['stars', '3']);
  });

  it('sends its markup’s value without being touched', async () => {
    const rating = await ratingInForm('name="stars" value="3.5" step="0.5"');
    expect(sent(rating)).to.deep.equal(['stars', '3.5']);
  });

  it('sends nothing without a name, or while disabled, and still does when readonly', async () => {
    const rating = await ratingInForm('value="4"');
    expect(sent(rating)).to.deep.equal([]);
    rating.name = 'stars';
    await rating.updateComplete;
    expect(sent(rating)).to.deep.equal(['stars', '4']);
    rating.readonly = true;
    await rating.updateComplete;
    expect(sent(rating)).to.deep.equal(['stars', '4']);
    rating.disabled = true;
    await rating.updateComplete;
    expect(sent(rating)).to.deep.equal([]);
  });

  it('selects at once by keyboard: input and change, nothing else', async () => {
    const rating = await ratingInForm('name="stars"');
    const seen = record(rating, ['input', 'vote', 'change', 'rating-connect', 'vote-error']);
    rating.focus();
    await press('ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'Enter', 'Escape');
    expect(seen).to.deep.equal(['input 1', 'change 1', 'input 2', 'change 2', 'input 5', 'change 5']);
    expect([rating.value, checked(rating), focused(rating)?.value]).to.deep.equal([5, [5], '5']);
  });

  it('selects at once as a range, too', async () => {
    const rating = await ratingInForm('name="stars" max="10"');
    const seen = record(rating);
    rating.focus();
    await press('7', 'ArrowRight', 'ArrowLeft');
    expect(seen).to.deep.equal(['input 7', 'change 7', 'input 8', 'change 8', 'input 7', 'change 7']);
    await rating.updateComplete;
    expect([sent(rating), slider(rating).value]).to.deep.equal([['stars', '7'], '7']);
  });

  it('takes the rating back with 0 and Delete where it is clearable', async () => {
    const rating = await ratingInForm('name="stars" value="3" clearable');
    const seen = record(rating);
    rating.focus();
    await press('Delete');
    expect(seen).to.deep.equal(['input null', 'change null']);
    expect(sent(rating)).to.deep.equal([]);
  });

  it('lets no event of its inner controls out: a form hears each choice once, from the rating', async () => {
    const rating = await ratingInForm('name="stars"');
    const targets: unknown[] = [];
    for (const type of ['input', 'change'])
      rating.form!.addEventListener(type, (event) =>
        targets.push([type, event.composedPath()[0] === rating, event.composed]),
      );
    await choose(rating, 3);
    rating.max = 10;
    await rating.updateComplete;
    slider(rating).value = '6';
    for (const type of ['input', 'change'])
      slider(rating).dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' })); // as native ones
    expect(targets).to.deep.equal([
      ['input', true, false],
      ['change', true, false],
      ['input', true, false],
      ['change', true, false],
    ]);
  });

  it('makes no claim about votes', async () => {
    const rating = await ratingInForm('name="stars"');
    await choose(rating, 3);
    expect(hasPart(rating, 'message')).to.equal(false);
  });

  it('comes back to its attribute when the form is reset, and fires nothing', async () => {
    const rating = await ratingInForm('name="stars" value="2"');
    await choose(rating, 4);
    const seen = record(rating);
    rating.form!.reset();
    expect([rating.value, sent(rating)]).to.deep.equal([2, ['stars', '2']]);
    await rating.updateComplete;
    expect([checked(rating), seen]).to.deep.equal([[2], []]);
    rating.setAttribute('value', '1');
    expect(rating.value).to.equal(1);
  });

  it('keeps a vote when the form around it is reset: that is its host’s', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><star-rating subject="film"></star-rating></form>`);
    const rating = form.querySelector<StarRating>('star-rating')!;
    await choose(rating, 4);
    form.reset();
    expect([rating.value, rating.state]).to.deep.equal([4, 'voted']);
  });

  for (const [what, live, value] of [
    ['that was taken back', (rating: StarRating) => rating.clear(), null],
    ['that the page has set', (rating: StarRating) => (rating.value = 4), 4],
  ] as const)
    it(`leaves a vote ${what} as it is when the form around it is reset`, async () => {
      const rating = await ratingInForm('value="2" clearable');
      live(rating);
      rating.form!.reset();
      expect(rating.value).to.equal(value);
    });

  it('is not rated after a reset when it has no attribute', async () => {
    const rating = await ratingInForm('name="stars"');
    rating.value = 4;
    rating.form!.reset();
    expect([rating.value, sent(rating)]).to.deep.equal([null, []]);
  });

  it('is restored as a number, with which the keys go on', async () => {
    const rating = await ratingInForm('name="stars"');
    rating.formStateRestoreCallback('3');
    await rating.updateComplete;
    expect(rating.value).to.equal(3);
    rating.focus();
    await press('ArrowRight');
    expect(rating.value).to.equal(4);
  });

  it('is restored as not rated, and from rubbish', async () => {
    const rating = await ratingInForm('name="stars"');
    for (const state of [null, '', 'four', 'NaN']) {
      rating.value = 2;
      rating.formStateRestoreCallback(state as string);
      expect(rating.value).to.equal(null);
    }
  });

  it('knows its form, also one elsewhere by form="…"', async () => {
    const rating = await ratingInForm('name="stars"');
    expect(rating.form).to.equal(rating.closest('form'));
    const page = await fixture(html`
      <div>
        <form id="there"></form>
        <star-rating name="stars" value="4" form="there"></star-rating>
      </div>
    `);
    const there = page.querySelector('form')!;
    const other = page.querySelector<StarRating>('star-rating')!;
    expect(other.form).to.equal(there);
    expect(sent(there)).to.deep.equal(['stars', '4']);
  });

  it('lets a framework set form as a property', async () => {
    const page = await fixture(html`<div><form id="there"></form><star-rating name="stars"></star-rating></div>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    (rating as { form: unknown }).form = 'there';
    expect(rating.form).to.equal(page.querySelector('form'));
  });

  it('stays with the form around it when form is set to nothing, or to what is no id', async () => {
    const rating = await ratingInForm('name="stars"');
    for (const nothing of [null, undefined, '', {}]) {
      (rating as { form: unknown }).form = nothing;
      expect([rating.form, rating.getAttribute('form')]).to.deep.equal([rating.closest('form'), null]);
    }
  });
});

describe('<star-rating> disabled', () => {
  it('follows a fieldset, and comes back', async () => {
    const page = await fixture(html`
      <form>
        <fieldset disabled><star-rating name="stars" value="4"></star-rating></fieldset>
      </form>
    `);
    const rating = page.querySelector<StarRating>('star-rating')!;
    const fieldset = page.querySelector('fieldset')!;
    await rating.updateComplete;
    expect(radios(rating).filter(({ disabled }) => disabled)).to.have.lengthOf(5);
    expect(sent(page)).to.deep.equal([]);
    const seen = record(rating);
    radios(rating)[1]!.click();
    expect([seen, rating.value]).to.deep.equal([[], 4]);
    fieldset.disabled = false;
    await rating.updateComplete;
    expect(radios(rating).filter(({ disabled }) => !disabled)).to.have.lengthOf(5);
    await choose(rating, 2);
    expect(sent(page)).to.deep.equal(['stars', '2']);
  });

  it('keeps its own disabled through a fieldset that is enabled again', async () => {
    const page = await fixture(html`<fieldset disabled><star-rating name="stars" disabled></star-rating></fieldset>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    (page as HTMLFieldSetElement).disabled = false;
    await rating.updateComplete;
    expect(rating.disabled).to.equal(true);
    expect(radios(rating).filter(({ disabled }) => disabled)).to.have.lengthOf(5);
  });

  it('does not take a fieldset’s disabled for its own', async () => {
    const page = await fixture(html`<fieldset disabled><star-rating name="stars"></star-rating></fieldset>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    expect([rating.disabled, rating.hasAttribute('disabled')]).to.deep.equal([false, false]);
  });

  it('follows the property at once, and comes back: in the form’s data, its validity and the controls', async () => {
    const rating = await ratingInForm('name="stars" value="4"');
    for (const disabled of [true, false]) {
      rating.disabled = disabled;
      expect([rating.willValidate, sent(rating)]).to.deep.equal([!disabled, disabled ? [] : ['stars', '4']]);
      await rating.updateComplete;
      expect(radios(rating).map((radio) => radio.disabled)).to.deep.equal(Array<boolean>(5).fill(disabled));
    }
  });

  it('is no tab stop', async () => {
    const page = await fixture(html`
      <div><button>before</button><star-rating disabled value="2"></star-rating><button>after</button></div>
    `);
    const [before, after] = page.querySelectorAll('button');
    before!.focus();
    await press('Tab');
    expect(document.activeElement).to.equal(after);
  });

  it('still says what is rated', async () => {
    const rating = await fixture<StarRating>(html`<star-rating disabled value="2" label="Her"></star-rating>`);
    expect(byRole(rating, 'radiogroup').ariaLabel).to.equal('Her');
    expect(checked(rating)).to.deep.equal([2]);
  });
});
