import { expect } from '@open-wc/testing';
import { byRole, everyElement, frames, textOf } from '../../helpers/shadow.js';
import { cardOf, film, settled, type FilmCard } from './cards.js';

const PICTURE = new URL('../../../demo/posters/her.svg', import.meta.url).href;

/** A film in which every text that a reader sees begins with its field's name. */
const filmOf = (text: string): Record<string, unknown> => {
  const said = (field: string, limit = 300): string => `${field}|${text}`.slice(0, limit).trim();
  return film({
    title: said('title'),
    originalTitle: said('originalTitle'),
    tagline: said('tagline'),
    certification: said('R', 20),
    genres: [said('genre', 60)],
    directors: [{ name: said('director', 150), role: said('directorRole', 200) }],
    writers: [said('writer', 150)],
    cast: [{ name: said('cast', 150), role: said('castRole', 200) }],
    synopsis: said('synopsis'),
    poster: { src: PICTURE, alt: said('alt') },
    links: ['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'].map((rel) => ({
      rel,
      href: 'https://example.com/',
      label: said(`${rel}Link`, 120),
    })),
    sourceRatings: [{ source: said('source', 60), value: 7.9, best: 10 }],
    rating: { locked: said('locked') },
    specs: [{ label: said('specLabel', 80), value: said('specValue') }],
    trivia: [{ text: said('trivia') }, { text: said('spoiler'), spoiler: true }],
    reviews: [
      {
        author: said('author', 99),
        title: said('reviewTitle'),
        body: said('body'),
        source: said('site', 60),
        href: 'https://example.com/',
      },
    ],
    post: { author: said('postAuthor', 99) },
    attribution: [{ text: said('attribution') }],
  });
};

/** All strings in a payload that begin with a field's name. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.includes('|')) yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsOf(item);
}

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Everything that a card says: text, and text in attributes. */
function everyWord(card: FilmCard): string {
  const words = [textOf(card.shadowRoot)];
  for (const element of everyElement(card.shadowRoot!)) {
    if (element.shadowRoot) words.push(textOf(element.shadowRoot));
    words.push(...['alt', 'aria-label'].map((name) => oneSpace(element.getAttribute(name) ?? '')));
  }
  return words.join('\n');
}

/** What a card is made of; text that became markup changes it. */
const skeletonOf = (root: Element | ShadowRoot): string =>
  [...everyElement(root)]
    .map(
      ({ localName, attributes }) =>
        `${localName}[${[...attributes]
          .map(({ name }) => name)
          .sort()
          .join()}]`,
    )
    .join(' ');

const ran = (): unknown => (globalThis as { __xss?: unknown }).__xss;

const HTML = [
  '<img src=x: onerror="__xss=1">',
  '<script>__xss=1</script>',
  '</script><script>__xss=1</script>',
  '<!--<script>',
  '<svg onload=__xss=1>',
  '"><img src=x: onerror=__xss=1>',
  "' onmouseover='__xss=1' x='",
  '<a href="javascript:__xss=1">x</a>',
  '<style>*{display:none}</style>',
  '<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>',
  '&lt;b&gt;&amp;amp;&#x202e;',
];
const LOOKALIKES = ['?lit$123456789$', '<!--?lit$123$-->', '<!--lit-part-->', '{{7*7}}', '${7*7}', '%00', '__proto__'];
const ODD = ['A\u0000B\u0001C\u001fD', 'x\ud800y', '\udc00\ud83d z', '\ufdd0\uffff', 'a\u0300'.repeat(9)];

describe('<film-card> with strange texts in every field', () => {
  let plain = '';
  before(async () => {
    plain = skeletonOf((await cardOf(filmOf('plain'))).shadowRoot!);
  });
  afterEach(() => delete (globalThis as { __xss?: unknown }).__xss);

  for (const text of [...HTML, ...LOOKALIKES, ...ODD])
    it(`shows ${JSON.stringify(text)} as it is written`, async () => {
      const payload = filmOf(text);
      const card = await cardOf(payload);
      await frames();
      expect(card.state).to.equal('ready');
      const words = everyWord(card);
      expect([...textsOf(payload)].filter((said) => !words.includes(oneSpace(said)))).to.deep.equal([]);
      expect(skeletonOf(card.shadowRoot!)).to.equal(plain);
      expect(ran(), 'a script ran').to.equal(undefined);
    });

  it('would notice if a text became markup, and if it ran', async () => {
    const holder = document.createElement('div');
    document.body.append(holder);
    const notMarkup: string[] = [];
    for (const text of HTML) {
      holder.replaceChildren(document.createElement('p'));
      const before = skeletonOf(holder);
      holder.firstElementChild!.innerHTML = text;
      if (skeletonOf(holder) === before) notMarkup.push(text);
    }
    while (ran() === undefined) await frames();
    holder.remove();
    expect(notMarkup).to.deep.equal(['<!--<script>', "' onmouseover='__xss=1' x='", '&lt;b&gt;&amp;amp;&#x202e;']);
  });

  it('takes a text of nothing to be seen for no text', async () => {
    const card = await cardOf(
      film({ tagline: '\u200b\u2060\u00ad', certification: '\u2800', post: { author: '\u200f' } }),
    );
    expect(card.shadowRoot!.querySelectorAll('[part~=byline], [part~=facts], p')).to.have.lengthOf(0);
  });

  it('opens one of two reviews with one id, and not the other', async () => {
    const bodies = ['One. ', 'Two. '].map((text) => text.repeat(200));
    const card = await cardOf(film({ reviews: bodies.map((body) => ({ id: 'a', body })) }));
    const [one, two] = card.shadowRoot!.querySelectorAll('review-excerpt');
    byRole(two!, 'button', 'Read More').click();
    await settled(card);
    expect(byRole(two!, 'button', 'Show less').ariaExpanded).to.equal('true');
    expect(byRole(one!, 'button', 'Read More').ariaExpanded).to.equal('false');
  });
});
