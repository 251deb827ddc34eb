import { expect } from '@open-wc/testing';
import { starRow } from '../../src/stars/star-shape.js';

type Point = [x: number, y: number];

const MAX = 5;
/** In em: a quarter of a star is room between two. */
const PITCH = 1.25;
const LENGTH = MAX * PITCH;
const MIDDLE = 0.54;

/** The corners of a row's polygon in em, when it is filled up to `part`. */
function cornersOf(row: string, part = 0): Point[] {
  const [, list = ''] = /^polygon\(evenodd,(.*)\)$/.exec(row) ?? [];
  return list.split(/,(?! var)/).map((corner) => {
    const [, clipped, pitches, em, x, y] =
      /^(?:(calc|max)\(var\(--_pitch\)\*([\d.]+) \+ (-?[\d.]+)em(?:, var\(--_filled\))?\)|(0)) (-?[\d.]+)em$/.exec(
        corner,
      ) ?? [];
    if (!y) throw new Error(`not a corner: ${corner}`);
    const at = x ? 0 : Number(pitches) * PITCH + Number(em);
    return [clipped === 'max' ? Math.max(at, part * LENGTH) : at, Number(y)];
  });
}

/** Whether a point is painted, as a browser decides it by `evenodd`. */
function paints(corners: Point[], [x, y]: Point): boolean {
  return corners.reduce((inside, [ax, ay], i) => {
    const [bx, by] = corners.at(i - 1)!;
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !inside : inside;
  }, false);
}

/** A point of a star, by its distance from the middle in em, and the direction in tenths of a turn from the top. */
const inStar = (star: number, radius: number, tenth: number): Point => [
  ((star - 0.5) / MAX) * LENGTH + Math.sin((tenth * Math.PI) / 5) * radius,
  MIDDLE - Math.cos((tenth * Math.PI) / 5) * radius,
];

const STARS = [1, 2, 3, 4, 5];
const TIPS = [0, 2, 4, 6, 8];
const NOTCHES = [1, 3, 5, 7, 9];

/** The stars that are painted at all of these places. */
const painted = (corners: Point[], radius: number, tenths: number[]): number[] =>
  STARS.filter((star) => tenths.every((tenth) => paints(corners, inStar(star, radius, tenth))));
/** The stars that are painted at one of these places, or more. */
const touched = (corners: Point[], radius: number, tenths: number[]): number[] =>
  STARS.filter((star) => tenths.some((tenth) => paints(corners, inStar(star, radius, tenth))));

describe('a row of stars, as it is painted', () => {
  for (const part of [0, 0.4, 1]) {
    const full = STARS.filter((star) => star <= part * MAX);
    it(`has ${full.length} solid stars and ${MAX - full.length} outlines where it is filled to ${part}`, () => {
      const corners = cornersOf(starRow(MAX), part);
      expect(painted(corners, 0.47, TIPS), 'tips').to.deep.equal(STARS);
      expect(painted(corners, 0.37, TIPS), 'edge at the tips').to.deep.equal(STARS);
      expect(painted(corners, 0.24, NOTCHES), 'edge at the notches').to.deep.equal(STARS);
      expect(painted(corners, 0.19, NOTCHES), 'edge at the notches').to.deep.equal(STARS);
      for (const [radius, tenths] of [
        [0, [0]],
        [0.34, TIPS],
        [0.18, NOTCHES],
      ] as const) {
        expect(painted(corners, radius, [...tenths]), `inside, at ${radius}`).to.deep.equal(full);
        expect(touched(corners, radius, [...tenths]), `inside, at ${radius}`).to.deep.equal(full);
      }
      expect(touched(corners, 0.49, TIPS), 'beyond the tips').to.deep.equal([]);
      expect(touched(corners, 0.26, NOTCHES), 'beyond the notches').to.deep.equal([]);
    });
  }

  it('is solid to the left of the point where it is filled to, and an outline to the right, within one star', () => {
    const corners = cornersOf(starRow(MAX), 0.5);
    expect([inStar(3, 0.1, 7.5), inStar(3, 0.1, 2.5)].map((point) => paints(corners, point))).to.deep.equal([
      true,
      false,
    ]);
    expect(paints(corners, inStar(3, 0.46, 2)), 'right tip').to.equal(true);
  });

  for (const chosen of STARS)
    it(`has one solid star where the ${chosen}. is chosen`, () => {
      const corners = cornersOf(starRow(MAX, chosen), 1);
      expect(painted(corners, 0, [0])).to.deep.equal([chosen]);
      expect(painted(corners, 0.47, TIPS)).to.deep.equal(STARS);
      expect(touched(corners, 0.49, TIPS)).to.deep.equal([]);
    });

  it('has a part of a star solid where that is chosen', () => {
    const corners = cornersOf(starRow(MAX, 4), 0.7);
    expect([inStar(4, 0.1, 7.5), inStar(4, 0.1, 2.5)].map((point) => paints(corners, point))).to.deep.equal([
      true,
      false,
    ]);
    expect(painted(corners, 0, [0]).filter((star) => star !== 4)).to.deep.equal([]);
    expect(painted(corners, 0.47, TIPS)).to.deep.equal(STARS);
  });

  it('has nothing between its stars, and only level lines, which leave no hairline', () => {
    const corners = cornersOf(starRow(MAX));
    for (let border = 0; border <= MAX; border++)
      for (let y = 0.01; y < 1.1; y += 0.02)
        expect(paints(corners, [(border / MAX) * LENGTH, y]), `at ${border}, ${y}`).to.equal(false);
    const tile = ([x]: Point): number => (x === 0 ? -1 : Math.floor((x / LENGTH) * MAX));
    const lines = corners.map((corner, i) => [corners.at(i - 1)!, corner] as const);
    const between = lines.filter(([from, to]) => tile(from) !== tile(to));
    expect(between).to.have.lengthOf(2 * (MAX + 1));
    for (const [from, to] of between) expect(from[1]).to.equal(to[1]);
  });
});
