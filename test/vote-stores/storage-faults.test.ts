import { expect } from '@open-wc/testing';
import { forgetVotes, localVotes } from '../../src/vote-stores/local-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import {
  blockGlobals,
  fillStorage,
  inDatabase,
  keptInDatabase,
  ownStorage,
  refuseDatabase,
  replaceGlobal,
  restoreGlobals,
} from './browser-storage.js';
import { rejection, voteDetail } from './fake-rating.js';
import { openTab } from './second-tab.js';

const signal = new AbortController().signal;
let namespaces = 0;

describe('localVotes where storage fails', () => {
  ownStorage();

  let namespace: string;
  let store: ReturnType<typeof localVotes>;
  beforeEach(() => {
    namespace = `fault-${++namespaces}`;
    store = localVotes({ namespace });
  });

  const webKey = (subject: string): string => `film-widgets:vote:1:${namespace}:${subject}`;
  const load = async (subject = 'a'): Promise<VoteResult | undefined> =>
    (await store.load([subject], { signal }))[subject];
  const dbRecord = async (subject = 'a'): Promise<unknown> => (await keptInDatabase())[`1:${namespace}:${subject}`];

  for (const [what, remove] of Object.entries({
    'is missing': () => replaceGlobal('indexedDB', { value: undefined }),
    'may not be looked at': () => blockGlobals('indexedDB'),
  }))
    it(`keeps votes in localStorage where IndexedDB ${what}`, async () => {
      remove();
      expect(await load()).to.equal(undefined);
      expect(localStorage).to.have.length(0);
      const vote = voteDetail('a', 4);
      expect(await store.save(vote)).to.deep.equal({ value: 4, kept: 'browser' });
      expect(JSON.parse(localStorage.getItem(webKey('a'))!)).to.include({ value: 4, key: vote.idempotencyKey });
      expect(await load()).to.deep.equal({ value: 4, kept: 'browser' });
      expect(await store.save(voteDetail('a', null))).to.deep.equal({ value: null, kept: 'browser' });
      expect(localStorage).to.have.length(0);
      expect(await load()).to.deep.equal({ value: null });
      await store.save(voteDetail('b', 2));
      await forgetVotes();
      expect(localStorage).to.have.length(0);
    });

  for (const [what, remove] of Object.entries({
    'are missing': () => {
      replaceGlobal('indexedDB', { value: undefined });
      replaceGlobal('localStorage', { value: null });
      replaceGlobal('BroadcastChannel', { value: undefined });
    },
    'may not be looked at': () => blockGlobals('indexedDB', 'localStorage', 'BroadcastChannel'),
  }))
    it(`remembers votes for the page, and says so, where all storage and channels ${what}`, async () => {
      remove();
      const unsubscribe = store.subscribe(() => undefined);
      expect(await load()).to.equal(undefined);
      expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'memory' });
      expect(await load()).to.deep.equal({ value: 4, kept: 'memory' });
      await store.save(voteDetail('a', null));
      expect(await load()).to.deep.equal({ value: null });
      await store.save(voteDetail('a', 3));
      await forgetVotes();
      expect(await load()).to.deep.equal({ value: null });
      unsubscribe();
    });

  it('falls back to localStorage when IndexedDB refuses, and the newer vote there wins until IndexedDB takes one', async () => {
    await store.save(voteDetail('a', 1));
    refuseDatabase();
    expect(await store.save(voteDetail('a', 2))).to.deep.equal({ value: 2, kept: 'browser' });
    expect(await load()).to.deep.equal({ value: 2, kept: 'browser' });
    restoreGlobals();
    expect(await load()).to.deep.equal({ value: 2, kept: 'browser' });
    await store.save(voteDetail('a', 3));
    expect(localStorage).to.have.length(0);
    expect(await load()).to.deep.equal({ value: 3, kept: 'browser' });
  });

  it('falls back when opening fails later, not at once', async () => {
    const open = (): object => {
      const request = { error: new DOMException('', 'UnknownError'), onerror: () => undefined };
      setTimeout(() => request.onerror());
      return request;
    };
    replaceGlobal('open', { value: open }, IDBFactory.prototype);
    expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'browser' });
    expect(localStorage.getItem(webKey('a'))).to.be.a('string');
  });

  it('falls back when the write is undone after it looked well', async () => {
    const { put } = IDBObjectStore.prototype;
    replaceGlobal(
      'put',
      {
        value(this: IDBObjectStore, record: unknown, key: string) {
          const request = put.call(this, record, key);
          request.addEventListener('success', () => this.transaction.abort());
          return request;
        },
      },
      IDBObjectStore.prototype,
    );
    expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'browser' });
    restoreGlobals();
    expect(await dbRecord()).to.equal(undefined);
    expect(await load()).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('remembers the vote for the page when the disk is full; what was kept before is there after a reload', async () => {
    await store.save(voteDetail('a', 1));
    fillStorage();
    expect(await store.save(voteDetail('a', 5))).to.deep.equal({ value: 5, kept: 'memory' });
    expect(await load()).to.deep.equal({ value: 5, kept: 'memory' });
    expect(await dbRecord()).to.have.property('value', 1);
    restoreGlobals();
    expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'browser' });
    expect(await load()).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('remembers the vote for the page when localStorage really is full', async () => {
    replaceGlobal('indexedDB', { value: undefined });
    for (let size = 2 ** 23; size >= 1; size /= 2) {
      try {
        localStorage.setItem(`fill-${size}`, 'x'.repeat(size));
      } catch {
        // a smaller one may still fit
      }
    }
    expect(await store.save(voteDetail('a', 5))).to.deep.equal({ value: 5, kept: 'memory' });
    localStorage.clear();
    expect(await store.save(voteDetail('a', 5))).to.deep.equal({ value: 5, kept: 'browser' });
  });

  it('has a rating taken back that it could not delete, also after a reload', async () => {
    await store.save(voteDetail('a', 4));
    refuseDatabase();
    expect(await store.save(voteDetail('a', null))).to.deep.equal({ value: null, kept: 'browser' });
    restoreGlobals();
    expect(await load()).to.deep.equal({ value: null });
    const next = await openTab();
    expect(await next.localVotes({ namespace }).load(['a'], { signal })).to.deep.equal({});
    next.close();
    await store.save(voteDetail('a', 3));
    expect(localStorage).to.have.length(0);
    expect(await load()).to.deep.equal({ value: 3, kept: 'browser' });
  });

  it('does not claim to have taken a rating back that it could neither delete nor mark', async () => {
    await store.save(voteDetail('a', 4));
    refuseDatabase();
    blockGlobals('localStorage');
    expect(await store.save(voteDetail('a', null))).to.deep.equal({ value: null, kept: 'memory' });
    restoreGlobals();
    expect(await load(), 'this page does not show it any more').to.deep.equal({ value: null });
  });

  it('has no news of a vote that cannot be read, and shows none once it was asked to forget', async () => {
    const news: unknown[] = [];
    const unsubscribe = store.subscribe((...args) => news.push(args));
    await store.save(voteDetail('a', 4));
    refuseDatabase();
    expect(await load()).to.equal(undefined);
    window.dispatchEvent(
      new StorageEvent('storage', { key: webKey('a'), newValue: 'news', storageArea: localStorage }),
    );
    expect(await load()).to.equal(undefined);
    expect(news).to.deep.equal([]);
    await rejection(forgetVotes());
    unsubscribe();
    expect(news).to.deep.equal([['a', { value: null }]]);
    restoreGlobals();
    expect(await load()).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('tells who asks it to forget that it could not, and forgets the rest', async () => {
    const news: unknown[] = [];
    const unsubscribe = store.subscribe((...args) => news.push(args));
    await store.save(voteDetail('a', 4));
    localStorage.setItem(webKey('b'), JSON.stringify({ value: 2, key: 'k', at: 1 }));
    await load('b');
    refuseDatabase('UnknownError');
    expect(((await rejection(forgetVotes())) as DOMException).name).to.equal('UnknownError');
    unsubscribe();
    expect(localStorage).to.have.length(0);
    expect(news).to.deep.include(['b', { value: null }]);
  });

  it('forgets the rest where localStorage lets nothing go', async () => {
    await store.save(voteDetail('a', 4));
    localStorage.setItem(webKey('b'), JSON.stringify({ value: 2, key: 'k', at: 1 }));
    const { removeItem } = Storage.prototype;
    Storage.prototype.removeItem = () => {
      throw new DOMException('', 'SecurityError');
    };
    try {
      await forgetVotes();
    } finally {
      Storage.prototype.removeItem = removeItem;
    }
    expect(await dbRecord()).to.equal(undefined);
  });

  describe('an IndexedDB that hangs', () => {
    let requests: { onsuccess?: () => void; result?: IDBDatabase }[];

    beforeEach(() => {
      requests = [];
      const list = (): Promise<object[]> => Promise.resolve([{ name: 'film-widgets' }]);
      replaceGlobal('databases', { value: list }, IDBFactory.prototype);
      const hang = (): object => requests[requests.push({}) - 1]!;
      replaceGlobal('open', { value: hang }, IDBFactory.prototype);
    });

    // The hang ends for the module as well, which asks no more as long as it lasts.
    const arrive = async (): Promise<void> => {
      restoreGlobals();
      const request = indexedDB.open('film-widgets');
      await new Promise((resolve) => {
        request.onupgradeneeded = () => request.result.createObjectStore('votes');
        request.onsuccess = resolve;
      });
      for (const hanging of requests) {
        hanging.result = request.result;
        hanging.onsuccess!();
      }
    };

    it('holds nothing up but the first time, and votes go to localStorage', async () => {
      const [vote, found] = [store.save(voteDetail('a', 4)), load()];
      expect(await vote).to.deep.equal({ value: 4, kept: 'browser' });
      expect(await found).to.deep.equal({ value: 4, kept: 'browser' });
      expect(await store.save(voteDetail('a', 5))).to.deep.equal({ value: 5, kept: 'browser' });
      expect(requests).to.have.length(1);
      expect(JSON.parse(localStorage.getItem(webKey('a'))!)).to.have.property('value', 5);
      await arrive();
      expect(await load()).to.deep.equal({ value: 5, kept: 'browser' });
      expect(await dbRecord(), 'the late database does not get the old vote').to.equal(undefined);
    });

    it('brings its votes to the ratings when it answers after all', async () => {
      const news = new Promise((resolve) => store.subscribe((...args) => resolve(args)));
      expect(await load()).to.equal(undefined);
      restoreGlobals();
      await inDatabase((votes) => votes.put({ value: 3, key: 'k', at: 1 }, `1:${namespace}:a`));
      await arrive();
      expect(await news).to.deep.equal(['a', { value: 3, kept: 'browser' }]);
    });
  });

  it('works in a sandboxed frame', async () => {
    // one piece with all that it imports, and an address that is fetched from nowhere, which such a frame may not
    const module = await fetch(new URL('../../src/vote-stores/local-votes.ts', import.meta.url));
    const code = `data:text/javascript,${encodeURIComponent(await module.text())}`;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = `<script type="module">
      const { localVotes, forgetVotes } = await import(${JSON.stringify(code)});
      const store = localVotes();
      const { signal } = new AbortController();
      const said = [];
      onunhandledrejection = ({ reason }) => {
        if (reason === 'the last') parent.postMessage(said, '*');
        else said.push('unhandled');
      };
      const unsubscribe = store.subscribe((subject, news) => said.push(news));
      said.push(await store.load(['a'], { signal }));
      said.push(await store.save({ subject: 'a', value: 4, idempotencyKey: 'k', signal }));
      said.push(await store.load(['a'], { signal }));
      // pages tell themselves of what they keep, without naming an area
      dispatchEvent(new StorageEvent('storage', { key: 'a' }));
      await forgetVotes();
      unsubscribe();
      // the browser tells of promises that nobody handled in their order, and some time later
      void Promise.reject('the last');
    </script><script>onerror = (message) => parent.postMessage(message, '*');</script>`;
    const said = new Promise((resolve) => {
      addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    document.body.append(frame);
    expect(await said).to.deep.equal([
      {},
      { value: 4, kept: 'memory' },
      { a: { value: 4, kept: 'memory' } },
      { value: null },
    ]);
    frame.remove();
  });
});
