import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { RUBBISH, rubbishIn } from '../../helpers/rubbish.js';
import { byRole, choose, radios, record, slider, type StarRating } from './helpers.js';

const expectSense = (rating: StarRating): void => {
  expect(rubbishIn(rating, ['value', 'max', 'step', 'average', 'count', 'value-labels'])).to.deep.equal([]);
  expect(rating.value === null || Number.isFinite(rating.value), `value ${String(rating.value)}`).to.equal(true);
  for (const name of ['max', 'step'] as const) expect(rating[name]).to.be.within(0.001, 20);
};

describe('<star-rating> with rubbish in its attributes', () => {
  it('is a row of five with no ratings yet', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating average="abc" max="0" step="-1" value="9" count="many"></star-rating>`,
    );
    expectSense(rating);
    expect([rating.max, rating.step, rating.value]).to.deep.equal([5, 1, 5]);
    expect([rating.average, rating.count]).to.deep.equal([null, null]);
    expect(radios(rating)).to.have.length(5);
  });

  for (const [max, read] of [
    ['0', 5],
    ['-3', 5],
    ['21', 5],
    ['2.5', 5],
    ['1e9', 5],
    ['five', 5],
    ['', 5],
    ['Infinity', 5],
    ['20', 20],
    ['1', 1],
  ] as const)
    it(`reads max="${max}" as ${read}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating max=${max}></star-rating>`);
      expect(rating.max).to.equal(read);
      expectSense(rating);
    });

  for (const [step, read] of [
    ['-1', 1],
    ['0', 1],
    ['0.3', 1],
    ['7', 1],
    ['half', 1],
    ['', 1],
    ['Infinity', 1],
    ['1e-300', 1],
    ['0.1', 0.1],
    ['2.5', 2.5],
  ] as const)
    it(`reads step="${step}" as ${read}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating step=${step}></star-rating>`);
      expect(rating.step).to.equal(read);
      expectSense(rating);
    });

  for (const [name, value, read] of [
    ['value', 'four', null],
    ['value', '', null],
    ['value', '-2', 1],
    ['value', '1e999', 5],
    ['average', '-1', null],
    ['average', 'Infinity', null],
    ['average', '7', 5],
    ['count', '-1', null],
    ['count', 'NaN', null],
    ['average', '', null],
    ['count', ' ', null],
  ] as const)
    it(`reads ${name}="${value}" as ${String(read)}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating average="3" count="2"></star-rating>`);
      rating.setAttribute(name, value);
      await rating.updateComplete;
      expect(rating[name]).to.equal(read);
      expectSense(rating);
    });

  for (const labels of ['{', '"Poor"', '7', 'null', '[1, null, {}]', '{"0": "Poor"}', '[]'])
    it(`makes sense of value-labels=${labels}`, async () => {
      const rating = await fixture<StarRating>(html`<star-rating value-labels=${labels}></star-rating>`);
      expectSense(rating);
      expect(radios(rating)[4]!.ariaLabel).to.match(/^5 stars/);
    });
});

describe('<star-rating> with rubbish in a property', () => {
  const VALUES: [string, unknown][] = [
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
    ['an empty text', ''],
    ['null', null],
    ['undefined', undefined],
    ['an object', {}],
    ['a list', [{}]],
    ['a function', () => 3],
    ['a symbol', Symbol('x')],
    ['a large number', 1e308],
    ['-1', -1],
  ];
  const PROPERTIES = [
    ...['value', 'defaultValue', 'max', 'step', 'average', 'count', 'distribution', 'subject', 'name', 'required'],
    ...['disabled', 'readonly', 'clearable', 'locked', 'label', 'valueLabels', 'reveal', 'highlight'],
  ];

  for (const property of PROPERTIES)
    it(`never shows it, whatever ${property} is set to`, async () => {
      for (const [what, value] of VALUES)
        for (const [attributes, kind] of [
          [{}, 'vote'],
          [{ name: 'stars' }, 'form field'],
          [{ readonly: true }, 'display'],
          [{ max: 10 }, 'range'],
        ] as const) {
          const form = fixtureSync<HTMLFormElement>(html`<form><star-rating></star-rating></form>`);
          const rating = form.querySelector<StarRating>('star-rating')!;
          const base = { average: 3.7, count: 9, value: 2, label: 'Her' };
          Object.assign(rating, base, attributes, { [property]: value });
          await rating.updateComplete;
          expect(rubbishIn(form), `${property} = ${what}, ${kind}`).to.deep.equal([]);
          expect(JSON.stringify([...new FormData(form)])).not.to.match(RUBBISH);
          expectSense(rating);
          form.remove();
        }
    });

  it('takes numbers that are text, which is what frameworks set where a template has max="10"', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    Object.assign(rating, { max: '10', step: '0.5', average: '7.4', count: '12', defaultValue: '3.5' });
    expect([rating.max, rating.step, rating.average, rating.count]).to.deep.equal([10, 0.5, 7.4, 12]);
    expect([rating.value, rating.defaultValue]).to.deep.equal([3.5, 3.5]);
    Object.assign(rating, { value: '4' });
    expect(rating.value).to.equal(4);
    Object.assign(rating, { max: ' ', step: '', average: ' ', count: '', value: ' ' });
    expect([rating.max, rating.step, rating.average, rating.count, rating.value]).to.deep.equal([
      5,
      1,
      null,
      null,
      null,
    ]);
  });

  it('takes undefined, which frameworks pass for nothing, as if it had never been set', async () => {
    const plain = await fixture<StarRating>(html`<star-rating></star-rating>`);
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    Object.assign(rating, Object.fromEntries(PROPERTIES.map((name) => [name, undefined])));
    await rating.updateComplete;
    expect([rating.state, rating.value, rating.max]).to.deep.equal(['idle', null, 5]);
    expect(rating.outerHTML).to.equal(plain.outerHTML);
    expect(byRole(rating, 'radiogroup').ariaLabel).to.equal('Rating');
  });

  it('votes with a subject that is text, whatever it was set to', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    for (const subject of [undefined, null, NaN, {}]) {
      (rating as { subject: unknown }).subject = subject;
      const heard: unknown[] = [];
      rating.addEventListener('vote', (event) => {
        heard.push(event.detail.subject);
        event.preventDefault();
      });
      await choose(rating, 4);
      expect(heard[0]).to.be.a('string');
      expect(heard[0]).not.to.match(/object|undefined|null|NaN/);
    }
  });

  it('draws a distribution only when it is whole numbers, one for each star', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    for (const bad of [
      [1, 2],
      [1, 2, 3, 4, -1],
      [1, 2, 3, 4, 0.5],
      [1, 2, 3, 4, NaN],
      '12345',
      { length: 5 },
      [1, 2, 3, 4, '5'],
    ]) {
      (rating as { distribution: unknown }).distribution = bad;
      await rating.updateComplete;
      expect(rating.distribution).to.equal(null);
      expect(rating.shadowRoot!.querySelector('table')).to.equal(null);
    }
  });

  it('survives news and answers of the wrong shape', async () => {
    const rating = document.createElement('star-rating');
    const updates: ((news: never) => void)[] = [];
    rating.addEventListener('rating-connect', ({ detail }) => updates.push(detail.update));
    rating.subject = 'film';
    const page = await fixture(html`<div></div>`);
    page.append(rating);
    const seen = record(rating);
    for (const news of [
      {},
      { value: 'x' },
      { value: NaN },
      { value: {} },
      { count: Infinity, average: {}, kept: {} },
      { locked: 5 },
    ])
      updates[0]!(news as never);
    await rating.updateComplete;
    expectSense(rating);
    expect([rating.state, seen]).to.deep.equal(['idle', []]);
  });

  it('says a number of a range in words only, when it makes sense', async () => {
    const rating = await fixture<StarRating>(html`<star-rating max="20" step="0.001"></star-rating>`);
    rating.value = 1 / 3;
    await rating.updateComplete;
    expect(slider(rating).getAttribute('aria-valuetext')).to.equal('0.33 stars');
  });
});
