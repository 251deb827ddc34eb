import { ratingHTML, listen, setValue } from './f2-html.js';
import { rows } from '../util.js';
export const mount = (root, n, o) => {
  root.innerHTML = rows(n, ratingHTML(o.value, o.interactive));
  if (o.interactive) {
    listen(root);
    root.addEventListener('change', o.onChange);
  }
  const els = root.getElementsByTagName('span');
  return {
    update(v) {
      for (const el of els) setValue(el, v);
    },
    destroy() {
      root.textContent = '';
    },
    widget: (i) => els[i],
  };
};
