// What is measured of one adapter, each time in a renderer of its own. `tab.cost` counts the main thread's milliseconds.
import { Tab } from './browser.mjs';

async function openBench(browser, url, { id }) {
  const tab = await Tab.open(browser);
  await tab.page.goto(`${url}/page/${id}/`, { waitUntil: 'load' });
  await tab.page.waitForFunction('globalThis.bench');
  return tab;
}

/** Runs a measurement in a tab, and writes down what went wrong in the page. */
const inBench = (measure) =>
  async function (browser, url, adapter, ...rest) {
    const tab = await openBench(browser, url, adapter);
    try {
      return await measure(tab, adapter, ...rest);
    } finally {
      adapter.errors?.push(...tab.errors);
      await tab.close();
    }
  };

/** The production bundle alone, nothing cached, no widget made. */
export async function cold(browser, url, { id }) {
  const tab = await Tab.open(browser);
  await tab.page.goto('about:blank');
  const spent = await tab.cost(() => tab.page.goto(`${url}/size/${id}/`, { waitUntil: 'load' }).then(() => ({})));
  await tab.close();
  return spent;
}

/** Create, update and remove; repeated where there are many, because noise only ever adds. */
export const render = inBench(async (tab, _adapter, counts, { repeat = 3, interactive = false } = {}) => {
  const spent = {};
  for (const n of counts) {
    const of = (spent[n] = { create: [], update: [], remove: [] });
    for (let i = 0; i < (n >= 1000 ? repeat : 1); i++) {
      if (n > 1) await tab.collectGarbage();
      of.create.push((await tab.cost(() => tab.bench(`create(${n}, { interactive: ${interactive} })`))).cpu);
      await tab.bench('update(1.5)'); // warms the way of an update
      of.update.push((await tab.cost(() => tab.bench('update(4.2)'))).cpu);
      of.remove.push((await tab.cost(() => tab.bench('destroy()'))).cpu);
    }
  }
  return spent;
});

/** What one widget holds on to, as a mean of many; the row around it, one node, is taken off. */
export const memory = inBench(async (tab, _adapter, n = 1000, interactive = false) => {
  await tab.bench('create(50)');
  await tab.settle();
  await tab.bench('destroy()');
  await tab.settle();
  const before = await tab.heap();
  await tab.bench(`create(${n}, { interactive: ${interactive} })`);
  await tab.settle();
  const after = await tab.heap();
  const each = (name) => (after[name] - before[name]) / n;
  return { js: each('js'), dom: each('dom'), nodes: each('nodes') - 1, listeners: each('listeners') };
});

/** Growth for each widget that was created and destroyed; the first two cycles fill caches. */
export const leak = inBench(async (tab, _adapter, n = 1000, cycles = 6) => {
  const heaps = [];
  for (let i = 0; i < cycles; i++) {
    await tab.bench(`create(${n})`);
    await tab.settle();
    await tab.bench('destroy()');
    await tab.settle();
    heaps.push(await tab.heap());
  }
  const [, from] = heaps;
  const to = heaps.at(-1);
  const each = (name) => (to[name] - from[name]) / (n * (cycles - 2));
  return { js: each('js'), dom: each('dom'), nodes: each('nodes'), listeners: each('listeners') };
});

const CLICKS = [1, 5, 2, 4, 3, 5, 1, 4, 2, 3];

/** Real clicks and keys on one of many: from the event's own time to the first task after its frame. */
export const input = inBench(async (tab, _adapter, n = 1000) => {
  await tab.bench(`create(${n}, { interactive: true })`);
  await tab.settle();
  const box = await tab.bench(`target(${n / 2})`);
  await tab.settle();
  const mouse = (type, x, buttons = 0) =>
    tab.client.send('Input.dispatchMouseEvent', {
      type,
      x,
      y: box.y + box.h / 2,
      button: type === 'mouseMoved' ? 'none' : 'left',
      buttons,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  const click = async (star) => {
    const x = box.x + (box.w * (star - 0.3)) / 5;
    await mouse('mouseMoved', x);
    await tab.bench('idle()');
    await mouse('mousePressed', x, 1);
    await mouse('mouseReleased', x);
    await tab.bench('idle()');
  };
  const press = async (key) => {
    const event = { key, code: key, windowsVirtualKeyCode: key === 'ArrowRight' ? 39 : 37 };
    await tab.client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await tab.client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    await tab.bench('idle()');
  };
  for (const star of [2, 4]) await click(star); // warms the way
  await tab.settle();
  await tab.bench('resetLog()');
  for (const star of CLICKS) await click(star);
  for (let i = 0; i < 10; i++) await press(i % 4 < 2 ? 'ArrowRight' : 'ArrowLeft');
  const { click: clicks, key: keys, changes } = await tab.bench('log()');
  return { clicks, keys, changes };
});
