import { BRAND, VERSION } from '../../brand.js';
import { keepClass } from '../../controllers/keep-class.js';
import { sheetsIn } from '../../controllers/sheets.js';
import { connectVotes, type VoteKeeper } from '../../vote-stores/connect-votes.js';
import { httpVotes } from '../../vote-stores/http-votes.js';
import { localVotes } from '../../vote-stores/local-votes.js';
import { refusingVotes } from '../../vote-stores/refusing-votes.js';

/** Absent on a server, where importing a class must not fail. */
const Base: typeof HTMLElement =
  (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as unknown as typeof HTMLElement);

const CSS = ':host(:not([hidden])){display:contents}';

/** The same address gives the same store, usable or not. */
function storeAt(endpoint: string | null): VoteKeeper {
  try {
    return endpoint === null ? localVotes() : httpVotes(endpoint);
  } catch (error) {
    return refusingVotes(`<vote-store>: ${(error as Error).message}`);
  }
}

/**
 * Keeps the votes of the ratings it wraps, or, without element children, of every rating on the page that nobody else answers.
 *
 * It serves the page until it has its first element child, and from then on, for as long as it is in the page, what it wraps:
 * a wrapper emptied for a moment does not take over the page. While the document is still being parsed it waits for
 * its children or the document's end before it serves anybody.
 *
 * With an `endpoint` that is no address of http(s) every vote is refused as `unavailable`, and the console says why, once.
 *
 * Not a LitElement: it shows nothing, so there is nothing to render or to update.
 *
 * @tag vote-store
 * @slot - The ratings to serve; without any, the whole page.
 */
export class VoteStore extends Base {
  static readonly [BRAND]: string = VERSION;

  static readonly observedAttributes: readonly string[] = ['endpoint'];

  readonly #shadow = this.attachShadow({ mode: 'open' });
  #root: EventTarget | undefined;
  #store: VoteKeeper | undefined;
  #disconnect: (() => void) | undefined;

  constructor() {
    super();
    this.#shadow.append(document.createElement('slot'));
    this.adoptedCallback();
    new MutationObserver(this.#decide).observe(this, { childList: true });
  }

  /** Address of an HTTP vote host, http(s) or relative to the page; null keeps votes in this browser. */
  get endpoint(): string | null {
    return this.getAttribute('endpoint');
  }
  set endpoint(endpoint: string | null | undefined) {
    if (endpoint == null) this.removeAttribute('endpoint');
    else this.setAttribute('endpoint', endpoint);
  }

  // All after the task's DOM changes, so that a move in the page is none at all.
  connectedCallback(): void {
    queueMicrotask(this.#decide);
  }

  disconnectedCallback(): void {
    queueMicrotask(this.#decide);
  }

  attributeChangedCallback(): void {
    queueMicrotask(this.#decide);
  }

  adoptedCallback(): void {
    keepClass(this);
    this.#shadow.adoptedStyleSheets = sheetsIn(this.ownerDocument, CSS);
  }

  #decide = (): void => {
    const root = this.#wanted();
    const store = root && storeAt(this.endpoint);
    if (root === this.#root && store === this.#store) return;
    this.#disconnect?.();
    this.#root = root;
    this.#store = store;
    this.#disconnect = root && store && connectVotes(root, store);
  };

  #wanted(): EventTarget | undefined {
    if (!this.isConnected) return undefined;
    if (this.firstElementChild || this.#root === this) return this;
    const page = this.ownerDocument;
    // where events end, so that the page's own listeners come first; a document that nobody sees has none
    if (page.readyState !== 'loading') return page.defaultView ?? undefined;
    page.addEventListener('DOMContentLoaded', this.#decide, { once: true });
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vote-store': VoteStore;
  }
}
