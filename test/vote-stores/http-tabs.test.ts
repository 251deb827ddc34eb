import { expect } from '@open-wc/testing';
import { message, radio } from '../elements/star-rating/helpers.js';
import { QUEUED, SAVED } from './http-page.js';
import { SimBrowser, type SimTab } from './sim-browser.js';

for (const locks of [true, false])
  describe(`httpVotes in several tabs ${locks ? 'with locks' : 'that agree by a lease'}`, () => {
    let browser: SimBrowser;
    let first: SimTab;
    const shown = (): string[] => browser.tabs.map(({ rating }) => message(rating));
    const vote = (tab: SimTab, value: number): void => radio(tab.rating, value).click();

    beforeEach(async () => {
      browser = await SimBrowser.start({ locks });
      first = browser.open();
      await browser.clock.pass(100);
    });
    afterEach(() => {
      browser.close();
    });

    it('sends a vote made offline once, after a reload', async () => {
      const { clock, host } = browser;
      await browser.goOnline(false);
      vote(first, 4);
      await clock.pass(1000);
      first.reload();
      await clock.pass(10_000);
      expect([host.writes.length, shown()]).to.deep.equal([0, [QUEUED]]);
      await browser.goOnline(true);
      await clock.pass(10_000);
      expect([host.writes.length, shown(), host.votes.get('a')]).to.deep.equal([1, [SAVED], 4]);
    });

    it('sends it from one tab only, and shows it in all', async () => {
      const { clock, host } = browser;
      for (let i = 0; i < 3; i++) browser.open();
      await clock.pass(100);
      await browser.goOnline(false);
      vote(first, 4);
      await clock.pass(1000);
      expect(shown()).to.deep.equal([QUEUED, QUEUED, QUEUED, QUEUED]);
      await browser.goOnline(true);
      await clock.pass(30_000);
      expect([host.writes.length, shown()]).to.deep.equal([1, [SAVED, SAVED, SAVED, SAVED]]);
    });

    it('counts a vote once whose tab was closed 10 ms later, and tidies up at the next visit', async () => {
      const { clock, host } = browser;
      vote(first, 4);
      await clock.pass(10);
      first.close();
      await clock.pass(1000);
      expect(host.votes.get('a')).to.equal(4);
      browser.open();
      await clock.pass(20_000);
      expect(shown()).to.deep.equal([SAVED]);
      expect(new Set(host.writes.map(({ key }) => key)).size).to.equal(1);
      expect([...browser.storage.keys()].filter((key) => key.includes(':vote:'))).to.deep.equal([]);
    });

    it('ends with the same in all tabs, the host’s, when two vote in the same millisecond', async () => {
      const { clock, host } = browser;
      const second = browser.open();
      await clock.pass(100);
      vote(first, 2);
      vote(second, 4);
      await clock.pass(30_000);
      expect([host.crowd('a').count, shown()]).to.deep.equal([3, [SAVED, SAVED]]);
      expect(host.votes.get('a')).to.equal(4);
    });

    it('counts one reader whose tab did not live to hear of the first vote, and who changes it offline', async () => {
      const { clock, host } = browser;
      browser.options.lose = () => 'reply';
      vote(first, 4);
      await clock.pass(50);
      await browser.goOnline(false);
      const next = first.reload();
      await clock.pass(0);
      vote(next, 5);
      await clock.pass(1000);
      browser.options.lose = () => undefined;
      await browser.goOnline(true);
      await clock.pass(30_000);
      expect([host.votes.get('a'), host.crowd('a').count]).to.deep.equal([5, 3]);
      expect(shown()).to.deep.equal([SAVED.replace('4', '5')]);
    });

    async function closeWhileSending(): Promise<void> {
      browser.options.lose = () => 'request';
      vote(first, 4);
      await browser.clock.pass(100);
      first.close();
      browser.options.lose = () => undefined;
    }

    it('takes over what a tab left behind that was closed while it was sending', async () => {
      const { clock, host } = browser;
      await closeWhileSending();
      browser.open();
      await clock.pass(20_000);
      expect([host.votes.get('a'), shown()]).to.deep.equal([4, [SAVED]]);
    });

    it('does not wait for what such a tab left behind when the clock was set back since', async () => {
      const { clock, host } = browser;
      await closeWhileSending();
      browser.setBack(3_600_000);
      browser.open();
      await clock.pass(20_000);
      expect([host.votes.get('a'), shown()]).to.deep.equal([4, [SAVED]]);
    });
  });
