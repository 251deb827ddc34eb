/**
 * The row of stars is cut out by CSS `clip-path` polygons: no image, so that a page whose Content
 * Security Policy forbids `data:` images shows them too, and no element per star, which is what
 * makes a thousand ratings cheap.
 */

type Point = readonly [x: number, y: number];

const TIP = 0.48;
const NOTCH = 0.25;
/** How far below the row's upper edge the stars' middle is. */
const MIDDLE = 0.54;
/** How much smaller the hole of an outline star is. */
const HOLE = 0.74;

const corner = (i: number): Point => {
  const radius = i % 2 ? NOTCH : TIP;
  return [Math.sin((i * Math.PI) / 5) * radius, -Math.cos((i * Math.PI) / 5) * radius];
};

// From the left tip over the top to the right tip, and back along the bottom. The two tips are on
// one height, so that stars can be strung together by level lines, which paint nothing; a slanted
// line there and back would leave a hairline when it is anti-aliased.
const TOP = [8, 9, 0, 1, 2].map(corner);
const BOTTOM = [2, 3, 4, 5, 6, 7, 8].map(corner);

/**
 * A `polygon()` of `max` stars side by side, each in the middle of its own part of the row: solid up
 * to `--_part` of the row's length, outlines beyond. The holes that make an outline begin at that
 * point at the earliest; where one would lie wholly before it, nothing of it is left. With `chosen`
 * only that one, counted from 1, is solid.
 *
 * A star is one `em` wide and high; what the row is longer than that is room between them.
 */
export function starRow(max: number, chosen?: number): string {
  const em = (n: number): string => `${+n.toFixed(3)}em`;
  const string = (scale: number, places: number[], x: (place: string) => string): string[] => {
    const along = (points: readonly Point[], way: number[]): string[] =>
      way.flatMap((i) =>
        points.map(([dx, dy]) => `${x(`${((i + 0.5) / max) * 100}% + ${em(dx * scale)}`)} ${em(MIDDLE + dy * scale)}`),
      );
    const edge = `0 ${em(MIDDLE + (TOP[0]?.[1] ?? 0) * scale)}`;
    return [edge, ...along(TOP, places), ...along(BOTTOM, places.toReversed()), edge];
  };
  const places = Array.from({ length: max }, (_, i) => i);
  const at = (x: string): string => `calc(${x})`;
  const holes = chosen
    ? string(
        HOLE,
        places.filter((i) => i !== chosen - 1),
        at,
      )
    : string(HOLE, places, (x) => `max(${x}, var(--_part))`);
  return `polygon(evenodd,${[...string(1, places, at), ...holes].join()})`;
}
