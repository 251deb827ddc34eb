import type { Film } from '../../film/film.js';
import { jsonLdText } from '../../film/json-ld.js';

/** Says whose it is, and of which film; no card reads it back as its payload. */
const MARK = 'data-film-widgets';

let told = false;

/**
 * Writes a film for search engines into a card's light DOM, or takes out what it wrote. A page has it once for each
 * film; where the page enforces Trusted Types, no script may write it, and its server does.
 */
export function writeStructuredData(card: Element, film: Film | undefined): void {
  const own = card.querySelector<HTMLScriptElement>(`:scope > script[${MARK}]`);
  const isThere =
    film && [...document.querySelectorAll(`script[${MARK}="${CSS.escape(film.id)}"]`)].some((script) => script !== own);
  const text = film && !isThere ? jsonLdText(film) : '';
  if (own?.text === text) return;
  own?.remove();
  if (!film || !text) return;
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.setAttribute(MARK, film.id);
  try {
    script.text = text;
  } catch {
    if (!told) console.info('film-widgets: no structured data, because this page enforces Trusted Types');
    told = true;
    return;
  }
  card.append(script);
}
