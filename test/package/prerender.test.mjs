// A page that Chromium has rendered before its reader came (speculation rules, as WordPress has them): it is hidden until then, and its
// locks wait. What the reader has voted meanwhile on the page before is shown in it, and what could not be sent is sent by it.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { engines, goTo, until } from './engines.mjs';
import { openSite, says, vote } from './vote-pages.mjs';

const { start } = engines.find(({ name }) => name === 'chromium');

let site;
let engine;
before(async () => {
  site = await openSite();
  engine = await start();
});
after(async () => {
  await engine?.close();
  site?.close();
});

/**
 * Has the browser render the next page, which says in localStorage that it is there. When a reader comes to that, it tells another tab what
 * it shows, and votes as it is told: puppeteer may lose sight of it.
 */
const HEAD = `<script>
  if (document.prerendering) {
    addEventListener('load', () => localStorage.setItem(location.search, 'rendered'));
    const channel = new BroadcastChannel('test');
    channel.onmessage = ({ data }) => (${vote})(data);
    document.addEventListener('prerenderingchange', () => setInterval(() => channel.postMessage((${says})('')), 50));
  } else {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.text = JSON.stringify({ prerender: [{ source: 'list', urls: [location.href + '&next'], eagerness: 'immediate' }] });
    document.head.append(rules);
  }
</script>`;

/** A page without ratings, whose next one is rendered; a reader who goes on is heard of only if that is the page they come to. */
async function open(t, subject) {
  const profile = await engine.profile();
  t.after(() => profile.close());
  const watcher = await profile.open(`${site.url}/elsewhere`);
  await watcher.evaluate(() => {
    globalThis.channel = new BroadcastChannel('test');
    globalThis.channel.onmessage = ({ data }) => (globalThis.heard = data);
  });
  const address = site.page(subject, { head: HEAD });
  const tab = await profile.open(address);
  await until(tab, says, 'No ratings yet');
  await until(tab, () => localStorage.getItem(`${location.search}&next`));
  return {
    says: (words) => until(tab, says, words),
    vote: (value) => tab.evaluate(vote, value),
    async goOn() {
      await tab.evaluate(goTo, `${address}&next`);
      await until(watcher, () => globalThis.heard);
      return {
        says: (words) => until(watcher, (words) => globalThis.heard.includes(words), words),
        vote: (value) => watcher.evaluate((value) => globalThis.channel.postMessage(value), value),
      };
    },
  };
}

it('shows what was voted on the page before, after it was rendered', async (t) => {
  const page = await open(t, 'film-voted');
  await page.vote(4);
  await page.says('Your rating: 4, saved');
  const next = await page.goOn();
  await next.says('4 out of 5, 1 vote Your rating: 4, saved');
});

it('sends what could not be sent from the page before', async (t) => {
  t.after(() => site.answerBy(undefined));
  const page = await open(t, 'film-waiting');
  site.answerBy((_request, response) => response.destroy());
  await page.vote(2);
  await page.says('Your rating: 2, waiting to be sent');
  site.answerBy(undefined);
  const next = await page.goOn();
  await next.says('2 out of 5, 1 vote Your rating: 2, saved');
  assert.equal((await site.crowd('film-waiting')).count, 1);
});

it('takes votes as any other', async (t) => {
  const page = await open(t, 'film-later');
  const next = await page.goOn();
  await next.says('No ratings yet');
  await next.vote(3);
  await next.says('3 out of 5, 1 vote Your rating: 3, saved');
});
