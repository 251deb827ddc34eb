import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press } from '../../helpers/browser.js';
import { byRole, choose, focused, isIn, moveAway, record, textOf, type StarRating } from './helpers.js';

const required = (): Promise<StarRating> =>
  fixture<StarRating>(html`<star-rating name="stars" required></star-rating>`);

describe('<star-rating required>', () => {
  it('is invalid while it is not rated, and says what to do', async () => {
    const rating = await required();
    expect(rating.validity.valueMissing).to.equal(true);
    expect(rating.checkValidity()).to.equal(false);
    expect(rating.validationMessage).to.equal('Please choose a rating.');
    await choose(rating, 3);
    expect([rating.validity.valid, rating.checkValidity(), rating.validationMessage]).to.deep.equal([true, true, '']);
  });

  it('is right at once after a property was set, before it is rendered', async () => {
    const rating = await required();
    const valid: boolean[] = [];
    const set = (properties: Partial<StarRating>): unknown =>
      valid.push(Object.assign(rating, properties).validity.valid);
    set({ value: 3 });
    set({ value: null });
    set({ required: false });
    set({ required: true });
    set({ readonly: true });
    set({ readonly: false });
    expect(valid).to.deep.equal([true, false, true, false, true, false]);
  });

  it('is right from the first moment, before it is in a page', () => {
    const rating = document.createElement('star-rating');
    rating.required = true;
    expect(rating.checkValidity()).to.equal(false);
    rating.value = 2;
    expect(rating.checkValidity()).to.equal(true);
  });

  it('is not asked for a rating while disabled or readonly', async () => {
    const rating = await required();
    expect(rating.willValidate).to.equal(true);
    rating.disabled = true;
    await rating.updateComplete;
    expect([rating.willValidate, rating.checkValidity()]).to.deep.equal([false, true]);
    rating.disabled = false;
    rating.readonly = true;
    await rating.updateComplete;
    expect(rating.checkValidity()).to.equal(true);
  });

  for (const max of [5, 10])
    it(`is not called invalid any more once it is disabled, with ${max} stars`, async () => {
      const rating = await required();
      rating.max = max;
      await rating.updateComplete;
      rating.focus();
      focused(rating)!.blur();
      await rating.updateComplete;
      rating.disabled = true;
      expect([rating.validity.valueMissing, rating.validationMessage]).to.deep.equal([false, '']);
      await rating.updateComplete;
      expect(isIn(rating, 'user-invalid')).to.equal(false);
      expect(byRole(rating, max > 7 ? 'slider' : 'radiogroup').ariaInvalid).to.equal(null);
      expect(rating.shadowRoot!.textContent).not.to.include('Please choose');
      rating.disabled = false;
      expect(rating.validity.valueMissing).to.equal(true);
    });

  it('is not asked for a rating that is locked, for the reader could not give it', async () => {
    const rating = await required();
    rating.locked = 'Sign in to vote';
    expect(rating.validity.valid).to.equal(true);
    rating.locked = null;
    expect(rating.validity.valid).to.equal(false);
  });

  it('stops the form, tells it, and brings the reader to the stars', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form><star-rating name="stars" required></star-rating><button>Send</button></form>
    `);
    const rating = form.querySelector<StarRating>('star-rating')!;
    const heard: string[] = [];
    rating.addEventListener('invalid', () => heard.push('invalid'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      heard.push('submit');
    });
    form.querySelector('button')!.click();
    expect(heard).to.deep.equal(['invalid']);
    expect(focused(rating)?.value).to.equal('1');
    await choose(rating, 2);
    form.querySelector('button')!.click();
    expect(heard).to.deep.equal(['invalid', 'submit']);
  });

  it('counts a retraction as missing again', async () => {
    const rating = await required();
    rating.clearable = true;
    await choose(rating, 2);
    rating.clear();
    expect(rating.validity.valueMissing).to.equal(true);
  });

  it('is invalid for the user only after the user was there', async () => {
    const rating = await required();
    expect(isIn(rating, 'user-invalid')).to.equal(false);
    rating.focus();
    await rating.updateComplete;
    expect(isIn(rating, 'user-invalid')).to.equal(false);
    focused(rating)!.blur();
    await rating.updateComplete;
    expect(isIn(rating, 'user-invalid')).to.equal(true);
    await choose(rating, 2);
    expect(isIn(rating, 'user-invalid')).to.equal(false);
  });

  it('is not invalid for the user when a script only asks whether it is, but is when it tells the user', async () => {
    const rating = await required();
    const heard: string[] = [];
    rating.addEventListener('invalid', ({ type }) => heard.push(type));
    expect(rating.checkValidity()).to.equal(false);
    await rating.updateComplete;
    expect([heard.length, isIn(rating, 'user-invalid')]).to.deep.equal([1, false]);
    expect(rating.reportValidity()).to.equal(false);
    await rating.updateComplete;
    expect([heard.length, isIn(rating, 'user-invalid')]).to.deep.equal([2, true]);
    rating.checkValidity();
    await rating.updateComplete;
    expect(isIn(rating, 'user-invalid')).to.equal(true);
  });

  it('takes a complaint of the page, which comes first and goes with an empty one', async () => {
    const rating = await required();
    rating.setCustomValidity('Only films that you have seen.');
    expect([rating.validity.customError, rating.validity.valueMissing]).to.deep.equal([true, true]);
    expect(rating.validationMessage).to.equal('Only films that you have seen.');
    await choose(rating, 3);
    expect([rating.validity.customError, rating.validity.valueMissing]).to.deep.equal([true, false]);
    expect([rating.checkValidity(), rating.validationMessage]).to.deep.equal([false, 'Only films that you have seen.']);
    rating.setCustomValidity('');
    expect([rating.checkValidity(), rating.validationMessage]).to.deep.equal([true, '']);
  });

  for (const max of [5, 10])
    it(`tells assistive technology of a missing rating after the user was there, with ${max} stars`, async () => {
      const rating = await required();
      rating.max = max;
      await rating.updateComplete;
      const control = byRole(rating, max > 7 ? 'slider' : 'radiogroup');
      expect(control.ariaInvalid).to.equal(null);
      rating.focus();
      focused(rating)!.blur();
      await rating.updateComplete;
      expect(control.ariaInvalid).to.equal('true');
      rating.value = 3;
      await rating.updateComplete;
      expect(control.ariaInvalid).to.equal(null);
    });

  it('no longer describes a range as missing that the user has chosen, also where what is hidden is not looked at again', async () => {
    const rating = await required();
    rating.max = 10;
    await rating.updateComplete;
    const described = (): string | null => byRole(rating, 'slider').getAttribute('aria-describedby');
    expect(described()).to.equal('missing');
    rating.value = 3;
    await rating.updateComplete;
    expect(described()).to.equal('');
    rating.value = null;
    await rating.updateComplete;
    expect(described()).to.equal('missing');
  });

  it('forgets on reset that the user was there', async () => {
    const form = await fixture<HTMLFormElement>(html`<form><star-rating name="stars" required></star-rating></form>`);
    const rating = form.querySelector<StarRating>('star-rating')!;
    rating.focus();
    focused(rating)!.blur();
    form.reset();
    await rating.updateComplete;
    expect(isIn(rating, 'user-invalid')).to.equal(false);
  });
});

describe('<star-rating> and the Enter key', () => {
  const form = async (inner: ReturnType<typeof html>): Promise<[StarRating, string[]]> => {
    const element = await fixture<HTMLFormElement>(html`<form>${inner}</form>`);
    const heard: string[] = [];
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      heard.push(`submit by ${event.submitter ? textOf(event.submitter) : 'nobody'}`);
    });
    const rating = element.querySelector<StarRating>('star-rating')!;
    rating.focus();
    return [rating, heard];
  };

  it('sends the form through its default button', async () => {
    const [, heard] = await form(html`
      <star-rating name="stars"></star-rating>
      <button type="button">No</button><button>Send</button><button>Draft</button>
    `);
    await press('3', 'Enter');
    expect(heard).to.deep.equal(['submit by Send']);
  });

  it('sends the form through an image, which is a button, too, and through one that stands elsewhere', async () => {
    const [rating, heard] = await form(html`
      <star-rating name="stars"></star-rating><input type="image" alt="Send" name="image" /><button>Draft</button>
    `);
    rating.form!.addEventListener('submit', ({ submitter }) => heard.push((submitter as HTMLInputElement).type));
    await press('3', 'Enter');
    expect(heard.at(-1)).to.equal('image');
    rating.form!.id = 'elsewhere';
    rating.form!.insertAdjacentHTML('beforebegin', '<button form="elsewhere">First</button>');
    await press('Enter');
    expect(heard.at(-2)).to.equal('submit by First');
  });

  it('sends a form without a button', async () => {
    const [, heard] = await form(html`<star-rating name="stars" max="10"></star-rating>`);
    await press('3', 'Enter');
    expect(heard).to.deep.equal(['submit by nobody']);
  });

  it('does not send a form without a button that has two text fields, as no native field does', async () => {
    const [, heard] = await form(html`<star-rating name="stars"></star-rating><input /><input type="email" />`);
    await press('3', 'Enter');
    expect(heard).to.deep.equal([]);
  });

  it('does not send a form whose default button is disabled', async () => {
    const [, heard] = await form(html`
      <star-rating name="stars"></star-rating><button disabled>Send</button><button>Draft</button>
    `);
    await press('3', 'Enter');
    expect(heard).to.deep.equal([]);
  });

  it('sends the form also from a rating that is locked', async () => {
    const [, heard] = await form(html`
      <star-rating name="stars" value="2" locked="Sign in to rate"></star-rating><button>Send</button>
    `);
    await press('Enter');
    expect(heard).to.deep.equal(['submit by Send']);
  });

  it('does not send a form that is not valid', async () => {
    const [, heard] = await form(html`<star-rating name="stars" required></star-rating><button>Send</button>`);
    await press('Enter');
    expect(heard).to.deep.equal([]);
  });

  it('sends no form when it votes', async () => {
    const [rating, heard] = await form(html`<star-rating subject="film"></star-rating><button>Send</button>`);
    const seen = record(rating);
    await press('3', 'Enter', 'Enter');
    expect(seen).to.deep.equal(['input 3', 'vote 3', 'change 3']);
    expect(heard).to.deep.equal([]);
  });
});

describe('<star-rating> and its <label>', () => {
  afterEach(moveAway);

  const labelled = async (markup: ReturnType<typeof html>): Promise<[HTMLLabelElement, StarRating]> => {
    const page = await fixture(html`<div>${markup}</div>`);
    return [page.querySelector('label')!, page.querySelector<StarRating>('star-rating')!];
  };

  it('has the focus on the chosen star after a click on the label, and selects nothing', async () => {
    const [label, rating] = await labelled(
      html`<label for="r">Her</label><star-rating id="r" name="stars" value="4"></star-rating>`,
    );
    const seen = record(rating);
    await mouse.click(label);
    expect(focused(rating)?.value).to.equal('4');
    expect([rating.value, seen]).to.deep.equal([4, []]);
  });

  it('has the focus on the first star when nothing is chosen, and still selects nothing', async () => {
    const [label, rating] = await labelled(
      html`<label for="r">Her</label><star-rating id="r" name="stars"></star-rating>`,
    );
    await mouse.click(label);
    expect(focused(rating)?.value).to.equal('1');
    expect(rating.value).to.equal(null);
  });

  it('can stand inside its label: a star is one choice, the text around it only focus', async () => {
    const [label, rating] = await labelled(
      html`<label><span>Her</span> <star-rating name="stars"></star-rating></label>`,
    );
    const seen = record(rating);
    await mouse.click(label.querySelector('span')!);
    expect(focused(rating)?.value).to.equal('1');
    expect(seen).to.deep.equal([]);
    await mouse.click(rating.shadowRoot!.querySelector('[value="3"]')!);
    expect(seen).to.deep.equal(['input 3', 'change 3']);
  });

  it('knows its labels', async () => {
    const [label, rating] = await labelled(html`<label for="r">Her</label><star-rating id="r"></star-rating>`);
    expect([...rating.labels]).to.deep.equal([label]);
  });
});
