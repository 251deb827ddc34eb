import { expect } from '@open-wc/testing';
import { forgetVotes } from '../../src/vote-stores/local-votes.js';
import { blockGlobals, fillStorage } from './browser-storage.js';
import { page as connections } from './connected.js';
import type { Fault } from './fake-host.js';
import { freshHttpPage, QUEUED, SAVED, waiting, type HttpPage } from './http-page.js';

describe('httpVotes and what it keeps', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  it('keeps a vote on its way until the host has it, and nothing before and after', async () => {
    const { clock } = page;
    await page.open();
    expect(localStorage).to.have.length(0);
    await page.vote(4);
    await clock.pass(10);
    const kept = Object.entries<string>(localStorage).sort();
    expect(kept.map(([key]) => key.split(':')[2])).to.deep.equal(['first', 'queue']);
    const [first, waits] = kept.map(([, text]) => JSON.parse(text) as unknown);
    expect(waits).to.have.all.keys('value', 'key', 'at');
    expect(first).to.deep.equal({ ...(waits as object), subject: 'a' });
    await clock.pass(100);
    expect(localStorage).to.have.length(0);
    await page.vote(5);
    await clock.pass(10);
    expect(waiting()).to.deep.equal(['a']);
    expect(localStorage, 'the reader is known').to.have.length(1);
  });

  for (const [what, spoil] of Object.entries({
    'is full': fillStorage,
    'may not be looked at': () => blockGlobals('localStorage', 'indexedDB', 'BroadcastChannel'),
  }))
    it(`remembers what waits where storage ${what}`, async () => {
      const { host, clock } = page;
      spoil();
      await page.open();
      await page.goOnline(false);
      await page.vote(4);
      await clock.pass(2000);
      expect(page.shown).to.equal(QUEUED);
      await page.goOnline(true);
      await clock.pass(2000);
      expect([host.writes.length, page.shown]).to.deep.equal([1, SAVED]);
      await page.goOnline(false);
      await page.goOnline(true);
      await clock.pass(2000);
      expect(host.writes).to.have.length(1);
    });

  it('sends the newest act, not an older one that it has no room to replace', async () => {
    const { host, clock } = page;
    const kept = `film-widgets:vote:queue:1:${host.endpoint.replace(/[%:]/g, encodeURIComponent)}:a`;
    localStorage.setItem(kept, '{"value":4,"key":"k","at":1}');
    await page.goOnline(false);
    await page.open();
    expect(page.shown).to.equal(QUEUED);
    fillStorage();
    await page.vote(5);
    await clock.pass(2000);
    await page.goOnline(true);
    await clock.pass(2000);
    expect(host.writes.map(({ value }) => value)).to.deep.equal([5]);
    page.expectAgreement();
  });

  it('forgets what waits with forgetVotes, shows none while the host is not to be asked, and then what it has', async () => {
    const { host, clock } = page;
    host.remember('a', 2);
    host.remember('b', 5);
    await page.open();
    const other = page.add('b');
    await clock.pass(100);
    await page.goOnline(false);
    await page.vote(4);
    await clock.pass(100);
    host.isDown = true;
    expect(page.shown).to.equal(QUEUED);
    await forgetVotes();
    expect(waiting()).to.deep.equal([]);
    await clock.pass(100);
    expect([page.shown, page.rating.value]).to.deep.equal(['', null]);
    expect(other.value, 'what the host has stays').to.equal(5);
    host.isDown = false;
    await page.goOnline(true);
    await clock.pass(1000);
    expect(host.writes).to.have.length(0);
    expect(page.shown).to.equal('Your rating: 2, saved Remove my rating');
    page.expectAgreement();
  });

  for (const broken of ['request', 'hang'] as const)
    it(`does not say that a vote waits which was forgotten while it was being sent (${broken})`, async () => {
      const { host, clock } = page;
      await page.open();
      host.faults = Array<Fault>(4).fill({ broken });
      await page.vote(4);
      await clock.pass(10);
      await forgetVotes();
      await clock.pass(10_000);
      expect(localStorage).to.have.length(0);
      expect(page.shown).to.equal('Your vote could not be saved. Try again');
      page.expectAgreement();
    });

  it('tries no more to send what was forgotten: the next try might be as another reader', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = Array<Fault>(4).fill({ status: 503 });
    await page.vote(4);
    await clock.pass(10);
    expect(host.writes).to.have.length(1);
    await forgetVotes();
    await clock.pass(10_000);
    expect(host.writes).to.have.length(1);
    expect(page.shown).to.equal('Your vote could not be saved. Try again');
    expect(localStorage).to.have.length(0);
  });

  for (const [where, forget] of Object.entries({
    here: forgetVotes,
    'after the ratings were gone': () => {
      connections.disconnectAll();
      return forgetVotes();
    },
    'in another tab': () => {
      localStorage.clear();
      window.dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
    },
  }))
    it(`does not keep again what was forgotten ${where} while the vote that replaced it was being sent`, async () => {
      const { host, clock } = page;
      await page.openWithWaiting();
      host.faults = Array<Fault>(8).fill({ status: 503 });
      await page.goOnline(true);
      await page.vote(5);
      await clock.pass(50);
      expect(host.writes.map(({ value }) => value)).to.deep.equal([4, 5]);
      await forget();
      await clock.pass(10_000);
      expect(localStorage).to.have.length(0);
      await page.goOnline(false);
      await page.goOnline(true);
      await clock.pass(10_000);
      expect(host.writes).to.have.length(2);
    });

  it('does not send what was forgotten while its token was on its way', async () => {
    const { host, clock } = page;
    await page.open({ headers: () => clock.after(50).then(() => ({})) });
    await page.vote(4);
    await clock.pass(20);
    await forgetVotes();
    await clock.pass(10_000);
    expect([host.writes.length, page.shown]).to.deep.equal([0, 'Your vote could not be saved. Try again']);
    expect(localStorage).to.have.length(0);
  });

  it('claims nothing of a vote that another tab took over when the host cannot be asked what became of it', async () => {
    const { host, clock, locks } = page;
    await page.open();
    const kept = `queue:1:${host.endpoint.replace(/[%:]/g, encodeURIComponent)}:a`;
    void locks.request(`film-widgets:${kept}`, () => clock.after(1000));
    await page.vote(4);
    localStorage.removeItem(`film-widgets:vote:${kept}`);
    host.isDown = true;
    await clock.pass(8000);
    expect(host.writes).to.have.length(0);
    expect(page.shown).to.equal('Your vote could not be saved. Try again');
  });
});
