import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenParsed } from '../../controllers/when-parsed.js';
import type { Film } from '../../film/film.js';
import { filmsNamedIn } from '../../film/importers/schema-org.js';
import { toJsonLd } from '../../film/json-ld.js';
import { scriptJson } from '../../film/script-json.js';
import { memoize } from '../../locale/memoize.js';

type Card = ReactiveControllerHost & Element;

/** Says whose it is, and of which film; no card reads it back as its payload. */
const MARK = 'data-film-widgets';

/** Also those that jQuery is about to move, whose type begins with something else meanwhile, and those whose type has a charset. */
const SCRIPTS = 'script[type*="application/ld+json"]';

/** Remembered, so that the scripts of the page are not read again for each of a thousand cards. */
const filmsIn = memoize(filmsNamedIn);

/** Whether a script has the film already, by the mark of ours or as a film of that title or id in one of the page's own. */
function saysIt(script: HTMLScriptElement, { id, title }: Film): boolean {
  if (script.hasAttribute(MARK)) return script.getAttribute(MARK) === id;
  const films = filmsIn(script.text);
  return [id, title].some((name) => films.has(name));
}

/** Those whose cards are in the page: of several with one film, one has written, and when it goes another one does. */
const inPage = new Set<StructuredData>();
/** The page enforces Trusted Types. */
let refused = false;

/**
 * Writes a film for search engines into a card's light DOM, or takes out what it wrote. A page has it once for each
 * film, as long as any card asks for it; where the page enforces Trusted Types, no script may write it, and its server does.
 */
export class StructuredData implements ReactiveController {
  readonly #card: Card;
  #film: Film | undefined;

  constructor(card: Card) {
    this.#card = card;
    card.addController(this);
  }

  /** What the page is to have; undefined for nothing. */
  set film(film: Film | undefined) {
    const before = this.#film;
    this.#film = film;
    if (this.#card.isConnected) this.#write();
    if (before && before.id !== film?.id) this.#leaveTo(before.id);
  }

  hostConnected(): void {
    inPage.add(this);
    if (this.#film) this.#write(); // else what stands there is its server's
  }

  hostDisconnected(): void {
    inPage.delete(this);
    if (this.#film) this.#leaveTo(this.#film.id);
  }

  /** Leaves a film to the other cards that show it. */
  #leaveTo(id: string): void {
    // those that leave together with this one still count themselves in
    for (const other of StructuredData.#of(id)) if (other.#card.isConnected) other.#write();
  }

  static #of(id: string): StructuredData[] {
    return [...inPage].filter((one) => one.#film?.id === id);
  }

  get #own(): HTMLScriptElement | null {
    return this.#card.querySelector(`:scope > script[${MARK}]`);
  }

  #write(): void {
    const card = this.#card;
    // the page's own may be still to come
    if (whenParsed(() => this.#write())) return;
    const film = this.#film;
    const own = this.#own;
    const isThere =
      film &&
      [
        // a card's own payload may be one, also in a shadow root, whose scripts are not in the document
        ...[card, document].flatMap((root) => [...root.querySelectorAll<HTMLScriptElement>(SCRIPTS)]),
        ...StructuredData.#of(film.id).map((one) => one.#own),
      ].some((one) => one && one !== own && saysIt(one, film));
    const wanted = isThere ? undefined : film;
    const text = wanted ? scriptJson(toJsonLd(wanted)) : '';
    if (own?.text === text) return;
    const isRefused = wanted && !append(card, wanted.id, text);
    if (isRefused && own?.getAttribute(MARK) === wanted.id) return; // its server's
    own?.remove();
  }
}

/** Puts a film's script into a card; false where the page lets no script do so. */
function append(card: Element, id: string, text: string): boolean {
  if (refused) return false;
  try {
    // a constant goes first: what an engine refuses, it may report, and a film is none of the report's business
    document.createElement('script').text = '{}';
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.setAttribute(MARK, id);
    script.text = text;
    card.append(script);
  } catch {
    refused = true;
    console.info('film-widgets: no structured data, because this page enforces Trusted Types');
  }
  return !refused;
}
