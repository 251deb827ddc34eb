import { difference } from '../lab.mjs';
import { firedInstead } from './value.mjs';

/** Opens a rating, types, and compares the value. */
const typed = async (t, attributes, keys, wanted, surroundings) => {
  await t.open(attributes, surroundings);
  await t.type(...keys);
  const value = await t.value();
  return !Object.is(value, wanted) && `is ${value ?? 'not rated'}`;
};

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const keyboard = {
  'is one stop for the Tab key': async (t) => {
    await t.open({ value: 3 });
    await t.type('Tab');
    return (await t.page.evaluate(() => document.activeElement.id)) !== 'send' && 'is several';
  },
  'goes up with the right arrow and down with the left': (t) =>
    typed(t, { value: 2 }, ['ArrowRight', 'ArrowRight', 'ArrowLeft'], 3),
  'goes the other way from right to left': (t) =>
    typed(t, { value: 2 }, ['ArrowLeft', 'ArrowLeft', 'ArrowRight'], 3, { dir: 'rtl' }),
  'never jumps from the best to the worst': (t) => typed(t, { value: 5 }, ['ArrowRight', 'ArrowUp', 'End'], 5),
  'gives the best with End': (t) => typed(t, { value: 2 }, ['End'], 5),
  'gives four with the key 4': (t) => typed(t, {}, ['4'], 4),
  'ignores Shift with a digit': (t) => typed(t, { value: 2 }, ['Shift+!', 'Shift+Digit4'], 2),
  'leaves Alt with an arrow to the browser, which goes back with it': (t) =>
    typed(t, { value: 2 }, ['Alt+ArrowLeft'], 2),
  'is taken back by keyboard, where the page allows it': (t) =>
    typed(t, { value: 2, clearable: true }, [t.adapter.clearKey], null),
  'cannot be taken back where the page does not allow it': async (t) => {
    await t.open({ value: 1 });
    await t.click(1);
    await t.type('ArrowLeft', 'Home');
    const value = await t.value();
    return value === null && 'cannot be switched off';
  },
  'fires nothing for a key that changes nothing': async (t) => {
    await t.open({ value: 5 });
    await t.fired();
    await t.type('End', 'ArrowRight');
    return firedInstead(await t.fired('choice'));
  },
  'shows what is typed while the mouse lies on another star': async (t) => {
    await t.open();
    await t.page.mouse.move(...(await t.star(5)));
    await t.type('ArrowRight', 'ArrowRight');
    const under = await t.picture();
    await t.page.mouse.move(1200, 800);
    return difference(under, await t.picture()) > 0.08 && 'shows the mouse’s star';
  },
  'shows where the focus is': async (t) => {
    await t.open({ value: 2 });
    const before = await t.picture(8);
    await t.type();
    return difference(before, await t.picture(8)) < 0.002 && 'shows nothing';
  },
};
