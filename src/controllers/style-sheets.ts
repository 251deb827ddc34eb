import type { CSSResult, LitElement, ReactiveController } from 'lit';

/** The sheets that a document of somebody else has been given. */
const copies = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

function copyFor(page: Document, style: CSSResult): CSSStyleSheet {
  let sheets = copies.get(page);
  if (!sheets) copies.set(page, (sheets = new Map<CSSResult, CSSStyleSheet>()));
  let sheet = sheets.get(style);
  if (!sheet) {
    sheets.set(style, (sheet = new (page.defaultView ?? globalThis).CSSStyleSheet()));
    sheet.replaceSync(style.cssText);
  }
  return sheet;
}

/**
 * Dresses an element again that was moved to another document, say into a frame: a style sheet belongs to the
 * document that it was made in, and a shadow root that leaves loses its own.
 */
export class StyleSheets implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { shadowRoot, ownerDocument } = this.#host;
    const { elementStyles } = this.#host.constructor as typeof LitElement;
    if (!shadowRoot || shadowRoot.adoptedStyleSheets.length) return;
    shadowRoot.adoptedStyleSheets = (elementStyles as CSSResult[]).flatMap((style) =>
      ownerDocument === document ? (style.styleSheet ?? []) : copyFor(ownerDocument, style),
    );
  }
}
