import { expect, fixture, html } from '@open-wc/testing';
import { axTree, darken, emulateMedia, mouse, picture, pointOf, press, resize, swipe, tap, touch } from './browser.js';
import { isWebKit } from './engine.js';
import { next } from './shadow.js';
import { itWith } from './where-possible.js';

/** Writes down the events that reach an element, as `type:pointerType` or `type:key`. */
function record(target: EventTarget, ...types: string[]): string[] {
  const seen: string[] = [];
  for (const type of types)
    target.addEventListener(type, (event) => {
      const detail =
        event instanceof PointerEvent ? event.pointerType : event instanceof KeyboardEvent ? event.key : '';
      seen.push(`${type}:${detail}`);
    });
  return seen;
}

describe('browser helpers', () => {
  it('start in a window of 1280 by 900', () => {
    expect([innerWidth, innerHeight]).to.deep.equal([1280, 900]);
  });

  it('resize makes the page as large as asked', async () => {
    await resize(700, 500);
    expect([innerWidth, innerHeight]).to.deep.equal([700, 500]);
    await resize(1280);
    expect([innerWidth, innerHeight]).to.deep.equal([1280, 900]);
  });

  it('resize says so where no window is that narrow', async () => {
    const answer = await resize(320).then(() => innerWidth, String);
    await resize(1280);
    if (isWebKit) expect(answer).to.include('cannot be made 320 by 900');
    else expect(answer).to.equal(320);
  });

  it('press moves the focus with Tab and Shift+Tab', async () => {
    const root = await fixture(html`<div><button id="one">1</button><button id="two">2</button></div>`);
    root.querySelector<HTMLElement>('#one')!.focus();
    await press('Tab');
    expect(document.activeElement?.id).to.equal('two');
    await press('Shift+Tab');
    expect(document.activeElement?.id).to.equal('one');
  });

  it('press sends named keys, characters and Space as a person would', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="x" />`);
    const seen = record(input, 'keydown');
    input.focus();
    await press('4', 'Space', 'a', 'Home', 'ArrowRight', 'Delete', 'Escape', '+');
    expect(seen.map((entry) => entry.slice('keydown:'.length))).to.deep.equal([
      '4',
      ' ',
      'a',
      'Home',
      'ArrowRight',
      'Delete',
      'Escape',
      '+',
    ]);
    expect(input.value).to.equal('4+a');
  });

  it('mouse moves, presses, lifts and clicks where it is told', async () => {
    const button = await fixture<HTMLElement>(html`<button style="width: 200px; height: 60px">x</button>`);
    const seen = record(button, 'pointerenter', 'pointerdown', 'pointerup', 'click', 'pointerleave');
    await mouse.move(button);
    await mouse.down();
    await mouse.up();
    await mouse.move([1200, 800]);
    expect(seen.map((entry) => entry.split(':')[0])).to.deep.equal([
      'pointerenter',
      'pointerdown',
      'pointerup',
      'click',
      'pointerleave',
    ]);
    let at: number[] = [];
    button.addEventListener('click', (event) => (at = [event.clientX, event.clientY]));
    await mouse.click(button);
    expect(at).to.deep.equal(pointOf(button));
  });

  itWith('touch', 'tap is one touch that ends in one click', async () => {
    const button = await fixture<HTMLElement>(html`<button style="width: 200px; height: 60px">x</button>`);
    const seen = record(button, 'pointerdown', 'pointerup', 'pointercancel', 'click');
    const clicked = next(button, 'click');
    await tap(button);
    await clicked;
    expect(seen).to.deep.equal(['pointerdown:touch', 'pointerup:touch', 'click:touch']);
  });

  itWith('touch', 'swipe up scrolls the page and cancels the pointer; swipe across a pan-y box does not', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="height: 3000px"><div id="box" style="height: 300px; touch-action: pan-y">x</div></div>`,
    );
    const inner = box.querySelector('#box')!;
    const seen = record(inner, 'pointerdown', 'pointerup', 'pointercancel');
    await swipe(pointOf(inner, 0.2), pointOf(inner, 0.6));
    expect(seen).to.deep.equal(['pointerdown:touch', 'pointerup:touch']);
    expect(scrollY).to.equal(0);
    await swipe([300, 250], [300, 50]);
    expect(seen.slice(2)).to.deep.equal(['pointerdown:touch', 'pointercancel:touch']);
    expect(scrollY).to.be.greaterThan(0);
    scrollTo(0, 0);
  });

  itWith('touch', 'touch can be taken away by the system', async () => {
    const box = await fixture<HTMLElement>(html`<div style="height: 100px; touch-action: none">x</div>`);
    const seen = record(box, 'pointerdown', 'pointerup', 'pointercancel');
    await touch({ type: 'start', points: [box] }, { type: 'cancel' });
    expect(seen).to.deep.equal(['pointerdown:touch', 'pointercancel:touch']);
  });

  itWith('media', 'emulateMedia sets the reader’s preferences and takes them back', async () => {
    await emulateMedia({
      'prefers-color-scheme': 'dark',
      'prefers-reduced-motion': 'reduce',
      'forced-colors': 'active',
    });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await emulateMedia({});
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  itWith('picture', 'darken has the browser turn a page’s colours over, and back', async () => {
    const ground = async (): Promise<number> => (await picture(new DOMRect(0, 0, 1, 1))).data[0]!;
    expect(await ground()).to.equal(255);
    await darken(true);
    expect(await ground()).to.be.lessThan(30);
    await darken(false);
    expect(await ground()).to.equal(255);
  });

  itWith('picture', 'picture is what is painted in a box, pixel by pixel', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="width: 8px; height: 4px; background: linear-gradient(90deg, rgb(9, 8, 7) 50%, white 0)"></div>`,
    );
    const { width, height, data } = await picture(box.getBoundingClientRect());
    expect([width, height]).to.deep.equal([8, 4]);
    expect([...data.subarray(0, 4), ...data.subarray(28, 32)]).to.deep.equal([9, 8, 7, 255, 255, 255, 255, 255]);
  });

  itWith('accessibility tree', 'axTree is what assistive technology is told', async () => {
    const form = await fixture<HTMLElement>(html`
      <fieldset>
        <legend>Your rating</legend>
        <label><input type="radio" name="x" value="1" /> 1 star</label>
        <label><input type="radio" name="x" value="2" checked required /> 2 stars</label>
        <span aria-hidden="true">nobody hears this</span>
        <button aria-expanded="false" disabled>Read More</button>
      </fieldset>
    `);
    expect((await axTree(form)).split('\n')).to.deep.equal([
      'group "Your rating"',
      '  Legend',
      '    StaticText "Your rating"',
      '  radio "1 star" checked=false',
      '  radio "2 stars" checked',
      '  button "Read More" expanded=false disabled',
    ]);
  });
});
