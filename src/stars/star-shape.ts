/**
 * The row of stars is cut out by CSS `clip-path` polygons: no image, so that a page whose Content
 * Security Policy forbids `data:` images shows them too, and no element per star, which is what
 * makes a thousand ratings cheap.
 */

type Point = readonly [x: number, y: number];

const TIP = 0.47;
const NOTCH = 0.52 * TIP;
const MIDDLE: Point = [0.5, 0.54];
/** How far along its sides a tip is cut off, so that it looks rounded. */
const BEVEL = 0.1;
/** How much smaller the hole of an outline star is. */
const HOLE = 0.74;

const corner = (i: number): Point => {
  const radius = i % 2 ? NOTCH : TIP;
  const angle = (i * Math.PI) / 5;
  return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
};

const between = (a: Point, b: Point, part: number): Point => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];

const STAR: readonly Point[] = [0, 2, 4, 6, 8].flatMap((i) => {
  const tip = corner(i);
  return [between(tip, corner(i + 9), BEVEL), between(tip, corner(i + 1), BEVEL), corner(i + 1)];
});

// From the left tip over the top to the right tip, and back along the bottom. The two tips are on
// one height, so that stars can be strung together by level lines, which paint nothing.
const LEFT = between(STAR[12] as Point, STAR[13] as Point, 0.5);
const RIGHT = between(STAR[3] as Point, STAR[4] as Point, 0.5);
const TOP: readonly Point[] = [LEFT, ...STAR.slice(13), ...STAR.slice(0, 4), RIGHT];
const BOTTOM: readonly Point[] = [RIGHT, ...STAR.slice(4, 13), LEFT];

const percent = (part: number): string => `${+(part * 100).toFixed(2)}%`;

/** A `polygon()` of `max` stars side by side, each in the middle of its own part of the row. */
export function starRow(max: number, hollow: boolean): string {
  const string = (scale: number): string[] => {
    const at =
      (i: number) =>
      ([x, y]: Point): string =>
        `${percent((i + MIDDLE[0] + x * scale) / max)} ${percent(MIDDLE[1] + y * scale)}`;
    const places = Array.from({ length: max }, (_, i) => i);
    const edge = `0 ${percent(MIDDLE[1] + LEFT[1] * scale)}`;
    const there = places.flatMap((i) => TOP.map(at(i)));
    const back = places.reverse().flatMap((i) => BOTTOM.map(at(i)));
    return [edge, ...there, ...back, edge];
  };
  return `polygon(evenodd,${[...string(1), ...(hollow ? string(HOLE) : [])].join()})`;
}
