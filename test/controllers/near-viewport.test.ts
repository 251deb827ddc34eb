import { expect, fixture, html } from '@open-wc/testing';
import { whenNear, whenNearOrPrinted } from '../../src/controllers/near-viewport.js';
import { next } from '../helpers/shadow.js';

/** A box so far below the window, in windows. */
async function boxAt(windows: number): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div style="position: relative; block-size: 6000px"><p>x</p></div>`);
  const box = page.querySelector('p')!;
  box.style.cssText = `position: absolute; margin: 0; top: ${windows * innerHeight}px`;
  return box;
}

/** The browser has told all observers what it sees now. */
const looked = async (target: Element): Promise<void> => {
  for (let i = 0; i < 2; i++)
    await new Promise<void>((resolve) => {
      new IntersectionObserver((_entries, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => resolve());
      }).observe(target);
    });
};

describe('near the viewport', () => {
  afterEach(() => scrollTo(0, 0));

  for (const windows of [0.5, 1.5])
    it(`is what is ${windows} windows below the top`, async () => {
      const box = await boxAt(windows);
      let calls = 0;
      whenNear(box, () => calls++);
      await looked(box);
      expect(calls).to.equal(1);
    });

  it('is not what is far, until the reader scrolls there, and then once', async () => {
    const box = await boxAt(4);
    let calls = 0;
    whenNear(box, () => calls++);
    await looked(box);
    expect(calls).to.equal(0);
    const scrolled = next(document, 'scroll');
    box.scrollIntoView();
    await scrolled;
    await looked(box);
    scrollTo(0, 0);
    await looked(box);
    expect(calls).to.equal(1);
  });

  it('is not told to who no longer waits', async () => {
    const box = await boxAt(0.2);
    let calls = 0;
    whenNear(box, () => calls++)();
    await looked(box);
    expect(calls).to.equal(0);
  });

  it('is told to who waits anew, also when one stops who was told before', async () => {
    const box = await boxAt(0.2);
    const stop = whenNear(box, () => {});
    await looked(box);
    let calls = 0;
    whenNear(box, () => calls++);
    stop();
    await looked(box);
    expect(calls).to.equal(1);
  });

  it('or on paper is told once, and not to who no longer waits', async () => {
    const [near, far] = [await boxAt(0.2), await boxAt(4)];
    let calls = 0;
    for (const box of [near, far]) whenNearOrPrinted(box, () => calls++);
    whenNearOrPrinted(far, () => calls++)();
    await looked(near);
    expect(calls).to.equal(1);
    for (let i = 0; i < 2; i++) dispatchEvent(new Event('beforeprint'));
    expect(calls).to.equal(2);
  });

  /** The module anew, for a page with another observer or none. */
  async function moduleWith(observer: object): Promise<typeof import('../../src/controllers/near-viewport.js')> {
    const { IntersectionObserver: real } = globalThis;
    Object.assign(globalThis, { IntersectionObserver: undefined }, observer);
    try {
      const own = `../../src/controllers/near-viewport.ts?own=${Object.keys(observer).length}`;
      return (await import(own)) as typeof import('../../src/controllers/near-viewport.js');
    } finally {
      globalThis.IntersectionObserver = real;
    }
  }

  it('is everything where the browser cannot tell', async () => {
    const { whenNear } = await moduleWith({});
    let calls = 0;
    whenNear(await boxAt(4), () => calls++)();
    expect(calls).to.equal(1);
  });

  it('is not called any more once it stopped, whatever the observer still has to tell', async () => {
    let tell: (entries: object[]) => void = () => {};
    class Observer {
      observe = (): void => {};
      unobserve = (): void => {};
      constructor(callback: (entries: object[], observer: Observer) => void) {
        tell = (entries) => callback(entries, this);
      }
    }
    const { whenNear } = await moduleWith({ IntersectionObserver: Observer });
    const called: string[] = [];
    const [stays, leaves] = [document.createElement('p'), document.createElement('p')];
    whenNear(stays, () => called.push('stays'));
    whenNear(leaves, () => called.push('leaves'))();
    tell([stays, leaves].map((target) => ({ target, isIntersecting: true })));
    expect(called).to.deep.equal(['stays']);
  });
});
