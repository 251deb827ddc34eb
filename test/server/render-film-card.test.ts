import { expect } from '@open-wc/testing';
import type { Film, FilmInput } from '../../src/film/film.js';
import { parseFilm } from '../../src/film/parse-film.js';
import '../../src/locale/languages/ar.js';
import '../../src/locale/languages/de.js';
import '../../src/locale/languages/ja.js';
import { renderFilmCard, type RenderOptions } from '../../src/server/index.js';
import { answer, cardOf, film as filmOf, her, type FilmCard } from '../elements/film-card/cards.js';
import { allParts } from '../helpers/shadow.js';

const oneSpace = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const film = (fields: Partial<Film> = {}): Film => filmOf(fields);

/** The article that a browser makes of it. */
function read(film: Film, options?: RenderOptions): HTMLElement {
  const { body } = new DOMParser().parseFromString(renderFilmCard(film, options), 'text/html');
  return body.querySelector('article')!;
}
const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => oneSpace(textContent));
/** Rows of all lists of facts, as "label: value". */
const rows = (root: ParentNode): string[] =>
  [...root.querySelectorAll('dt')].map(
    (dt) => `${oneSpace(dt.textContent)}: ${oneSpace(dt.nextElementSibling!.textContent)}`,
  );

/** Every section of a card, and of the widgets inside it. */
const insideOf = (card: FilmCard): ShadowRoot[] => [
  card.shadowRoot!,
  ...[...card.shadowRoot!.querySelectorAll('review-excerpt')].map(({ shadowRoot }) => shadowRoot!),
];

const EVERYTHING: Film = {
  ...her,
  rating: {
    best: 5,
    step: 1,
    average: 4.2,
    count: 131,
    distribution: [3, 5, 14, 50, 59],
    locked: 'Votes were counted.',
  },
  originalTitle: 'Her!',
  links: [...her.links!, { rel: 'watch', href: 'https://example.com/watch' }],
};

describe('renderFilmCard', () => {
  for (const lang of ['en', 'de', 'ar', 'ja'])
    it(`says in ${lang} what the element says`, async () => {
      const card = await cardOf(EVERYTHING, { lang });
      const inside = insideOf(card);
      const article = read(EVERYTHING, { lang });
      expect(article.lang).to.equal(lang);

      const said = rows(article);
      expect(inside.flatMap(rows).filter((row) => !said.includes(row))).to.deep.equal([]);
      const links = texts(article, 'a');
      expect(inside.flatMap((root) => texts(root, 'a')).filter((text) => !links.includes(text))).to.deep.equal([]);
      const headings = texts(article, 'h2, h3, h4').map((text) => text.replace(/[()]/g, ''));
      expect(inside.flatMap((root) => texts(root, '[role=heading]'))).to.have.members(headings);
      const words = oneSpace(article.textContent);
      for (const root of inside)
        for (const text of texts(root, 'p:not(:has(button)), li, [part=byline] > span, time')) {
          if (text.startsWith('★')) continue;
          expect(words).to.contain(text.replace(/^[^\p{L}\p{N}]+/u, ''));
        }
      const summary = card.shadowRoot!.querySelector('star-rating')!.shadowRoot!.querySelector('[part=summary]');
      expect(words).to.contain(oneSpace(summary?.textContent));
    });

  it('takes a film as a page may write it: names alone, a poster without words, a rating without its scale', () => {
    const written: FilmInput = {
      ...film(),
      directors: ['Spike Jonze'],
      writers: ['Charlie Kaufman'],
      cast: ['Amy Adams'],
      poster: { src: 'https://example.com/her.jpg' },
      rating: { average: 4.2, count: 131 },
    };
    const parsed = parseFilm(written);
    for (const options of [{ structuredData: true }, { inline: true }])
      expect(renderFilmCard(written, options)).to.equal(parsed.ok && renderFilmCard(parsed.film, options));
  });

  it('takes null and undefined for what is left out, as parseFilm does', () => {
    const written = {
      ...{ id: 'her', title: 'Her', year: null, synopsis: undefined, genres: ['Drama', null], links: null },
      cast: [null, { name: 'Amy Adams', role: null, url: undefined }],
      poster: { src: 'https://example.com/her.jpg', alt: undefined, width: null },
      rating: { best: undefined, step: null, average: 4.2, count: 131, locked: null },
      trivia: [null],
      reviews: [{ author: 'Somebody', body: 'Fine.', rating: 3, best: null, href: null, source: null }],
      post: { author: null, url: undefined },
    } as unknown as FilmInput;
    const parsed = parseFilm(written);
    for (const options of [{ structuredData: true }, { inline: true }])
      expect(renderFilmCard(written, options)).to.equal(parsed.ok && renderFilmCard(parsed.film, options));
  });

  it('is made of plain tags that cleaned HTML keeps', () => {
    const html = `${renderFilmCard(EVERYTHING)}${renderFilmCard(EVERYTHING, { sections: 'poster' })}`;
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const tags = new Set([...body.querySelectorAll('*')].map(({ localName }) => localName));
    expect([...tags].sort()).to.deep.equal([
      ...['a', 'article', 'blockquote', 'dd', 'details', 'dl', 'dt', 'figure', 'h2', 'h3', 'h4', 'img', 'li', 'p'],
      ...['span', 'summary', 'ul'],
    ]);
  });

  it('reads well for a film with a title only', () => {
    expect(renderFilmCard(film())).to.equal('<article lang="en">\n<h2 dir="auto">Her</h2>\n</article>\n');
  });

  it('is well-formed XML too, for a feed', () => {
    const html = renderFilmCard(EVERYTHING).replaceAll(/<img [^>]*/g, '$&/');
    const xml = new DOMParser().parseFromString(html, 'application/xml');
    expect(xml.querySelector('parsererror')).to.equal(null);
  });

  describe('rating', () => {
    const rating = (rating: Film['rating']): string =>
      oneSpace(read(film({ rating }), { sections: 'rating' }).textContent);

    it('says nothing of a crowd whose numbers are kept elsewhere', () => {
      expect(rating(undefined)).to.equal('');
      expect(rating({ best: 5, step: 1 })).to.equal('');
    });

    it('says that nobody has voted, where that is known', () => {
      expect(rating({ best: 5, step: 1, count: 0 })).to.equal('Rating No ratings yet');
    });

    it('says how many have voted where their mean is not known', () => {
      expect(rating({ best: 5, step: 1, count: 959 })).to.equal('Rating 959 votes');
    });

    it('counts votes up where only their distribution is known', () => {
      expect(rating({ best: 2, step: 1, distribution: [1, 3] })).to.equal(
        'Rating 1.8 out of 2, 4 votes Votes per rating 2 stars 3 1 star 1',
      );
    });

    it('says why voting is closed', () => {
      expect(rating({ best: 5, step: 1, locked: 'Votes were counted.' })).to.equal('Votes were counted.');
    });
  });

  describe('poster', () => {
    const poster = (poster: Partial<NonNullable<Film['poster']>>): HTMLImageElement | null =>
      read(film({ poster: { src: 'https://example.com/p.jpg', alt: '', ...poster } })).querySelector('img');

    it('is small without styles, in its own proportions', () => {
      const { width, height } = poster({ width: 2000, height: 3000 })!;
      expect([width, height]).to.deep.equal([240, 360]);
    });

    it('is not made larger than it is', () => {
      const { width, height } = poster({ width: 100, height: 150 })!;
      expect([width, height]).to.deep.equal([100, 150]);
    });

    it('has no height that nobody knows', () => {
      const image = poster({ height: 900 })!;
      expect(image.getAttribute('width')).to.equal('240');
      expect(image.hasAttribute('height')).to.equal(false);
    });

    it('is named after the film where it has no name', () => {
      expect(poster({})!.alt).to.equal('Poster of Her');
      expect(poster({ alt: 'Two circles' })!.alt).to.equal('Two circles');
    });

    it('brings its candidates, and tells nobody who is reading', () => {
      const image = poster({ srcset: 'https://example.com/p2.jpg 2x' })!;
      expect(image.srcset).to.equal('https://example.com/p2.jpg 2x');
      expect(image.sizes).to.equal('240px');
      expect(image.referrerPolicy).to.equal('no-referrer');
      expect(image.loading).to.equal('lazy');
    });

    it('is not there where the film has none', () => {
      expect(read(film()).querySelector('figure')).to.equal(null);
    });
  });

  describe('options', () => {
    it('sections: those, in that order, each once', () => {
      const article = read({ ...EVERYTHING, attribution: [] }, { sections: 'synopsis, title  nonsense title' });
      expect([...article.children].map(({ localName }) => localName)).to.deep.equal(['p', 'p', 'h2', 'p']);
    });

    it('sections: a list of them, as the element takes it', () => {
      const options = { headingLevel: 4, inline: true };
      const html = renderFilmCard(EVERYTHING, { ...options, sections: ['synopsis', 'title'] });
      expect(html).to.equal(renderFilmCard(EVERYTHING, { ...options, sections: 'synopsis title' }));
    });

    it('sections: all of them where none is known', () => {
      expect(renderFilmCard(EVERYTHING, { sections: 'nonsense' })).to.equal(renderFilmCard(EVERYTHING));
    });

    it('sections without a title: the article is named after the film', () => {
      expect(read(EVERYTHING, { sections: 'facts' }).ariaLabel).to.equal('Her');
      expect(read(EVERYTHING).hasAttribute('aria-label')).to.equal(false);
    });

    for (const [headingLevel, levels] of [
      [3, 'h3 h4 h5'],
      [6, 'h6'],
      [1, 'h2 h3 h4'],
      [NaN, 'h2 h3 h4'],
    ] as const)
      it(`headingLevel ${headingLevel}: ${levels}`, () => {
        const article = read(EVERYTHING, { headingLevel });
        const found = [...article.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName);
        expect([...new Set(found)].join(' ')).to.equal(levels);
      });

    it('lang: anything that is no language is English', () => {
      expect(renderFilmCard(EVERYTHING, { lang: '"><script>' })).to.equal(renderFilmCard(EVERYTHING));
    });

    for (const inline of [false, true])
      it(`structuredData: search engines get the film${inline ? ', beside the card' : ''}, and a card does not read it`, () => {
        const html = renderFilmCard({ ...EVERYTHING, title: '</script x><b>' }, { structuredData: true, inline });
        const { body } = new DOMParser().parseFromString(html, 'text/html');
        const scripts = body.querySelectorAll('script[type="application/ld+json"]');
        expect(scripts).to.have.lengthOf(1);
        expect(scripts[0]!.parentElement).to.equal(body);
        expect(scripts[0]!.hasAttribute('data-film-widgets')).to.equal(true);
        const linked = JSON.parse(scripts[0]!.textContent) as Record<string, unknown>;
        expect([linked['@type'], linked.name]).to.deep.equal(['Movie', '</script x><b>']);
      });

    it('structuredData: search engines get no reviews and no rating that the card leaves out', () => {
      const reviews = [{ author: 'Ann', body: 'Good.', rating: 4 }];
      const film: Film = { id: 'her', title: 'Her', rating: { best: 5, step: 1, average: 4.2, count: 12 }, reviews };
      for (const [sections, rating, review] of [
        ['', true, true],
        ['title rating', true, false],
        ['title reviews', false, true],
      ] as const) {
        const { body } = new DOMParser().parseFromString(
          renderFilmCard(film, { structuredData: true, sections }),
          'text/html',
        );
        const linked = JSON.parse(body.querySelector('script')!.text) as object;
        expect(['aggregateRating' in linked, 'review' in linked], sections).to.deep.equal([rating, review]);
      }
    });

    it('inline: what <film-card> then shows is the film, and until then the fallback', async () => {
      const host = document.createElement('div');
      const options = { inline: true, lang: 'de', sections: 'title facts', headingLevel: 3 };
      host.append(
        document.createRange().createContextualFragment(renderFilmCard(EVERYTHING, options)).firstElementChild!,
      );
      const card = host.firstElementChild as FilmCard;
      expect([...card.children].map(({ localName }) => localName)).to.deep.equal(['script', 'article']);
      expect(card.lang).to.equal('de');
      const said = answer(card);
      document.body.append(host);
      expect(((await said).detail as { film: Film }).film).to.deep.equal(EVERYTHING);
      expect(texts(card.shadowRoot!, '[part=title]')).to.deep.equal(['Her 2013']);
      expect(card.shadowRoot!.querySelector('[part=title]')!.ariaLevel).to.equal('3');
      expect(allParts(card, 'synopsis')).to.deep.equal([]);
      host.remove();
    });
  });

  describe('what a reader asks for first', () => {
    it('spoilers are shut', () => {
      const article = read({
        ...film(),
        trivia: [{ text: 'They part.', spoiler: true }],
        reviews: [{ body: 'They part.', spoiler: true }, { body: 'A quiet film.' }],
      });
      const shut = [...article.querySelectorAll('details')];
      expect(shut.map(({ open }) => open)).to.deep.equal([false, false]);
      expect(shut.map((details) => texts(details, 'summary')[0])).to.deep.equal([
        'Spoiler',
        'This review gives the story away.',
      ]);
      for (const details of shut) details.remove();
      expect(article.textContent).not.to.contain('They part.');
      expect(article.textContent).to.contain('A quiet film.');
    });

    it('long reviews are whole, in paragraphs', () => {
      const body = Array.from({ length: 30 }, (_, i) => `Paragraph ${i}. ${'Words '.repeat(30).trim()}.`).join('\n\n');
      expect(texts(read(film({ reviews: [{ body }] })), 'blockquote p')).to.deep.equal(body.split('\n\n'));
    });

    it('a review that goes on elsewhere says so, and leads there', () => {
      const review = { body: 'It begins', truncated: true, href: 'https://www.example.com/her' };
      const article = read(film({ reviews: [review] }));
      expect(texts(article, 'blockquote')).to.deep.equal(['It begins…']);
      expect(texts(article, 'a')).to.deep.equal(['Read the full review on example.com']);
    });
  });

  describe('a film that no parseFilm has seen', () => {
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', '/relative', 'https://user:pass@example.com/', ''])
      it(`links nowhere by ${JSON.stringify(bad)}, and still says what it has to say`, () => {
        const article = read({
          ...film(),
          poster: { src: bad, alt: 'A poster', srcset: `${bad} 2x` },
          directors: [{ name: 'Spike Jonze', url: bad }],
          links: (['official', 'trailer', 'trivia', 'reviews', 'watch', 'other'] as const).map((rel) => ({
            rel,
            href: bad,
          })),
          sourceRatings: [{ source: 'IMDb', value: 7.9, best: 10, url: bad }],
          reviews: [{ body: 'Good.', href: bad }],
          post: { author: 'Fans', date: '2013-12-16', url: bad, commentCount: 0, commentsUrl: bad },
          attribution: [{ text: 'Data by somebody', url: bad }],
        });
        expect(article.querySelectorAll('[href], [src], [srcset]')).to.have.lengthOf(0);
        for (const text of ['Spike Jonze', '7.9/10', 'Good.', 'December 16, 2013', '0 comments', 'Data by somebody'])
          expect(article.textContent).to.contain(text);
      });

    it('leaves out candidates of a poster that are not safe', () => {
      const src = 'https://example.com/p.jpg';
      const image = read(film({ poster: { src, alt: '', srcset: `${src} 1x, javascript:x 2x` } })).querySelector(
        'img',
      )!;
      expect([image.src, image.srcset]).to.deep.equal([src, '']);
    });
  });
});
