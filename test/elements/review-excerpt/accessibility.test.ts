import { expect, fixture, html } from '@open-wc/testing';
import { expectAccessible } from '../../helpers/axe.js';
import { axTree, mouse, pointOf } from '../../helpers/browser.js';
import { allByRole, byRole, nameOf, part } from '../../helpers/shadow.js';
import { itWith } from '../../helpers/where-possible.js';
import { excerptOf, readMore, sentences } from './excerpts.js';

const EVERYTHING = {
  author: 'Lena',
  heading: 'Sad and funny',
  date: '2013-12-15',
  rating: '9',
  best: '10',
  href: 'https://example.com/',
};

describe('<review-excerpt> accessibility', () => {
  for (const [state, text, attributes] of [
    ['empty', '', {}],
    ['a text alone', 'Take tissues.', {}],
    ['everything, shut', sentences(60), EVERYTHING],
    ['everything, open', sentences(60), { ...EVERYTHING, expanded: '' }],
    ['a spoiler', 'She leaves.', { ...EVERYTHING, spoiler: '' }],
  ] as [string, string, Record<string, string>][])
    it(`has nothing for axe to complain about: ${state}`, async () => {
      await expectAccessible(await excerptOf(text, attributes));
    });

  for (const [scheme, paper, ink] of [
    ['light', '#fff', '#222'],
    ['dark', '#111', '#eee'],
  ] as const)
    it(`has enough contrast in ${scheme}`, async () => {
      const page = await fixture<HTMLElement>(html`<div></div>`);
      page.style.cssText = `color-scheme: ${scheme}; background: ${paper}; color: ${ink}`;
      page.append(await excerptOf(sentences(60), EVERYTHING));
      await expectAccessible(page);
    });

  it('is wrapped by words, not by letters, and never sticks out of its column', async () => {
    const column = await fixture<HTMLElement>(html`<div style="inline-size: 240px; overflow: auto"></div>`);
    const word = 'Donaudampfschiff'.repeat(40);
    column.append(
      await excerptOf(`${word} ${sentences(60)}`, { ...EVERYTHING, author: word, heading: word, source: word }),
    );
    expect(column.scrollWidth).to.be.at.most(240);
  });

  it('has targets of 24 px or more', async () => {
    const excerpt = await excerptOf(sentences(60), { ...EVERYTHING });
    const buttons = allByRole(excerpt, 'button');
    expect(buttons).to.have.lengthOf(1);
    for (const button of buttons) expect(button.getBoundingClientRect().height).to.be.at.least(24);
  });

  for (const [what, attributes, name] of [
    ['its title', EVERYTHING, 'Sad and funny'],
    ['its author where it has no title', { author: 'Lena' }, 'By Lena'],
  ] as const)
    it(`is named by ${what}`, async () => {
      expect(nameOf(byRole(await excerptOf('Take tissues.', attributes), 'article'))).to.equal(name);
    });

  it('has no label that is not there', async () => {
    const article = byRole(await excerptOf('Take tissues.'), 'article');
    expect(article.hasAttribute('aria-labelledby')).to.equal(false);
  });

  it('is a quotation as wide as its column', async () => {
    const excerpt = await excerptOf(sentences(9));
    const quotation = part(excerpt, 'text');
    expect(quotation.localName).to.equal('blockquote');
    expect(quotation.getBoundingClientRect().left).to.equal(excerpt.getBoundingClientRect().left);
  });

  it('has buttons that begin where the text does, with no edge outside', async () => {
    const excerpt = await excerptOf(sentences(60));
    expect(readMore(excerpt).getBoundingClientRect().left).to.equal(excerpt.getBoundingClientRect().left);
  });

  it('can be clicked on the chevron, too', async () => {
    const excerpt = await excerptOf(sentences(60));
    await mouse.click(pointOf(readMore(excerpt), 0.93));
    await excerpt.updateComplete;
    expect(byRole(excerpt, 'button', 'Show less').ariaExpanded).to.equal('true');
  });

  itWith('accessibility tree', 'tells assistive technology who says what, and what is hidden', async () => {
    const excerpt = await excerptOf('One two. Three four. Five six.', { ...EVERYTHING, limit: '10' });
    expect((await axTree(excerpt)).split('\n')).to.deep.equal([
      'article "Sad and funny"',
      '  heading "Sad and funny" level=3',
      '  StaticText "By Lena"',
      '  time',
      '    StaticText "December 15, 2013"',
      '  StaticText "9 out of 10"',
      '  blockquote',
      '    paragraph',
      '      StaticText "One two."',
      '      StaticText "…"',
      '  button "Read More" description="By Lena" expanded=false',
      '  link "Read the full review on example.com"',
    ]);
  });

  itWith('accessibility tree', 'reads a paragraph that was cut in two without a break', async () => {
    const excerpt = await excerptOf('One two. Three four. Five six.', { limit: '10', expanded: '' });
    expect((await axTree(excerpt)).split('\n')).to.deep.equal([
      'article',
      '  blockquote',
      '    StaticText "One two."',
      '    StaticText "Three four. Five six."',
      '  button "Show less" expanded',
    ]);
  });
});
