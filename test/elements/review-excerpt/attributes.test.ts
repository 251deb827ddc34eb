import { expect, fixture, html } from '@open-wc/testing';
import { ReviewExcerpt as ReviewExcerptClass } from '../../../src/elements/review-excerpt/review-excerpt.js';
import type { Review } from '../../../src/film/film.js';
import { asPrinted } from '../../helpers/printed.js';
import { allByRole, allParts, byRole, frames, nameOf, part, textOf } from '../../helpers/shadow.js';
import { all, excerptOf, record, sentences, showLess, shown, type ReviewExcerpt } from './excerpts.js';

const line = (excerpt: ReviewExcerpt): string[] => [...part(excerpt, 'byline').children].map(textOf);

describe('<review-excerpt> attributes', () => {
  it('say who, when and how good, under a heading', async () => {
    const excerpt = await excerptOf('Take tissues.', {
      author: 'Lena',
      heading: 'Sad and funny',
      date: '2013-12-15',
      rating: '4',
    });
    expect(nameOf(byRole(excerpt, 'article'))).to.equal('Sad and funny');
    expect(textOf(byRole(excerpt, 'heading'))).to.equal('Sad and funny');
    expect(line(excerpt)).to.deep.equal(['By Lena', 'December 15, 2013', '4 out of 5']);
    expect(byRole<HTMLTimeElement>(excerpt, 'time').dateTime).to.equal('2013-12-15');
    expect(shown(excerpt)).to.deep.equal(['Take tissues.']);
  });

  it('may be text where they are set as properties, as frameworks do', async () => {
    const excerpt = await excerptOf('Take tissues. '.repeat(20));
    Object.assign(excerpt, { rating: '4', best: '5', limit: '20', headingLevel: '4', heading: 'Sad' });
    await excerpt.updateComplete;
    expect(line(excerpt)).to.deep.equal(['4 out of 5']);
    expect(byRole(excerpt, 'heading').ariaLevel).to.equal('4');
    expect(shown(excerpt)[0]!.length).to.be.below(25);
    Object.assign(excerpt, { rating: ' ' });
    await excerpt.updateComplete;
    expect(allParts(excerpt, 'byline')).to.deep.equal([]);
  });

  for (const [review, byline] of [
    [{ rating: 0, best: 0 }, ['0 out of 5']],
    [{ rating: 4, best: -1 }, ['4 out of 5']],
    [{ rating: 4, best: NaN }, ['4 out of 5']],
    [{ rating: 4, best: null }, ['4 out of 5']],
    [{ rating: 4, best: Infinity }, ['4 out of 5']],
    [{ rating: NaN, best: Infinity }, undefined],
    [{ rating: 6, best: 0 }, undefined],
    [{ rating: 11, best: 10 }, undefined],
    [{ rating: -1 }, undefined],
    [{ rating: NaN }, undefined],
    [{ rating: '4', best: '10' }, ['4 out of 10']],
    [{ rating: '4 stars' }, undefined],
  ] as const)
    it(`a review that is set, rated ${review.rating} of ${'best' in review ? review.best : 'nothing'}, says ${byline?.[0] ?? 'no rating'}`, async () => {
      const excerpt = await excerptOf('');
      excerpt.review = { body: 'Take tissues.', ...review } as Review;
      await excerpt.updateComplete;
      expect(allParts(excerpt, 'byline').map(() => line(excerpt))).to.deep.equal(byline ? [byline] : []);
      expect(
        allByRole(excerpt, 'article')
          .map((article) => article.outerHTML)
          .join(),
      ).not.to.contain('NaN');
    });

  for (const [markup, paragraphs] of [
    ['<p>One.</p>\n<p>Two.</p>', ['One.', 'Two.']],
    ['<p>One.</p><p>Two <em>and</em>\nhalf.</p>', ['One.', 'Two and half.']],
    ['Before.<p>One.</p>After.', ['Before.', 'One.', 'After.']],
    ['<div><p>One.</p><blockquote>Two.</blockquote></div>', ['One.', 'Two.']],
    ['<ul><li>One</li><li>Two</li></ul>', ['One', 'Two']],
    ['One<br>line', ['One line']],
    ['One <b>bold</b><i>er</i> word', ['One bolder word']],
    ['One<!-- a note --> word<!---->', ['One word']],
    ['<p>Good.<span hidden>note</span></p><p hidden>A draft.</p>', ['Good.']],
    ['<article>One.</article><article>Two.</article>', ['One.', 'Two.']],
    ['<dl><dt>Acting</dt><dd>Fine.</dd></dl>', ['Acting', 'Fine.']],
    ['<table><tr><th>Acting<th>Script<tr><td>4<td>3</table>', ['Acting Script', '4 3']],
    ['One.<hr>Two.<pre>Three.</pre>', ['One.', 'Two.', 'Three.']],
    ['<style>p {}</style><p>One.</p><script type="text/plain">x</script><noscript>y</noscript>', ['One.']],
  ] as const)
    it(`leave the text the paragraphs that it has on the page: ${markup.replace('\n', '↵')}`, async () => {
      const excerpt = document.createElement('review-excerpt');
      excerpt.innerHTML = markup;
      await fixture(html`<div>${excerpt}</div>`);
      expect(shown(excerpt)).to.deep.equal(paragraphs);
    });

  for (const [what, tag, given, byline] of [
    ['its review', 'late-excerpt', { review: { author: 'Max', body: sentences(9) } }, ['By Max']],
    ['its author', 'late-excerpt-with-author', { author: 'Lena', rating: 9, best: 10 }, ['By Lena', '9 out of 10']],
  ] as const)
    it(`may be set as properties before it is defined, ${what} among them`, async () => {
      const page = await fixture(html`<div></div>`);
      const early: HTMLElement = document.createElement(tag);
      early.textContent = sentences(9);
      Object.assign(early, { ...given, limit: 20, expanded: true });
      page.append(early);
      customElements.define(tag, class extends ReviewExcerptClass {});
      const excerpt = early as ReviewExcerpt;
      await excerpt.updateComplete;
      expect(line(excerpt)).to.deep.equal(byline);
      expect(showLess(excerpt).ariaExpanded).to.equal('true');
      expect(all(excerpt)).to.equal(sentences(9));
      expect(Object.keys(excerpt).filter((key) => key in given)).to.deep.equal([]);
    });

  it('leave no trace where there are none', async () => {
    const excerpt = await excerptOf('Take tissues.');
    for (const name of ['heading', 'byline', 'rating', 'source', 'toggle'])
      expect(allParts(excerpt, name), name).to.have.lengthOf(0);
    expect(textOf(excerpt.shadowRoot)).to.equal('Take tissues.');
    expect(nameOf(byRole(excerpt, 'article'))).to.equal('Take tissues.');
  });

  for (const [name, value] of [
    ['author', ''],
    ['heading', ''],
    ['date', ''],
    ['date', 'last week'],
    ['date', '2013-02-30'],
    ['rating', ''],
    ['rating', ' '],
    ['rating', 'abc'],
    ['rating', '-1'],
    ['rating', '1e999'],
    ['rating', '6'],
  ] as const)
    it(`leave no trace when they are wrong: ${name}="${value}"`, async () => {
      const excerpt = await excerptOf('Take tissues.', { [name]: value });
      expect(textOf(excerpt.shadowRoot)).to.equal('Take tissues.');
      expect(allParts(excerpt, 'byline')).to.have.lengthOf(0);
    });

  for (const [rating, best, words] of [
    ['9', '10', '9 out of 10'],
    ['3.5', undefined, '3.5 out of 5'],
    ['0', '4', '0 out of 4'],
    ['87', '100', '87 out of 100'],
    ['4', 'abc', '4 out of 5'],
    ['4', '0', '4 out of 5'],
    ['4', '-10', '4 out of 5'],
  ] as const)
    it(`show a rating on the review’s own scale: ${rating} of ${best ?? 'nothing'} is “${words}”`, async () => {
      const excerpt = await excerptOf('Text.', { rating, ...(best && { best }) });
      expect(textOf(part(excerpt, 'rating'))).to.equal(words);
      const stars = part(excerpt, 'rating').querySelector('[aria-hidden=true]')!;
      expect(stars.getBoundingClientRect().width).to.be.above(40);
    });

  it('draw all five stars level in vertical text, too', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.style.writingMode = 'vertical-rl';
    page.innerHTML = '<review-excerpt rating="4">Text.</review-excerpt>';
    const excerpt = page.querySelector('review-excerpt')!;
    await excerpt.updateComplete;
    const { width, height } = part(excerpt, 'stars').getBoundingClientRect();
    expect(width / height).to.be.closeTo(5, 0.1);
  });

  it('change what is shown when they change', async () => {
    const excerpt = await excerptOf('Text.', { author: 'Lena' });
    excerpt.author = 'Max';
    excerpt.setAttribute('rating', '3');
    await excerpt.updateComplete;
    expect(line(excerpt)).to.deep.equal(['By Max', '3 out of 5']);
    excerpt.removeAttribute('author');
    excerpt.rating = null;
    await excerpt.updateComplete;
    expect(allParts(excerpt, 'byline')).to.have.lengthOf(0);
  });

  for (const [level, expected] of [
    ['2', 2],
    ['4', 4],
    ['6', 6],
    ['1', 3],
    ['7', 3],
    ['x', 3],
    [undefined, 3],
  ] as const)
    it(`make a heading of level ${expected} of heading-level="${level ?? ''}"`, async () => {
      const excerpt = await excerptOf('Text.', { heading: 'Fine', ...(level && { 'heading-level': level }) });
      expect(byRole(excerpt, 'heading').ariaLevel).to.equal(`${expected}`);
    });

  it('are shown as they are written: markup in every one', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const excerpt = await excerptOf(markup, {
      author: markup,
      heading: markup,
      source: markup,
      href: 'https://a.example/',
    });
    expect(excerpt.shadowRoot!.querySelectorAll('img')).to.have.lengthOf(0);
    expect(textOf(byRole(excerpt, 'heading'))).to.equal(markup);
    expect(line(excerpt)).to.deep.equal([`By ${markup}`]);
    expect(shown(excerpt)).to.deep.equal([markup]);
    expect(textOf(part(excerpt, 'source'))).to.equal(`Read the full review on ${markup}`);
  });
});

describe('<review-excerpt> text in the page', () => {
  it('is read again when it changes', async () => {
    const excerpt = await excerptOf('One.');
    const changed = async (change: () => void): Promise<string[]> => {
      change();
      await frames();
      await excerpt.updateComplete;
      return allParts(excerpt, 'text').length ? shown(excerpt) : [];
    };
    expect(await changed(() => (excerpt.textContent = 'Two.'))).to.deep.equal(['Two.']);
    expect(await changed(() => ((excerpt.firstChild as Text).data = 'Three.'))).to.deep.equal(['Three.']);
    expect(await changed(() => excerpt.append(' Four.'))).to.deep.equal(['Three. Four.']);
    expect(await changed(() => excerpt.replaceChildren())).to.deep.equal([]);
  });

  it('is there in an excerpt that the page hides, and follows what the page hides in it', async () => {
    const excerpt = await excerptOf('', { hidden: '' });
    excerpt.innerHTML = '<p>One.</p><p hidden>Two.</p>';
    await frames();
    expect(all(excerpt)).to.equal('One.');
    excerpt.querySelectorAll('p')[1]!.hidden = excerpt.hidden = false;
    await frames();
    expect(shown(excerpt)).to.deep.equal(['One.', 'Two.']);
  });

  it('may come after the element', async () => {
    const excerpt = await excerptOf('');
    excerpt.append(sentences(3));
    await frames();
    expect(shown(excerpt)).to.deep.equal([sentences(3)]);
  });

  it('is not shown twice', async () => {
    const excerpt = await excerptOf('');
    excerpt.innerHTML = '<p>Only once.</p>';
    await frames();
    expect(excerpt.querySelector('p')!.checkVisibility()).to.equal(false);
    expect(shown(excerpt)).to.deep.equal(['Only once.']);
  });
});

describe('<review-excerpt> review', () => {
  it('goes before the attributes and the text', async () => {
    const excerpt = await excerptOf('Light.', { author: 'Lena', heading: 'Light', rating: '1' });
    excerpt.review = { author: 'Max', body: 'Dark.' };
    await excerpt.updateComplete;
    expect(textOf(excerpt.shadowRoot)).to.equal('By Max Dark.');
    excerpt.review = null;
    await excerpt.updateComplete;
    expect(shown(excerpt)).to.deep.equal(['Light.']);
    expect(line(excerpt)).to.deep.equal(['By Lena', '1 out of 5']);
  });

  for (const review of [{}, { body: null }, { body: 7 }, { body: ['x'] }])
    it(`renders nothing, and throws nothing, for what is no review: ${JSON.stringify(review)}`, async () => {
      const excerpt = await excerptOf('');
      excerpt.review = review as unknown as Review;
      await excerpt.updateComplete;
      expect(excerpt.shadowRoot!.childElementCount).to.equal(0);
    });

  it('leaves no trace of what is neither text nor a number, such as the author of JSON-LD', async () => {
    const excerpt = await excerptOf('');
    const record = { body: 'Dark.', title: ['x'], author: { '@type': 'Person', name: 'Lena' }, date: {}, href: {} };
    excerpt.review = record as unknown as Review;
    await excerpt.updateComplete;
    expect(textOf(excerpt.shadowRoot)).to.equal('Dark.');
    expect(allByRole(excerpt, 'heading')).to.deep.equal([]);
  });

  it('marks its texts with its language, and keeps its own words in the page’s', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"><review-excerpt></review-excerpt></div>`);
    const excerpt = page.querySelector('review-excerpt')!;
    excerpt.review = { title: 'Schön', body: 'Ein Satz. '.repeat(200), lang: 'de', spoiler: false };
    await excerpt.updateComplete;
    expect(part(excerpt, 'heading').lang).to.equal('de');
    expect(part(excerpt, 'text').lang).to.equal('de');
    expect(byRole(excerpt, 'button', 'Read More').closest('[lang]')).to.equal(null);
  });

  for (const [where, text, first] of [
    ['in a paragraph', `${sentences(30)}\n\n${sentences(30)}`, sentences(5)],
    ['between paragraphs', `${sentences(5)}\n\n${sentences(30)}`, sentences(5)],
  ] as const)
    it(`is printed with all its text, and without its button, when it is cut ${where}`, async () => {
      const excerpt = await excerptOf(text, { author: 'Lena', limit: '100' });
      expect(shown(excerpt)).to.deep.equal([first]);
      await asPrinted(excerpt, () => {
        expect(shown(excerpt).at(-1)).to.equal(sentences(30));
        expect(allByRole(excerpt, 'button')).to.have.lengthOf(0);
        const [top] = part(excerpt, 'text').querySelectorAll('p');
        expect(getComputedStyle(top!, '::after').content).to.be.oneOf(['none', 'normal']);
        expect(getComputedStyle(top!).maskImage).to.equal('none');
      });
      expect(shown(excerpt)).to.deep.equal([first]);
    });

  it('tells nobody of what the page does', async () => {
    const excerpt = await excerptOf(sentences(60));
    const heard = record(excerpt);
    excerpt.review = { body: sentences(90) };
    excerpt.limit = 100;
    excerpt.expanded = true;
    await excerpt.updateComplete;
    expect(heard).to.deep.equal([]);
  });
});
