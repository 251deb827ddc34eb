import { expect } from '@open-wc/testing';
import { siteName } from '../../src/url/safe-url.js';

describe('siteName', () => {
  for (const [url, name] of [
    ['https://www.example.com/a/b?c#d', 'example.com'],
    ['http://example.com/', 'example.com'],
    ['https://en.example.org:8443/', 'en.example.org'],
    ['https://www2.example.com/', 'www2.example.com'],
    ['https://WWW.Example.COM/', 'example.com'],
    ['https://films.www.example.com/', 'films.www.example.com'],
    ['https://wwwexample.com/', 'wwwexample.com'],
    ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['http://127.0.0.1:8080/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
  ] as const)
    it(`knows ${url} as ${name}`, () => {
      expect(siteName(url)).to.equal(name);
    });
});
