// Votes on the pages of the demo: kept in the browser, shared by everyone, answered by the page, sent by a form.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, click, open, ratingSays, ratingText, shown, star } from './demo-pages.mjs';

describe('the first page', () => {
  it('keeps a vote by mouse over a reload', async (t) => {
    const { page } = await open(t, '');
    await page.waitForFunction(() => document.querySelector('film-card').matches(':state(ready)'));
    await ratingSays(page, 'No ratings yet');
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    await page.reload();
    await ratingSays(page, 'Your rating: 4, kept in this browser');
    assert.match(await ratingText(page), /No ratings yet/, 'the crowd has not voted');
  });
});

describe('votes shared by everyone', () => {
  it('counts the vote of one browser profile in another', async (t) => {
    const { page: mine, wrong } = await open(t, 'shared.html');
    await ratingSays(mine, 'No ratings yet');
    await click(mine, star(4));
    await ratingSays(mine, 'Your rating: 4, saved');
    const { page: theirs } = await open(t, 'shared.html');
    await ratingSays(theirs, '4 out of 5, 1 vote');
    assert.doesNotMatch(await ratingText(theirs), /Your rating/);
    await click(theirs, star(2));
    await ratingSays(theirs, '3 out of 5, 2 votes');
    await mine.reload();
    await ratingSays(mine, '3 out of 5, 2 votes');
    await ratingSays(mine, 'Your rating: 4, saved');
    assert.deepEqual([...wrong], []);
  });
});

describe('a host that answers', () => {
  /** The page's clock, ten times as fast: nobody waits ten seconds for a timeout. */
  const hurry = () => {
    const { setTimeout } = window;
    const { now } = Date;
    window.setTimeout = (callback, delay, ...args) => setTimeout(callback, delay / 10 + 1, ...args); // never early
    Date.now = () => now() * 10;
  };
  const vote = async (t, answer) => {
    const { page, wrong } = await open(t, 'host.html', { prepare: hurry });
    await click(page, `input[value="${answer}"]`);
    await listen(page);
    await click(page, star(4));
    return { page, wrong };
  };
  /** Writes down what the rating says from now on: some words are gone before anybody asks. */
  const listen = (page) =>
    page.$eval('star-rating', ({ shadowRoot }) => {
      globalThis.said = [];
      new MutationObserver(() => globalThis.said.push(shadowRoot.textContent)).observe(shadowRoot, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  const log = (page) =>
    page.$$eval('#log li', (all) =>
      all
        .map(({ firstChild, lastChild }) => ({ type: firstChild.textContent, ...JSON.parse(lastChild.data) }))
        .reverse(),
    );
  const retryButton = '>>> [part~="retry"]';

  for (const answer of ['success', 'slow'])
    it(`${answer}: the host's numbers are shown`, async (t) => {
      const { page, wrong } = await vote(t, answer);
      await ratingSays(page, 'Your rating: 4, saved');
      const said = await page.evaluate(() => globalThis.said);
      if (answer === 'slow') assert.ok(said.some((words) => words.includes('Saving…')));
      assert.match(await ratingText(page), /4\.2 out of 5, 132 votes/);
      const [voted, changed, ...more] = await log(page);
      assert.deepEqual([voted.type, voted.value, voted.source], ['vote', 4, 'pointer']);
      assert.deepEqual([changed, more], [{ type: 'change', value: 4 }, []]);
      assert.deepEqual([...wrong], []);
    });

  for (const [answer, code, words, canRetry] of [
    ['closed', 'closed', 'Voting is closed.', false],
    ['login-required', 'login-required', 'Please sign in to vote.', true],
    ['rate-limited', 'rate-limited', 'Too many votes just now.', true], // after its wait
    ['failure', 'unavailable', 'Your vote could not be saved.', true],
    ['silence', 'timeout', 'no answer came', true],
  ])
    it(`${answer}: the vote is taken back, and the reader told why`, async (t) => {
      const { page, wrong } = await vote(t, answer);
      await ratingSays(page, words);
      const text = await ratingText(page);
      assert.match(text, /4\.2 out of 5, 131 votes/);
      assert.doesNotMatch(text, /Your rating/);
      const [voted, failed, ...more] = await log(page);
      const { type, attempted, restored } = failed;
      assert.deepEqual([voted.type, more], ['vote', []]);
      assert.deepEqual([type, failed.code, attempted, restored], ['vote-error', code, 4, null]);
      if (canRetry) await shown(page, retryButton);
      else assert.equal(await page.$(retryButton), null);
      assert.deepEqual([...wrong], []);
    });

  it('gets the same act again when the reader tries again', async (t) => {
    const { page } = await vote(t, 'failure');
    await shown(page, retryButton);
    await click(page, 'input[value="success"]');
    await click(page, retryButton);
    await ratingSays(page, 'Your rating: 4, saved');
    const [first, , second] = await log(page);
    assert.equal(second.type, 'vote');
    assert.equal(second.idempotencyKey, first.idempotencyKey);
  });

  it('shows a script that can be copied', async (t) => {
    const script = await open(t, 'host.html').then(({ page }) => page.$eval('#script', (code) => code.textContent));
    const { page } = await open(t, '');
    await ratingSays(page, 'No ratings yet');
    const asked = [];
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      asked.push([request.method(), new URL(request.url()).pathname, request.postData()]);
      request.respond({ contentType: 'application/json', body: '{"average":3,"count":9}' });
    });
    await page.addScriptTag({ content: script });
    await click(page, star(4));
    await ratingSays(page, 'Your rating: 4, saved');
    await ratingSays(page, '3 out of 5, 9 votes');
    assert.deepEqual(asked, [['PUT', '/votes/imdb%3Att1798709', '{"value":4}']]);
  });
});

describe('a form field', () => {
  const sent = (page) => page.$eval('#sent', (output) => output.textContent);

  it('refuses to be sent empty, and sends the rating', async (t) => {
    const { page } = await open(t, 'form.html');
    await click(page, button('Send'));
    assert.match(await sent(page), /Nothing yet/);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'star-rating');
    await click(page, star(4));
    await click(page, button('Send'));
    assert.equal(await sent(page), 'rating=4&headline=');
  });

  it('is empty after a reset, and not sent when its fieldset is disabled', async (t) => {
    const { page } = await open(t, 'form.html');
    await click(page, star(4));
    await click(page, button('Reset'));
    assert.equal(await page.$eval('star-rating', (rating) => rating.value), null);
    await click(page, '#off');
    await click(page, button('Send'));
    assert.equal(await sent(page), '(no field)');
  });
});
