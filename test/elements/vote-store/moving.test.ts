import { expect } from '@open-wc/testing';
import { next, tasks } from '../../helpers/shadow.js';
import { rating } from '../../vote-stores/fake-rating.js';
import { onFreshPage, place } from './stores.js';

describe('<vote-store>', () => {
  let subject: string;
  let main: HTMLElement;
  onFreshPage((...fresh) => ([subject, main] = fresh));

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
    expect(await outside.vote(4).answer).to.include({ value: 4 });
    expect(await inside.vote(4).answer).to.include({ value: 4 });
  });

  it('emptied while it was away, serves the page', async () => {
    const store = await place(main, document.createElement('div'));
    store.remove();
    store.replaceChildren();
    await tasks();
    main.append(store);
    await tasks();
    expect(await rating(subject).vote(4).answer).to.include({ value: 4 });
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
});
