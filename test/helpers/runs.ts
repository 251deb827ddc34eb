/**
 * How often a property is tried: so many times in a test run, and as often as it is told, from a seed, by `npm run fuzz`
 * (tools/fuzz.mjs).
 */
export const runs = (numRuns: number): { numRuns: number; seed?: number } => ({
  numRuns,
  ...(globalThis as { fuzz?: { numRuns: number; seed: number } }).fuzz,
});
