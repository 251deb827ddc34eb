import { expect } from '@open-wc/testing';
import type { VoteStore } from '../../../src/elements/vote-store/vote-store.js';
import { httpVotes } from '../../../src/vote-stores/http-votes.js';
import type { VoteResult } from '../../../src/vote/vote-event.js';
import { tasks } from '../../helpers/shadow.js';
import { hasDatabase, hearWarnings, replaceGlobal } from '../../vote-stores/browser-storage.js';
import { rating, rejection, type FakeRating } from '../../vote-stores/fake-rating.js';
import { onFreshPage, place } from './stores.js';

describe('<vote-store> with an endpoint', () => {
  let subject: string;
  let main: HTMLElement;
  onFreshPage((...fresh) => ([subject, main] = fresh));

  let requests: { url: string; method: string }[];
  let warnings: unknown[];

  beforeEach(() => {
    requests = [];
    warnings = hearWarnings();
    replaceGlobal('fetch', {
      value: (url: string, { method = 'GET', body }: RequestInit = {}) => {
        requests.push({ url, method });
        const answer = body
          ? { ...(JSON.parse(body as string) as object), average: 3, count: 9 }
          : { ratings: { [subject]: { average: 2, count: 8 } }, votes: {} };
        return Promise.resolve(Response.json(answer));
      },
    });
  });

  const placeAt = async (endpoint: string, ...children: Node[]): Promise<VoteStore> => {
    const store = await place(main, ...children);
    store.endpoint = endpoint;
    await tasks();
    return store;
  };

  /** All that the host has on it, which comes in parts. */
  const heardAll = async (a: FakeRating): Promise<VoteResult> => {
    for (;;) {
      const news = await a.heard();
      if ('value' in news && 'average' in news) return news;
    }
  };

  it('keeps votes at that host, and shows its numbers', async () => {
    await placeAt('/api');
    const a = rating(subject);
    expect(await heardAll(a)).to.deep.equal({ average: 2, count: 8, value: null, kept: 'host' });
    expect(await a.vote(4).answer).to.deep.equal({ value: 4, kept: 'host', average: 3, count: 9 });
    expect(requests.at(-1)).to.deep.equal({ url: `${location.origin}/api/votes/${subject}`, method: 'PUT' });
    expect(await hasDatabase()).to.be.false;
  });

  it('is the attribute of that name', async () => {
    const store = await place();
    expect(store.endpoint).to.equal(null);
    store.setAttribute('endpoint', '/api');
    expect(store.endpoint).to.equal('/api');
    for (const none of [null, undefined]) {
      store.endpoint = '/api';
      store.endpoint = none;
      expect(store.hasAttribute('endpoint')).to.be.false;
    }
  });

  it('that changes, asks the new host, and this browser when it is taken away', async () => {
    const store = await placeAt('/one');
    const a = rating(subject);
    await heardAll(a);
    store.endpoint = '/two';
    await heardAll(a);
    expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      ...['/one/ratings', '/one/votes'],
      ...['/two/ratings', '/two/votes'],
    ]);
    store.removeAttribute('endpoint');
    await tasks();
    expect(await a.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('written another way asks nobody again', async () => {
    const store = await placeAt('/api');
    const a = rating(subject);
    await a.heard();
    store.endpoint = `${location.origin}/api/`;
    await tasks();
    rating(`${subject}-next`);
    await tasks();
    expect(requests.slice(2).map(({ url }) => new URL(url).searchParams.getAll('subject'))).to.deep.equal([
      [`${subject}-next`],
      [`${subject}-next`],
    ]);
  });

  it('asks once for what is there when it comes late, and others not again', async () => {
    const early = rating(subject, main);
    early.sameSignal = true; // as `<star-rating>` does
    const news = early.heard();
    await placeAt('/first');
    await news;
    const inner = await placeAt('/second', document.createElement('p'));
    const late = rating(subject, inner);
    await late.heard();
    expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      ...['/first/ratings', '/first/votes'],
      ...['/second/ratings', '/second/votes'],
    ]);
    expect(httpVotes('/first')).not.to.equal(httpVotes('/second'));
  });

  for (const rubbish of ['', 'javascript:alert(1)', 'ftp://example.com', 'https://'])
    it(`that is “${rubbish}” refuses every vote as unavailable, and says why once`, async () => {
      await placeAt(rubbish, document.createElement('p'));
      const store = await placeAt(rubbish, document.createElement('p'));
      const a = rating(subject, store);
      for (const value of [4, 5])
        expect(await rejection(a.vote(value).answer)).to.include({ name: 'VoteError', code: 'unavailable' });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/^<vote-store>: /);
      expect(requests).to.deep.equal([]);
      expect(await hasDatabase()).to.be.false;
    });
});
