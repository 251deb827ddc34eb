import { isChromium } from './engine.js';

/**
 * How often a property is tried: so many times in Chromium; a fifth of it in the other engines, which run the same pure code;
 * and as often as it is told, from a seed, by `npm run fuzz` (tools/fuzz.mjs).
 */
export const runs = (numRuns: number): { numRuns: number; seed?: number } => ({
  numRuns: isChromium ? numRuns : numRuns / 5,
  ...(globalThis as { fuzz?: { numRuns: number; seed: number } }).fuzz,
});
