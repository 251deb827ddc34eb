import { expect, fixture, html } from '@open-wc/testing';
import type { ExcerptToggleEvent } from '../../../src/elements/review-excerpt/excerpt-toggle-event.js';
import { mouse, press } from '../../helpers/browser.js';
import { allByRole, allParts, byRole, focused, nameOf, next, part, tasks, textOf } from '../../helpers/shadow.js';
import { all, excerptOf, readMore, record, sentences, showLess, shown } from './excerpts.js';

const LONG = sentences(60);

describe('<review-excerpt> “Read More”', () => {
  it('is not there for a text that is shown whole', async () => {
    const excerpt = await excerptOf(sentences(20));
    expect(shown(excerpt)).to.deep.equal([sentences(20)]);
    expect(allByRole(excerpt, 'button')).to.have.lengthOf(0);
    expect(textOf(excerpt.shadowRoot)).not.to.include('…');
  });

  it('is a native button that says whether the text is open, by its visible words', async () => {
    const excerpt = await excerptOf(LONG);
    const button = readMore(excerpt);
    expect(button.localName).to.equal('button');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.hasAttribute('aria-label')).to.equal(false);
    expect(button).to.equal(part(excerpt, 'toggle'));
    expect(byRole(excerpt, 'article').contains(button)).to.equal(true);
    expect(button.closest('a')).to.equal(null);
  });

  it('is described by the author, or else by the title', async () => {
    const described = async (attributes: Record<string, string>): Promise<string> => {
      const excerpt = await excerptOf(LONG, attributes);
      const ids = readMore(excerpt).getAttribute('aria-describedby')!.split(' ');
      return ids.map((id) => textOf(excerpt.shadowRoot!.getElementById(id))).join(' ');
    };
    expect(await described({ author: 'Lena', heading: 'Fine', date: '2013' })).to.equal('By Lena');
    expect(await described({ heading: 'Fine' })).to.equal('Fine');
    expect(await described({})).to.equal('');
  });

  for (const key of ['Enter', 'Space'])
    it(`opens and closes by ${key}, with the focus kept`, async () => {
      const excerpt = await excerptOf(LONG);
      const button = readMore(excerpt);
      button.focus();
      await press(key);
      await excerpt.updateComplete;
      expect(nameOf(button)).to.equal('Show less');
      expect(button.ariaExpanded).to.equal('true');
      expect(focused()).to.equal(button);
      expect(shown(excerpt).join(' ')).to.include('Sentence number 60.');
      await press(key);
      await excerpt.updateComplete;
      expect(nameOf(button)).to.equal('Read More');
      expect(button.ariaExpanded).to.equal('false');
      expect(focused()).to.equal(button);
      expect(shown(excerpt).join(' ')).not.to.include('Sentence number 60.');
    });

  it('opens by mouse, and tells it once, through a shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const excerpt = document.createElement('review-excerpt');
    excerpt.textContent = LONG;
    outer.attachShadow({ mode: 'open' }).append(excerpt);
    await excerpt.updateComplete;
    const heard = record(document);
    const toggled = next<ExcerptToggleEvent>(document, 'excerpt-toggle');
    await mouse.click(readMore(excerpt));
    const { bubbles, composed, cancelable, detail } = await toggled;
    expect({ bubbles, composed, cancelable, detail }).to.deep.equal({
      bubbles: true,
      composed: true,
      cancelable: false,
      detail: { expanded: true },
    });
    await mouse.click(showLess(excerpt));
    expect(heard).to.deep.equal([true, false]);
  });

  it('comes after the text and before the link, in the order of the Tab key', async () => {
    const excerpt = await excerptOf(LONG, { href: 'https://example.com/' });
    const before = Object.assign(document.createElement('button'), { textContent: 'before' });
    excerpt.before(before);
    before.focus();
    await press('Tab');
    expect(focused()).to.equal(readMore(excerpt));
    await press('Tab');
    expect(focused()).to.equal(byRole(excerpt, 'link'));
  });

  it('stays in view when a long text above it closes', async () => {
    const excerpt = await excerptOf(sentences(900), { expanded: '' });
    excerpt.after(Object.assign(document.createElement('div'), { style: 'block-size: 3000px' }));
    const button = showLess(excerpt);
    button.scrollIntoView({ block: 'center' });
    expect(scrollY).to.be.above(500);
    await mouse.click(button);
    await excerpt.updateComplete;
    await tasks();
    const { top, bottom } = button.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    scrollTo(0, 0);
  });

  it('moves nothing in view when it opens', async () => {
    const excerpt = await excerptOf(sentences(900));
    const { top } = part(excerpt, 'text').getBoundingClientRect();
    readMore(excerpt).click();
    await excerpt.updateComplete;
    await tasks();
    expect(part(excerpt, 'text').getBoundingClientRect().top).to.equal(top);
  });
});

describe('<review-excerpt expanded>', () => {
  it('shows all of the text from the start', async () => {
    const excerpt = await excerptOf(LONG, { expanded: '' });
    expect(shown(excerpt).join(' ')).to.include('Sentence number 60.');
    expect(showLess(excerpt).ariaExpanded).to.equal('true');
  });

  it('is reflected, and set by the page without an event', async () => {
    const excerpt = await excerptOf(LONG);
    const heard = record(excerpt);
    excerpt.expanded = true;
    await excerpt.updateComplete;
    expect(excerpt.hasAttribute('expanded')).to.equal(true);
    expect(allByRole(excerpt, 'button', 'Show less')).to.have.lengthOf(1);
    excerpt.removeAttribute('expanded');
    await excerpt.updateComplete;
    expect(excerpt.expanded).to.equal(false);
    expect(shown(excerpt).join(' ')).not.to.include('Sentence number 60.');
    expect(heard).to.deep.equal([]);
    readMore(excerpt).click();
    await excerpt.updateComplete;
    expect(excerpt.hasAttribute('expanded')).to.equal(true);
  });

  it('shows a paragraph that was cut in two as one, on one line', async () => {
    const excerpt = await excerptOf('One two. Three four. Five six. Seven eight.', { limit: '20', expanded: '' });
    const [first, last] = part(excerpt, 'text').querySelectorAll('p');
    expect(all(excerpt)).to.equal('One two. Three four. Five six. Seven eight.');
    expect(first!.getClientRects()[0]!.top).to.equal(last!.getClientRects()[0]!.top);
  });

  it('keeps the paragraphs apart from one that was cut in two', async () => {
    const texts = ['First one.', 'Second is long. It goes on. And on.', 'Third and last.'];
    const excerpt = await excerptOf(texts.join('\n\n'), { limit: '30', expanded: '' });
    const rows = [...part(excerpt, 'text').querySelectorAll('p')].map((p) => p.getClientRects()[0]!);
    expect(rows).to.have.lengthOf(4);
    const [first, cut, on, third] = rows.map(({ top }) => top);
    expect(on).to.equal(cut);
    const line = rows[0]!.height;
    for (const gap of [cut! - first!, third! - on!]) expect(gap).to.be.within(line * 1.3, line * 1.6);
  });

  it('has the same parts open and shut', async () => {
    const excerpt = await excerptOf(LONG, { author: 'Lena' });
    const names = (): string[] =>
      ['base', 'byline', 'text', 'toggle'].filter((name) => allParts(excerpt, name).length === 1);
    expect(names()).to.have.lengthOf(4);
    excerpt.expanded = true;
    await excerpt.updateComplete;
    expect(names()).to.have.lengthOf(4);
  });
});
