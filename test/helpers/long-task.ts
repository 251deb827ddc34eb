/** Longer than this is a long task, in milliseconds. */
export const LONG_TASK = 200;

/** How long something takes, in milliseconds: the fastest of so many runs, since a busy machine interrupts most. */
export function milliseconds(run: () => void, runs = 20): number {
  let fastest = Infinity;
  for (let i = 0; i < runs && fastest >= LONG_TASK; i++) {
    const start = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}
