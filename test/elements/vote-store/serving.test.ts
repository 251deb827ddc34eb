import { expect } from '@open-wc/testing';
import { tasks } from '../../helpers/shadow.js';
import { hasDatabase } from '../../vote-stores/browser-storage.js';
import { rating } from '../../vote-stores/fake-rating.js';
import { onFreshPage, place } from './stores.js';

describe('<vote-store>', () => {
  let subject: string;
  let main: HTMLElement;
  onFreshPage((...fresh) => ([subject, main] = fresh));

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
    expect(await rating(subject).vote(4).answer).to.include({ value: 4 });
    store.append('more text');
    await tasks();
    expect(await rating(subject).vote(4).answer).to.include({ value: 4 });
  });

  it('serves what it wraps from its first child on, and not the page when it is emptied', async () => {
    const outside = rating(subject);
    const store = await place();
    expect(await outside.vote(4).answer).to.include({ value: 4 });
    const inside = rating(subject, store);
    await tasks();
    expect(outside.vote(4).answered).to.be.false;
    expect(await inside.vote(4).answer).to.include({ value: 4 });
    inside.remove();
    await tasks();
    expect(outside.vote(4).answered).to.be.false;
    expect(await rating(subject, store).vote(4).answer).to.include({ value: 4 });
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
});
