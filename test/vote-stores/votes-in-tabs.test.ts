import { expect } from '@open-wc/testing';
import { forgetVotes, localVotes } from '../../src/vote-stores/local-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { next } from '../helpers/shadow.js';
import { fillStorage, keptInDatabase, ownStorage, replaceGlobal, restoreGlobals } from './browser-storage.js';
import { voteDetail } from './fake-rating.js';
import { openTab, type Tab } from './second-tab.js';

const signal = new AbortController().signal;
let namespaces = 0;

/** A store with ears: what it said, and a promise of what it says next. */
class Page {
  readonly store: ReturnType<typeof localVotes>;
  readonly news: VoteResult[] = [];
  #waiting: ((result: VoteResult) => void)[] = [];
  readonly leave: () => void;

  constructor(store: ReturnType<typeof localVotes>) {
    this.store = store;
    this.leave = store.subscribe((_, result) => {
      this.news.push(result);
      for (const resolve of this.#waiting.splice(0)) resolve(result);
    });
  }

  heard = (): Promise<VoteResult> => new Promise((resolve) => this.#waiting.push(resolve));
  load = async (): Promise<VoteResult | undefined> => (await this.store.load(['a'], { signal })).a;
  vote = (value: number | null): Promise<VoteResult | undefined> => this.store.save(voteDetail('a', value));
}

describe('localVotes in two tabs', () => {
  ownStorage();

  let tab: Tab;
  let namespace: string;
  let here: Page;
  let there: Page;

  beforeEach(async () => {
    tab = await openTab();
    namespace = `tabs-${++namespaces}`;
    here = new Page(localVotes({ namespace }));
    there = new Page(tab.localVotes({ namespace }));
    await Promise.all([here.load(), there.load()]);
  });

  afterEach(() => {
    here.leave();
    there.leave();
    tab.close();
  });

  it('shows in one what was voted in the other, and in the other nothing twice', async () => {
    const news = there.heard();
    await here.vote(4);
    expect(await news).to.deep.equal({ value: 4, kept: 'browser' });
    const back = here.heard();
    await there.vote(2);
    expect(await back).to.deep.equal({ value: 2, kept: 'browser' });
    expect([here.news.length, there.news.length]).to.deep.equal([1, 1]);
  });

  it('shows in one that the rating was taken back in the other', async () => {
    let news = there.heard();
    await here.vote(4);
    await news;
    news = there.heard();
    await here.vote(null);
    expect(await news).to.deep.equal({ value: null });
  });

  it('shows in one that everything was forgotten in the other', async () => {
    let news = there.heard();
    await here.vote(4);
    await news;
    news = here.heard();
    await tab.forgetVotes();
    expect(await news).to.deep.equal({ value: null });
    expect(await here.load()).to.deep.equal({ value: null });
  });

  it('forgets elsewhere what could only be remembered there', async () => {
    replaceGlobal('indexedDB', { value: undefined });
    replaceGlobal('localStorage', { value: undefined });
    await here.vote(4);
    restoreGlobals();
    expect(await here.load()).to.deep.equal({ value: 4, kept: 'memory' });
    const news = here.heard();
    await tab.forgetVotes();
    expect(await news).to.deep.equal({ value: null });
  });

  it('ends with one vote, the same in both, when both vote at once', async function () {
    this.timeout(20_000);
    for (let round = 0; round < 20; round++) {
      const both = Promise.all([here.heard(), there.heard()]);
      await Promise.all([here.vote(1 + (round % 2)), there.vote(4 + (round % 2))]);
      await both;
      const kept = Object.values(await keptInDatabase()) as { value: number }[];
      expect(kept).to.have.length(1);
      const shown = [here.news.at(-1)!.value, there.news.at(-1)!.value];
      expect(shown, `round ${round}`).to.deep.equal([kept[0]!.value, kept[0]!.value]);
    }
  });

  it('does not drop what one tab keeps when the other could keep nothing', async () => {
    await here.vote(4);
    const stranger = new tab.window.BroadcastChannel('film-widgets:votes');
    const message = new Promise((resolve) => (stranger.onmessage = ({ data }) => resolve(data)));
    fillStorage();
    expect(await here.vote(5)).to.have.property('kept', 'memory');
    restoreGlobals();
    await here.store.save(voteDetail('next', 3));
    expect(await message, 'the first').to.deep.equal({ key: `1:${namespace}:next`, all: false });
    stranger.close();
  });

  it('gives up what it only remembers for what the other tab keeps later', async () => {
    fillStorage();
    await here.vote(5);
    restoreGlobals();
    const news = here.heard();
    await there.vote(2);
    expect(await news).to.deep.equal({ value: 2, kept: 'browser' });
  });

  /** Both tabs anew, with these globals: a vote in one, taken back, is followed by the other. */
  async function expectToFollow(globals: Record<string, unknown>): Promise<void> {
    here.leave();
    there.leave();
    for (const window of [globalThis, tab.window])
      for (const [name, value] of Object.entries(globals)) replaceGlobal(name, { value }, window);
    here = new Page(localVotes({ namespace }));
    there = new Page(tab.localVotes({ namespace }));
    let news = there.heard();
    await here.vote(4);
    expect(await news).to.deep.equal({ value: 4, kept: 'browser' });
    news = there.heard();
    await here.vote(null);
    expect(await news).to.deep.equal({ value: null });
  }

  it('follows by storage events alone where there is neither IndexedDB nor a channel', async () => {
    await expectToFollow({ indexedDB: undefined, BroadcastChannel: undefined });
    let news = there.heard();
    await here.vote(1);
    await news;
    news = there.heard();
    localStorage.clear();
    expect(await news).to.deep.equal({ value: null });
  });

  it('shows in one that the rating was taken back in the other where IndexedDB refuses both', async () => {
    const open = (): never => {
      throw new DOMException('', 'UnknownError');
    };
    await expectToFollow({ indexedDB: { open } });
  });

  it('takes no notice of a frame that clears its sessionStorage', async () => {
    tab.window.sessionStorage.setItem('of the page', '1');
    fillStorage();
    await here.vote(5);
    restoreGlobals();
    const cleared = next(window, 'storage');
    tab.window.sessionStorage.clear();
    expect(await cleared).to.include({ key: null, storageArea: sessionStorage });
    expect(await here.load()).to.deep.equal({ value: 5, kept: 'memory' });
    expect(here.news).to.deep.equal([]);
  });

  it('takes no notice of what it does not understand on its channel', async () => {
    const stranger = new tab.window.BroadcastChannel('film-widgets:votes');
    for (const rubbish of [null, 4, 'x', [], {}, { key: 4, all: true }]) stranger.postMessage(rubbish);
    const news = here.heard();
    await there.vote(4);
    await news;
    expect(here.news).to.deep.equal([{ value: 4, kept: 'browser' }]);
    stranger.close();
  });

  it('leaves other subjects alone whose names start the same', async () => {
    await here.store.load(['ab'], { signal });
    fillStorage();
    await here.store.save(voteDetail('ab', 5));
    restoreGlobals();
    const news = here.heard();
    await there.vote(2);
    await news;
    expect(here.news).to.have.length(1);
    expect(await here.store.load(['ab'], { signal })).to.deep.equal({ ab: { value: 5, kept: 'memory' } });
  });

  it('hears nothing once nobody listens', async () => {
    here.leave();
    const news = there.heard();
    await here.vote(4);
    await news;
    const last = new Page(localVotes({ namespace }));
    const back = last.heard();
    await there.vote(2);
    await back;
    last.leave();
    expect(here.news).to.deep.equal([]);
  });

  it('has its channel open only while somebody listens and the page is there', async () => {
    here.leave();
    const open = new Set<BroadcastChannel>();
    class Counted extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        open.add(this);
      }
      override close(): void {
        super.close();
        open.delete(this);
      }
    }
    replaceGlobal('BroadcastChannel', { value: Counted });
    await here.vote(1);
    expect(open.size, 'nobody listens').to.equal(0);
    const [one, other] = [new Page(localVotes({ namespace })), new Page(localVotes({ namespace: `${namespace}-2` }))];
    expect(open.size, 'two stores').to.equal(1);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(open.size, 'in the back/forward cache').to.equal(0);
    await one.vote(2);
    expect(open.size).to.equal(0);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(open.size, 'back').to.equal(1);
    const news = one.heard();
    await there.vote(3);
    expect(await news).to.deep.equal({ value: 3, kept: 'browser' });
    one.leave();
    expect(open.size, 'one listens').to.equal(1);
    other.leave();
    expect(open.size, 'nobody listens').to.equal(0);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(open.size, 'nor after a return').to.equal(0);
  });

  it('stays usable after forgetVotes while the other tab reads', async () => {
    await Promise.all([here.vote(4), there.load(), forgetVotes(), there.load()]);
    expect(await there.vote(3)).to.deep.equal({ value: 3, kept: 'browser' });
  });
});
