import { BRAND, VERSION } from '../../brand.js';
import { connectVotes } from '../../vote-stores/connect-votes.js';
import { localVotes } from '../../vote-stores/local-votes.js';

/** Absent on a server, where importing a class must not fail. */
const Base: typeof HTMLElement =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

let sheet: CSSStyleSheet | undefined;

/**
 * Keeps the votes of the ratings it wraps, or, without element children, of every rating on the page that nobody else answers.
 *
 * It serves the page until it has its first element child, and from then on, for as long as it is in the page, what it wraps:
 * a wrapper emptied for a moment does not take over the page. While the document is still being parsed it waits for
 * its children or the document's end before it serves anybody.
 *
 * Not a LitElement: it shows nothing, so there is nothing to render or to update.
 *
 * @tag vote-store
 * @slot - The ratings to serve; without any, the whole page.
 */
export class VoteStore extends Base {
  static readonly [BRAND]: string = VERSION;

  #root: EventTarget | undefined;
  #disconnect: (() => void) | undefined;

  constructor() {
    super();
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(':host(:not([hidden])){display:contents}');
    }
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(document.createElement('slot'));
    new MutationObserver(this.#decide).observe(this, { childList: true });
  }

  // Both after the task's DOM changes, so that a move in the page is none at all.
  connectedCallback(): void {
    queueMicrotask(this.#decide);
  }

  disconnectedCallback(): void {
    queueMicrotask(this.#decide);
  }

  #decide = (): void => {
    const root = this.#wanted();
    if (root === this.#root) return;
    this.#disconnect?.();
    this.#root = root;
    this.#disconnect = root && connectVotes(root, localVotes());
  };

  #wanted(): EventTarget | undefined {
    if (!this.isConnected) return undefined;
    if (this.firstElementChild || this.#root === this) return this;
    if (document.readyState !== 'loading') return window; // where events end, so that the page's own listeners come first
    document.addEventListener('DOMContentLoaded', this.#decide, { once: true });
    return this.#root;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vote-store': VoteStore;
  }
}
