// What is really painted, pixel by pixel, in every state of the gallery: not what the style sheet means to paint.
import { expect, fixture, html } from '@open-wc/testing';
import { darken, emulateMedia, picture, press } from '../../helpers/browser.js';
import { isChromium } from '../../helpers/engine.js';
import { contrast, type Rgb } from '../../helpers/painting.js';
import { itWith } from '../../helpers/where-possible.js';
import { GALLERY } from './gallery.js';
import { choose, hasPart, holdVotes, moveAway, part, type StarRating } from './helpers.js';

/** A part of the window and what is painted in it. */
class Painting {
  readonly #image: ImageData;
  readonly #box: DOMRect;

  private constructor(image: ImageData, box: DOMRect) {
    this.#image = image;
    this.#box = box;
  }

  /** What is painted of an element, and as much around it. */
  static async of(element: Element, around = 6): Promise<Painting> {
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = new DOMRect(
      ...[Math.floor(left) - around, Math.floor(top) - around],
      ...[Math.ceil(width) + 2 * around, Math.ceil(height) + 2 * around],
    );
    return new Painting(await picture(box), box);
  }

  #at(x: number, y: number): Rgb {
    const [red = 0, green = 0, blue = 0] = this.#image.data.subarray((y * this.#image.width + x) * 4);
    return [red, green, blue];
  }

  /** The contrast of each pixel in a box to what is painted around everything; highest first. */
  contrasts({ left, top, right, bottom }: DOMRect): number[] {
    const ground = this.#at(0, 0);
    const found: number[] = [];
    for (let y = Math.floor(top - this.#box.top); y < bottom - this.#box.top; y++)
      for (let x = Math.floor(left - this.#box.left); x < right - this.#box.left; x++)
        found.push(contrast(this.#at(x, y), ground));
    return found.sort((a, b) => b - a);
  }

  /** The contrast of a box's strongest pixels: the twentieth part of what is painted in it. */
  contrast(box: DOMRect): number {
    const painted = this.contrasts(box).filter((ratio) => ratio > 1.1);
    return painted[Math.floor(painted.length / 20)] ?? 1;
  }

  /** The part of a box that is painted, 0 to 1. */
  covered(box: DOMRect): number {
    const all = this.contrasts(box);
    return all.filter((ratio) => ratio > 2).length / all.length;
  }
}

/** The box of each star, from left to right. */
function starBoxes(rating: StarRating): DOMRect[] {
  const { left, top, width, height } = part(rating, 'stars').getBoundingClientRect();
  const one = width / rating.max;
  return Array.from({ length: rating.max }, (_, i) => new DOMRect(left + i * one, top, one, height));
}

/** What is too pale to be seen (3:1) or read (4.5:1). */
async function tooPale(rating: StarRating): Promise<string[]> {
  const painting = await Painting.of(rating);
  const found: string[] = [];
  const expectRatio = (what: string, box: DOMRect, least: number): void => {
    const ratio = painting.contrast(box);
    if (ratio < least) found.push(`${what}: ${ratio.toFixed(2)}:1`);
  };
  for (const [i, box] of starBoxes(rating).entries()) expectRatio(`star ${i + 1}`, box, 3);
  const line = part(rating, 'stars').nextElementSibling;
  if (line?.matches('div:empty')) {
    expectRatio('the crowd’s line', line.getBoundingClientRect(), 3);
    const { left, right, top } = part(rating, 'summary').getBoundingClientRect();
    const under = getComputedStyle(part(rating, 'summary'), '::before');
    const [down, width, height] = [under.marginTop, under.width, under.height].map(parseFloat) as [
      number,
      number,
      number,
    ];
    const start = rating.matches(':dir(rtl)') ? right - width : left;
    expectRatio('the line under its number', new DOMRect(start, top + down, width, height), 3);
  }
  const words = ['summary', 'message', 'histogram'].filter((name) => hasPart(rating, name));
  for (const text of words.flatMap((name) => [...textBoxes(part(rating, name))])) expectRatio(...text, 4.5);
  for (const bar of rating.shadowRoot!.querySelectorAll('[part=histogram] [aria-hidden=true] > *'))
    if (bar.getBoundingClientRect().width >= 1) expectRatio('bar', bar.getBoundingClientRect(), 3);
  return found;
}

/** Every text that is to be seen below an element, and where it is. */
function* textBoxes(element: Element): Generator<[string, DOMRect]> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (node.textContent?.trim() && box.width) yield [`“${node.textContent.trim()}”`, box];
  }
}

const PAGES = {
  light: ['#fff', '#1a1a1a'],
  dark: ['#111', '#eee'],
} as const;

/** Nothing moves while it is looked at. */
const CALM = { 'prefers-reduced-motion': 'reduce' } as const;

/** Makes the whole page light or dark; undefined leaves it to the browser again. */
function dress(scheme?: keyof typeof PAGES): void {
  const [background, color] = scheme ? PAGES[scheme] : [];
  document.documentElement.style.cssText = scheme
    ? `color-scheme: ${scheme}; background: ${background}; color: ${color}`
    : '';
}

/** States in which nothing can be done are exempt from contrast (WCAG 1.4.3, 1.4.11). */
const STATES = Object.entries(GALLERY).filter(([title]) => !title.includes('disabled'));

describe('<star-rating> as it is painted', () => {
  before(moveAway);
  afterEach(async () => {
    dress();
    if (isChromium) await darken(false);
  });

  for (const scheme of ['light', 'dark'] as const)
    for (const [title, make] of STATES)
      itWith('picture', `can be seen and read on a ${scheme} page: ${title}`, async () => {
        await emulateMedia(CALM);
        dress(scheme);
        expect(await tooPale(await make())).to.deep.equal([]);
      });

  for (const [title, make] of STATES)
    itWith('picture', `can be seen and read in forced colours: ${title}`, async () => {
      await emulateMedia({ ...CALM, 'forced-colors': 'active' });
      expect(await tooPale(await make())).to.deep.equal([]);
    });

  for (const [title, make] of STATES)
    itWith('picture', `can be seen and read where the browser darkens the page: ${title}`, async () => {
      await emulateMedia(CALM);
      await darken(true);
      const rating = await make();
      for (const color of ['', '#1a1a1a', '#000']) {
        rating.style.color = color;
        expect(await tooPale(rating), color).to.deep.equal([]);
      }
    });

  itWith('picture', 'would be found too pale in colours that are', async () => {
    await emulateMedia(CALM);
    dress('light');
    const rating = await fixture<StarRating>(
      html`<star-rating
        average="3"
        count="9"
        style="--star-rating-color: #ffd54f; --star-rating-color-empty: #ccc; color: #aaa"
      ></star-rating>`,
    );
    const found = await tooPale(rating);
    expect(found.map((line) => line.split(':')[0])).to.deep.equal([
      ...['star 1', 'star 2', 'star 3', 'star 4', 'star 5', '“3 out of 5, 9 votes”'],
    ]);
  });

  for (const page of ['light', 'dark', 'darkened', 'darkened black-on-white'] as const)
    for (const step of [1, 0.5])
      itWith('picture', `has a focus ring of 3:1 on a ${page} page, ${step === 1 ? 'radios' : 'a range'}`, async () => {
        if (page === 'light' || page === 'dark') dress(page);
        else await darken(true);
        if (page === 'darkened black-on-white') document.documentElement.style.color = '#000';
        const rating = await fixture<StarRating>(html`<star-rating step=${step} style="margin: 20px"></star-rating>`);
        const ringed = async (): Promise<number> => {
          const { left, top, height } = part(rating, 'stars').getBoundingClientRect();
          const painting = await Painting.of(rating, 12);
          // beside the first star, where nothing but the ring is
          return painting.contrasts(new DOMRect(left - 8, top, 8, height))[0] ?? 1;
        };
        expect(await ringed()).to.be.lessThan(1.5);
        rating.focus();
        await press('Shift');
        expect(await ringed()).to.be.at.least(3);
      });

  itWith(
    'picture',
    'has its focus ring around the row, where it touches no star and not the crowd’s line',
    async () => {
      dress('light');
      const rating = await fixture<StarRating>(
        html`<star-rating average="3" count="9" value="1" style="margin: 20px"></star-rating>`,
      );
      const { left, bottom, width } = part(rating, 'stars').getBoundingClientRect();
      const look = async (): Promise<number[][]> => {
        const painting = await Painting.of(rating, 12);
        // the second to the fifth star, which are not the focused one; and the crowd's line
        return [...starBoxes(rating).slice(1), new DOMRect(left, bottom, width, 3)].map((box) =>
          painting.contrasts(box),
        );
      };
      const before = await look();
      rating.focus();
      await press('Shift');
      expect(rating.shadowRoot!.activeElement!.matches(':focus-visible')).to.equal(true);
      expect(await look()).to.deep.equal(before);
    },
  );

  itWith(
    'picture',
    'explains the crowd’s line: one like it is under the first of the crowd’s words, and not under one’s own',
    async () => {
      await emulateMedia(CALM);
      dress('light');
      for (const [readonly, lines] of [
        [false, ''],
        [true, ''],
        [false, 'line-height: 2.5'],
        [true, 'line-height: 2.5'],
      ] as const) {
        const rating = await fixture<StarRating>(
          html`<star-rating average="3" count="9" ?readonly=${readonly} style=${lines}></star-rating>`,
        );
        const underlined = async (): Promise<string[]> => {
          const painting = await Painting.of(rating);
          return [...textBoxes(rating.shadowRoot!.querySelector('[part=base]')!)]
            .filter(([, { left, bottom, width }]) => {
              const isLine = (from: number, to: number): boolean =>
                [-2, -1, 0, 1, 2, 3, 4].some(
                  (i) => painting.covered(new DOMRect(left + from, bottom - i, to, 1)) > 0.9,
                );
              return isLine(1, 24) && !isLine(30, width - 30); // or it would look like a link
            })
            .map(([text]) => text.replace('.', ''));
        };
        expect(await underlined()).to.deep.equal([]);
        rating.value = 5;
        await rating.updateComplete;
        expect(await underlined()).to.deep.equal(['“3 out of 5, 9 votes”']);
        rating.remove();
      }
    },
  );

  itWith('picture', 'draws the crowd’s average under the reader’s own stars at 3:1', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      dress(scheme);
      const rating = await fixture<StarRating>(html`<star-rating average="3" count="9" value="5"></star-rating>`);
      const { left, bottom, width } = part(rating, 'stars').getBoundingClientRect();
      const painting = await Painting.of(rating);
      const under = (from: number, to: number): number =>
        painting.contrast(new DOMRect(left + width * from, bottom, width * (to - from), 4));
      expect(under(0, 0.58)).to.be.at.least(3);
      expect(under(0.62, 1)).to.equal(1);
    }
  });
});

describe('<star-rating> by its painted shapes', () => {
  /** How much of each star is painted, whatever the colour. */
  const shapes = async (value: number, how = '', style = ''): Promise<number[]> => {
    const page = await fixture(html`<main></main>`);
    page.innerHTML = `<star-rating value="${value}" ${how} style="--star-rating-size: 100px; ${style}"></star-rating>`;
    const rating = page.querySelector<StarRating>('star-rating')!;
    await rating.updateComplete;
    const painting = await Painting.of(part(rating, 'stars'));
    const drawn = starBoxes(rating).map((box) => Math.round(painting.covered(box) * 100));
    page.remove(); // the next is painted on the same pixels
    return drawn;
  };

  itWith('picture', 'is painted as it was before, when a vote has failed', async () => {
    await emulateMedia(CALM);
    const rating = await fixture<StarRating>(html`<star-rating value="2" average="3.7" count="9"></star-rating>`);
    const row = async (): Promise<number[]> => {
      const stars = part(rating, 'stars');
      return (await Painting.of(stars, 8)).contrasts(stars.getBoundingClientRect());
    };
    const before = await row();
    const held = holdVotes(rating);
    await choose(rating, 5);
    expect(await row()).not.to.deep.equal(before);
    await held[0]!.reject(new Error('offline'));
    expect(await row()).to.deep.equal(before);
  });

  // a rectangle that is higher than wide, in the middle of its picture
  const IMAGE =
    "--star-rating-symbol: url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 24 24%22%3E%3Cpath d=%22M6 2h12v20H6z%22/%3E%3C/svg%3E')";

  for (const colors of ['none', 'active'] as const)
    for (const [how, style] of [
      [''],
      ['readonly'],
      ['average="3.7" count="9"'],
      ['', IMAGE],
      ['readonly', IMAGE],
    ] as const)
      itWith(
        'picture',
        `tells 3 from 3.5 from 4 ${colors === 'active' ? 'in forced colours' : 'without colour'}, ${how || 'as a control'}${style ? ', with an image of the page’s own' : ''}`,
        async () => {
          await emulateMedia({ ...CALM, 'forced-colors': colors });
          const [three, half, four] = [
            await shapes(3, how, style),
            await shapes(3.5, how, style),
            await shapes(4, how, style),
          ];
          const [solid, hollow] = [three[0]!, three[4]!];
          expect(solid - hollow, `solid ${solid} %, hollow ${hollow} %`).to.be.greaterThan(8);
          const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1;
          const drawn = [three, half, four].map((row) =>
            row.map((part) => (near(part, solid) ? '#' : near(part, hollow) ? 'o' : '-')).join(''),
          );
          expect(drawn).to.deep.equal(['###oo', '###-o', '####o']);
        },
      );

  itWith('picture', 'leaves an image solid only where it is chosen, with highlight="only"', async () => {
    await emulateMedia(CALM);
    const [first = 0, , third = 0, fourth = 0] = await shapes(3, 'readonly highlight="only"', IMAGE);
    expect(third - first).to.be.greaterThan(8);
    expect(Math.abs(first - fourth)).to.be.at.most(1);
  });

  for (const style of ['', IMAGE])
    itWith(
      'picture',
      `fills half of the fourth star and no other, with 3.5 and highlight="only" ${style}`,
      async () => {
        await emulateMedia(CALM);
        const [first = 0, , third = 0, fourth = 0, fifth = 0] = await shapes(3.5, 'readonly highlight="only"', style);
        const [, , , whole = 0] = await shapes(4, 'readonly highlight="only"', style);
        expect(fourth - first).to.be.greaterThan(3);
        expect(whole - fourth).to.be.greaterThan(3);
        for (const other of [third, fifth]) expect(Math.abs(first - other)).to.be.at.most(1);
      },
    );

  itWith('picture', 'draws any part of a star, in proportion', async () => {
    const fourth = async (value: number): Promise<number> => (await shapes(value, 'readonly'))[3]!;
    const parts = [3, 3.2, 3.4, 3.5, 3.7, 3.9, 4];
    const drawn: number[] = [];
    for (const value of parts) drawn.push(await fourth(value));
    expect(drawn).to.deep.equal(drawn.toSorted((a, b) => a - b));
    expect(new Set(drawn.slice(1, -1)).size).to.equal(parts.length - 2);
  });
});
