import { expect, fixture, html } from '@open-wc/testing';
import {
  byRole,
  choose,
  fill,
  hasPart,
  isPainted,
  message,
  part,
  radios,
  shapes,
  slider,
  summary,
  type StarRating,
} from './helpers.js';

describe('<star-rating> showing a crowd’s rating', () => {
  for (const [average, count, text] of [
    [3.7, 959, '3.7 out of 5, 959 votes'],
    [3.7419, 959, '3.7 out of 5, 959 votes'],
    [3.96, 12, '4 out of 5, 12 votes'],
    [5, 1, '5 out of 5, 1 vote'],
    [4, 1160, '4 out of 5, 1,160 votes'],
    [0.04, 3, '0 out of 5, 3 votes'],
  ] as const)
    it(`says ${average} of ${count} votes as “${text}”`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating average=${average} count=${count}></star-rating>`);
      expect(summary(rating)).to.equal(text);
    });

  it('says “No ratings yet” when nobody has voted, and fills no star', async () => {
    for (const markup of [
      html`<star-rating count="0" average="0"></star-rating>`,
      html`<star-rating count="0" average="4"></star-rating>`,
      html`<star-rating></star-rating>`,
    ]) {
      const rating = await fixture<StarRating>(markup);
      expect(summary(rating)).to.equal('No ratings yet');
      expect(fill(rating).part).to.equal(0);
    }
  });

  it('says how many voted where their mean is not known, and fills no star', async () => {
    for (const [markup, text] of [
      [html`<star-rating count="959"></star-rating>`, '959 votes'],
      [html`<star-rating readonly count="1"></star-rating>`, '1 vote'],
    ] as const) {
      const rating = await fixture<StarRating>(markup);
      expect(summary(rating)).to.equal(text);
      expect(fill(rating).part).to.equal(0);
    }
  });

  for (const [average, max, part] of [
    [3.7, 5, 0.74],
    [3.25, 5, 0.65],
    [3.3, 5, 0.66],
    [7.9, 10, 0.79],
    [1, 3, 0.333],
    [5, 5, 1],
  ] as const)
    it(`draws ${average} of ${max} exactly, whatever the step`, async () => {
      const rating = await fixture<StarRating>(
        html`<star-rating average=${average} max=${max} count="9" readonly></star-rating>`,
      );
      expect(fill(rating).part).to.equal(part);
    });

  it('says an average alone where nobody knows of how many votes it is', async () => {
    const rating = await fixture<StarRating>(html`<star-rating average="3.7"></star-rating>`);
    expect(summary(rating)).to.equal('3.7 out of 5');
  });

  it('counts a distribution up when there is no average', async () => {
    const rating = await fixture<StarRating>(html`<star-rating .distribution=${[1, 0, 0, 2, 1]}></star-rating>`);
    expect(summary(rating)).to.equal('3.5 out of 5, 4 votes');
  });

  it('shows the crowd’s rating and the reader’s own, told apart', async () => {
    const rating = await fixture<StarRating>(html`<star-rating average="3.7" count="959"></star-rating>`);
    const crowd = fill(rating);
    await choose(rating, 2);
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
    expect(message(rating)).to.equal('Your rating: 2');
    expect(fill(rating).part).to.equal(0.4);
    expect(fill(rating).color).not.to.equal(crowd.color);
  });

  it('paints stars solid up to the rating, and as outlines beyond', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly value="3"></star-rating>`);
    expect(shapes(rating)).to.equal('###oo');
    rating.max = 7;
    await rating.updateComplete;
    expect(shapes(rating)).to.equal('###oooo');
    rating.dir = 'rtl';
    expect(shapes(rating)).to.equal('###oooo');
  });

  it('paints a part of a star just as far as it goes', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly average="3.5" count="9"></star-rating>`);
    rating.style.setProperty('--star-rating-size', '100px');
    expect([0.68, 0.695, 0.705, 0.72].map((along) => isPainted(rating, along))).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('fills only the chosen star with highlight="only"', async () => {
    const rating = await fixture<StarRating>(html`<star-rating value="4" highlight="only"></star-rating>`);
    expect(shapes(rating)).to.equal('ooo#o');
    rating.highlight = 'upto';
    await rating.updateComplete;
    expect(shapes(rating)).to.equal('####o');
  });

  it('hides the crowd until the reader has voted with reveal="after-vote"', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating
        average="3.7"
        count="4"
        .distribution=${[0, 1, 0, 2, 1]}
        reveal="after-vote"
        clearable
      ></star-rating>`,
    );
    expect(summary(rating)).to.equal('Vote to see what others gave');
    expect(fill(rating).part).to.equal(0);
    expect(hasPart(rating, 'histogram')).to.equal(false);
    await choose(rating, 2);
    expect(summary(rating)).to.equal('3.7 out of 5, 4 votes');
    expect(hasPart(rating, 'histogram')).to.equal(true);
    rating.clear();
    await rating.updateComplete;
    expect(summary(rating)).to.equal('Vote to see what others gave');
  });

  it('hides nothing where nobody can vote, and asks for no vote', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating readonly average="3.7" count="4" reveal="after-vote"></star-rating>`,
    );
    expect(summary(rating)).to.equal('3.7 out of 5, 4 votes');
    expect(fill(rating).part).to.equal(0.74);
  });

  it('asks for no vote while voting is locked: only the reason is told, and the crowd stays hidden', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating average="3.7" count="4" reveal="after-vote" locked="Sign in to vote"></star-rating>`,
    );
    expect([summary(rating), message(rating), fill(rating).part]).to.deep.equal(['', 'Sign in to vote', 0]);
    rating.locked = null;
    await rating.updateComplete;
    expect(summary(rating)).to.equal('Vote to see what others gave');
  });

  it('names each choice, with the author’s word where there is one', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating value-labels='["Poor", "Fair", "Good", "Great", "Superb"]'></star-rating>`,
    );
    expect(radios(rating).map((radio) => radio.ariaLabel)).to.deep.equal([
      '1 star, Poor',
      '2 stars, Fair',
      '3 stars, Good',
      '4 stars, Great',
      '5 stars, Superb',
    ]);
  });

  for (const [attributes, shown] of [
    ['value="4"', '####o'],
    ['readonly average="2"', '##ooo'],
    ['step="0.5" value="3"', '###oo'],
  ] as const)
    it(`shows all its stars in vertical text: ${attributes}`, async () => {
      const page = await fixture(html`<div style="writing-mode: vertical-rl"></div>`);
      page.innerHTML = `<star-rating ${attributes}></star-rating>`;
      const rating = page.querySelector('star-rating')!;
      await rating.updateComplete;
      expect(shapes(rating)).to.equal(shown);
    });

  it('says a choice without a word by its stars alone', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating max="3" value-labels='["Poor", "", " "]'></star-rating>`,
    );
    expect(radios(rating).map((radio) => radio.ariaLabel)).to.deep.equal(['1 star, Poor', '2 stars', '3 stars']);
  });

  it('has a word for whole stars, or for each half', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating max="2" step="0.5" .valueLabels=${['Poor', 'Good']}></star-rating>`,
    );
    const names = (): (string | null)[] => radios(rating).map((radio) => radio.ariaLabel);
    expect(names()).to.deep.equal(['0.5 stars', '1 star, Poor', '1.5 stars', '2 stars, Good']);
    rating.valueLabels = ['Poor', 'Fair', 'Good', 'Great'];
    await rating.updateComplete;
    expect(names()).to.deep.equal(['0.5 stars, Poor', '1 star, Fair', '1.5 stars, Good', '2 stars, Great']);
  });

  it('has a word for each of fifty choices, whatever a computer makes of tenths', async () => {
    const words = Array.from({ length: 50 }, (_, i) => `word ${i + 1}`);
    const rating = await fixture<StarRating>(html`<star-rating step="0.1" .valueLabels=${words}></star-rating>`);
    const said: (string | undefined)[] = [];
    for (let i = 1; i <= 50; i++) {
      rating.value = (i * 5) / 50;
      await rating.updateComplete;
      said.push(slider(rating).ariaValueText?.split(', ')[1]);
    }
    expect(said).to.deep.equal(words);
  });

  it('draws the author’s symbol for every star', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating max="4"><svg slot="symbol" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3" /></svg></star-rating>`,
    );
    const drawn = [...part(rating, 'stars').querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect());
    const lefts = new Set(drawn.map(({ left }) => Math.round(left)));
    expect(lefts.size).to.equal(4);
    expect(drawn.every(({ width, height }) => width >= 24 && height >= 24)).to.equal(true);
  });

  it('draws stars as large and as far apart as the page asks', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating style="--star-rating-size: 60px; --star-rating-gap: 12px"></star-rating>`,
    );
    const { width, height } = part(rating, 'stars').getBoundingClientRect();
    expect([width, height]).to.deep.equal([5 * 72, 60]);
  });

  it('takes the colours of the page', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating
        average="3"
        count="2"
        style="--star-rating-color: rgb(1, 2, 3); --star-rating-color-own: rgb(4, 5, 6); --star-rating-color-empty: rgb(7, 8, 9)"
      ></star-rating>`,
    );
    expect(fill(rating).color).to.equal('rgb(1, 2, 3)');
    const row = part(rating, 'stars');
    const backgrounds = [null, '::before'].map((pseudo) => getComputedStyle(row, pseudo).background).join();
    expect(backgrounds).to.include('rgb(7, 8, 9)');
    await choose(rating, 4);
    expect(fill(rating).color).to.equal('rgb(4, 5, 6)');
  });

  it('is not there when hidden', async () => {
    const rating = await fixture<StarRating>(html`<star-rating hidden></star-rating>`);
    expect(rating.getBoundingClientRect().height).to.equal(0);
  });
});

describe('<star-rating readonly>', () => {
  const sentence = (rating: StarRating): string | null => byRole(rating, 'img').ariaLabel;

  it('is one image with one full sentence', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly average="3.7" count="959"></star-rating>`);
    expect(sentence(rating)).to.equal('3.7 out of 5, 959 votes');
    expect(summary(rating)).to.equal('3.7 out of 5, 959 votes');
  });

  it('says it when there are none', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly></star-rating>`);
    expect(sentence(rating)).to.equal('No ratings yet');
  });

  it('says the reader’s own rating beside the crowd’s, or alone', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating readonly value="4" average="3.7" count="9"></star-rating>`,
    );
    expect(sentence(rating)).to.equal('3.7 out of 5, 9 votes. Your rating: 4');
    rating.average = rating.count = null;
    await rating.updateComplete;
    expect(sentence(rating)).to.equal('4 out of 5');
  });

  it('lets an author’s label extend the sentence and never replace it', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating readonly label="Her" average="3.7" count="959"></star-rating>`,
    );
    expect(sentence(rating)).to.equal('Her: 3.7 out of 5, 959 votes');
    rating.label = null;
    rating.ariaLabel = 'Alien';
    await rating.updateComplete;
    expect(sentence(rating)).to.equal('Alien: 3.7 out of 5, 959 votes');
  });

  it('has no control and no tab stop', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly clearable value="4"></star-rating>`);
    expect(rating.shadowRoot!.querySelectorAll('input, button, [tabindex]')).to.have.length(0);
    rating.focus();
    expect(document.activeElement).not.to.equal(rating);
  });

  it('can become a control and display again', async () => {
    const rating = await fixture<StarRating>(html`<star-rating readonly value="4"></star-rating>`);
    rating.readonly = false;
    await rating.updateComplete;
    expect(radios(rating).map((radio) => radio.checked)).to.deep.equal([false, false, false, true, false]);
    rating.readonly = true;
    await rating.updateComplete;
    expect(sentence(rating)).to.equal('4 out of 5');
  });
});
