// Shared mount code. Every widget sits in one plain <div class="row"> of fixed height, so layout
// of the page around the widgets is the same (and cheap) for all adapters.
export const rows = (n, html) => {
  const one = `<div class="row">${html}</div>`;
  return one.repeat(n);
};

// A custom element: created the way a page author does it, from an HTML string.
//   tag, attrs(opts) -> attribute string, set(el, value), event: change event name
export const customElementMount =
  ({ tag, attrs, set, event, hit }) =>
  (root, n, opts) => {
    // vary: 41 different values instead of one (1.0 ... 5.0)
    const at = (i, v) => (opts.vary ? 1 + ((i * 7 + v * 10) % 41) / 10 : v);
    root.innerHTML = opts.vary
      ? Array.from({ length: n }, (_, i) =>
          rows(1, `<${tag} ${attrs({ ...opts, value: at(i, opts.value) })}></${tag}>`),
        ).join('')
      : rows(n, `<${tag} ${attrs(opts)}></${tag}>`);
    const els = root.getElementsByTagName(tag);
    if (event && opts.interactive) root.addEventListener(event, opts.onChange);
    return {
      update(v) {
        let i = 0;
        for (const el of els) {
          const x = at(i++, v);
          set ? set(el, x) : (el.value = x);
        }
      },
      destroy() {
        if (event) root.removeEventListener(event, opts.onChange);
        root.textContent = '';
      },
      widget: (i) => els[i],
      hit: hit && ((i) => hit(els[i])),
    };
  };
