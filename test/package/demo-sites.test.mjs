// Pages of the demo as others make theirs: a strict policy, hostile styles, a shadow root, themes, a script that comes late.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, click, open, ratingSays, settled, shown, star } from './demo-pages.mjs';

describe('a strict policy', () => {
  const reported = (page) => page.$eval('#count', (output) => output.value);

  it('is not violated, votes included', async (t) => {
    const { page, wrong } = await open(t, 'csp.html');
    await settled(page);
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4');
    assert.equal(await reported(page), '0 violations');
    assert.deepEqual([...wrong], []);
  });

  it('is a policy that the page notices (negative control)', async (t) => {
    const { page } = await open(t, 'csp.html');
    await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }));
    });
    await page.waitForFunction(() => document.querySelector('#count').value === '1 violation');
  });

  it('is the one that the page shows', async (t) => {
    const { page } = await open(t, 'csp.html');
    const [text, header] = await page.evaluate(async () => [
      document.querySelector('pre').textContent,
      (await fetch('')).headers.get('content-security-policy'),
    ]);
    assert.equal(text, `Content-Security-Policy: ${header}`);
  });
});

describe('sites as they are', () => {
  /** How the card in the hostile box looks, and a button of the page's own beside it. */
  async function looks(t, { withRules }) {
    const { page } = await open(t, 'sites.html');
    await settled(page);
    return page.$eval(
      '#hostile',
      (box, withRules) => {
        document.querySelector('link[href="hostile.css"]').disabled = !withRules;
        const card = box.querySelector('film-card');
        const part = (host, name) => host.shadowRoot.querySelector(`[part~="${name}"]`);
        const [poster, rating, review] = ['poster', 'rating', 'review'].map((name) => part(card, name));
        const look = (element) => {
          const { width, height } = element.getBoundingClientRect();
          const { display, color, backgroundColor, borderTopWidth, textShadow } = getComputedStyle(element);
          return { width, height, display, color, backgroundColor, borderTopWidth, textShadow };
        };
        return {
          own: look(box.querySelector('section > button')),
          title: look(part(card, 'title')),
          picture: look(poster.querySelector('img')),
          stars: look(part(rating, 'stars')),
          star: look(part(rating, 'symbol')),
          text: look(part(review, 'text')),
          toggle: look(part(review, 'toggle')),
        };
      },
      withRules,
    );
  }

  it('a hostile style sheet changes the page’s own button, and nothing inside a card', async (t) => {
    const { own: plainButton, ...plain } = await looks(t, { withRules: false });
    const { own: button, ...inside } = await looks(t, { withRules: true });
    assert.notDeepEqual(button, plainButton, 'the rules reach the box');
    assert.deepEqual(inside, plain);
    assert.equal(inside.stars.width, 5 * inside.star.width);
  });

  it('a card in a shadow root of the page takes a vote, which is kept over a reload', async (t) => {
    const { page, wrong } = await open(t, 'sites.html');
    const rating = '#component >>> star-rating';
    await ratingSays(page, '4.2 out of 5, 873 votes', rating);
    await click(page, `${rating} >>> input[value="4"]`);
    await ratingSays(page, 'Your rating: 4, kept in this browser', rating);
    await page.reload();
    await ratingSays(page, 'Your rating: 4, kept in this browser', rating);
    assert.deepEqual([...wrong], []);
  });

  it('three themes show one film in three ways, and a vote in one is shown in all, and in a plain div', async (t) => {
    const { page } = await open(t, 'sites.html');
    await settled(page);
    const surfaces = await page.$$eval('#themes film-card >>>> [part="base"]', (all) =>
      all.map((base) => getComputedStyle(base).background),
    );
    assert.deepEqual([surfaces.length, new Set(surfaces).size], [3, 3]);
    await click(page, '.pastel >>> star-rating >>> input[value="2"]');
    for (const place of ['.newspaper', '.dark-cinema', '.pastel', '#plain'])
      await ratingSays(page, 'Your rating: 2, kept in this browser', `${place} >>> star-rating`);
  });

  it('a review alone opens in its place, and links to where it is from', async (t) => {
    const { page } = await open(t, 'sites.html');
    await settled(page); // the cards above it, which grow when a click scrolls there
    const isOpen = () =>
      page.$eval('#review', ({ shadowRoot }) =>
        shadowRoot.querySelector('[part="text"]').innerText.includes('good shoes'),
      );
    assert.equal(await isOpen(), false);
    await click(page, '#review >>> [part="toggle"]');
    await page.waitForFunction(() => document.querySelector('#review').expanded);
    assert.equal(await isOpen(), true);
    assert.equal(await page.$eval('#review >>> a', (link) => link.href), 'https://example.com/notebook/her');
  });
});

describe('a script that comes late', () => {
  it('shows what the author wrote until then, and afterwards the card instead', async (t) => {
    const { page, wrong } = await open(t, 'late.html');
    const fallback = await page.$('film-card > h2');
    assert.ok(await fallback.isVisible());
    assert.equal(await page.evaluate(() => customElements.get('film-card')), undefined);
    await click(page, button('Load the script'));
    await ratingSays(page, 'No ratings yet');
    assert.equal(await fallback.isVisible(), false);
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    assert.deepEqual([...wrong], []);
  });

  it('says so where it does not come, and can be tried again', async (t) => {
    const { page } = await open(t, 'late.html', { failsOnce: '/film-widgets.js' });
    await click(page, button('Load the script'));
    await shown(page, '::-p-aria([role="alert"]) ::-p-text(The script could not be loaded.)');
    await click(page, button('Load the script'));
    await ratingSays(page, 'No ratings yet');
    assert.equal(await page.$eval('[role="alert"]', (alert) => alert.checkVisibility()), false);
  });
});
