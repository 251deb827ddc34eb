import { expect } from '@open-wc/testing';
import { voteDetail } from './fake-rating.js';
import { freshHttpPage, type HttpPage } from './http-page.js';

describe('httpVotes for a reader whom the host does not know', () => {
  let page: HttpPage;
  freshHttpPage((fresh) => (page = fresh));

  const vote = (subject: string): Promise<unknown> => page.store.save(voteDetail(subject, 4));
  const sent = (): string[] => page.host.writes.map(({ subject }) => subject);

  it('sends the second vote when the first is answered, which brings the cookie', async () => {
    const { host, clock } = page;
    await page.open();
    const votes = [vote('b'), vote('c')];
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b']);
    await clock.pass(100);
    expect(sent()).to.deep.equal(['b', 'c']);
    expect(host.writes[1]!.at - host.writes[0]!.at).to.equal(20);
    expect(await Promise.all(votes)).to.have.lengthOf(2);
  });

  it('waits for a first vote of another tab', async () => {
    const { host, clock, locks } = page;
    await page.open();
    void locks.request(`film-widgets:first:${host.endpoint}`, () => clock.after(1000));
    void vote('b');
    await clock.pass(900);
    expect(sent()).to.deep.equal([]);
    await clock.pass(200);
    expect(sent()).to.deep.equal(['b']);
  });

  it('sends all that come later at once, but not after a refusal', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [410];
    void vote('b').catch(() => undefined);
    await clock.pass(100);
    void vote('c');
    void vote('d');
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b', 'c']);
    await clock.pass(100);
    void vote('e');
    void vote('f');
    await clock.pass(10);
    expect(sent()).to.deep.equal(['b', 'c', 'd', 'e', 'f']);
  });

  it('answers a vote within its time though the first one hangs', async () => {
    const { host, clock } = page;
    await page.open();
    host.faults = [{ broken: 'hang' }, { broken: 'hang' }, { broken: 'hang' }, { broken: 'hang' }];
    void vote('b');
    let answer: unknown;
    void vote('c').then((result) => (answer = result));
    await clock.pass(8600);
    expect(answer).to.deep.equal({ value: 4, kept: 'queued' });
    await clock.pass(60_000);
    expect([...host.votes.keys()].sort()).to.deep.equal(['b', 'c']);
  });
});
