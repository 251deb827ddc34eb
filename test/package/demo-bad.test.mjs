// The page of the demo whose films are wrong on purpose.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { open, settled } from './demo-pages.mjs';

describe('bad data', () => {
  /** What the page heard of a card, in the order of the lines. */
  const HEARD = 'ul[aria-label="What the page heard"]';
  let page;
  before(async () => {
    ({ page } = await open(undefined, 'bad.html')); // closed with the browser
    await settled(page);
  });

  for (const [id, state, event, words] of [
    ['not-json', 'invalid', 'film-error · syntax', /not readable/],
    ['wrong-type', 'invalid', 'film-error · schema', /an object/],
    ['no-title', 'invalid', 'film-error · schema', /title/],
    ['too-large', 'failed', 'film-error · too-large', /too large/],
    ['status-404', 'failed', 'film-error · http · 404', /404/],
    ['status-500', 'failed', 'film-error · http · 500', /500/],
    ['html', 'failed', 'film-error · syntax', /not readable/],
    ['connection', 'failed', 'film-error · network', /connection/],
    ['wrong-field', 'ready', 'film-load', /A film with odd fields/],
    ['unknown-key', 'ready', 'film-load', /A film with a budget/],
    ['urls', 'ready', 'film-load', /A film whose addresses are scripts/],
    ['markup', 'ready', 'film-load', /<h1 onclick="hacked=1">Title<\/h1>/],
  ])
    it(`${id}: ${state}, said in words and in an event`, async () => {
      const card = await page.$eval(`#${id} film-card`, ({ state, shadowRoot }) => ({
        state,
        text: shadowRoot.textContent,
        hasRetry: shadowRoot.querySelector('[part~="retry"]') !== null,
      }));
      assert.equal(card.state, state);
      assert.match(card.text, words);
      assert.equal(card.hasRetry, state === 'failed');
      assert.equal(await page.$eval(`#${id} ${HEARD} li`, (line) => line.textContent), event);
    });

  it('names each field that was left out', async () => {
    const lines = (id) => page.$$eval(`#${id} ${HEARD} li`, (all) => all.slice(1).map((line) => line.textContent));
    assert.equal((await lines('wrong-field')).length, 9);
    assert.match((await lines('unknown-key')).join(), /^budget/);
    assert.equal((await lines('urls')).length, 12);
    assert.deepEqual(await lines('markup'), []);
  });

  it('runs no text as code and links to no script', async () => {
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    const addresses = await page.$$eval('#urls film-card >>> :is([href], [src], [srcset])', (all) => all.length);
    assert.equal(addresses, 0);
  });

  it('attributes: rubbish is taken for the default', async () => {
    const line = await page.$eval(`#attributes ${HEARD}`, (note) => note.textContent);
    assert.equal(line, 'no event · {"average":null,"max":5,"step":1,"value":5}');
  });
});
