import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { safeHref, safeSrcset, safeUrl } from '../../src/url/safe-url.js';
import { LONG_TASK, milliseconds } from '../helpers/long-task.js';
import { runs } from '../helpers/runs.js';

describe('safeHref', () => {
  it('is the address where it is safe, and nothing for any other and for none', () => {
    expect(['https://example.com', 'javascript:alert(1)', '', undefined].map(safeHref)).to.deep.equal([
      'https://example.com/',
      ...[undefined, undefined, undefined],
    ]);
  });
});

describe('safeUrl', () => {
  for (const [what, input, href] of [
    ['a web address', 'https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['plain http', 'http://www.herthemovie.com/', 'http://www.herthemovie.com/'],
    ['a host alone, with its slash', 'https://example.com', 'https://example.com/'],
    ['a host in capitals, in small letters', 'HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
    ['spaces, percent-encoded', 'https://example.com/a b', 'https://example.com/a%20b'],
    ['markup, percent-encoded', 'https://example.com/"><script>', 'https://example.com/%22%3E%3Cscript%3E'],
    ['line breaks inside, without them', 'https://exa\nmple.com/\ta', 'https://example.com/a'],
    ['an umlaut host, in its ASCII form', 'https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['backslashes, as slashes', 'https:\\\\example.com\\a', 'https://example.com/a'],
    ['an IP address and a port', 'http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ] as const)
    it(`takes ${what}`, () => {
      expect(safeUrl(input)).to.deep.equal({ text: href });
    });

  for (const [input, fault] of [
    ['javascript:alert(1)', 'unsafe-url'],
    ['JaVaScRiPt:alert(1)', 'unsafe-url'],
    ['java\nscript:alert(1)', 'unsafe-url'],
    ['\u0001javascript:alert(1)', 'unsafe-url'],
    [' \tjavascript:alert(1)', 'unsafe-url'],
    ['javascript://example.com/%0Aalert(1)', 'unsafe-url'],
    ['vbscript:msgbox(1)', 'unsafe-url'],
    ['data:text/html,<script>alert(1)</script>', 'unsafe-url'],
    ['data:image/svg+xml,<svg onload="alert(1)"/>', 'unsafe-url'],
    ['blob:https://example.com/1', 'unsafe-url'],
    ['file:///etc/passwd', 'unsafe-url'],
    ['ftp://example.com/', 'unsafe-url'],
    ['mailto:a@example.com', 'unsafe-url'],
    ['about:blank', 'unsafe-url'],
    ['filesystem:https://example.com/a', 'unsafe-url'],
    ['www.example.com', 'not-a-url'],
    ['/films/her', 'not-a-url'],
    ['//example.com/', 'not-a-url'],
    ['/\\example.com', 'not-a-url'],
    ['?a', 'not-a-url'],
    ['#a', 'not-a-url'],
    ['', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://example.com:99999/', 'not-a-url'],
    ['http://[::1', 'not-a-url'],
    ['https://user@example.com/', 'url-credentials'],
    ['https://user:pw@example.com/', 'url-credentials'],
    ['https://:pw@example.com/', 'url-credentials'],
    ['https://good.example@evil.example/', 'url-credentials'],
  ] as const)
    it(`refuses ${JSON.stringify(input)} as ${fault}`, () => {
      expect(safeUrl(input)).to.deep.equal({ fault });
    });
});

describe('safeSrcset', () => {
  for (const [what, input, text] of [
    ['one image', 'https://a.example/1.jpg', 'https://a.example/1.jpg'],
    [
      'widths',
      'https://a.example/1 400w, https://a.example/2 800w',
      'https://a.example/1 400w, https://a.example/2 800w',
    ],
    [
      'densities',
      'https://a.example/1 1x,https://a.example/2 1.25x',
      'https://a.example/1 1x, https://a.example/2 1.25x',
    ],
    [
      'images parted by comma and space',
      'https://a.example/1, https://a.example/2',
      'https://a.example/1, https://a.example/2',
    ],
    ['commas in an address', 'https://a.example/w_3,h_2/1 2x', 'https://a.example/w_3,h_2/1 2x'],
    ['stray commas and line breaks', ' ,\n https://a.example/1 \n 2x ,, ', 'https://a.example/1 2x'],
  ] as const)
    it(`takes ${what}`, () => {
      expect(safeSrcset(input)).to.deep.equal({ text });
    });

  for (const [what, input, fault] of [
    ['with one script among them', 'https://a.example/1 1x, javascript:alert(1) 2x', 'unsafe-url'],
    ['with one data image', 'data:image/svg+xml,%3Csvg/%3E 1x', 'unsafe-url'],
    ['with one relative path', 'https://a.example/1 1x, /2.jpg 2x', 'not-a-url'],
    ['with credentials', 'https://u:p@a.example/1 1x', 'url-credentials'],
    ['with an address where the size belongs', 'https://a.example/1 https://a.example/2', 'not-a-url'],
    ['with two sizes', 'https://a.example/1 1x 2x', 'not-a-url'],
    ['with a comma at the end of an address', 'https://a.example/1,\u0001 2x, https://a.example/2', 'not-a-url'],
    ['of commas only', ' , ,', 'not-a-url'],
    ['that is blank', '', 'not-a-url'],
  ] as const)
    it(`refuses all of a srcset ${what}`, () => {
      expect(safeSrcset(input)).to.deep.equal({ fault });
    });

  it('reads what it gave the same way', () => {
    const piece = fc.constantFrom('https://a.example/', ' ', ',', '\u0001', '\u00a0', '\t', '2x', '#', '?', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = safeSrcset(['https://a.example/', ...pieces].join(''));
        if ('text' in read) expect(safeSrcset(read.text)).to.deep.equal(read);
      }),
      runs(1000),
    );
  });

  it('reads a long row of commas in a moment', () => {
    const inputs = [','.repeat(1e5), `https://a.example/${','.repeat(1e5)}x`, `a${','.repeat(1e5)}`, ' ,'.repeat(5e4)];
    expect(milliseconds(() => inputs.forEach((input) => safeSrcset(input)))).to.be.below(LONG_TASK);
  });
});
