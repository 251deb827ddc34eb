import { expect, fixture, html } from '@open-wc/testing';
import { mouse, press } from '../../helpers/browser.js';
import {
  byRole,
  checked,
  choose,
  connected,
  fill,
  focused,
  holdVotes,
  message,
  moveAway,
  radios,
  record,
  slider,
  star,
  summary,
  type StarRating,
} from './helpers.js';

const locked = (step = 1): Promise<StarRating> =>
  fixture<StarRating>(html`
    <star-rating value="2" step=${step} subject="film" average="3.7" count="959" clearable locked="Sign in to vote">
    </star-rating>
  `);

describe('<star-rating locked>', () => {
  afterEach(moveAway);

  it('says why, to eyes and to assistive technology', async () => {
    const rating = await locked();
    expect(message(rating)).to.include('Sign in to vote');
    const group = byRole(rating, 'radiogroup');
    const described = group.getAttribute('aria-describedby')!.split(' ');
    const description = described.map((id) => rating.shadowRoot!.getElementById(id)!.textContent).join(' ');
    expect(description).to.include('Sign in to vote').and.to.include('3.7 out of 5, 959 votes');
    expect(group.ariaDisabled).to.equal('true');
  });

  it('says so at every star, where not all browsers pass on what their group says', async () => {
    const rating = await locked();
    const said = (): (string | null)[] => radios(rating).map(({ ariaDisabled }) => ariaDisabled);
    expect(said()).to.deep.equal(Array(5).fill('true'));
    rating.locked = null;
    await rating.updateComplete;
    expect(said()).to.deep.equal(Array(5).fill(null));
  });

  it('still shows the crowd’s rating and the reader’s own', async () => {
    const rating = await locked();
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
    expect(message(rating)).to.include('Your rating: 2');
    expect(checked(rating)).to.deep.equal([2]);
  });

  it('can be reached by keyboard, so that the reason is heard', async () => {
    for (const step of [1, 0.5]) {
      const rating = await locked(step);
      rating.focus();
      expect(focused(rating)?.disabled).to.equal(false);
    }
  });

  for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', '4', '0', 'Delete', 'Space', 'Enter', 'PageUp'])
    it(`is not moved by ${key}, as radios and as a range`, async () => {
      for (const step of [1, 0.5]) {
        const rating = await locked(step);
        const seen = record(rating);
        rating.focus();
        await press(key);
        await rating.updateComplete;
        expect(seen).to.deep.equal([]);
        expect([rating.value, rating.state]).to.deep.equal([2, 'locked']);
        if (step === 1) expect(checked(rating)).to.deep.equal([2]);
        else expect([slider(rating).value, slider(rating).ariaValueText]).to.deep.equal(['2', '2 stars']);
      }
    });

  it('keeps the focus, whatever key is tried, and is entered at the chosen star again', async () => {
    const rating = await locked();
    rating.focus();
    await press('ArrowRight', 'ArrowRight', 'Home');
    await rating.updateComplete;
    expect(rating.matches(':focus-within')).to.equal(true);
    focused(rating)!.blur();
    rating.focus();
    expect(focused(rating)?.value).to.equal('2');
  });

  it('is not moved by clicks of the mouse and of assistive technology', async () => {
    const rating = await locked();
    const seen = record(rating, ['preview', 'input', 'vote', 'change']);
    await mouse.click(star(rating, 5));
    await choose(rating, 4);
    rating.clear();
    rating.retry();
    await rating.updateComplete;
    expect(seen).to.deep.equal([]);
    expect([rating.value, checked(rating), fill(rating).part]).to.deep.equal([2, [2], 0.4]);
  });

  it('offers no button', async () => {
    const rating = await locked();
    expect(rating.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('can be opened again', async () => {
    const rating = await locked();
    rating.removeAttribute('locked');
    await rating.updateComplete;
    expect(byRole(rating, 'radiogroup').ariaDisabled).to.equal(null);
    expect(message(rating)).not.to.include('Sign in');
    await choose(rating, 4);
    expect(rating.value).to.equal(4);
  });

  it('cannot be entered into a form by the reader, and keeps its value there', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><star-rating name="stars" value="2" locked="Closed"></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    await choose(rating, 4);
    expect(new FormData(form).get('stars')).to.equal('2');
  });

  it('by the host stays locked when the page sets a value', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const held = holdVotes(rating);
    await choose(rating, 4);
    await held[0]!.reject({ code: 'closed' });
    rating.value = 3;
    await rating.updateComplete;
    expect(rating.state).to.equal('locked');
    expect(message(rating)).to.include('Voting is closed.');
  });

  it('by the host opens again for another subject', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const held = holdVotes(rating);
    await choose(rating, 4);
    await held[0]!.reject({ code: 'closed' });
    rating.subject = 'other';
    await rating.updateComplete;
    expect(rating.state).to.equal('idle');
    await choose(rating, 3);
    expect(held).to.have.length(2);
  });

  it('by the host drops what the reader has staged meanwhile, which nobody can vote for any more', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const held = holdVotes(rating);
    await choose(rating, 3);
    rating.focus();
    await press('4');
    await held[0]!.reject({ code: 'closed' });
    expect([rating.value, rating.state]).to.deep.equal([null, 'locked']);
    expect(message(rating)).to.equal('Voting is closed.');
  });

  it('by the page drops what the reader has staged, and says why', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film" value="3"></star-rating>`);
    rating.focus();
    await press('4');
    rating.locked = 'Voting ended';
    await rating.updateComplete;
    expect([rating.value, rating.state, checked(rating)]).to.deep.equal([3, 'locked', [3]]);
    expect(message(rating)).to.include('Your rating: 3').and.to.include('Voting ended').and.not.to.include('Enter');
  });

  it('by the host with a reason opens again for another subject, by the page it stays', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const held = holdVotes(rating);
    await choose(rating, 4);
    await held[0]!.resolve({ locked: 'Voting ended' });
    rating.subject = 'other';
    expect(rating.state).to.equal('idle');
    for (const locked of ['Sign in to vote', 'Voting ended']) {
      rating.locked = locked;
      rating.subject = `other than ${locked}`;
      expect(rating.state).to.equal('locked');
    }
  });

  it('by the host with a reason gives way to the page’s own reason for another subject', async () => {
    const [rating, [connection]] = await connected();
    rating.locked = 'Sign in to vote';
    connection!.update({ locked: 'Voting ended' });
    expect(rating.locked).to.equal('Voting ended');
    rating.subject = 'other';
    expect([rating.state, rating.locked]).to.deep.equal(['locked', 'Sign in to vote']);
  });

  for (const name of [null, 'stars'])
    it(`says that voting is closed where the page does not say why, as a ${name ? 'form field' : 'vote'}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating locked></star-rating>`);
      rating.name = name;
      await rating.updateComplete;
      expect(message(rating)).to.equal('Voting is closed.');
    });

  it('is a state for style sheets also where it is only shown', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly locked="Closed"></star-rating>`);
    expect(rating.matches(':state(locked)')).to.equal(true);
  });

  it('says why in a form field, too', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><star-rating name="stars" locked="Sign in to rate"></star-rating></form>`,
    );
    const rating = form.querySelector<StarRating>('star-rating')!;
    await rating.updateComplete;
    expect(message(rating)).to.equal('Sign in to rate');
    expect(byRole(rating, 'radiogroup').getAttribute('aria-describedby')).to.include('why');
  });

  it('while a vote is on its way shows that vote’s answer', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    const held = holdVotes(rating);
    await choose(rating, 4);
    rating.locked = 'Voting ended';
    await held[0]!.resolve({ kept: 'host' });
    expect([rating.value, rating.state]).to.deep.equal([4, 'locked']);
    expect(message(rating)).to.include('Your rating: 4, saved').and.to.include('Voting ended');
  });
});
