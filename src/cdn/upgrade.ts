// Where an editor has cleaned custom elements away, `<div data-film-widget="film-card" data-src="…">` stands for one.

const BRAND = Symbol.for('film-widgets');
/** Where votes go is the site's decision and not a post's, so `vote-store` is not among them. */
const TAGS = ['film-card', 'star-rating', 'review-excerpt'];
/** Nor does a post put a field into the page's forms, or keep one from being sent; and names come by `data-label`. */
const REFUSED = /^(form|name|required|aria-.*)$/;

type Widget = typeof HTMLElement & { readonly observedAttributes: readonly string[] };

/** Puts the element into each place; what was there becomes its fallback or its text. */
function upgrade(): void {
  for (const place of document.querySelectorAll('[data-film-widget]')) {
    const tag = place.getAttribute('data-film-widget') ?? '';
    const widget = customElements.get(tag) as Widget | undefined;
    if (!TAGS.includes(tag) || !widget || !(BRAND in widget)) continue;
    const element = document.createElement(tag);
    for (const name of widget.observedAttributes) {
      const value = place.getAttribute(`data-${name}`);
      if (value !== null && !REFUSED.test(name)) element.setAttribute(name, value);
    }
    element.append(...place.childNodes);
    place.append(element);
    place.removeAttribute('data-film-widget');
  }
}

function start(): void {
  if (document.documentElement.dataset.filmWidgetsUpgrade === 'off') return;
  upgrade();
  new MutationObserver(upgrade).observe(document, { childList: true, subtree: true });
}

// while the parser is in a place, not all of its children are there
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
