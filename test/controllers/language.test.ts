import { expect, fixture, html } from '@open-wc/testing';
import { Language } from '../../src/controllers/language.js';
import { defineMessages } from '../../src/locale/words.js';

/** An element that asks for its language, and counts how often it was told to render. */
class Speaker extends HTMLElement {
  readonly language = new Language(this);
  updates = 0;

  requestUpdate(): void {
    this.updates++;
  }
  connectedCallback(): void {
    this.language.hostConnected();
  }
  disconnectedCallback(): void {
    this.language.hostDisconnected();
  }
}
customElements.define('test-speaker', Speaker);

const speakerIn = async (lang: string | null): Promise<[HTMLElement, Speaker]> => {
  const page = await fixture<HTMLElement>(html`<div></div>`);
  if (lang !== null) page.lang = lang;
  const speaker = page.appendChild(new Speaker());
  return [page, speaker];
};

/** An attribute change has come to everybody who observes it. */
const observed = (target: Node): Promise<void> =>
  new Promise((resolve) =>
    new MutationObserver((_records, observer) => {
      observer.disconnect();
      resolve();
    }).observe(target, { attributes: true, subtree: true }),
  );

describe('language of an element', () => {
  it('is that of the nearest lang, as a tag that Intl takes', async () => {
    expect((await speakerIn('de-at'))[1].language.tag).to.equal('de-AT');
    expect((await speakerIn('not a language'))[1].language.tag).to.equal('en');
    expect((await speakerIn(''))[1].language.tag).to.equal('en');
  });

  it('is English where nobody says', async () => {
    const { lang } = document.documentElement;
    document.documentElement.removeAttribute('lang');
    const [, speaker] = await speakerIn(null);
    document.documentElement.lang = lang;
    expect(speaker.language.tag).to.equal('en');
  });

  it('is English, too, where a form of the page is called host', async () => {
    const { lang } = document.documentElement;
    document.documentElement.removeAttribute('lang');
    const form = document.body.appendChild(Object.assign(document.createElement('form'), { name: 'host' }));
    const [, speaker] = await speakerIn(null);
    const isClobbered = (document as Document & { host?: unknown }).host === form;
    document.documentElement.lang = lang;
    form.remove();
    expect([isClobbered, speaker.language.tag]).to.deep.equal([true, 'en']);
  });

  it('is found through shadow roots, open and closed', async () => {
    const [page] = await speakerIn('fr');
    const outer = page.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    expect(inner.appendChild(new Speaker()).language.tag).to.equal('fr');
  });

  it('is its own where the element has one', async () => {
    const [page] = await speakerIn('fr');
    const speaker = new Speaker();
    speaker.lang = 'ja';
    page.append(speaker);
    expect(speaker.language.tag).to.equal('ja');
  });

  it('changes with the page, and renders once for it', async () => {
    const [page, speaker] = await speakerIn('fr');
    const { updates } = speaker;
    const changed = observed(page);
    page.lang = 'ja';
    await changed;
    expect([speaker.language.tag, speaker.updates - updates]).to.deep.equal(['ja', 1]);
  });

  it('changes with a lang in a shadow root, also in one that it moves into', async () => {
    const [page] = await speakerIn('fr');
    const root = page.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    const wrapper = root.appendChild(document.createElement('div'));
    const inner = wrapper.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const speaker = inner.appendChild(new Speaker());
    expect(speaker.language.tag).to.equal('fr');
    for (const lang of ['ja', 'de']) {
      const changed = observed(root);
      wrapper.lang = lang;
      await changed;
      expect(speaker.language.tag).to.equal(lang);
    }
    const other = page.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const there = other.appendChild(document.createElement('div'));
    there.append(speaker);
    const changed = observed(other);
    there.lang = 'es';
    await changed;
    expect(speaker.language.tag).to.equal('es');
  });

  it('does not render for a change that is none for it', async () => {
    const [page, speaker] = await speakerIn('fr');
    const { updates } = speaker;
    const changed = observed(document);
    document.documentElement.lang = 'de';
    await changed;
    expect([speaker.language.tag, speaker.updates]).to.deep.equal(['fr', updates]);
    const back = observed(document);
    document.documentElement.lang = 'en';
    await back;
    page.remove();
  });

  it('is not followed by an element that has left, and is read again when it comes back', async () => {
    const [page, speaker] = await speakerIn('fr');
    speaker.remove();
    const { updates } = speaker;
    const changed = observed(page);
    page.lang = 'ja';
    await changed;
    expect([speaker.language.tag, speaker.updates]).to.deep.equal(['fr', updates]);
    page.append(speaker);
    expect(speaker.language.tag).to.equal('ja');
  });

  it('renders again when it comes back, where words were added meanwhile', async () => {
    const [page, speaker] = await speakerIn('fr');
    speaker.remove();
    defineMessages('x-test', { hello: 'hello' });
    const { updates } = speaker;
    page.append(speaker);
    expect(speaker.updates - updates).to.equal(1);
    page.append(speaker);
    expect(speaker.updates - updates, 'once').to.equal(1);
  });

  it('is that of another document, and of shadow roots in it, and changes with them', async () => {
    const [page, speaker] = await speakerIn('fr');
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="another document"></iframe>`);
    const there = frame.contentDocument!;
    const { documentElement } = there;
    const host = there.body.appendChild(there.createElement('div'));
    documentElement.lang = 'de';
    host.attachShadow({ mode: 'open' }).append(speaker);
    expect(speaker.language.tag).to.equal('de');
    const changed = observed(documentElement);
    documentElement.lang = 'ja';
    await changed;
    expect(speaker.language.tag).to.equal('ja');
    page.append(speaker);
    expect(speaker.language.tag).to.equal('fr');
  });

  it('renders again when words are added, only where somebody is in the page', async () => {
    const [, here] = await speakerIn('fr');
    const [, gone] = await speakerIn('fr');
    gone.remove();
    const before = [here.updates, gone.updates] as const;
    defineMessages('x-test', { hello: 'hello' });
    expect([here.updates, gone.updates]).to.deep.equal([before[0] + 1, before[1]]);
  });
});
