import { expect } from '@open-wc/testing';
import { message, radio } from '../elements/star-rating/helpers.js';
import { isWebKit } from '../helpers/browser.js';
import { restoreGlobals } from './browser-storage.js';
import { SimBrowser, type SimTab } from './sim-browser.js';

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const key = (tab: SimTab, name: string): void => {
  radio(tab.rating, 1).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
};

/** What a reader does to one tab. */
const ACTS: Record<string, (tab: SimTab, value: number) => Promise<void> | void> = {
  'a click': (tab, value) => radio(tab.rating, value).click(),
  'a double click': (tab, value) => {
    radio(tab.rating, value).click();
    radio(tab.rating, value).click();
  },
  'Enter and a click': async (tab, value) => {
    key(tab, `${value}`);
    await tab.rating.updateComplete;
    key(tab, 'Enter');
    radio(tab.rating, value).click();
  },
  'a retraction': (tab) => tab.rating.clear(),
  'a reload': (tab) => void tab.reload(),
};

interface Run {
  /** What was done, for whoever reads a failure. */
  readonly did: string[];
  readonly shown: string[];
  readonly values: (number | null)[];
  readonly host: number | null;
  readonly count: number;
  readonly kept: number;
}

async function run(seed: number, locks: boolean): Promise<Run> {
  const random = randomFrom(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  let isFaulty = true;
  const browser = await SimBrowser.start({
    latency: () => 1 + pick(400),
    lose: () => (isFaulty && random() < 0.3 ? (random() < 0.5 ? 'request' : 'reply') : undefined),
    locks,
  });
  const { clock, host, tabs, storage } = browser;
  const did: string[] = [];
  try {
    browser.open();
    browser.open();
    await clock.pass(pick(1000));
    for (let acts = 3 + pick(8); acts; acts--) {
      const [name, act] = Object.entries(ACTS)[pick(5)]!;
      const [tab, value] = [pick(2), 1 + pick(5)];
      did.push(`${name} (${value}) in ${tab}`);
      await act(tabs[tab]!, value);
      if (random() < 0.1) await browser.goOnline(!browser.online);
      await clock.pass(random() < 0.3 ? 0 : pick(2000));
    }
    await browser.goOnline(true);
    await clock.pass(60_000);
    // and from here on nothing is lost
    isFaulty = false;
    await browser.goOnline(true);
    await clock.pass(60_000);
    return {
      did,
      shown: tabs.map(({ rating }) => message(rating)),
      values: tabs.map(({ rating }) => rating.value),
      host: host.votes.get('a') ?? null,
      count: host.crowd('a').count,
      kept: [...storage.keys()].filter((key) => key.includes(':queue:1:') && key.includes(':vote:')).length,
    };
  } finally {
    browser.close();
  }
}

/** A run takes WebKit several times as long. */
const RUNS = isWebKit ? 200 : 1000;
const AT_ONCE = 100;

describe(`httpVotes over ${RUNS} seeded runs of two tabs and a network that loses`, () => {
  afterEach(restoreGlobals);

  for (let from = 1; from <= RUNS; from += AT_ONCE)
    it(`counts one vote and shows the host’s in both tabs: seeds ${from} to ${from + AT_ONCE - 1}`, async function () {
      this.timeout(120_000);
      for (let seed = from; seed < from + AT_ONCE; seed++) {
        const { did, shown, values, host, count, kept } = await run(seed, seed % 4 !== 0);
        const what = `seed ${seed}: ${did.join(', ')}; ${shown.join(' | ')}`;
        expect(values, what).to.deep.equal([host, host]);
        expect(count, what).to.equal(host === null ? 2 : 3);
        expect(kept, what).to.equal(0);
        restoreGlobals();
      }
    });
});
