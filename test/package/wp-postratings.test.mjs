// The script of docs/wp-postratings.md, on markup as the plugin left it in saved posts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fences, read } from './markdown.mjs';
import { open } from './pages.mjs';

const { code } = fences(read('docs/wp-postratings.md')).find(({ lang }) => lang === 'js');
const saved = (id, words) =>
  `<div id="post-ratings-${id}" class="post-ratings"><img alt="1 Star" src="data:,"><img alt="2 Stars" src="data:,"> (${words})</div>`;

describe('markup of the plugin', () => {
  it('becomes star ratings with its numbers', async (t) => {
    const posts = [
      saved(7, '<strong>12</strong> votes, average: <strong>3,75</strong> out of 5'),
      saved(8, 'No Ratings Yet'),
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
        shadowRoot.textContent.includes('3.8'),
      ]),
    );
    assert.deepEqual(found, [
      ['post:7', 12, 3.75, true],
      ['post:8', null, null, false],
    ]);
    assert.equal(await page.$$eval('.post-ratings', (all) => all.length), 1);
    assert.deepEqual(errors, []);
  });
});
