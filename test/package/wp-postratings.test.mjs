// The script of docs/wp-postratings.md, on markup as the plugin left it in saved posts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fences, read } from './markdown.mjs';
import { open } from './pages.mjs';

const { code } = fences(read('docs/wp-postratings.md')).find(({ lang }) => lang === 'js');
const saved = (id, words) =>
  `<div id="post-ratings-${id}" class="post-ratings"><img alt="1 Star" src="data:,"><img alt="2 Stars" src="data:,"> (${words})</div>
   <div id="post-ratings-${id}-loading" class="post-ratings-loading">Loading...</div>`;
const savedByVersion2 = (id, words) =>
  `<div id="wp-postratings-${id}" class="wp-postratings"><span role="img" aria-label="rated"></span> (<em>${words}</em>)</div>`;

describe('markup of the plugin', () => {
  it('becomes star ratings with its numbers', async (t) => {
    const posts = [
      saved(7, '<strong>12</strong> votes, average: <strong>3,75</strong> out of 5'),
      saved(8, 'No Ratings Yet'),
      saved(9, '<strong>1.204</strong> votes, average: <strong>4,10</strong> out of 5'),
      savedByVersion2(
        10,
        '<strong>1,204</strong> votes, average: <strong>2.35</strong> out of 5, <strong>rated</strong>',
      ),
      '<div class="post-ratings">something else</div>',
    ];
    const { page, errors } = await open(
      t,
      `${posts.join('')}<script type="module" src="/film-widgets.js"></script><script type="module">${code}</script>`,
    );
    const found = await page.$$eval('star-rating', (all) =>
      all.map(({ subject, count, average, shadowRoot }) => [
        subject,
        count,
        average,
        /[\d.]+ out of 5/.exec(shadowRoot.textContent)?.[0] ?? null,
      ]),
    );
    assert.deepEqual(found, [
      ['post:7', 12, 3.75, '3.8 out of 5'],
      ['post:8', null, null, null],
      ['post:9', 1204, 4.1, '4.1 out of 5'],
      ['post:10', 1204, 2.35, '2.4 out of 5'],
    ]);
    assert.equal(await page.$$eval('.post-ratings', (all) => all.length), 1);
    assert.deepEqual(errors, []);
  });
});
