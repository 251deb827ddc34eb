// A page that Chromium has rendered before its reader came (speculation rules, as WordPress has them): it is hidden until then, and its
// locks wait. What the reader has voted meanwhile on the page before is shown in it, and what could not be sent is sent by it.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { engines, until } from './engines.mjs';
import { openSite } from './vote-pages.mjs';

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

/** Has the browser render the next page, which says in localStorage that it is there, and counts how often a reader comes. */
const HEAD = `<script>
  if (document.prerendering) {
    globalThis.activations = 0;
    document.addEventListener('prerenderingchange', () => globalThis.activations++);
    addEventListener('load', () => localStorage.setItem(location.search, 'rendered'));
  } else {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.text = JSON.stringify({ prerender: [{ source: 'list', urls: [location.href + '&next'], eagerness: 'immediate' }] });
    document.head.append(rules);
  }
</script>`;

function says(words) {
  return document.querySelector('star-rating')?.shadowRoot?.textContent.replace(/\s+/g, ' ').includes(words);
}
function vote(value) {
  document.querySelector('star-rating').shadowRoot.querySelector(`input[value="${value}"]`).click();
}

/** A page without ratings, whose next one is rendered. */
async function open(t, subject) {
  const tab = await engine.open(site.page(subject, { head: HEAD }));
  t.after(() => tab.close());
  await until(tab, says, 'No ratings yet');
  await until(tab, () => localStorage.getItem(`${location.search}&next`));
  return {
    says: (words) => until(tab, says, words),
    vote: (value) => tab.evaluate(vote, value),
    async goOn() {
      await tab.evaluate(() => void setTimeout(() => location.assign(`${location.href}&next`)));
      await until(tab, () => globalThis.activations === 1); // never, if it was loaded anew
    },
  };
}

it('shows what was voted on the page before, after it was rendered', async (t) => {
  const page = await open(t, 'film-voted');
  await page.vote(4);
  await page.says('Your rating: 4, saved');
  await page.goOn();
  await page.says('4 out of 5, 1 vote Your rating: 4, saved');
});

it('sends what could not be sent from the page before', async (t) => {
  t.after(() => site.answerBy(undefined));
  const page = await open(t, 'film-waiting');
  site.answerBy((_request, response) => response.destroy());
  await page.vote(2);
  await page.says('Your rating: 2, waiting to be sent');
  site.answerBy(undefined);
  await page.goOn();
  await page.says('2 out of 5, 1 vote Your rating: 2, saved');
  assert.equal((await site.crowd('film-waiting')).count, 1);
});

it('takes votes as any other', async (t) => {
  const page = await open(t, 'film-later');
  await page.goOn();
  await page.vote(3);
  await page.says('3 out of 5, 1 vote Your rating: 3, saved');
});
