// Growth as a plot: both axes by powers of ten, one line each, ours the thick one.
const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 64;
const RIGHT = 210;
const TOP = 40;
const BOTTOM = 48;
const COLORS = [
  '#0b6e99',
  '#7a5195',
  '#3a7d44',
  '#8d6e63',
  '#5c6bc0',
  '#607d8b',
  '#a1887f',
  '#26a69a',
  '#9e9d24',
  '#78909c',
  '#ec407a',
];

const text = (words) => String(words).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param {{ title: string, unit: string, lines: { label: string, ours?: boolean, points: [n: number, value: number][] }[] }} plot
 * @returns {string} SVG that can be read in light and in dark
 */
export function plot({ title, unit, lines }) {
  const all = lines.flatMap(({ points }) => points);
  const powers = (values) => [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const [x0, x1] = powers(all.map(([n]) => n));
  const [y0, y1] = powers(all.map(([, value]) => value));
  const x = (n) => LEFT + ((Math.log10(n) - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT);
  const y = (value) => HEIGHT - BOTTOM - ((Math.log10(value) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
  const ticks = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const number = (value) => value.toLocaleString('en');
  const grid = [
    ...ticks(x0, x1).map(
      (n) =>
        `<path class="grid" d="M${x(n)} ${TOP}V${HEIGHT - BOTTOM}"/><text x="${x(n)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${number(n)}</text>`,
    ),
    ...ticks(y0, y1).map(
      (value) =>
        `<path class="grid" d="M${LEFT} ${y(value)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${number(value)}</text>`,
    ),
  ];
  // names stand beside the plot at the height where their lines end, pushed apart where they would touch; a line that ends early is led there
  const ends = lines
    .map((line, i) => ({
      ...line,
      color: line.ours ? '#b87503' : COLORS[i % COLORS.length],
      at: y(line.points.at(-1)[1]),
    }))
    .sort((a, b) => a.at - b.at);
  ends.forEach((end, i) => (end.at = Math.max(end.at, (ends[i - 1]?.at ?? 0) + 15)));
  const drawn = ends.map(({ label, ours, points, color, at }) => {
    const path = points.map(([n, value]) => `${x(n).toFixed(1)} ${y(value).toFixed(1)}`).join('L');
    const [n, value] = points.at(-1);
    const edge = WIDTH - RIGHT;
    const lead =
      x(n) < edge
        ? `<path d="M${x(n).toFixed(1)} ${y(value).toFixed(1)}L${edge + 4} ${at.toFixed(1)}" fill="none" stroke="${color}" stroke-dasharray="2 4"/>`
        : '';
    return `<path d="M${path}" fill="none" stroke="${color}" stroke-width="${ours ? 4 : 1.75}"/>${lead}<text x="${edge + 8}" y="${(at + 4).toFixed(1)}" style="fill:${color}"${ours ? ' font-weight="700"' : ''}>${text(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text(title)}">
<style>text{font:12px system-ui,sans-serif;fill:#666}.grid{stroke:#8884;fill:none}.title{font-size:14px;font-weight:600}@media (prefers-color-scheme:dark){text{fill:#aaa}}</style>
<text class="title" x="${LEFT}" y="22">${text(title)}, ${text(unit)}</text>
${grid.join('\n')}
${drawn.join('\n')}
</svg>
`;
}
