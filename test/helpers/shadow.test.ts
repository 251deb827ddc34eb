import { expect, fixture, html } from '@open-wc/testing';
import { allByRole, allParts, byRole, everyElement, focused, nameOf, part } from './shadow.js';

async function hostOf(content: string): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  host.attachShadow({ mode: 'open' }).innerHTML = content;
  return host;
}

describe('finding in shadow roots', () => {
  it('is by role, native or not, and by name', async () => {
    const host = await hostOf(`<h2>Cast</h2><p role="heading">Specs</p><button aria-label="Vote">+</button>
      <p id="name">Her</p><article aria-labelledby="name"></article><img src="data:," alt="Poster">`);
    expect(allByRole(host, 'heading').map(nameOf)).to.deep.equal(['Cast', 'Specs']);
    expect(byRole(host, 'heading', /^S/).localName).to.equal('p');
    expect(byRole(host, 'button', 'Vote').localName).to.equal('button');
    expect(byRole(host, 'article', 'Her').localName).to.equal('article');
    expect(byRole(host, 'img', 'Poster').localName).to.equal('img');
  });

  it('finds nothing that assistive technology is not told of', async () => {
    const host = await hostOf(`<h2 hidden>1</h2><h2 style="visibility: hidden">2</h2><h2 role="presentation">3</h2>
      <div aria-hidden="true"><h2>4</h2></div>`);
    expect(allByRole(host, 'heading')).to.deep.equal([]);
  });

  it('fails for a role that it does not know, instead of finding none', async () => {
    const host = await hostOf('<button>Vote</button>');
    expect(() => allByRole(host, 'buton')).to.throw('buton');
    expect(() => byRole(host, 'buton')).to.throw('buton');
  });

  it('fails where there is not one, and says what there is', async () => {
    const host = await hostOf('<button>Vote</button><button>Clear</button>');
    expect(() => byRole(host, 'button')).to.throw('2 of button ; there are: "Vote", "Clear"');
    expect(() => byRole(host, 'button', 'Votes')).to.throw('0 of button Votes; there are: "Vote", "Clear"');
    expect(() => part(host, 'vote')).to.throw('no part "vote"');
  });

  it('finds a part among several names of an element', async () => {
    const host = await hostOf('<b part="fact year">2013</b><b part="facts">Drama</b>');
    expect(allParts(host, 'fact').map((found) => found.textContent)).to.deep.equal(['2013']);
    expect(part(host, 'year')).to.equal(part(host, 'fact'));
  });

  it('goes into roots within roots, and to what has the focus there', async () => {
    const host = await hostOf('<section></section>');
    const inner = host.shadowRoot!.querySelector('section')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<button>Vote</button>';
    host.append(document.createElement('i'));
    inner.querySelector('button')!.focus();
    expect([...everyElement(host)].map(({ localName }) => localName)).to.deep.equal(['section', 'button', 'i']);
    expect(focused()?.localName).to.equal('button');
  });
});
