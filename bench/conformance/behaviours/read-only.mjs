import { firedInstead } from './value.mjs';

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const readOnly = {
  'read-only: fires nothing for a click': async (t) => {
    await t.open({ value: 3, readonly: true });
    await t.page.mouse.move(...(await t.star(5)));
    await t.fired();
    await t.click(5);
    return firedInstead(await t.fired('choice'));
  },
  'read-only: fires nothing for a mouse that passes': async (t) => {
    await t.open({ value: 3, readonly: true });
    await t.fired();
    await t.page.mouse.move(...(await t.star(5)));
    return firedInstead(await t.fired());
  },
  'read-only: lets a finger on it scroll the page': async (t) => {
    await t.open({ value: 3, readonly: true }, { style: 'block-size: 4000px; padding-block-start: 300px' });
    const [x, y] = await t.star(3);
    await t.swipe([x, y], [x, y - 200]);
    return !(await t.scrolled()) && 'the page stays';
  },
  'read-only: is no control for assistive technology, but a picture with words': async (t) => {
    await t.open({ value: 3, readonly: true });
    const control = (await t.spoken()).find((line) => /^\s*(slider|radio|spinbutton)/.test(line));
    return control !== undefined && `a ${control.trim().split(' ')[0]}`;
  },
  'disabled: cannot be rated': async (t) => {
    await t.open({ disabled: true });
    await t.click(4);
    const value = await t.value();
    return value !== null && `is ${value}`;
  },
};
