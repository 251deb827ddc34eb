import { expect } from '@open-wc/testing';
import { press } from '../../helpers/browser.js';
import { allByRole, allParts, byRole, focused, frames, nameOf, textOf } from '../../helpers/shadow.js';
import { excerptOf, record, sentences, shown } from './excerpts.js';

describe('<review-excerpt spoiler>', () => {
  it('does not have the text in the page until it is asked for, so that nothing finds it', async () => {
    const excerpt = await excerptOf('She leaves.', { author: 'Lena', rating: '5', spoiler: '' });
    expect(textOf(excerpt.shadowRoot)).to.equal('By Lena 5 out of 5 This review gives the story away. Show the review');
    expect(allParts(excerpt, 'text')).to.have.lengthOf(0);
  });

  it('shows and hides it by keyboard, with the focus kept', async () => {
    const excerpt = await excerptOf('She leaves.', { spoiler: '' });
    const button = byRole(excerpt, 'button', 'Show the review');
    expect(button.ariaExpanded).to.equal('false');
    button.focus();
    await press('Enter');
    await excerpt.updateComplete;
    expect(shown(excerpt)).to.deep.equal(['She leaves.']);
    expect(focused()).to.equal(button);
    expect(nameOf(button)).to.equal('Hide the review');
    expect(button.ariaExpanded).to.equal('true');
    await press('Space');
    await excerpt.updateComplete;
    expect(allParts(excerpt, 'text')).to.have.lengthOf(0);
    expect(focused()).to.equal(button);
  });

  it('has “Read More” of its own once a long text is shown', async () => {
    const excerpt = await excerptOf(sentences(60), { spoiler: '' });
    const heard = record(excerpt);
    byRole(excerpt, 'button', 'Show the review').click();
    await excerpt.updateComplete;
    expect(shown(excerpt)).to.deep.equal([sentences(30)]);
    expect(heard, 'to show it is not to open it').to.deep.equal([]);
    byRole(excerpt, 'button', 'Read More').click();
    await excerpt.updateComplete;
    expect(heard).to.deep.equal([true]);
    expect(allByRole(excerpt, 'button').map(nameOf)).to.deep.equal(['Hide the review', 'Show less']);
  });

  it('says whose review a button shows, by its author, else its title', async () => {
    const authors: Record<string, string>[] = [{ author: 'Lena' }, {}];
    for (const author of authors) {
      const excerpt = await excerptOf('She leaves.', { ...author, heading: 'Sad', spoiler: '' });
      const id = byRole(excerpt, 'button', 'Show the review').getAttribute('aria-describedby');
      expect(textOf(excerpt.shadowRoot!.getElementById(id!))).to.equal(author.author ? 'By Lena' : 'Sad');
    }
  });

  it('hides the next text again', async () => {
    const excerpt = await excerptOf('She leaves.', { spoiler: '' });
    byRole(excerpt, 'button', 'Show the review').click();
    await excerpt.updateComplete;
    excerpt.textContent = 'He dies.';
    await frames();
    await excerpt.updateComplete;
    expect(textOf(excerpt.shadowRoot)).not.to.include('He dies.');
    byRole(excerpt, 'button', 'Show the review').click();
    await excerpt.updateComplete;
    expect(shown(excerpt)).to.deep.equal(['He dies.']);
  });

  it('stays shown when something else changes', async () => {
    const excerpt = await excerptOf('She leaves.', { spoiler: '' });
    byRole(excerpt, 'button', 'Show the review').click();
    excerpt.author = 'Lena';
    await excerpt.updateComplete;
    expect(shown(excerpt)).to.deep.equal(['She leaves.']);
  });

  for (const [spoiler, ofReview, expected] of [
    [true, undefined, ''],
    [true, false, ''],
    [false, true, ''],
    [false, undefined, 'She leaves.'],
  ] as const)
    it(`hides a review that is set when either says so: the element ${spoiler}, the review ${ofReview}`, async () => {
      const excerpt = await excerptOf('');
      excerpt.spoiler = spoiler;
      excerpt.review = { body: 'She leaves.', ...(ofReview !== undefined && { spoiler: ofReview }) };
      await excerpt.updateComplete;
      expect(allParts(excerpt, 'text').map(textOf).join()).to.equal(expected);
    });

  it('is hidden also where the page says expanded', async () => {
    const excerpt = await excerptOf('She leaves.', { spoiler: '', expanded: '' });
    expect(textOf(excerpt.shadowRoot)).not.to.include('She leaves.');
  });
});
