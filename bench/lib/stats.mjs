const finite = (values) => values.filter(Number.isFinite);

/** @param {number[]} values what is not a number is left out */
export function quantile(values, part) {
  const sorted = finite(values).sort((a, b) => a - b);
  if (!sorted.length) return NaN;
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);

/** @returns {{ median: number, low: number, high: number, n: number }} with the quartiles */
export const summary = (values) => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
  n: finite(values).length,
});

/** One ratio for each round, both sides of which were measured in it. */
export const ratios = (values, floor) => values.map((value, round) => value / floor[round]);
