import { expect } from '@open-wc/testing';
import { part, textOf } from '../../helpers/shadow.js';
import { excerptOf, record, sentences, showLess, shown, type ReviewExcerpt } from './excerpts.js';

/** What “Read More” hides. */
const hiddenPart = (excerpt: ReviewExcerpt): HTMLElement =>
  part(excerpt, 'text').querySelector<HTMLElement>('[hidden]')!;

describe('<review-excerpt> and find-in-page', () => {
  it('keeps the hidden text in the page, hidden until it is found', async () => {
    const excerpt = await excerptOf(sentences(60));
    const hidden = hiddenPart(excerpt);
    expect(hidden.getAttribute('hidden')).to.equal('until-found');
    expect(textOf(hidden)).to.include('Sentence number 60.');
    expect(shown(excerpt).join()).not.to.include('Sentence number 60.');
    expect(part(excerpt, 'toggle').getAttribute('aria-controls')).to.equal(hidden.id);
  });

  it('opens where something is found, and tells it', async () => {
    const excerpt = await excerptOf(sentences(60));
    const heard = record(document);
    const hidden = hiddenPart(excerpt);
    hidden.dispatchEvent(new Event('beforematch', { bubbles: true })); // then the browser takes `hidden` away
    hidden.removeAttribute('hidden');
    await excerpt.updateComplete;
    expect(heard).to.deep.equal([true]);
    expect(excerpt.expanded).to.equal(true);
    expect(showLess(excerpt).ariaExpanded).to.equal('true');
    expect(shown(excerpt).join(' ')).to.include('Sentence number 60.');
  });

  it('closes again after that, and is found again', async () => {
    const excerpt = await excerptOf(sentences(60));
    const hidden = hiddenPart(excerpt);
    for (let i = 0; i < 2; i++) {
      hidden.dispatchEvent(new Event('beforematch', { bubbles: true }));
      hidden.removeAttribute('hidden');
      await excerpt.updateComplete;
      showLess(excerpt).click();
      await excerpt.updateComplete;
      expect(hidden.getAttribute('hidden')).to.equal('until-found');
      expect(shown(excerpt).join(' ')).not.to.include('Sentence number 60.');
    }
  });

  it('keeps the nodes that the find marks', async () => {
    const excerpt = await excerptOf(sentences(60));
    const last = [...part(excerpt, 'text').querySelectorAll('p')].at(-1)!;
    const { firstChild } = last;
    excerpt.expanded = true;
    await excerpt.updateComplete;
    expect(last.isConnected).to.equal(true);
    expect([...last.childNodes]).to.include(firstChild);
  });
});
