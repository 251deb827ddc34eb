const waiting = new WeakMap<Element, Set<() => void>>();

/** How far below or above the window something may be and still count as near. */
const MARGIN = '100%';

// made here, and not by the first who waits, whose element it would keep for good
const observer =
  typeof IntersectionObserver === 'undefined'
    ? undefined
    : new IntersectionObserver(
        (entries, near) => {
          for (const { isIntersecting, target } of entries) {
            const callbacks = isIntersecting ? waiting.get(target) : undefined;
            if (!callbacks) continue; // what the observer has seen before, it may still tell
            near.unobserve(target);
            waiting.delete(target);
            for (const callback of callbacks) callback();
          }
        },
        { rootMargin: MARGIN },
      );

/**
 * Calls back once, when an element comes near the viewport. All elements share one observer; without
 * `IntersectionObserver` everything is near.
 * @returns stops waiting
 */
export function whenNear(element: Element, callback: () => void): () => void {
  if (!observer) {
    // every browser that we support has one; our tests take it away where they are not about waiting
    callback();
    return () => {};
  }
  const callbacks = waiting.get(element) ?? new Set();
  waiting.set(element, callbacks.add(callback));
  observer.observe(element);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size || waiting.get(element) !== callbacks) return;
    observer.unobserve(element);
    waiting.delete(element);
  };
}

const unprinted = new Set<() => void>();

function printAll(): void {
  for (const print of unprinted) print();
}

/**
 * Calls back once, when an element comes near the viewport or the page is about to be printed.
 * @returns stops waiting
 */
export function whenNearOrPrinted(element: Element, callback: () => void): () => void {
  let stopWaiting = (): void => {};
  const stop = (): void => {
    stopWaiting();
    unprinted.delete(show);
    if (!unprinted.size) removeEventListener('beforeprint', printAll);
  };
  const show = (): void => {
    stop();
    callback();
  };
  unprinted.add(show);
  addEventListener('beforeprint', printAll);
  stopWaiting = whenNear(element, show);
  return stop;
}
