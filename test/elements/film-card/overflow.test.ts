import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { allByRole, allParts, byRole, part, textOf } from '../../helpers/shadow.js';
import { cardOf, film, her, settled, show, type FilmCard } from './cards.js';

/** A card in a column of this width. */
async function cardIn(width: number, payload: unknown, layout = 'full'): Promise<[FilmCard, HTMLElement]> {
  const column = fixtureSync<HTMLElement>(html`<div></div>`);
  column.style.cssText = `inline-size: ${width}px; overflow: auto`;
  const card = document.createElement('film-card');
  card.setAttribute('layout', layout);
  column.append(card);
  await show(card, payload);
  await settled(card);
  return [card, column];
}

const WORD = 'Donaudampfschiff'.repeat(313).slice(0, 5000);
const LONG_URL = `https://example.com/${'a'.repeat(1980)}`;
const longWords = film({
  title: WORD.slice(0, 300),
  originalTitle: WORD.slice(10, 310),
  tagline: WORD.slice(0, 300),
  certification: WORD.slice(0, 20),
  genres: [WORD.slice(0, 60)],
  directors: [{ name: WORD.slice(0, 150), role: WORD.slice(0, 200), url: LONG_URL }],
  synopsis: WORD,
  links: [
    { rel: 'official', href: LONG_URL },
    { rel: 'trivia', href: LONG_URL, label: WORD.slice(0, 120) },
  ],
  sourceRatings: [{ source: WORD.slice(0, 60), value: 7.9, best: 10, count: 1e12, url: LONG_URL }],
  rating: { average: 4.5, count: 1e12, locked: WORD.slice(0, 300) },
  specs: [{ label: WORD.slice(0, 80), value: WORD.slice(0, 500) }],
  trivia: [{ text: WORD.slice(0, 2000) }, { text: WORD.slice(0, 2000), spoiler: true }],
  reviews: [
    {
      author: WORD.slice(0, 99),
      title: WORD.slice(0, 300),
      body: WORD,
      rating: 4,
      date: '2013-12-14',
      href: LONG_URL,
      source: WORD.slice(0, 60),
    },
  ],
  post: { author: WORD.slice(0, 99), date: '2013-12-16', commentCount: 1e12, url: LONG_URL },
  attribution: [{ text: WORD.slice(0, 300), url: LONG_URL }],
});

describe('<film-card> in columns of any width', () => {
  for (const layout of ['full', 'compact'])
    for (const width of [240, 320, 480, 640, 1100]) {
      it(`fits a ${layout} card into ${width} px`, async () => {
        const [, column] = await cardIn(width, her, layout);
        expect(column.scrollWidth).to.be.at.most(width);
      });

      it(`breaks words of 5,000 letters in a ${layout} card of ${width} px`, async () => {
        const [, column] = await cardIn(width, longWords, layout);
        expect(column.scrollWidth).to.be.at.most(width);
      });
    }

  for (const layout of ['full', 'compact'])
    it(`has room for words and stars in a ${layout} card of 280 px whose letters are twice as large`, async () => {
      const [card, column] = await cardIn(280, her, layout);
      column.style.fontSize = '32px';
      const stars = part(part(card, 'rating'), 'stars').getBoundingClientRect();
      expect(stars.right).to.be.at.most(column.getBoundingClientRect().right);
      expect(part(card, 'title').clientWidth).to.be.above(200);
    });

  for (const layout of ['full', 'compact'])
    for (const best of [7, 10, 12, 20])
      it(`fits ${best} stars into a ${layout} card of any width, beside the poster or below it`, async () => {
        for (const width of [240, 335, 400, 440, 480, 640, 1100]) {
          const [, column] = await cardIn(width, { ...her, rating: { best, average: 6, count: 9 } }, layout);
          expect(column.scrollWidth, `${width} px`).to.be.at.most(width);
        }
      });

  for (const url of [undefined, 'https://example.com/license'])
    it(`cuts off nothing of a source that wants to be named in a compact card, ${url ? 'with' : 'without'} a link`, async () => {
      const text = 'Facts collected by the editors of this page, under the licence CC BY-SA 4.0, changed.';
      const [card] = await cardIn(320, film({ attribution: [{ text, url }] }), 'compact');
      const source = part(card, 'attribution').querySelector('p')!;
      const words = new Range();
      words.selectNodeContents(source);
      const { right, bottom } = words.getBoundingClientRect();
      expect(right).to.be.at.most(card.getBoundingClientRect().right);
      expect(bottom).to.be.at.most(card.getBoundingClientRect().bottom);
      for (const element of [source, ...source.children])
        expect(element.scrollWidth, element.outerHTML).to.be.at.most(element.clientWidth || Infinity);
    });

  it('breaks its lines in a page that does not', async () => {
    const [, column] = await cardIn(320, her);
    column.style.whiteSpace = 'nowrap';
    expect(column.scrollWidth).to.be.at.most(320);
  });

  it('begins all lines where they are to begin in a page that indents its paragraphs', async () => {
    const [card, column] = await cardIn(640, { ...her, post: { author: 'Ann', date: '2013-12-16' } });
    const starts = (): number[] =>
      [card, part(card, 'rating'), part(card, 'review')].flatMap(({ shadowRoot }) => {
        const texts = document.createTreeWalker(shadowRoot!, NodeFilter.SHOW_TEXT);
        const range = new Range();
        const found: number[] = [];
        while (texts.nextNode()) {
          range.selectNodeContents(texts.currentNode);
          found.push(...[...range.getClientRects()].map(({ left }) => left));
        }
        return found;
      });
    const before = starts();
    expect(before.length).to.be.above(40);
    column.style.textIndent = '3em';
    expect(starts()).to.deep.equal(before);
  });

  for (const layout of ['full', 'compact'])
    it(`stands beside the words of a line by its own first one, not by the foot of its poster: ${layout}`, async () => {
      const [card, column] = await cardIn(640, her, layout);
      const word = document.createElement('span');
      word.textContent = 'Seen:';
      column.prepend(word);
      column.style.cssText += '; display: flex; align-items: baseline';
      card.style.flex = '1';
      const { top, height } = part(card, 'poster').getBoundingClientRect();
      expect(word.getBoundingClientRect().bottom).to.be.within(top, top + height / 2);
    });

  it('would notice a word that sticks out', async () => {
    const [card, column] = await cardIn(320, longWords);
    card.style.whiteSpace = 'nowrap';
    expect(column.scrollWidth).to.be.above(320);
  });

  it('has a width of its own where a flex container gives it none', async () => {
    const [card, column] = await cardIn(640, her);
    column.style.display = 'flex';
    expect(card.getBoundingClientRect().width).to.be.at.least(200);
  });

  it('is never wider than a third of the card: the poster', async () => {
    for (const width of [320, 640, 1100]) {
      const [card] = await cardIn(width, her);
      expect(part(card, 'poster').getBoundingClientRect().width).to.be.below(width / 3);
    }
  });

  it('puts the poster beside the title, at the start edge, in both directions', async () => {
    for (const dir of ['ltr', 'rtl'])
      for (const width of [240, 640]) {
        const [card, column] = await cardIn(width, her);
        column.dir = dir;
        const [poster, title] = ['poster', 'title'].map((name) => part(card, name).getBoundingClientRect());
        const [start, end] = dir === 'ltr' ? [poster!, title!] : [title!, poster!];
        expect(start.right).to.be.at.most(end.left);
        expect(title!.top).to.be.below(poster!.bottom);
      }
  });

  it('keeps a number and what it counts in one line', async () => {
    const post = { date: '2013-12-16', commentCount: 4, commentsUrl: 'https://example.com/', author: 'Ann' };
    const [card, column] = await cardIn(640, film({ post }));
    const heights = new Set<number>();
    for (let width = 240; width <= 640; width += 10) {
      column.style.inlineSize = `${width}px`;
      const comments = byRole(card, 'link', '4 comments');
      expect(comments.getClientRects().length, `${width} px`).to.equal(1);
      heights.add(part(card, 'byline').clientHeight);
    }
    expect(heights.size, 'widths where the byline breaks').to.be.above(1);
  });

  for (const dir of ['ltr', 'rtl'])
    it(`draws a dot between two of a line, and none where a line begins or ends: ${dir}`, async () => {
      const post = { date: '2013-12-16', commentCount: 4, author: 'Ann' };
      for (const [layout, line] of [
        ['full', 'byline'],
        ['compact', 'facts'],
      ] as const) {
        const payload = film({ post, year: 2013, runtimeMinutes: 126, directors: ['Ann Lee'], genres: ['Drama'] });
        const [card, column] = await cardIn(640, payload, layout);
        column.dir = dir;
        const row = part(card, line);
        for (let width = 240, breaks = 0; !breaks; width -= 20) {
          column.style.inlineSize = `${width}px`;
          const { left, right } = row.getBoundingClientRect();
          let bottom = -Infinity;
          for (const item of row.children) {
            const box = item.getBoundingClientRect();
            const { insetInlineStart, content } = getComputedStyle(item, '::before');
            const dot =
              dir === 'ltr' ? box.left + parseFloat(insetInlineStart) : box.right - parseFloat(insetInlineStart);
            const isFirst = box.top >= bottom - 1;
            expect(content).to.include('·');
            expect(dot < left || dot > right, `${textOf(item)}, ${width} px`).to.equal(isFirst);
            expect(getComputedStyle(item, '::after').content).to.equal('none');
            if (isFirst && bottom > 0) breaks++;
            bottom = box.bottom;
          }
        }
        expect(getComputedStyle(row).clipPath, 'what sticks out is not seen').to.include('inset');
      }
    });

  it('leaves no hole beside the poster above the synopsis, and some air below it', async () => {
    for (const width of [360, 500, 560, 630]) {
      const [card] = await cardIn(width, her);
      const [poster, synopsis, facts] = ['poster', 'synopsis', 'facts'].map((name) =>
        part(card, name).getBoundingClientRect(),
      );
      if (width < 480) expect(synopsis!.top - poster!.bottom, `${width} px`).to.be.at.least(8);
      else expect(synopsis!.left, `${width} px`).to.be.above(poster!.right);
      expect(facts!.left).to.equal(poster!.left);
    }
  });

  it('keeps the stars of a compact card beside its poster, however many', async () => {
    for (const best of [5, 10, 20])
      for (const width of [280, 320, 400]) {
        const [card] = await cardIn(width, { ...her, rating: { best } }, 'compact');
        const [poster, rating] = ['poster', 'rating'].map((name) => part(card, name).getBoundingClientRect());
        expect(rating!.left, `${best} stars, ${width} px`).to.be.above(poster!.right);
      }
  });
});

describe('<film-card> with letters that break out', () => {
  it('does not move its neighbours by 1,000 marks on one letter', async () => {
    const [, column] = await cardIn(640, film({ synopsis: 'Zalgo.' }));
    const other = await cardOf(film());
    column.append(other);
    const place = other.getBoundingClientRect().top;
    const card = column.querySelector('film-card')!;
    await show(card, film({ synopsis: `Z\u0335${'\u0301\u0334'.repeat(500)}algo.` }));
    expect(other.getBoundingClientRect().top).to.equal(place);
  });

  /** Whether the text of an element runs from left to right. */
  function runsForward(element: Element): boolean {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const at: number[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      for (const match of text.data.matchAll(/[A-Za-z0-9]/g)) {
        const range = new Range();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + 1);
        at.push(range.getBoundingClientRect().left);
      }
    }
    return at.length > 1 && at.every((left, i) => !i || left > at[i - 1]!);
  }

  for (const [what, sign] of [
    ['U+202E', '\u202e'],
    ['U+2067', '\u2067'],
  ] as const)
    it(`keeps an unclosed ${what} to the text that it is in`, async () => {
      const name = `Evil${sign}`;
      const [card] = await cardIn(
        1100,
        film({
          title: name,
          year: 2013,
          directors: [name, 'Ann Lee'],
          cast: [{ name, url: 'https://example.com/' }, 'Bob Lee'],
          genres: [name, 'Drama'],
          specs: [{ label: name, value: 'Dolby' }],
          trivia: [{ text: name }, { text: 'It rained' }],
          reviews: [{ author: name, title: name, body: name, rating: 4, date: '2013-12-14' }],
          post: { author: name, date: '2013-12-16', commentCount: 3 },
          attribution: [{ text: name }, { text: 'Facts' }],
        }),
      );
      const [byline] = allParts(card, 'byline');
      const review = part(card, 'review');
      const people = allByRole(card, 'definition').map((value) => value.lastElementChild!);
      const neighbours = [
        part(card, 'title').lastElementChild!,
        ...[...byline!.children].slice(0, 2),
        ...people.slice(0, 3),
        part(card, 'specs').querySelector('dd')!,
        allByRole(card, 'listitem')[1]!,
        part(review, 'byline').querySelector('time')!,
        part(review, 'rating').lastElementChild!,
        part(card, 'attribution').lastElementChild!,
      ];
      for (const element of neighbours) expect(runsForward(element), element.textContent).to.equal(true);
    });

  it('would notice a neighbour that is turned around', async () => {
    const line = await fixture(html`<p>Evil\u202e<span>, Ann Lee</span></p>`);
    expect(runsForward(line.querySelector('span')!)).to.equal(false);
  });
});

describe('<film-card> in a box that is as wide as what is in it', () => {
  const boxes = {
    'a dialog': 'position: fixed; inline-size: fit-content',
    'a float': 'float: left',
    'an inline block': 'display: inline-block',
    'an absolute box': 'position: absolute',
    'a table': 'display: table-cell',
    'max-content': 'inline-size: max-content',
    'a column of a grid': 'display: grid; grid-template-columns: auto; justify-content: start',
    'a row of a flex box': 'display: flex',
    'a centred column of a flex box': 'display: flex; flex-direction: column; align-items: center',
  };
  for (const [what, style] of Object.entries(boxes))
    it(`has a width of its own: ${what}`, async () => {
      const page = await fixture<HTMLElement>(html`<div style="inline-size: 900px; font-size: 16px"></div>`);
      const box = document.createElement('div');
      box.style.cssText = style;
      page.append(box);
      const card = document.createElement('film-card');
      box.append(card);
      await show(card, her);
      await settled(card);
      expect(card.getBoundingClientRect().width).to.be.within(600, 900);
      if (what.includes('max-content')) return;
      page.style.inlineSize = '300px';
      if (getComputedStyle(box).position === 'static')
        expect(card.getBoundingClientRect().width).to.be.within(240, 300);
    });
});
