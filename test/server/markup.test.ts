import { expect } from '@open-wc/testing';
import { attribute, joined, json, markup } from '../../src/server/markup.js';

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

describe('markup of the server', () => {
  it('escapes what is put into it, wherever it stands', () => {
    const text = `<b title="x">'&amp;'</b>`;
    const { body } = parse(markup`<p title="${text}">${text}</p>`.toString());
    expect(body.children).to.have.lengthOf(1);
    expect(body.firstElementChild!.children).to.have.lengthOf(0);
    expect(body.firstElementChild!.getAttribute('title')).to.equal(text);
    expect(body.textContent).to.equal(text);
  });

  it('does not escape markup again', () => {
    expect(markup`<ul>${[1, 'a & b'].map((item) => markup`<li>${item}</li>`)}</ul>`.toString()).to.equal(
      '<ul><li>1</li><li>a &amp; b</li></ul>',
    );
  });

  it('takes no object for markup that only looks like it', () => {
    const alike = { toString: () => '<b>', map: () => ['<b>'] };
    expect(markup`${alike as never}`.toString()).to.equal('&lt;b&gt;');
  });

  it('writes nothing for nothing, and a zero', () => {
    expect(markup`[${undefined}${false}${''}${[]}${0}]`.toString()).to.equal('[0]');
    expect(attribute('lang', undefined)).to.equal(undefined);
    expect(String(attribute('width', 0))).to.equal(' width="0"');
  });

  it('puts something between what there is', () => {
    expect(String(joined(' < ', ['a', undefined, false, '', 'b']))).to.equal('a &lt; b');
    expect(joined(', ', [undefined, false, ''])).to.equal(undefined);
  });

  it('keeps line breaks as they are, also the old ones', () => {
    const { body } = parse(markup`<p>${'a\r\nb\rc\nd\te'}</p>`.toString());
    expect(body.textContent).to.equal('a\r\nb\rc\nd\te');
  });

  it('replaces what neither a page nor a feed can carry, and nothing else', () => {
    const text = 'a\0b\u0008c\u000bd\u000ce\u001ff\ud800g\udc00h\ufffei\uffffj\u{1f39e}k\u0085l\u2028m\u202en';
    const carried = markup`<p>${text}</p>`.toString();
    const expected = 'a�b�c�d�e�f�g�h�i�j\u{1f39e}k\u0085l\u2028m\u202en';
    for (const type of ['text/html', 'application/xml'] as const)
      expect(new DOMParser().parseFromString(carried, type).documentElement.textContent, type).to.equal(expected);
  });

  it('writes data into a script that no parser ends early', () => {
    const data = {
      a: '</script><script>alert(1)</script>',
      b: '<!--<script>',
      c: ']]>',
      d: '&lt;',
      e: '\ufffe\u2028\ud800',
    };
    const text = markup`<script type="application/json">${json(data)}</script>`.toString();
    for (const type of ['text/html', 'application/xml'] as const) {
      const scripts = new DOMParser().parseFromString(text, type).querySelectorAll('script');
      expect(scripts, type).to.have.lengthOf(1);
      expect(JSON.parse(scripts[0]!.textContent), type).to.deep.equal(data);
    }
  });

  it('would be ended early without (negative control)', () => {
    const text = `<script type="application/json">${JSON.stringify({ a: '</script><script>' })}</script>`;
    expect(parse(text).querySelectorAll('script')).to.have.lengthOf(2);
  });
});
