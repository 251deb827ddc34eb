import { pause } from './http-request.js';
import { getWeb, setWeb } from './kept-votes.js';

/** Milliseconds. Renewed at half of it. */
const LEASE = 6000;
/** Milliseconds. */
const LOOK_AGAIN = 250;

/**
 * Runs a task while no other tab of this origin runs one of the same name: by a lock where the browser has them, else by
 * a lease in localStorage, else at once. A lease is a promise among tabs that are well; it is not held by force.
 */
export async function inOneTab<T>(name: string, task: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined;
  try {
    return await navigator.locks.request(name, () => (running = task()));
  } catch {
    // Not there (insecure origin), or not allowed (sandboxed frame); else it is the task that failed.
    return running ?? lease(name, task);
  }
}

async function lease<T>(name: string, task: () => Promise<T>): Promise<T> {
  while (isLet(name)) await pause(LOOK_AGAIN);
  const hold = (): void => {
    setWeb(name, Date.now() + LEASE);
  };
  hold();
  const timer = setInterval(hold, LEASE / 2);
  try {
    return await task();
  } finally {
    clearInterval(timer);
    setWeb(name);
  }
}

/** One that ends too far in the future is of a clock that was set back since. */
function isLet(name: string): boolean {
  const left = Number(getWeb(name)) - Date.now();
  return left > 0 && left <= LEASE;
}
