// A page with one rating in it, and a reader: real keys, mouse and fingers, pictures, and what assistive technology is told.
import { compactAxTree } from '../../tools/ax-tree.mjs';

/** Runs in every page before the control does: writes down each event that reaches the document. */
const RECORDER = (types) => {
  globalThis.seen = [];
  for (const type of types)
    document.addEventListener(type, ({ target }) => {
      if (target.id === 'rating') globalThis.seen.push(`${type} ${target.value || 'none'}`);
    });
};

export class Stage {
  /** @type {Map<string, string>} */
  #pages = new Map();
  #url;
  #client;

  /**
   * @param {import('./adapters.mjs').Adapter} adapter
   * @param {import('puppeteer-core').Page} page
   * @param {import('./lab.mjs').Lab} lab
   */
  constructor(adapter, page, lab) {
    this.adapter = adapter;
    this.page = page;
    this.lab = lab;
  }

  /** @returns {string | undefined} the page at a path */
  pageAt = (path) => this.#pages.get(path);

  /** @param {string} url where this stage's pages are */
  async start(url) {
    this.#url = url;
    this.#client = await this.page.createCDPSession();
    await this.#client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  }

  /** The control's markup: attributes by our names, null for none. */
  markup(attributes = {}) {
    const { tag, attributes: names } = this.adapter;
    const written = Object.entries({ id: 'rating', name: 'stars', label: 'Rate Her', ...attributes })
      .filter(([, value]) => value !== null && value !== false)
      .map(([name, value]) => `${names[name] ?? name}="${value === true ? '' : value}"`);
    return `<${tag} ${written.join(' ')}></${tag}>`;
  }

  /** Opens a page with a rating between two buttons; its surroundings can be others. */
  async open(attributes = {}, { dir = 'ltr', style = '', around = (rating) => rating } = {}) {
    const path = `/page-${this.#pages.size + 1}`;
    const types = [...this.adapter.events.change, this.adapter.events.hover];
    this.#pages.set(
      path,
      `<!doctype html><html lang="en" dir="${dir}"><title>one rating</title>
      <link rel="stylesheet" href="/control.css">
      <style>body { background: #fff; margin: 0; ${style} } form { padding: 40px }</style>
      <script>(${RECORDER})(${JSON.stringify(types)})</script><script src="/control.js"></script>
      <main><h1>Her</h1><button id="before">before</button>
      <form>${around(this.markup(attributes))} <button id="send">Send</button></form>
      <button id="after">after</button></main></html>`,
    );
    await this.page.mouse.move(1200, 800);
    await this.page.goto(this.#url + path);
    await this.settle();
  }

  /** Lets the control render and fire what it fires after that. */
  settle() {
    return this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await document.querySelector('#rating')?.updateComplete;
      for (let i = 0; i < 3; i++) await frame();
    });
  }

  async ask(run, ...parameters) {
    const answer = await this.page.$eval('#rating', run, ...parameters);
    await this.settle();
    return answer;
  }

  /** The rating as a program reads it; null when there is none. */
  value = () => this.ask((rating) => (rating.value === 0 ? null : rating.value));

  /** What was fired since the page was opened, or since it was last asked. */
  async fired(kind = 'all') {
    await this.settle();
    const seen = await this.page.evaluate(() => globalThis.seen.splice(0));
    const isHover = (entry) => entry.startsWith(this.adapter.events.hover);
    return kind === 'all' ? seen : seen.filter((entry) => isHover(entry) === (kind === 'hover'));
  }

  /** The box of the row of stars. */
  row() {
    return this.ask((rating, part) => {
      const row = part ? rating.shadowRoot.querySelector(`[part~="${part}"]`) : rating;
      const { left, top, width, height } = row.getBoundingClientRect();
      return { x: left, y: top, width, height };
    }, this.adapter.row);
  }

  /** The middle of one star, counted from the reading start. */
  async star(n, rtl = false) {
    const { x, y, width, height } = await this.row();
    const along = (n - 0.5) / 5;
    return [x + width * (rtl ? 1 - along : along), y + height / 2];
  }

  async click(n, options = {}) {
    await this.page.mouse.click(...(await this.star(n, options.rtl)), options);
    await this.settle();
  }

  /** Presses keys, one combination after the other, on whatever the Tab key reaches first behind the button before. */
  async type(...combos) {
    await this.page.focus('#before');
    await this.press('Tab', ...combos);
  }

  async press(...combos) {
    for (const combo of combos) {
      const [key, ...modifiers] = combo.split('+').reverse();
      for (const modifier of modifiers) await this.page.keyboard.down(modifier);
      await this.page.keyboard.press(key);
      for (const modifier of modifiers) await this.page.keyboard.up(modifier);
      await this.settle();
    }
  }

  /** A finger put down at the first place, moved to the last in twelve steps, lifted. */
  async swipe([x0, y0], [x1, y1]) {
    const send = (type, ...touchPoints) => this.#client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', { x: x0, y: y0 });
    for (let i = 1; i <= 12 && (x0 !== x1 || y0 !== y1); i++) {
      await send('touchMove', { x: x0 + ((x1 - x0) * i) / 12, y: y0 + ((y1 - y0) * i) / 12 });
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    await send('touchEnd');
    await this.settle();
    await this.settle();
  }

  scrolled = () => this.page.evaluate(() => scrollY);

  hasFocus = () => this.page.evaluate(() => document.activeElement?.id === 'rating');

  /** What a form would send for the rating. */
  sent = () => this.page.$eval('form', (form) => new FormData(form).get('stars'));

  /** What assistive technology is told, one node per line. */
  async spoken() {
    await this.settle();
    const { result } = await this.#client.send('Runtime.evaluate', { expression: 'document.querySelector("#rating")' });
    const { node } = await this.#client.send('DOM.describeNode', { objectId: result.objectId });
    await this.#client.send('Accessibility.enable');
    const { nodes } = await this.#client.send('Accessibility.getFullAXTree');
    await this.#client.send('Accessibility.disable');
    return compactAxTree(nodes, node.backendNodeId).split('\n');
  }

  /** The rating as assistive technology says it; null when nothing is chosen. */
  async saidValue() {
    for (const line of await this.spoken()) {
      const [, value] =
        /radio "([\d.]+) .* checked(?!=)/.exec(line) ??
        /slider .*?\bvalue=([\d.]+)/.exec(line) ??
        /^\s*image .*?([\d.]+) out of/.exec(line) ??
        [];
      if (value) return Number(Number(value).toFixed(6)) || null; // the protocol has a number of 32 bits
    }
    return null;
  }

  /** The accessible name of the control. */
  async spokenName() {
    const line = (await this.spoken()).find((line) => /^\s*(radiogroup|slider|image)/.test(line)) ?? '';
    return /"([^"]*)"/.exec(line)?.[1] ?? '';
  }

  /** A picture of the row of stars, with so many pixels around it. */
  async picture(margin = 0) {
    await this.settle();
    const { x, y, width, height } = await this.row();
    const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
    return this.lab.read(await this.page.screenshot({ clip, encoding: 'base64' }));
  }

  /** A picture of a large read-only rating of this value. */
  async drawn(value) {
    await this.open({ value, readonly: true, style: this.adapter.size(100) });
    return this.picture();
  }

  emulate(features) {
    return this.#client.send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  }

  /** Whether the machine has a touch screen. */
  emulateTouch(enabled) {
    return this.#client.send('Emulation.setTouchEmulationEnabled', { enabled });
  }
}
