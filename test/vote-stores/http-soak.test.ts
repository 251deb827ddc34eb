import { expect } from '@open-wc/testing';
import { message, radio } from '../elements/star-rating/helpers.js';
import type { StarRating } from '../../src/elements/star-rating/star-rating.js';
import { runsHere } from '../helpers/engine.js';
import { randomFrom } from '../helpers/random.js';
import type { FakeHost } from './fake-host.js';
import { SimBrowser, type SimTab } from './sim-browser.js';

const key = (rating: StarRating, name: string): void => {
  radio(rating, 1).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
};

/** What a reader does to one rating, or its tab. */
const ACTS: Record<string, (rating: StarRating, value: number, tab: SimTab) => Promise<void> | void> = {
  'a click': (rating, value) => radio(rating, value).click(),
  'a double click': (rating, value) => {
    radio(rating, value).click();
    radio(rating, value).click();
  },
  'Enter and a click': async (rating, value) => {
    key(rating, `${value}`);
    await rating.updateComplete;
    key(rating, 'Enter');
    radio(rating, value).click();
  },
  'a retraction': (rating) => rating.clear(),
  'a reload': (_, __, tab) => void tab.reload(),
};

interface Run {
  /** What was done, for whoever reads a failure. */
  readonly did: string[];
  readonly shown: string[];
  /** Of each film, what the host has, and then what the tabs show. */
  readonly values: (number | null)[][];
  readonly counts: number[];
  readonly kept: number;
}

async function run(seed: number, locks: boolean, prepare: (host: FakeHost) => void = () => {}): Promise<Run> {
  const random = randomFrom(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  let isFaulty = true;
  const browser = await SimBrowser.start({
    latency: () => 1 + pick(400),
    lose: () => (isFaulty && random() < 0.3 ? (random() < 0.5 ? 'request' : 'reply') : undefined),
    refuse: () => (isFaulty && random() < 0.1 ? [401, 410, 429, 503][pick(4)] : undefined),
    random,
    locks,
  });
  const { clock, host, tabs, storage } = browser;
  prepare(host);
  const did: string[] = [];
  try {
    browser.open();
    browser.open();
    await clock.pass(pick(1000));
    for (let acts = 3 + pick(8); acts; acts--) {
      const [name, act] = Object.entries(ACTS)[pick(5)]!;
      const [tab, value] = [pick(2), 1 + pick(5)];
      const film = random() < 0.3 ? 'other' : 'rating';
      did.push(`${name} (${value}) in ${tab}, ${film}`);
      await act(tabs[tab]![film], value, tabs[tab]!);
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
      shown: tabs.flatMap(({ rating, other }) => [message(rating), message(other)]),
      values: [
        [host.votes.get('a') ?? null, ...tabs.map(({ rating }) => rating.value)],
        [host.votes.get('b') ?? null, ...tabs.map(({ other }) => other.value)],
      ],
      counts: ['a', 'b'].map((subject) => host.crowd(subject).count),
      kept: [...storage.keys()].filter((key) => key.includes(':queue:1:') && key.includes(':vote:')).length,
    };
  } finally {
    browser.close();
  }
}

/** Of each film: two votes of others, and the reader's where the host has one. */
const countedOnce = (values: Run['values']): number[] => values.map(([host]) => (host === null ? 2 : 3));

const RUNS = runsHere(1000);
const AT_ONCE = 100;

describe(`httpVotes over ${RUNS} seeded runs of two tabs, a network that loses and a host that refuses`, () => {
  for (let from = 1; from <= RUNS; from += AT_ONCE)
    it(`counts one vote and shows the host’s in both tabs: seeds ${from} to ${from + AT_ONCE - 1}`, async function () {
      this.timeout(120_000);
      for (let seed = from; seed < from + AT_ONCE; seed++) {
        const { did, shown, values, counts, kept } = await run(seed, seed % 4 !== 0);
        const what = `seed ${seed}: ${did.join(', ')}; ${shown.join(' | ')}`;
        expect(values, what).to.deep.equal(values.map(([host]) => [host, host, host]));
        expect(counts, what).to.deep.equal(countedOnce(values));
        expect(kept, what).to.equal(0);
      }
    });

  it('would see a host that counts an act again when it is sent again (negative control)', async () => {
    const takeAgain = (host: FakeHost): void => {
      const write = host.write.bind(host);
      host.write = (act) => write(host.hasTaken(act) ? { ...act, voter: `${act.voter}, again` } : act);
    };
    let seen = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { values, counts } = await run(seed, true, takeAgain);
      if (counts.join() !== countedOnce(values).join()) seen++;
    }
    expect(seen).to.be.above(0);
  });
});
