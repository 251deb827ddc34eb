import type { ReactiveController } from 'lit';
import { onMessages, usableLanguage } from '../locale/words.js';
import { onServer } from './on-server.js';

type Host = Element & { requestUpdate(): void };

const connected = new Set<Language>();
let observer: MutationObserver | undefined;

const reread = (): void => connected.forEach((language) => language.read());

/** The nearest `lang`, across shadow roots; a page that does not say is taken for English. */
function nearestLanguage(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return usableLanguage((holder as HTMLElement).lang);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLanguage(root.host) : 'en';
}

/**
 * The language of an element's words: that of the nearest `lang` attribute. All elements of a page
 * share one observer. The element adds it to its controllers, or tells it itself when it comes and goes.
 */
export class Language implements ReactiveController {
  #tag = 'en';
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
      observer = new MutationObserver(reread);
      observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
      onMessages(() => connected.forEach((language) => language.#host.requestUpdate()));
    }
    connected.add(this);
    this.read();
  }

  hostDisconnected(): void {
    connected.delete(this);
  }

  read(): void {
    const tag = nearestLanguage(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#host.requestUpdate();
  }
}
