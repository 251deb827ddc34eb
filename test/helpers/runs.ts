import { runsHere } from './engine.js';

/**
 * How often a property is tried: so many times in a test run in Chromium; and as often as it is told, from a seed, by
 * `npm run fuzz` (tools/fuzz.mjs).
 */
export const runs = (numRuns: number): { numRuns: number; seed?: number } => ({
  numRuns: runsHere(numRuns),
  ...(globalThis as { fuzz?: { numRuns: number; seed: number } }).fuzz,
});
