import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/review-excerpt/review-excerpt.define.js';
import type { ReviewExcerpt } from '../../src/elements/review-excerpt/review-excerpt.js';

describe('links', () => {
  it('have a thin line under them, paler than their words', async () => {
    const review = await fixture<ReviewExcerpt>(
      html`<review-excerpt href="https://example.com/review">It begins well.</review-excerpt>`,
    );
    const link = review.shadowRoot!.querySelector('a')!;
    const { color, textDecorationLine, textDecorationThickness, textDecorationColor } = getComputedStyle(link);
    expect([textDecorationLine, textDecorationThickness]).to.deep.equal(['underline', '1px']);
    expect(textDecorationColor).not.to.equal(color);
  });
});
