import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & Element;

const readers = new WeakMap<Element, () => void>();
let observer: MutationObserver | undefined;

function tell(records: MutationRecord[]): void {
  const hosts = new Set<Element>();
  for (const { target } of records) {
    for (let node: Node | null = target; node; node = node.parentNode)
      if (readers.has(node as Element)) hosts.add(node as Element);
  }
  for (const host of hosts) readers.get(host)?.();
}

/** Reads an element's light DOM when it is connected and whenever it changes. All elements share one observer. */
export class LightDom implements ReactiveController {
  readonly #host: Host;
  readonly #read: () => void;

  constructor(host: Host, read: () => void) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(tell);
    observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    readers.set(this.#host, this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    // an observer cannot forget one node, but it does not keep it alive either
    readers.delete(this.#host);
  }
}
