// Runs in the page, beside one adapter. What it does, it does in a task of its own, so that DevTools counts it as the page's work.
import { mount } from '@adapter';

const root = document.getElementById('root');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
let mounted;

const inTask = (act) =>
  new Promise((resolve, reject) =>
    setTimeout(async () => {
      try {
        act();
        await frame();
        await frame();
        resolve({});
      } catch (error) {
        reject(error);
      }
    }),
  );

// from an input's own time to the first task after the frame that shows what came of it
const log = { click: [], key: [], changes: 0 };
const { port1, port2 } = new MessageChannel();
let painted = [];
port1.onmessage = () => {
  const now = performance.now();
  for (const tell of painted.splice(0)) tell(now);
};
const afterPaint = (tell) =>
  requestAnimationFrame(() => {
    painted.push(tell);
    port2.postMessage(null);
  });
addEventListener('pointerup', (event) => afterPaint((now) => log.click.push(now - event.timeStamp)), true);
addEventListener('keydown', (event) => afterPaint((now) => log.key.push(now - event.timeStamp)), true);

globalThis.bench = {
  create: (n, options = {}) =>
    inTask(() => {
      mounted = mount(root, n, { value: 3.7, interactive: false, onChange: () => log.changes++, ...options });
    }),
  update: (value) => inTask(() => mounted.update(value)),
  destroy: () =>
    inTask(() => {
      mounted.destroy();
      mounted = undefined;
      root.textContent = '';
    }),
  async idle() {
    await frame();
    await frame();
  },
  target(i) {
    const widget = mounted.widget(i);
    widget.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = (mounted.hit?.(i) ?? widget).getBoundingClientRect();
    return { x, y, w: width, h: height };
  },
  log: () => log,
  resetLog: () => Object.assign(log, { click: [], key: [], changes: 0 }),
};
