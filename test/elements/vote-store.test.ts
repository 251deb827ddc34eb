import { expect } from '@open-wc/testing';
import '../../src/elements/vote-store/vote-store.define.js';
import type { VoteStore } from '../../src/elements/vote-store/vote-store.js';
import { httpVotes } from '../../src/vote-stores/http-votes.js';
import type { VoteResult } from '../../src/vote/vote-event.js';
import { next, tasks } from '../helpers/shadow.js';
import { hasDatabase, ownStorage, replaceGlobal } from '../vote-stores/browser-storage.js';
import { rating, rejection, removeRatings, type FakeRating } from '../vote-stores/fake-rating.js';

let subjects = 0;

describe('<vote-store>', () => {
  ownStorage();

  let subject: string;
  let main: HTMLElement;

  beforeEach(() => {
    subject = `film-${++subjects}`;
    main = document.body.appendChild(document.createElement('main'));
  });

  afterEach(async () => {
    main.remove();
    removeRatings();
    await tasks();
  });

  const place = async (parent: Node = main, ...children: Node[]): Promise<VoteStore> => {
    const store = document.createElement('vote-store');
    store.append(...children);
    parent.appendChild(store);
    await tasks();
    return store;
  };

  it('keeps the votes of every rating of the page when it wraps none', async () => {
    const before = rating(subject);
    await place();
    const after = rating(subject);
    expect(await before.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
    expect(after.news).to.deep.equal([{ value: 4, kept: 'browser' }]);
    const reloaded = rating(subject);
    while (!reloaded.shown.value) await reloaded.heard();
    expect(reloaded.shown).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('leaves nothing in the browser before the first vote', async () => {
    await place();
    const a = rating(subject);
    const news = a.heard();
    expect(await hasDatabase()).to.be.false;
    expect(localStorage).to.have.length(0);
    await rating(subject).vote(2).answer;
    await news;
    expect(await hasDatabase()).to.be.true;
  });

  it('keeps the votes of what it wraps, and no others', async () => {
    const outside = rating(subject);
    const store = await place(main, document.createElement('p'));
    const inside = rating(subject, store);
    expect(outside.vote(3).answered).to.be.false;
    expect(await inside.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
    expect(outside.news).to.deep.equal([]);
  });

  it('serves ratings in nested shadow roots, and ones added later', async () => {
    const host = document.createElement('div');
    await place(main, host);
    const inner = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'));
    const deep = rating(subject, inner.attachShadow({ mode: 'open' }));
    expect(await deep.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('takes text and comments for no children', async () => {
    const store = await place(main, new Text(' \n '), new Comment('none'));
    expect(rating(subject).vote(4).answered).to.be.true;
    store.append('more text');
    await tasks();
    expect(rating(subject).vote(4).answered).to.be.true;
  });

  it('serves what it wraps from its first child on, and not the page when it is emptied', async () => {
    const outside = rating(subject);
    const store = await place();
    expect(outside.vote(4).answered).to.be.true;
    const inside = rating(subject, store);
    await tasks();
    expect(outside.vote(4).answered).to.be.false;
    expect(inside.vote(4).answered).to.be.true;
    inside.remove();
    await tasks();
    expect(outside.vote(4).answered).to.be.false;
    expect(rating(subject, store).vote(4).answered).to.be.true;
  });

  it('decides by the children that it has at the end of the task', async () => {
    const outside = rating(subject);
    let asked = 0;
    const count = (): number => asked++;
    document.addEventListener('vote-store-ready', count);
    const store = main.appendChild(document.createElement('vote-store'));
    store.append(document.createElement('p'));
    await tasks();
    document.removeEventListener('vote-store-ready', count);
    expect(asked).to.equal(1);
    expect(outside.vote(4).answered).to.be.false;
  });

  it('leaves votes to any listener of the page, also one that came after it', async () => {
    await place();
    const answer = (event: HTMLElementEventMap['vote']): void => event.respondWith({ value: 1, kept: 'host' });
    document.addEventListener('vote', answer);
    const vote = rating(subject).vote(4);
    document.removeEventListener('vote', answer);
    expect(await vote.answer).to.deep.equal({ value: 1, kept: 'host' });
    expect(await hasDatabase()).to.be.false;
  });

  it('answers once where two are nested', async () => {
    const inner = document.createElement('vote-store');
    const a = rating(subject, new DocumentFragment());
    inner.append(a);
    await place(main, inner);
    await place();
    expect(await a.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
    expect(a.news, 'by one').to.have.length(1);
  });

  it('keeps working when it is moved, and tells nobody to start again', async () => {
    const a = rating(subject, new DocumentFragment());
    const store = await place(main, a);
    let asked = 0;
    const count = (): number => asked++;
    document.addEventListener('vote-store-ready', count);
    main.append(document.createElement('section'));
    main.lastElementChild!.append(store);
    await tasks();
    document.removeEventListener('vote-store-ready', count);
    expect(asked).to.equal(0);
    expect(await a.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
  });

  it('serves nobody once it is removed, and again when it comes back', async () => {
    const [page, wrapper] = [await place(), await place(main, document.createElement('div'))];
    const outside = rating(subject);
    page.remove();
    const inside = rating(subject, wrapper);
    wrapper.remove();
    await tasks();
    expect(outside.vote(4).answered).to.be.false;
    expect(inside.vote(4).answered).to.be.false;
    main.append(page, wrapper);
    await tasks();
    expect(outside.vote(4).answered).to.be.true;
    expect(inside.vote(4).answered).to.be.true;
  });

  it('emptied while it was away, serves the page', async () => {
    const store = await place(main, document.createElement('div'));
    store.remove();
    store.replaceChildren();
    await tasks();
    main.append(store);
    await tasks();
    expect(rating(subject).vote(4).answered).to.be.true;
  });

  describe('moved into a frame', () => {
    let page: Document;

    beforeEach(async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<title>a page of its own</title>'; // an empty one may be replaced by another empty one
      const loaded = next(frame, 'load');
      main.append(frame);
      await loaded;
      page = frame.contentDocument!;
    });

    afterEach(() => page.body.replaceChildren());

    it('serves the page of the frame, and no more the one that it left', async () => {
      const [outside, inside] = [rating(subject), rating(subject, page.body)];
      const store = await place();
      expect([outside, inside].map((one) => one.vote(4).answered)).to.deep.equal([true, false]);
      page.body.append(store);
      await tasks();
      expect([outside, inside].map((one) => one.vote(3).answered)).to.deep.equal([false, true]);
      main.append(store);
      await tasks();
      expect([outside, inside].map((one) => one.vote(2).answered)).to.deep.equal([true, false]);
    });

    it('shows the ratings that were in it what is kept', async () => {
      await rating(subject, await place(main, document.createElement('p'))).vote(4).answer;
      const inside = rating(subject, page.body);
      const asked = next(page, 'vote-store-ready');
      const store = await place();
      page.body.append(store);
      expect(await inside.heard()).to.deep.equal({ value: 4, kept: 'browser' });
      await asked; // by ratings with a copy of the script of their own
    });

    it('serves nobody in a page that nobody sees', async () => {
      const [outside, store] = [rating(subject), await place()];
      const unseen = document.implementation.createHTMLDocument();
      const inside = rating(subject, unseen.body);
      unseen.body.append(store);
      await tasks();
      expect([outside, inside].map((one) => one.vote(4).answered)).to.deep.equal([false, false]);
    });
  });

  it('lets another one of the page take over when it leaves', async () => {
    const [first] = [await place(), await place()];
    const [voter, other] = [rating(subject), rating(subject)];
    first.remove();
    await tasks();
    expect(await voter.vote(4).answer).to.deep.equal({ value: 4, kept: 'browser' });
    expect(other.news).to.deep.equal([{ value: 4, kept: 'browser' }]);
  });

  it('has no box of its own unless the page gives it one', async () => {
    const child = document.createElement('div');
    const store = await place(main, child);
    expect(getComputedStyle(store).display).to.equal('contents');
    expect(child.getBoundingClientRect().width).to.equal(main.getBoundingClientRect().width);
    store.hidden = true;
    expect(getComputedStyle(store).display).to.equal('none');
    store.hidden = false;
    const style = main.appendChild(document.createElement('style'));
    style.textContent = 'vote-store { display: grid }';
    expect(getComputedStyle(store).display).to.equal('grid');
  });

  describe('with an endpoint', () => {
    let requests: { url: string; method: string }[];
    let warnings: unknown[][];

    beforeEach(() => {
      requests = [];
      warnings = [];
      replaceGlobal('warn', { value: (...args: unknown[]) => warnings.push(args) }, console);
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
        expect(warnings[0]![0]).to.match(/^<vote-store>: /);
        expect(requests).to.deep.equal([]);
        expect(await hasDatabase()).to.be.false;
      });
  });

  describe('in a page that is still arriving', () => {
    let frame: HTMLIFrameElement;
    let page: Document;

    beforeEach(async () => {
      frame = document.body.appendChild(document.createElement('iframe'));
      page = frame.contentDocument!;
      const defined = new Promise<void>((resolve) => Object.assign(frame.contentWindow!, { defined: resolve }));
      const script = page.createElement('script');
      script.type = 'module';
      const urls = ['../../src/elements/vote-store/vote-store.define.ts', '../vote-stores/fake-rating.ts'];
      script.textContent = `${urls.map((url) => `import '${new URL(url, import.meta.url).href}';`).join('')} defined();`;
      page.body.append(script);
      await defined;
      page.open(); // keeps what is defined
    });

    afterEach(() => frame.remove());

    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the one way to have a page parsed piece by piece
    const write = (html: string): void => page.write(html);
    const ratingOf = (name: string): FakeRating => page.querySelector(`[subject=${name}]`)!;

    it('waits for its children', async () => {
      write('<fake-rating subject="outside"></fake-rating><vote-store> ');
      await tasks();
      expect(ratingOf('outside').vote(4).answered).to.be.false;
      write('<fake-rating subject="inside"></fake-rating>');
      await tasks();
      expect(ratingOf('inside').vote(4).answered).to.be.true;
      write('</vote-store>');
      page.close();
      await tasks();
      expect(ratingOf('outside').vote(4).answered).to.be.false;
    });

    it('serves it once it has arrived without any', async () => {
      write('<vote-store></vote-store><fake-rating subject="outside"></fake-rating>');
      await tasks();
      const arrived = next(page, 'DOMContentLoaded');
      page.close();
      await arrived;
      await tasks();
      expect(ratingOf('outside').vote(4).answered).to.be.true;
    });
  });
});
