import { expect } from '@open-wc/testing';
import { forgetVotes, localVotes } from '../../src/vote-stores/local-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { DATABASE, hasDatabase, inDatabase, keptInDatabase, ownStorage, replaceGlobal } from './browser-storage.js';
import { rejection, voteDetail } from './fake-rating.js';

const signal = new AbortController().signal;
let namespaces = 0;

describe('localVotes', () => {
  ownStorage();

  // A store remembers what it has seen of its namespace.
  let namespace: string;
  beforeEach(() => {
    namespace = `test-${++namespaces}`;
  });

  const stored = (value: number): object => ({ value, key: 'k', at: 1 });

  it('stores nothing before the first vote, however often it is asked', async () => {
    const store = localVotes({ namespace });
    const unsubscribe = store.subscribe(() => undefined);
    expect(await store.load(['a', 'b'], { signal })).to.deep.equal({});
    expect(await store.load(['a'], { signal })).to.deep.equal({});
    expect(await store.save(voteDetail('a', null))).to.deep.equal({ value: null, kept: 'browser' });
    await forgetVotes();
    unsubscribe();
    expect(await hasDatabase()).to.be.false;
    expect(localStorage).to.have.length(0);
  });

  it('keeps a vote as one record, and finds it again', async () => {
    const store = localVotes({ namespace });
    const before = Date.now();
    const vote = voteDetail('imdb:tt1', 4);
    expect(await store.save(vote)).to.deep.equal({ value: 4, kept: 'browser' });
    const kept = await keptInDatabase();
    const record = kept[`1:${namespace}:imdb:tt1`] as { at: number };
    expect(Object.keys(kept)).to.have.length(1);
    expect(record).to.deep.equal({ value: 4, key: vote.idempotencyKey, at: record.at });
    expect(record.at).to.be.within(before, Date.now());
    expect(localStorage).to.have.length(0);
    expect(await store.load(['imdb:tt1', 'imdb:tt2'], { signal })).to.deep.equal({
      'imdb:tt1': { value: 4, kept: 'browser' },
    });
  });

  it('keeps one record when the reader changes the vote', async () => {
    const store = localVotes({ namespace });
    await store.save(voteDetail('a', 4));
    await store.save(voteDetail('a', 0.5));
    expect(Object.keys(await keptInDatabase())).to.have.length(1);
    expect(await store.load(['a'], { signal })).to.deep.equal({ a: { value: 0.5, kept: 'browser' } });
  });

  it('deletes the record of a rating taken back, and says that there is none', async () => {
    const store = localVotes({ namespace });
    await store.save(voteDetail('a', 4));
    expect(await store.save(voteDetail('a', null))).to.deep.equal({ value: null, kept: 'browser' });
    expect(await keptInDatabase()).to.deep.equal({});
    expect(await store.load(['a', 'never'], { signal })).to.deep.equal({ a: { value: null } });
  });

  it('takes subjects named like the parts of an object', async () => {
    const store = localVotes({ namespace });
    const subjects = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '\u0000', '\ud800', 'ü:/%'];
    for (const [index, subject] of subjects.entries()) await store.save(voteDetail(subject, index + 1));
    const found = await store.load(subjects, { signal });
    expect(Object.keys(found)).to.have.members(subjects);
    expect(
      subjects.map((subject) => Object.getOwnPropertyDescriptor(found, subject)!.value as VoteResult),
    ).to.deep.equal(subjects.map((_, index) => ({ value: index + 1, kept: 'browser' })));
    expect(({} as { value?: unknown }).value).to.equal(undefined);
  });

  it('keeps namespaces apart, colons and all', async () => {
    const names = [namespace, `${namespace}:b`, `${namespace}%3Ab`];
    for (const [index, name] of names.entries())
      await localVotes({ namespace: name }).save(voteDetail('b:c', index + 1));
    await localVotes({ namespace }).save(voteDetail('b:b:c', 5));
    for (const [index, name] of names.entries())
      expect(await localVotes({ namespace: name }).load(['b:c'], { signal })).to.deep.equal({
        'b:c': { value: index + 1, kept: 'browser' },
      });
  });

  it('is one store per namespace', () => {
    expect(localVotes({ namespace })).to.equal(localVotes({ namespace }));
    expect(localVotes()).not.to.equal(localVotes({ namespace }));
  });

  it('writes the acts on one subject in their order', async () => {
    const store = localVotes({ namespace });
    const written: unknown[] = [];
    const { put } = IDBObjectStore.prototype;
    replaceGlobal(
      'put',
      {
        value(this: IDBObjectStore, record: { value: number }, key: string) {
          written.push(record.value);
          return put.call(this, record, key);
        },
      },
      IDBObjectStore.prototype,
    );
    const done: (number | null | undefined)[] = [];
    const acts = [1, 2, null, 5, 3].map((value) =>
      store.save(voteDetail('a', value)).then((result) => done.push(result?.value)),
    );
    const between = store.load(['a'], { signal });
    await Promise.all(acts);
    expect(written).to.deep.equal([1, 2, 5, 3]);
    expect(done).to.deep.equal([1, 2, null, 5, 3]);
    expect(await between).to.deep.equal({ a: { value: 3, kept: 'browser' } });
  });

  it('does not write a vote that was taken back or overtaken before its turn', async () => {
    const store = localVotes({ namespace });
    const newer = new AbortController();
    const overtaken = store.save(voteDetail('a', 2, { signal: newer.signal }));
    newer.abort();
    expect(((await rejection(overtaken)) as DOMException).name).to.equal('AbortError');
    expect(await hasDatabase()).to.be.false;
    expect(await store.save(voteDetail('a', 3))).to.deep.equal({ value: 3, kept: 'browser' });
  });

  it('does not read for a page that no longer wants to know', async () => {
    const gone = new AbortController();
    gone.abort();
    const load = localVotes({ namespace }).load(['a'], { signal: gone.signal });
    expect(((await rejection(load)) as DOMException).name).to.equal('AbortError');
  });

  describe('reads as none', () => {
    const rubbish: Record<string, unknown> = {
      'a text': '{',
      'a number': 4,
      null: null,
      'an empty object': {},
      'no rating': { value: null, key: 'k', at: 1 },
      'a rating in words': { value: '4', key: 'k', at: 1 },
      'a rating of NaN': { value: NaN, key: 'k', at: 1 },
      'an endless rating': { value: Infinity, key: 'k', at: 1 },
      'a rating of zero': { value: 0, key: 'k', at: 1 },
      'a negative rating': { value: -1, key: 'k', at: 1 },
      'no key': { value: 4, at: 1 },
      'no time': { value: 4, key: 'k' },
    };

    for (const [what, record] of Object.entries(rubbish))
      it(`${what} in the place of a vote`, async () => {
        await inDatabase((votes) => votes.put(record, `1:${namespace}:a`));
        localStorage.setItem(`film-widgets:vote:1:${namespace}:b`, JSON.stringify(record));
        const store = localVotes({ namespace });
        expect(await store.load(['a', 'b'], { signal })).to.deep.equal({});
        expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'browser' });
      });

    it('what is no JSON', async () => {
      localStorage.setItem(`film-widgets:vote:1:${namespace}:a`, '{');
      expect(await localVotes({ namespace }).load(['a'], { signal })).to.deep.equal({});
    });

    it('another version of what is kept', async () => {
      await inDatabase((votes) => votes.put(stored(4), `2:${namespace}:a`));
      localStorage.setItem(`film-widgets:vote:2:${namespace}:a`, JSON.stringify(stored(4)));
      expect(await localVotes({ namespace }).load(['a'], { signal })).to.deep.equal({});
    });

    it('a database of the same name that is not ours, and leaves it alone', async () => {
      await inDatabase((things) => things.put('theirs', 'x'), 'things');
      const store = localVotes({ namespace });
      expect(await store.load(['a'], { signal })).to.deep.equal({});
      expect(await store.save(voteDetail('a', 4))).to.deep.equal({ value: 4, kept: 'browser' });
      expect(localStorage).to.have.length(1);
      expect(await store.load(['a'], { signal })).to.deep.equal({ a: { value: 4, kept: 'browser' } });
      expect(await inDatabase<unknown>((things) => things.get('x'), 'things')).to.equal('theirs');
    });
  });

  it('reads and writes in a database that a later version of the library made', async () => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 7);
      request.onupgradeneeded = () => request.result.createObjectStore('votes').put(stored(2), `1:${namespace}:a`);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error!);
    });
    const store = localVotes({ namespace });
    expect(await store.load(['a'], { signal })).to.deep.equal({ a: { value: 2, kept: 'browser' } });
    await store.save(voteDetail('a', 3));
    expect(await keptInDatabase())
      .to.have.nested.property(`1:${namespace}:a`)
      .that.has.property('value', 3);
  });

  it('leaves no database open', async () => {
    const store = localVotes({ namespace });
    await store.save(voteDetail('a', 4));
    await store.load(['a'], { signal });
    const deleted = new Promise<string>((resolve) => {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onblocked = () => resolve('blocked');
      request.onsuccess = () => resolve('deleted');
    });
    expect(await deleted).to.equal('deleted');
  });

  it('tells a listener that listens twice, and goes on when one of the two leaves', async () => {
    const store = localVotes({ namespace });
    const news: VoteResult[] = [];
    const listen = (_: string, result: VoteResult): unknown => news.push(result);
    const [leave, leaveToo] = [store.subscribe(listen), store.subscribe(listen)];
    await store.save(voteDetail('a', 4));
    leave();
    await forgetVotes();
    expect(news).to.deep.equal([{ value: null }]);
    leaveToo();
    await store.save(voteDetail('a', 4));
    await forgetVotes();
    expect(news).to.have.length(1);
  });

  describe('forgetVotes', () => {
    it('deletes every vote everywhere and tells the ratings', async () => {
      const news: [string, VoteResult][] = [];
      const store = localVotes({ namespace });
      const unsubscribe = store.subscribe((...args) => news.push(args));
      await store.save(voteDetail('a', 4));
      await localVotes({ namespace: `${namespace}-other` }).save(voteDetail('a', 3));
      localStorage.setItem(`film-widgets:vote:1:${namespace}:b`, JSON.stringify(stored(2)));
      for (const lease of ['queue:1:https%3A//host.test:b', 'first:https://host.test'])
        localStorage.setItem(`film-widgets:${lease}`, '1');
      localStorage.setItem('of the page', 'stays');
      await store.load(['a', 'b', 'never'], { signal });
      await forgetVotes();
      unsubscribe();
      expect(await keptInDatabase()).to.deep.equal({});
      expect(Object.keys(localStorage)).to.deep.equal(['of the page']);
      expect(news).to.have.deep.members([
        ['a', { value: null }],
        ['b', { value: null }],
      ]);
      expect(await store.load(['a'], { signal })).to.deep.equal({ a: { value: null } });
    });

    it('of one namespace leaves the others', async () => {
      const own = localVotes({ namespace });
      await own.save(voteDetail('a', 4));
      for (const after of ['0', 'b']) await localVotes({ namespace: namespace + after }).save(voteDetail('a', 3));
      localStorage.setItem(`film-widgets:vote:1:${namespace}:b`, JSON.stringify(stored(2)));
      localStorage.setItem(`film-widgets:vote:1:${namespace}0:b`, JSON.stringify(stored(2)));
      await forgetVotes({ namespace });
      expect(Object.keys(await keptInDatabase())).to.deep.equal([`1:${namespace}0:a`, `1:${namespace}b:a`]);
      expect(Object.keys(localStorage)).to.deep.equal([`film-widgets:vote:1:${namespace}0:b`]);
      expect(await own.load(['a'], { signal })).to.deep.equal({ a: { value: null } });
    });

    it('comes after the votes before it and before those after it', async () => {
      const store = localVotes({ namespace });
      const first = store.save(voteDetail('a', 4));
      const forgotten = forgetVotes();
      const second = store.save(voteDetail('b', 3));
      await Promise.all([first, forgotten, second]);
      expect(Object.keys(await keptInDatabase())).to.deep.equal([`1:${namespace}:b`]);
    });
  });
});
