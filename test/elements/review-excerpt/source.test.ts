import { expect } from '@open-wc/testing';
import { allByRole, byRole, nameOf, part } from '../../helpers/shadow.js';
import { excerptOf, sentences } from './excerpts.js';

describe('<review-excerpt href>', () => {
  it('is a link to the full review, named after the site', async () => {
    const excerpt = await excerptOf('Text.', { href: 'https://www.example.com/reviews/7?a=b#c' });
    const link = byRole<HTMLAnchorElement>(excerpt, 'link', 'Read the full review on example.com');
    expect(link).to.equal(part(excerpt, 'source'));
    expect(link.href).to.equal('https://www.example.com/reviews/7?a=b#c');
    expect(link.rel).to.equal('noopener');
    expect(link.target).to.equal('');
  });

  it('is named after the site where the page has no name for it', async () => {
    const excerpt = await excerptOf('Text.', { href: 'https://example.com/', source: '' });
    expect(nameOf(byRole(excerpt, 'link'))).to.equal('Read the full review on example.com');
  });

  it('is named as the page says', async () => {
    const excerpt = await excerptOf('Text.', { href: 'https://example.com/', source: 'Example Film Review' });
    expect(nameOf(byRole(excerpt, 'link'))).to.equal('Read the full review on Example Film Review');
  });

  it('is apart from “Read More”, and there while the text is hidden', async () => {
    const href = 'https://example.com/';
    const long = await excerptOf(sentences(60), { href });
    expect(byRole(long, 'button', 'Read More').contains(byRole(long, 'link'))).to.equal(false);
    expect(allByRole(await excerptOf('She leaves.', { href, spoiler: '' }), 'link')).to.have.lengthOf(1);
  });

  it('is no link without an address', async () => {
    const excerpt = await excerptOf('Text.', { source: 'Example Film Review' });
    expect(allByRole(excerpt, 'link')).to.have.lengthOf(0);
  });

  for (const href of [
    '',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://example.com/x',
    'file:///etc/passwd',
    '//evil.example/',
    '/review.html',
    'https://user:pw@example.com/',
    'https://',
  ])
    it(`is no link for ${JSON.stringify(href)}`, async () => {
      for (const given of ['attribute', 'review']) {
        const excerpt = await excerptOf('Text.', given === 'attribute' ? { href } : {});
        if (given === 'review') excerpt.review = { body: 'Text.', href };
        await excerpt.updateComplete;
        expect(excerpt.shadowRoot!.querySelectorAll('[href], [part~=source]')).to.have.lengthOf(0);
      }
    });
});
