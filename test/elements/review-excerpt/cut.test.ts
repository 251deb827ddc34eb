import { expect } from '@open-wc/testing';
import { allByRole, part, textOf } from '../../helpers/shadow.js';
import { all, excerptOf, readMore, sentences, shown } from './excerpts.js';

describe('<review-excerpt> text', () => {
  it('renders nothing, not even an author, where there is none', async () => {
    for (const text of ['', ' \n\n ', '\t']) {
      const excerpt = await excerptOf(text, { author: 'Lena', rating: '4', href: 'https://example.com/' });
      expect(excerpt.shadowRoot!.childElementCount).to.equal(0);
      expect(excerpt.getBoundingClientRect().height).to.equal(0);
    }
  });

  it('is cut at the end of a sentence, before 600 characters', async () => {
    const excerpt = await excerptOf(sentences(60));
    expect(shown(excerpt)).to.deep.equal([sentences(30)]);
    expect(readMore(excerpt).ariaExpanded).to.equal('false');
  });

  it('is cut before a word where a sentence is too long', async () => {
    const excerpt = await excerptOf(`${'word '.repeat(300)}end.`, { limit: '52' });
    expect(shown(excerpt)).to.deep.equal([Array(10).fill('word').join(' ')]);
  });

  for (const [limit, length] of [
    ['100', 5],
    ['118', 5],
    ['119', 6],
    ['250', 12],
    ['0', 30],
    ['-5', 30],
    ['abc', 30],
    ['1e9', 60],
  ] as const)
    it(`shows ${length} sentences of 60 with a limit of “${limit}”`, async () => {
      const excerpt = await excerptOf(sentences(60), { limit });
      expect(shown(excerpt)).to.deep.equal([sentences(length)]);
    });

  it('is whole where less than a fifth would be hidden', async () => {
    expect(allByRole(await excerptOf(sentences(12), { limit: '215' }), 'button')).to.have.lengthOf(0);
    expect(allByRole(await excerptOf(sentences(14), { limit: '215' }), 'button')).to.have.lengthOf(1);
  });

  it('is never cut inside what a reader sees as one character', async () => {
    const excerpt = await excerptOf('');
    for (const cluster of ['👨‍👩‍👧‍👦', '🇫🇷', 'é̂', '👍🏽', 'ก็']) {
      const body = cluster.repeat(200);
      for (const limit of [10, 11, 12, 13, 14]) {
        Object.assign(excerpt, { review: { body }, limit });
        await excerpt.updateComplete;
        const [first] = shown(excerpt);
        expect([...new Intl.Segmenter().segment(first!)].every(({ segment }) => segment === cluster)).to.equal(true);
        expect(all(excerpt).replace(' ', '')).to.equal(body);
      }
    }
  });

  it('loses no letter at the cut', async () => {
    const body = sentences(60);
    const excerpt = await excerptOf(body);
    for (let limit = 90; limit < 130; limit++) {
      excerpt.limit = limit;
      await excerpt.updateComplete;
      expect(all(excerpt).replaceAll(' ', '')).to.equal(body.replaceAll(' ', ''));
    }
  });

  it('is paragraphs where blank lines are, and joins the lines of an editor', async () => {
    const excerpt = await excerptOf('One\ntwo three-\nfour 9-\n10 --\nfive.\n \n\nSix.\r\n\r\nSeven\r\neight.');
    expect(shown(excerpt)).to.deep.equal(['One two three-four 9- 10 -- five.', 'Six.', 'Seven eight.']);
  });

  it('draws “…” where it is cut in a paragraph, and not between paragraphs', async () => {
    const drawn = (excerpt: Element): string[] =>
      [...part(excerpt, 'text').querySelectorAll('p')].map((p) => getComputedStyle(p, '::after').content);
    // as after a sentence, and never alone on a line
    expect(drawn(await excerptOf(sentences(60)))[0]).to.equal('"\u00a0…"');
    expect(drawn(await excerptOf('かれは家を出た。'.repeat(200), { lang: 'ja' }))[0]).to.equal('"…"');
    const whole = [sentences(10), sentences(10), sentences(10)].join('\n\n');
    for (const limit of ['199', '200', '201', '202'])
      expect(drawn(await excerptOf(whole, { limit }))[0]).to.equal('none');
  });

  it('has no gap where it was cut between two signs of Japanese, once it is open', async () => {
    const excerpt = await excerptOf('出た。'.repeat(8), { lang: 'ja', limit: '9' });
    excerpt.style.cssText = 'display: block; inline-size: 1200px';
    excerpt.expanded = true;
    await excerpt.updateComplete;
    const [before, after] = [...part(excerpt, 'text').querySelectorAll('p')].map((p) => {
      const range = new Range();
      range.selectNodeContents(p);
      return range.getBoundingClientRect();
    });
    expect(after!.left - before!.right).to.be.within(-0.5, 0.5);
  });
});

describe('<review-excerpt> of a text that goes on elsewhere', () => {
  for (const [body, end] of [
    ['It goes on', 'It goes on…'],
    ['It goes on...', 'It goes on…'],
    ['It goes on …', 'It goes on…'],
    ['A sentence.', 'A sentence. …'],
    ['A question? ...', 'A question? …'],
  ] as const)
    it(`ends “${body}” in one ellipsis: “${end}”`, async () => {
      const excerpt = await excerptOf('');
      excerpt.review = { body, truncated: true };
      await excerpt.updateComplete;
      expect(all(excerpt)).to.equal(end);
    });

  it('has no ellipsis alone in a line', async () => {
    const excerpt = await excerptOf('');
    excerpt.review = { body: 'It is a kind of listening.', truncated: true };
    await excerpt.updateComplete;
    const text = part(excerpt, 'text').querySelector('p')!.firstChild!;
    const heights = new Set<number>();
    const range = new Range();
    for (let width = 120; width <= 300; width += 4) {
      excerpt.style.inlineSize = `${width}px`;
      const [stop, ellipsis] = [3, 1].map((left) => {
        range.setStart(text, text.textContent!.length - left);
        range.setEnd(text, text.textContent!.length - left + 1);
        return range.getBoundingClientRect();
      });
      expect(ellipsis!.bottom, `${width} px`).to.be.closeTo(stop!.bottom, 2);
      heights.add(excerpt.clientHeight);
    }
    expect(heights.size, 'widths where the text breaks').to.be.above(1);
  });

  it('leaves a text as it is that does not say so', async () => {
    const excerpt = await excerptOf('To be...');
    expect(all(excerpt)).to.equal('To be...');
  });

  it('has the ellipsis at the end of the last paragraph', async () => {
    const excerpt = await excerptOf('');
    excerpt.review = { body: 'One.\n\nTwo', truncated: true };
    await excerpt.updateComplete;
    expect([...part(excerpt, 'text').querySelectorAll('p')].map(textOf)).to.deep.equal(['One.', 'Two…']);
  });
});
