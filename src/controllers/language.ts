import type { ReactiveController } from 'lit';
import { onMessages, usableLanguage } from '../locale/words.js';
import { onServer } from './on-server.js';

type Host = Element & { requestUpdate(): void };

const connected = new Set<Language>();
const observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;
/** How often messages were added. */
let additions = 0;

/** Follows every `lang` below a root; of shadow roots in it, it sees nothing. */
function observe(root: Node): void {
  if (observed.has(root)) return;
  observed.add(root);
  observer?.observe(root, { subtree: true, attributeFilter: ['lang'] });
}

/** The nearest `lang`, across shadow roots; a page that does not say is taken for English. */
function nearestLanguage(element: Element): string {
  const root = element.getRootNode();
  observe(root);
  const holder = element.closest('[lang]');
  if (holder) return usableLanguage((holder as HTMLElement).lang);
  // no `instanceof`: the root may be of another document; and there, `host` may be a form of that name
  const { host } = root as Partial<ShadowRoot>;
  return host && root !== element.ownerDocument ? nearestLanguage(host) : 'en';
}

/**
 * The language of an element's words: that of the nearest `lang` attribute. All elements of a page
 * share one observer. The element adds it to its controllers, or tells it itself when it comes and goes.
 */
export class Language implements ReactiveController {
  #tag = 'en';
  /** How many of them the host has heard of. */
  #heard = additions;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** A tag that `Intl` takes. On a server only the element's own `lang` is known. */
  get tag(): string {
    return onServer ? usableLanguage(this.#host.getAttribute('lang') ?? 'en') : this.#tag;
  }

  hostConnected(): void {
    if (!observer) {
      observer = new MutationObserver(() => connected.forEach((language) => language.#read()));
      onMessages(() => {
        additions++;
        connected.forEach((language) => language.#host.requestUpdate());
      });
    }
    connected.add(this);
    if (this.#heard !== additions) this.#host.requestUpdate();
    this.#read();
  }

  hostDisconnected(): void {
    connected.delete(this);
    this.#heard = additions;
  }

  #read(): void {
    const tag = nearestLanguage(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#host.requestUpdate();
  }
}
