import { expect } from '@open-wc/testing';
import { everyElement, part, textOf } from '../../helpers/shadow.js';
import { cardOf, emptyCard, film, rendered, show, type FilmCard } from './cards.js';

/** A film in which every field that may hold a URL holds this one. */
const filmOf = (url: string): object =>
  film({
    directors: [{ name: 'Director', url }],
    writers: [{ name: 'Writer', url }],
    cast: [{ name: 'Actor', url }],
    poster: { src: url, srcset: `${url} 400w` },
    links: ['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'].map((rel) => ({
      rel,
      href: url,
      label: rel,
    })),
    sourceRatings: [{ source: 'IMDb', value: 7.9, best: 10, url }],
    reviews: [{ author: 'Lena', body: 'Take tissues.', href: url }],
    post: { author: 'Fans', date: '2013-12-16', url, commentCount: 3, commentsUrl: url },
    attribution: [{ text: 'Source', url }],
  });

/** Every URL that stands in a card, however deep, as `element attribute`. */
const urlsOf = (card: FilmCard): string[] =>
  [...everyElement(card.shadowRoot!)].flatMap((element) =>
    ['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'style', 'xlink:href']
      .filter((name) => element.hasAttribute(name))
      .map((name) => `${element.localName} ${name}`),
  );

/** A card before any of its pictures could fail, which would take the picture away. */
async function freshCard(film: object): Promise<FilmCard> {
  const card = await emptyCard();
  await show(card, film);
  await rendered(card);
  return card;
}

const BAD = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  'blob:https://example.com/2b6e0b3a',
  'filesystem:https://example.com/x',
  'file:///etc/passwd',
  'about:blank',
  'ftp://example.com/',
  'ws://example.com/',
  'mailto:a@example.com',
  '//evil.example/',
  '/\\evil.example/',
  '/her.html',
  'her.html',
  '?her',
  '#her',
  'https://',
  'https://user:pw@example.com/',
  'https://user@example.com/',
  'https://[example.com/',
  '',
];

describe('<film-card> with URLs in every field', () => {
  it('makes links and pictures of web addresses', async () => {
    for (const url of ['https://example.com/a', 'http://example.com/a']) {
      const urls = urlsOf(await freshCard(filmOf(url)));
      expect(urls.filter((name) => name === 'a href')).to.have.lengthOf(14);
      expect(urls.filter((name) => name.startsWith('img'))).to.deep.equal(['img src', 'img srcset']);
    }
  });

  for (const url of BAD)
    it(`makes none of ${JSON.stringify(url)}, and keeps the words`, async () => {
      const card = await cardOf(filmOf(url));
      expect(urlsOf(card)).to.deep.equal([]);
      expect([...part(card, 'byline').children].map(textOf)).to.deep.equal([
        'December 16, 2013',
        '3 comments',
        'By Fans',
      ]);
      const words = textOf(card.shadowRoot);
      for (const word of ['Director', 'Writer', 'Actor', '7.9/10', 'Source']) expect(words).to.include(word);
      expect(words).not.to.include('official').and.not.to.include('script:');
    });

  it('refuses a whole srcset for one bad candidate, and keeps the picture', async () => {
    const src = 'https://example.com/a.jpg';
    const card = await freshCard(film({ poster: { src, srcset: `${src} 1x, javascript:alert(1) 2x` } }));
    expect(urlsOf(card)).to.deep.equal(['img src']);
  });

  it('writes the address as the browser reads it', async () => {
    const card = await cardOf(film({ attribution: [{ text: 'Source', url: 'HTTPS://EXAMPLE.com/"><b>' }] }));
    const link = part(card, 'attribution').querySelector('a')!;
    expect(link.getAttribute('href')).to.equal('https://example.com/%22%3E%3Cb%3E');
  });
});
