import { difference } from '../lab.mjs';

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const value = {
  'shows the rating of its markup': async (t) => {
    await t.open({ value: 2 });
    const said = await t.saidValue();
    return said !== 2 && `says ${said}`;
  },
  'is 5 where the page says 9 of 5': async (t) => {
    await t.open({ value: 9 });
    const value = await t.value();
    return value !== 5 && `is ${value}`;
  },
  'draws 3.7 as 3.7, and not as 3.5 or 4': async (t) => {
    const exact = await t.drawn(3.7);
    for (const rounded of [3.5, 4]) if (difference(exact, await t.drawn(rounded)) < 0.005) return `draws ${rounded}`;
    return false;
  },
  'says 3.7 for 3.7': async (t) => {
    await t.open({ value: 3.7, readonly: true });
    const said = await t.saidValue();
    return said !== 3.7 && `says ${said}`;
  },
  'is 0.3 after three steps of 0.1': async (t) => {
    await t.open({ step: 0.1 });
    await t.type('ArrowRight', 'ArrowRight', 'ArrowRight');
    const value = await t.value();
    return value !== 0.3 && `is ${value}`;
  },
  'keeps the reader’s rating when the page moves it': async (t) => {
    await t.open();
    await t.click(4);
    await t.ask((rating) => document.querySelector('main').append(rating));
    const value = await t.value();
    return value !== 4 && `is ${value}`;
  },
  'tells the page nothing when it appears': async (t) => {
    await t.open({ value: 3 });
    return firedInstead(await t.fired());
  },
  'tells the page nothing when the page itself sets the value': async (t) => {
    await t.open();
    await t.fired();
    await t.ask((rating) => (rating.value = 3));
    return firedInstead(await t.fired());
  },
  'lets the page refuse a choice before it counts': async (t) => {
    await t.open({ name: null });
    await t.ask((rating, types) => {
      for (const type of types) rating.addEventListener(type, (event) => event.preventDefault());
    }, t.adapter.events.change);
    await t.click(4);
    const value = await t.value();
    return value !== null && 'has no event that can be cancelled';
  },
};

/** What was fired, in words; false for nothing. */
export const firedInstead = (seen) => seen.length > 0 && `fires ${[...new Set(seen.map((entry) => `\`${entry}\``))]}`;
