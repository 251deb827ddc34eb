import { expect, fixture, html } from '@open-wc/testing';
import { arrivingPage } from '../../helpers/arriving-page.js';
import { byRole, focused, slider, type StarRating } from './helpers.js';

const found = async (markup: ReturnType<typeof html>): Promise<StarRating> => {
  const page = await fixture(html`<div>${markup}</div>`);
  const rating = page.querySelector<StarRating>('star-rating')!;
  await rating.updateComplete;
  return rating;
};
const nameOf = (rating: StarRating): string | null => byRole(rating, 'radiogroup').ariaLabel;

describe('<star-rating> accessible name', () => {
  it('is “Rating” where the author gives none', async () => {
    expect(nameOf(await found(html`<star-rating></star-rating>`))).to.equal('Rating');
  });

  it('comes from label', async () => {
    const rating = await found(html`<star-rating label="Rate Her"></star-rating>`);
    expect(nameOf(rating)).to.equal('Rate Her');
    rating.label = 'Rate Alien';
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Rate Alien');
  });

  it('comes from aria-label, which stays where the author wrote it', async () => {
    const rating = await found(html`<star-rating aria-label="Rate Her"></star-rating>`);
    expect(nameOf(rating)).to.equal('Rate Her');
    rating.value = 3;
    await rating.updateComplete;
    expect(rating.getAttribute('aria-label')).to.equal('Rate Her');
  });

  it('follows aria-label and aria-labelledby when the page changes its language', async () => {
    const rating = await found(
      html`<h2 id="t">Die Taube</h2><star-rating readonly value="4" aria-label="Taube"></star-rating>`,
    );
    rating.ariaLabel = 'Pigeon';
    await rating.updateComplete;
    expect(byRole(rating, 'img').ariaLabel).to.equal('Pigeon: 4 out of 5');
    rating.setAttribute('aria-labelledby', 't');
    await rating.updateComplete;
    expect(byRole(rating, 'img').ariaLabel).to.equal('Die Taube: 4 out of 5');
  });

  it('comes from aria-labelledby, of several elements in their order', async () => {
    const rating = await found(html`
      <span id="b">Her</span><span id="a">Rate the film</span>
      <star-rating aria-labelledby="a b nowhere"></star-rating>
    `);
    expect(nameOf(rating)).to.equal('Rate the film Her');
    expect(rating.getAttribute('aria-labelledby')).to.equal('a b nowhere');
  });

  it('is looked for nowhere while the rating is not in a page', async () => {
    const rating = await found(html`<h2 id="t">Her</h2><star-rating aria-labelledby="t"></star-rating>`);
    const holder = rating.parentElement!;
    holder.remove();
    rating.value = 3;
    await rating.updateComplete;
    expect(rating.value).to.equal(3);
  });

  it('comes from aria-labelledby inside the shadow root that it is in', async () => {
    const host = await fixture(html`<div></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<h2 id="t">Her</h2><star-rating aria-labelledby="t"></star-rating>';
    const rating = host.shadowRoot!.querySelector<StarRating>('star-rating')!;
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Her');
  });

  it('comes from a <label for>, and from a <label> around it', async () => {
    expect(nameOf(await found(html`<label for="r">Her</label><star-rating id="r"></star-rating>`))).to.equal('Her');
    expect(nameOf(await found(html`<label>Alien <star-rating></star-rating></label>`))).to.equal('Alien');
  });

  it('comes from what the parser reaches after the rating, once the page is there', async () => {
    const { document: page, write, end } = await arrivingPage('src/elements/star-rating/star-rating.define.ts');
    write('<star-rating id="r"></star-rating>');
    write('<star-rating readonly value="4" aria-labelledby="t"></star-rating>');
    const [field, display] = page.querySelectorAll<StarRating>('star-rating');
    await Promise.all([field!.updateComplete, display!.updateComplete]);
    write('<label for="r">Her</label><h2 id="t">Alien</h2>');
    const whole = new Promise((resolve) => page.addEventListener('DOMContentLoaded', resolve));
    end();
    await whole;
    await Promise.all([field!.updateComplete, display!.updateComplete]);
    expect(nameOf(field!)).to.equal('Her');
    expect(byRole(display!, 'img').ariaLabel).to.equal('Alien: 4 out of 5');
  });

  it('is read again when the reader comes, so that a label may change or come later', async () => {
    const rating = await found(html`<star-rating id="r"></star-rating>`);
    rating.insertAdjacentHTML('beforebegin', '<label for="r">Her</label>');
    rating.focus();
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Her');
    rating.labels[0]!.textContent = 'Alien';
    focused(rating)!.blur();
    rating.focus();
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Alien');
  });

  it('leaves out what is in the rating itself, a symbol’s title', async () => {
    const rating = await found(
      html`<label><b>Rate</b> Her<!-- film --> <star-rating><svg slot="symbol"><title>heart</title></svg></star-rating></label>`,
    );
    expect(nameOf(rating)).to.equal('Rate Her');
  });

  it('prefers label, then aria-labelledby, then aria-label, then <label>', async () => {
    const rating = await found(html`
      <label for="r">d</label><span id="x">b</span>
      <star-rating id="r" label="a" aria-labelledby="x" aria-label="c"></star-rating>
    `);
    const names = [nameOf(rating)];
    for (const attribute of ['label', 'aria-labelledby', 'aria-label', 'nothing']) {
      rating.removeAttribute(attribute);
      if (attribute === 'nothing') {
        rating.labels.forEach((label) => (label as HTMLElement).remove());
        rating.requestUpdate();
      }
      await rating.updateComplete;
      names.push(nameOf(rating));
    }
    expect(names).to.deep.equal(['a', 'b', 'c', 'd', 'Rating']);
  });

  it('skips what is blank', async () => {
    const rating = await found(html`
      <label for="r">Her</label><span id="x"> </span>
      <star-rating id="r" aria-labelledby="x" aria-label=" "></star-rating>
    `);
    expect(nameOf(rating)).to.equal('Her');
    rating.label = '';
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Her');
  });

  it('is the range’s, too, and that of what it becomes later', async () => {
    const rating = await found(html`<star-rating label="Rate Her" max="10"></star-rating>`);
    expect(slider(rating).ariaLabel).to.equal('Rate Her');
    rating.max = 5;
    await rating.updateComplete;
    expect(nameOf(rating)).to.equal('Rate Her');
  });

  it('extends the sentence of a display', async () => {
    const display = async (markup: ReturnType<typeof html>): Promise<string | null> =>
      byRole(await found(markup), 'img').ariaLabel;
    expect(await display(html`<star-rating readonly aria-label="Her" average="3.7" count="9"></star-rating>`)).to.equal(
      'Her: 3.7 out of 5, 9 votes',
    );
    expect(
      await display(html`<h2 id="t">Alien</h2><star-rating readonly aria-labelledby="t" value="4"></star-rating>`),
    ).to.equal('Alien: 4 out of 5');
    expect(await display(html`<label for="r">Gravity</label><star-rating readonly id="r"></star-rating>`)).to.equal(
      'Gravity: No ratings yet',
    );
  });

  it('never takes away or adds an ARIA attribute or role of the author', async () => {
    const rating = await found(html`
      <star-rating role="group" aria-label="Her" aria-describedby="x" aria-busy="false" aria-invalid="false"></star-rating>
    `);
    const own = (): string[] =>
      rating.getAttributeNames().filter((name) => name === 'role' || name.startsWith('aria-'));
    const before = own();
    Object.assign(rating, { value: 3, required: true, locked: 'Closed', max: 10 });
    await rating.updateComplete;
    Object.assign(rating, { locked: null, readonly: true, max: 5 });
    await rating.updateComplete;
    expect(own()).to.deep.equal(before);
    expect(rating.getAttribute('aria-busy')).to.equal('false');
  });

  it('tells assistive technology that a rating is required', async () => {
    const rating = await found(html`<star-rating name="stars" required></star-rating>`);
    expect(byRole(rating, 'radiogroup').ariaRequired).to.equal('true');
    rating.required = false;
    await rating.updateComplete;
    expect(byRole(rating, 'radiogroup').ariaRequired).to.equal(null);
  });

  it('says that a range is required in its description, for a slider has no such attribute', async () => {
    const rating = await found(html`<star-rating name="stars" max="10" required></star-rating>`);
    const described = (): string =>
      (slider(rating).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => rating.shadowRoot!.getElementById(id)?.textContent.trim())
        .filter(Boolean)
        .join(' ');
    expect([slider(rating).ariaRequired, described()]).to.deep.equal([null, 'Please choose a rating.']);
    rating.average = 7;
    await rating.updateComplete;
    expect(described()).to.equal('Please choose a rating. 7 out of 10');
    rating.value = 8;
    await rating.updateComplete;
    expect(described()).to.equal('7 out of 10');
  });
});

describe('<star-rating> description', () => {
  for (const max of [5, 10])
    it(`is the author’s too, ${max === 5 ? 'of radios' : 'of a range'}, beside what the rating says itself`, async () => {
      const rating = await found(html`
        <star-rating max=${max} average="3" count="9" aria-describedby="hint"></star-rating>
        <p id="hint">One vote for each reader.</p>
        <p id="other">Two votes for each reader.</p>
      `);
      const described = (): string[] =>
        (byRole(rating, max === 5 ? 'radiogroup' : 'slider').ariaDescribedByElements ?? []).map(({ textContent }) =>
          textContent.trim(),
        );
      expect(described()[0]).to.equal('One vote for each reader.');
      expect(described()).to.include(`3 out of ${max}, 9 votes`);
      rating.setAttribute('aria-describedby', 'other');
      await rating.updateComplete;
      expect(described()[0]).to.equal('Two votes for each reader.');
      rating.removeAttribute('aria-describedby');
      await rating.updateComplete;
      expect(described()[0]).not.to.include('reader');
      expect(described()).to.include(`3 out of ${max}, 9 votes`);
    });
});
