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

// Around from the left tip and back to it. All left tips are on one height, so that stars can be strung
// together by level lines, which paint nothing; a slanted line there and back would leave a hairline
// when it is anti-aliased.
const STAR = [8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8].map(corner);
const TIP_HEIGHT = corner(8)[1];

/**
 * A `polygon()` of `max` stars side by side, each in the middle of its own part of the row: solid up
 * to the length `--_filled`, outlines beyond. The holes that make an outline begin at that
 * point at the earliest; where one would lie wholly before it, nothing of it is left. With `chosen`
 * that holds for that one only, counted from 1, and all others are outlines.
 *
 * A star is one `em` wide and high, and `--_pitch` after the one before. All lengths are known with the
 * style: with percentages, each row of a thousand would have to work out its hundred corners for itself.
 */
export function starRow(max: number, chosen?: number): string {
  const places = [...Array(max).keys()];
  const em = (n: number): string => `${+n.toFixed(3)}em`;
  const string = (scale: number, at: (x: string, i: number) => string): string[] => {
    const y = (dy: number): string => em(MIDDLE + dy * scale);
    const edge = `0 ${y(TIP_HEIGHT)}`;
    const corners = places.flatMap((i) =>
      STAR.map(([dx, dy]) => `${at(`var(--_pitch)*${i + 0.5} + ${em(dx * scale)}`, i)} ${y(dy)}`),
    );
    return [edge, ...corners, edge];
  };
  const at = (x: string): string => `calc(${x})`;
  const holes = string(HOLE, (x, i) => (chosen && i !== chosen - 1 ? at(x) : `max(${x}, var(--_filled))`));
  return `polygon(evenodd,${[...string(1, at), ...holes].join()})`;
}
