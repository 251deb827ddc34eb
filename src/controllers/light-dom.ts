type Reader = (element: Element) => void;

const readers = new WeakMap<Element, Reader>();
let observer: MutationObserver | undefined;

function tell(records: MutationRecord[]): void {
  const hosts = new Set<Element>();
  for (const { target } of records) {
    for (let node: Node | null = target; node; node = node.parentNode)
      if (readers.has(node as Element)) hosts.add(node as Element);
  }
  for (const host of hosts) readers.get(host)?.(host);
}

/** What text reads as, and data. */
const TEXT: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['hidden', 'type'],
  subtree: true,
};

/**
 * Reads an element's light DOM now, and whenever it changes until `forgetLightDom`. All elements share one observer.
 * Not a controller: a page may have a thousand ratings, and each would have an object and a list for it.
 */
export function watchLightDom<T extends Element>(element: T, read: (element: T) => void, changes = TEXT): void {
  observer ??= new MutationObserver(tell);
  observer.observe(element, changes);
  readers.set(element, read as Reader);
  read(element);
}

/** Reads an element's light DOM no more. An observer cannot forget one node, but it does not keep it alive either. */
export function forgetLightDom(element: Element): void {
  readers.delete(element);
}
