import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { emulateMedia, mouse, press } from '../../helpers/browser.js';
import { asIfMedia, contrast, srgb } from '../../helpers/painting.js';
import { asPrinted } from '../../helpers/printed.js';
import { itWith } from '../../helpers/where-possible.js';
import {
  choose,
  fill,
  focused,
  holdVotes,
  isPainted,
  moveAway,
  part,
  radios,
  slider,
  star,
  type StarRating,
} from './helpers.js';

const sizeOf = (element: Element): number[] => {
  const { width, height } = element.getBoundingClientRect();
  return [width, height];
};

const failedWithRetry = async (clearable = true): Promise<StarRating> => {
  const rating = await fixture<StarRating>(
    html`<star-rating value="2" ?clearable=${clearable} subject="film"></star-rating>`,
  );
  const held = holdVotes(rating);
  await choose(rating, 4);
  await held[0]!.reject(null);
  return rating;
};

const targets = (rating: StarRating): Element[] => [
  ...radios(rating),
  ...rating.shadowRoot!.querySelectorAll('button, input[type=range]'),
];

describe('<star-rating> targets', () => {
  for (const [pointer, least] of [
    ['fine', 24],
    ['coarse', 44],
  ] as const)
    it(`are at least ${least} CSS px wide and high for a ${pointer} pointer`, async () => {
      const rating = await failedWithRetry();
      const range = await fixture<StarRating>(html`<star-rating step="0.5"></star-rating>`);
      const small = await fixture<StarRating>(html`<star-rating style="--star-rating-size: 8px"></star-rating>`);
      const measure = (): void => {
        for (const target of [rating, range, small].flatMap(targets))
          for (const length of sizeOf(target)) expect(length, target.outerHTML).to.be.at.least(least - 0.05); // engines lay out in 1/64 px
      };
      if (pointer === 'coarse') asIfMedia([rating, range, small], 'pointer: coarse', measure);
      else measure();
      expect(targets(rating)).to.have.length(7);
    });

  it('in an answer take no more room than its words: what follows stays where it is, also for a finger', async () => {
    const failed = await failedWithRetry(false);
    const rated = await fixture<StarRating>(html`<star-rating value="2" subject="film"></star-rating>`);
    const compare = (): void => {
      expect(sizeOf(failed)[1]).to.be.closeTo(sizeOf(rated)[1]!, 0.5);
    };
    compare();
    asIfMedia([failed, rated], 'pointer: coarse', compare);
  });

  // small letters bring the line of a field near its stars, large ones wrap two buttons
  for (const size of ['1em', '1.5em'])
    it(`for a finger do not lie over each other by more than their edges, with letters of ${size}`, async () => {
      const page = await fixture(html`
        <div style="inline-size: 150px; font-size: ${size}"><star-rating name="rating" clearable value="3"></star-rating></div>
      `);
      const field = page.querySelector('star-rating')!;
      const failed = await failedWithRetry();
      page.append(failed);
      asIfMedia([field, failed], 'pointer: coarse', () => {
        for (const [rating, count] of [
          [field, 6],
          [failed, 7],
        ] as const) {
          const boxes = targets(rating).map((target) => target.getBoundingClientRect());
          expect(boxes).to.have.length(count);
          boxes.forEach((box, i) => {
            for (const after of boxes.slice(i + 1)) {
              const beside = after.left >= box.right - 4 || after.right <= box.left + 4;
              expect(beside || after.top >= box.bottom - 8.5, `${i}: ${after.top} below ${box.bottom}`).to.equal(true);
            }
          });
        }
        expect(targets(field).at(-1)!.getBoundingClientRect().top).to.be.at.least(
          part(field, 'stars').getBoundingClientRect().bottom - 1,
        );
      });
    });

  /** As wide as a small page, and for the widget's style like one: a length in `cqi` is of the container, else of the page. */
  const narrow = (content: TemplateResult): Promise<HTMLElement> =>
    fixture(html`<div style="inline-size: 320px; container-type: inline-size; overflow: auto">${content}</div>`);

  it('of the longest scale are narrow enough for a page that is 320 px wide', async () => {
    const page = await narrow(html`<div style="margin: 8px"><star-rating max="20" value="7"></star-rating></div>`);
    const row = part(page.querySelector('star-rating')!, 'stars').getBoundingClientRect();
    expect(row.width).to.be.within(200, 304);
  });

  for (const max of [15, 20])
    it(`of a rating of ${max} that is only shown are narrow enough for that page, too`, async () => {
      const page = await narrow(html`
        <star-rating readonly max=${max} average="13.7" count="128"></star-rating>
        <star-rating readonly max=${max} average="13.7" count="128" value="7"></star-rating>
      `);
      expect(page.scrollWidth).to.equal(320);
      const [rating] = page.querySelectorAll<StarRating>('star-rating');
      page.style.inlineSize = '1280px';
      expect(part(rating!, 'stars').getBoundingClientRect().width, 'where there is room').to.equal(max * 24);
    });

  it('of a range are one target, as large as the row', async () => {
    const rating = await fixture<StarRating>(html`<star-rating step="0.5"></star-rating>`);
    const target = slider(rating).getBoundingClientRect();
    const row = part(rating, 'stars').getBoundingClientRect();
    expect([target.left, target.right]).to.deep.equal([row.left, row.right]);
    expect([target.top <= row.top, target.bottom >= row.bottom]).to.deep.equal([true, true]);
  });

  for (const pointer of ['fine', 'coarse'])
    for (const dir of ['ltr', 'rtl'])
      it(`have the crowd’s line at their feet and from their start, for a ${pointer} pointer, ${dir}`, async () => {
        const page = await fixture(html`
          <div dir=${dir}>
            <star-rating average="3" count="9" value="4"></star-rating>
            <star-rating average="3" count="9" value="4" step="0.5"></star-rating>
            <star-rating average="6" count="9" value="4" max="10" name="rating"></star-rating>
            <star-rating average="6" count="9" value="4" max="10" readonly></star-rating>
          </div>
        `);
        const ratings = [...page.querySelectorAll<StarRating>('star-rating')];
        const measure = (): void => {
          for (const rating of ratings) {
            const row = part(rating, 'stars');
            const stars = row.getBoundingClientRect();
            const line = row.nextElementSibling!.getBoundingClientRect();
            expect(line.top - stars.bottom, rating.outerHTML).to.be.closeTo(1, 0.1);
            expect(line.height, rating.outerHTML).to.be.below(4);
            expect(line.width / stars.width, rating.outerHTML).to.be.closeTo(0.6, 0.01);
            expect(dir === 'ltr' ? line.left - stars.left : stars.right - line.right).to.be.closeTo(0, 0.1);
          }
        };
        if (pointer === 'coarse') asIfMedia(ratings, 'pointer: coarse', measure);
        else measure();
      });

  it('do not move while a vote is given and answered', async () => {
    const page = await fixture(html`<div><star-rating subject="film"></star-rating><p>below</p></div>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    const below = (): number => page.querySelector('p')!.getBoundingClientRect().top;
    const before = [below(), ...radios(rating).map((radio) => radio.getBoundingClientRect().left)];
    const now = (): number[] => [below(), ...radios(rating).map((radio) => radio.getBoundingClientRect().left)];
    const held = holdVotes(rating);
    await choose(rating, 4);
    expect(now()).to.deep.equal(before);
    await held[0]!.resolve({ kept: 'host' });
    expect(now()).to.deep.equal(before);
  });

  it('have no empty line under them on paper', async () => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film" average="3.7" count="9"></star-rating>`);
    await asPrinted(rating, () => {
      const { bottom } = part(rating, 'base').getBoundingClientRect();
      expect(bottom - part(rating, 'summary').getBoundingClientRect().bottom).to.be.below(8);
    });
  });

  it('have their words beside them on paper, where they are beside them', async () => {
    const page = await fixture(html`<p style="inline-size: 640px"><star-rating subject="film"></star-rating></p>`);
    const rating = page.querySelector<StarRating>('star-rating')!;
    const isBeside = (): boolean =>
      part(rating, 'summary').getBoundingClientRect().left > part(rating, 'stars').getBoundingClientRect().right;
    expect(isBeside()).to.equal(true);
    await asPrinted(rating, () => {
      expect(isBeside()).to.equal(true);
    });
  });

  // with room for the answer below the stars, and beside them
  for (const width of [240, 360, 640])
    it(`move nothing below them in ${width} px when the vote is kept in this browser`, async () => {
      const page = await fixture(html`
        <div style="inline-size: ${width}px; font: 16px sans-serif"><star-rating subject="her"></star-rating><p>below</p></div>
      `);
      const rating = page.querySelector<StarRating>('star-rating')!;
      const places = (): number[] =>
        [page.querySelector('p')!, part(rating, 'stars')]
          .map((element) => element.getBoundingClientRect())
          .flatMap(({ left, top }) => [left, top]);
      const before = places();
      const held = holdVotes(rating);
      await choose(rating, 4);
      await held[0]!.resolve({ kept: 'browser' });
      expect(places()).to.deep.equal(before);
      expect(page.scrollWidth).to.equal(width);
    });
});

describe('<star-rating> contrast', () => {
  const onPage = async (scheme: string, background: string, color: string): Promise<StarRating> => {
    const page = await fixture(html`
      <div style="color-scheme: ${scheme}; background: ${background}; color: ${color}">
        <star-rating average="3" count="2"></star-rating>
      </div>
    `);
    return page.querySelector<StarRating>('star-rating')!;
  };

  for (const [scheme, background, color] of [
    ['light', '#ffffff', '#1a1a1a'],
    ['light', '#ffffff', '#555555'],
    ['dark', '#111111', '#eeeeee'],
  ] as const) {
    it(`is 3:1 at least for the crowd’s stars, one’s own and the outlines, ${scheme}, beside ${color}`, async () => {
      const rating = await onPage(scheme, background, color);
      const colors = { crowd: fill(rating).color, outline: outlineOf(rating), own: '' };
      await choose(rating, 4);
      colors.own = fill(rating).color;
      for (const [name, painted] of Object.entries(colors))
        expect(contrast(srgb(painted, background), srgb(background)), `${name} ${painted}`).to.be.at.least(3);
    });

    it(`is 4.5:1 at least for the words, ${scheme}, beside ${color}`, async () => {
      const rating = await onPage(scheme, background, color);
      await choose(rating, 4);
      for (const words of [part(rating, 'summary'), part(rating, 'message').querySelector('[role=status] > *')!])
        expect(contrast(srgb(getComputedStyle(words).color, background), srgb(background))).to.be.at.least(4.5);
    });
  }

  for (const background of ['#ffffff', '#888888', '#000000'])
    it(`of the reader’s own rating in words is that of the page’s text, on ${background}`, async () => {
      const color = background === '#000000' ? '#dddddd' : '#111111';
      const rating = await onPage('light', background, color);
      await choose(rating, 4);
      const words = part(rating, 'message').querySelector('[role=status] > *')!;
      expect(srgb(getComputedStyle(words).color)).to.deep.equal(srgb(color));
    });

  itWith('media', 'is that of the text for outlines where the reader asks for more', async () => {
    await emulateMedia({ 'prefers-contrast': 'more' });
    try {
      const rating = await onPage('light', '#ffffff', '#555555');
      expect(srgb(outlineOf(rating), '#ffffff')).to.deep.equal(srgb('#555555'));
    } finally {
      await emulateMedia({});
    }
  });
});

/** The colour that the row ends in: that of stars that are not filled. */
function outlineOf(rating: StarRating): string {
  const { backgroundImage } = getComputedStyle(part(rating, 'stars'));
  return /.*((?:rgba?|color)\([^)]+\)) /.exec(backgroundImage)?.[1] ?? '';
}

/** Each star's left and right half, to both sides of its middle: solid (`#`) or hollow (`o`). */
const halves = (rating: StarRating): string =>
  [0, 1, 2, 3, 4].map((i) => [0.4, 0.6].map((x) => (isPainted(rating, (i + x) / 5) ? '#' : 'o')).join('')).join(' ');

const DRAWN = [
  [3, '## ## ## oo oo'],
  [3.5, '## ## ## #o oo'],
  [4, '## ## ## ## oo'],
] as const;

async function expectShapes(rating: StarRating): Promise<void> {
  for (const [value, drawn] of DRAWN) {
    rating.value = value;
    await rating.updateComplete;
    expect(halves(rating), `${value}`).to.equal(drawn);
  }
}

describe('<star-rating> without colour', () => {
  const large = html`<star-rating style="--star-rating-size: 100px"></star-rating>`;

  it('tells 3 from 3.5 from 4 by shapes alone', async () => {
    const rating = await fixture<StarRating>(large);
    await expectShapes(rating);
    rating.readonly = true;
    await expectShapes(rating);
  });

  itWith('media', 'tells 3 from 3.5 from 4 in forced colours, with crowd and own', async () => {
    await emulateMedia({ 'forced-colors': 'active' });
    try {
      const rating = await fixture<StarRating>(large);
      rating.average = 3;
      rating.count = 9;
      await expectShapes(rating);
      const row = part(rating, 'stars');
      expect(getComputedStyle(row).backgroundImage).to.include('gradient');
      for (const painted of [fill(rating).color, outlineOf(rating)])
        expect(contrast(srgb(painted), srgb('Canvas')), painted).to.be.at.least(3);
    } finally {
      await emulateMedia({});
    }
  });
});

describe('<star-rating> in forced colours', () => {
  it('has one’s own stars in a colour that every theme pairs with its page, and not in the crowd’s', async () => {
    const rating = await fixture<StarRating>(html`<star-rating average="3" count="9"></star-rating>`);
    const painted = (): string => {
      let color = '';
      asIfMedia([rating], 'forced-colors: active', () => (color = fill(rating).color));
      return color;
    };
    const crowd = painted();
    rating.value = 4;
    await rating.updateComplete;
    const own = painted();
    expect(contrast(srgb(own), srgb('Canvas')), own).to.be.at.least(3);
    expect(srgb(own)).not.to.deep.equal(srgb(crowd));
  });
});

describe('<star-rating> focus ring', () => {
  const ring = (rating: StarRating): boolean =>
    [focused(rating)!, focused(rating)!.parentElement!]
      .map((element) => getComputedStyle(element))
      .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);

  for (const step of [1, 0.5])
    it(`is there for who came by keyboard: ${step === 1 ? 'radios' : 'a range'}`, async () => {
      const page = await fixture(html`<div><button>a</button><star-rating step=${step}></star-rating></div>`);
      page.querySelector('button')!.focus();
      await press('Tab');
      expect(ring(page.querySelector<StarRating>('star-rating')!)).to.equal(true);
    });

  it('is not there for who clicked a star', async () => {
    const rating = await fixture<StarRating>(html`<star-rating></star-rating>`);
    await mouse.click(star(rating, 2));
    expect(ring(rating)).to.equal(false);
    await moveAway();
  });
});

describe('<star-rating> motion', () => {
  const animations = async (): Promise<number> => {
    const rating = await fixture<StarRating>(html`<star-rating subject="film"></star-rating>`);
    await choose(rating, 4);
    return part(rating, 'stars').getAnimations().length;
  };

  itWith('media', 'is none for a reader who asks for less', async () => {
    await emulateMedia({ 'prefers-reduced-motion': 'no-preference' });
    const usual = await animations();
    await emulateMedia({ 'prefers-reduced-motion': 'reduce' });
    const reduced = await animations();
    await emulateMedia({});
    expect([usual, reduced]).to.deep.equal([1, 0]);
  });
});
