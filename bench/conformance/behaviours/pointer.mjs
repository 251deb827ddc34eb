import { difference } from '../lab.mjs';
import { firedInstead } from './value.mjs';

const wrong = async (t, wanted) => {
  const value = await t.value();
  return value !== wanted && `is ${value ?? 'not rated'}`;
};

/** A page that is long enough to scroll. */
const LONG = { style: 'block-size: 4000px; padding-block-start: 300px' };

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const pointer = {
  'is rated by a click, which is one change': async (t) => {
    await t.open();
    await t.click(4);
    const changes = (await t.fired('choice')).filter((entry) => entry.includes('change'));
    return (await wrong(t, 4)) || (changes.length !== 1 && `${changes.length} changes`);
  },
  'counts a double click as one choice, which stays': async (t) => {
    await t.open();
    await t.click(4, { count: 2 });
    const changes = (await t.fired('choice')).filter((entry) => entry.includes('change'));
    return (await wrong(t, 4)) || (changes.length !== 1 && `${changes.length} changes`);
  },
  'is not rated by the press, only by the release': async (t) => {
    await t.open();
    await t.page.mouse.move(...(await t.star(4)));
    await t.page.mouse.down();
    const seen = await t.fired('choice');
    await t.page.mouse.up();
    return firedInstead(seen);
  },
  'is not rated when the button is let go elsewhere': async (t) => {
    await t.open();
    const [x, y] = await t.star(3);
    await t.page.mouse.move(x, y);
    await t.page.mouse.down();
    await t.page.mouse.move(x + 500, y + 200, { steps: 5 });
    await t.page.mouse.up();
    await t.settle();
    return wrong(t, null);
  },
  'is not rated by the right button': async (t) => {
    await t.open();
    await t.click(4, { button: 'right' });
    return wrong(t, null);
  },
  'has the focus after a click': async (t) => {
    await t.open();
    await t.click(4);
    return !(await t.hasFocus()) && 'the focus is nowhere';
  },
  'shows what the mouse is over': async (t) => {
    await t.open();
    const before = await t.picture();
    await t.page.mouse.move(...(await t.star(4)));
    return difference(before, await t.picture()) < 0.02 && 'shows nothing';
  },
  'is a mirror image from right to left': async (t) => {
    await t.open({}, { dir: 'rtl' });
    await t.click(2, { rtl: true });
    return wrong(t, 2);
  },
  'is rated by a tap': async (t) => {
    await t.open();
    await t.swipe(await t.star(4), await t.star(4));
    return wrong(t, 4);
  },
  'is rated by a finger drawn along the stars': async (t) => {
    await t.open();
    await t.swipe(await t.star(1), await t.star(4));
    return wrong(t, 4);
  },
  'lets a finger drawn down over the stars scroll the page': async (t) => {
    await t.open({}, LONG);
    const [x, y] = await t.star(4);
    await t.swipe([x, y], [x, y - 200]);
    return !(await t.scrolled()) && 'the page stays';
  },
  'is not rated by a finger drawn down over the stars': async (t) => {
    await t.open({}, LONG);
    const [x, y] = await t.star(4);
    await t.swipe([x, y], [x, y - 200]);
    return wrong(t, null);
  },
};
