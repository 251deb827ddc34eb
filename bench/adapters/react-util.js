import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

// One React root for all widgets (the cheapest way). flushSync: no time slicing, so the work is
// done in the measured call, as it is for the custom elements.
//   Item: ({value, interactive, onChange}) => element ; selector finds the widget in its row
export const reactMount = (Item, selector) => (root, n, opts) => {
  let set;
  function App() {
    const [v, s] = useState(opts.value);
    set = s;
    const out = new Array(n);
    for (let i = 0; i < n; i++) {
      out[i] = h(
        'div',
        { className: 'row', key: i },
        h(Item, { value: v, interactive: opts.interactive, onChange: opts.onChange }),
      );
    }
    return out;
  }
  const r = createRoot(root);
  flushSync(() => r.render(h(App)));
  return {
    update: (v) => flushSync(() => set(v)),
    destroy: () => flushSync(() => r.unmount()),
    widget: (i) => root.children[i].querySelector(selector),
  };
};
