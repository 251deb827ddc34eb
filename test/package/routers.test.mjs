// Pages that change themselves without a reload, in the ways that Turbo, htmx, Astro and the morphing libraries have: a reader who voted
// goes to another page and back, again and again, and finds the first as it was.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { until } from './engines.mjs';
import { counterOf } from './instances.mjs';
import { open } from './pages.mjs';

const ROUNDS = 20;

const HER = { ...JSON.parse(readFileSync('test/fixtures/her.json', 'utf8')), poster: undefined };
const HIM = { ...HER, id: 'film-him', title: 'Him' };
const STORE = '<vote-store></vote-store>';
const bodies = (store) => [
  `<h1>One</h1><film-card structured-data><script type="application/json">${JSON.stringify(HER)}</script>Her</film-card>${store}`,
  `<h1>Two</h1><film-card structured-data src="/him.json">Him</film-card>${store}`,
];

// --- what runs in the page ---

/** Each goes to a page, given its number and its markup. */
const ROUTERS = {
  'clones a body before it goes, and puts the clone back': `
    const clones = [];
    globalThis.goTo = (i, html) => {
      clones[1 - i] = document.body.cloneNode(true);
      document.body.replaceWith(clones[i] ?? parsed(html));
    };`,
  'keeps a body as text': `
    const texts = [];
    globalThis.goTo = (i, html) => {
      texts[1 - i] = document.body.innerHTML;
      document.body.innerHTML = texts[i] ?? html;
    };`,
  'parses each page anew': `
    globalThis.goTo = (i, html) => document.body.replaceWith(parsed(html));`,
  'writes the next page over the elements of the one before': `
    globalThis.goTo = (i, html) => morph(document.body, parsed(html));
    function morph(from, to) {
      if (from.nodeType === Node.TEXT_NODE) from.data = to.data;
      for (const { name } of [...(from.attributes ?? [])]) if (!to.hasAttribute(name)) from.removeAttribute(name);
      for (const { name, value } of to.attributes ?? []) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
      const there = [...from.childNodes];
      [...to.childNodes].forEach((child, i) => {
        if (!there[i]) from.append(child);
        else if (there[i].nodeName === child.nodeName) morph(there[i], child);
        else there[i].replaceWith(child);
      });
      for (const extra of there.slice(to.childNodes.length)) extra.remove();
    }`,
};
const COMMON = `
  const parsed = (html) => document.adoptNode(new DOMParser().parseFromString(html, 'text/html').body);`;

/** What a reader and a search engine find, once the page's film is shown and its rating says something like this. */
function found(title, words) {
  const cards = [...document.querySelectorAll('film-card')].map(({ state, shadowRoot, textContent }) => ({
    state,
    titles: [...shadowRoot.querySelectorAll('[part=title]')].map((part) => part.textContent.trim()),
    rating: shadowRoot
      .querySelector('star-rating')
      ?.shadowRoot.querySelector('.text')
      ?.textContent.replace(/\s+/g, ' '),
    light: textContent,
  }));
  const films = [...document.querySelectorAll('script[data-film-widgets]')].map((script) => script.dataset.filmWidgets);
  const [card] = cards;
  return card?.titles[0]?.startsWith(title) && card.rating?.includes(words) && films.length > 0 && { cards, films };
}

const voteFour = () =>
  document
    .querySelector('film-card')
    .shadowRoot.querySelector('star-rating')
    .shadowRoot.querySelector('[value="4"]')
    .click();

// --- what runs here ---

async function openRouted(t, router, store = STORE) {
  const script = '<script src="/film-widgets.js" defer></script>';
  const { page, errors, said } = await open(t, script, { served: { '/him.json': JSON.stringify(HIM) } });
  await page.addScriptTag({ content: `{${COMMON}${router}}` });
  const count = await counterOf(page);
  const [one, two] = bodies(store);
  await page.evaluate((html) => void (document.body.innerHTML = html), one);
  return {
    page,
    errors,
    said,
    /** To the second page and back to the first. */
    async goAndComeBack(words = '') {
      await page.evaluate((html) => globalThis.goTo(1, html), two);
      const away = await until(page, found, 'Him', '');
      await page.evaluate((html) => globalThis.goTo(0, html), one);
      return [away, await until(page, found, 'Her', words)];
    },
    listeners: async () => (await count()).listeners,
  };
}

describe('a page whose router', () => {
  for (const [what, router] of Object.entries(ROUTERS))
    it(`${what}: has the same films, votes and data after ${ROUNDS} rounds, and no more listeners`, async (t) => {
      const { page, errors, said, goAndComeBack, listeners } = await openRouted(t, router);
      await until(page, found, 'Her', '');
      await page.evaluate(voteFour);
      const kept = 'Your rating: 4, kept in this browser';
      const voted = await until(page, found, 'Her', kept);
      assert.deepEqual(voted.films, [HER.id]);
      const [away] = await goAndComeBack();
      assert.deepEqual(away.films, [HIM.id]);
      await goAndComeBack(kept); // what waits for the store is held until then, and would be counted
      const before = await listeners();
      for (let i = 0; i < ROUNDS; i++) {
        const [there, here] = await goAndComeBack(kept);
        assert.deepEqual([there, here], [away, voted]);
      }
      assert.equal(await listeners(), before);
      assert.deepEqual([errors, said], [[], []]);
    });

  it('has nobody to keep votes shows none afterwards (negative control)', async (t) => {
    const { page, goAndComeBack } = await openRouted(t, ROUTERS['keeps a body as text'], '');
    await until(page, found, 'Her', '');
    await page.evaluate(voteFour);
    await until(page, found, 'Her', 'Your rating: 4');
    const [, here] = await goAndComeBack();
    assert.doesNotMatch(here.cards[0].rating, /Your rating/);
  });

  it('runs a script each time that listens on the document has more listeners (negative control)', async (t) => {
    const router = `globalThis.goTo = (i, html) => {
      document.body.innerHTML = html;
      document.addEventListener('vote', () => {});
    };`;
    const { page, goAndComeBack, listeners } = await openRouted(t, router);
    await until(page, found, 'Her', '');
    await goAndComeBack();
    const before = await listeners();
    await goAndComeBack();
    assert.ok((await listeners()) > before);
  });

  it('takes elements along by `moveBefore` keeps the focus, what is chosen and not yet voted, and who answers', async (t) => {
    const { page } = await openRouted(t, '');
    await until(page, found, 'Her', '');
    await page.evaluate(() => document.querySelector('film-card').shadowRoot.querySelector('star-rating').focus());
    await page.keyboard.press('3');
    await page.evaluate(() => {
      const next = document.body.appendChild(document.createElement('main'));
      for (const tag of ['film-card', 'vote-store']) next.moveBefore(document.querySelector(tag), null);
    });
    await until(page, found, 'Her', 'Press Enter to vote: 3 stars');
    await page.keyboard.press('Enter');
    const { films } = await until(page, found, 'Her', 'Your rating: 3, kept in this browser');
    assert.deepEqual(films, [HER.id]);
  });
});
