const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** How far below or above the window something may be and still count as near. */
const MARGIN = '100%';

/**
 * Calls back once, when an element comes near the viewport. All elements share one observer; without
 * `IntersectionObserver` everything is near.
 * @returns stops waiting
 */
export function whenNear(element: Element, callback: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    callback();
    return () => {};
  }
  const near = (observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        waiting.get(target)?.();
      }
    },
    { rootMargin: MARGIN },
  ));
  waiting.set(element, callback);
  near.observe(element);
  return () => {
    near.unobserve(element);
    waiting.delete(element); // what the observer has seen before, it may still tell
  };
}
