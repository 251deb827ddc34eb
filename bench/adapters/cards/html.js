// What a server would send: light DOM, one style sheet in the page.
import { cls } from '../floors/star.js';
import { film } from './data.js';
import { cardHTML, pageCss } from './markup.js';
const style = document.createElement('style');
style.textContent = pageCss;
document.head.append(style);

export const mount = (root, n, o) => {
  root.innerHTML = Array.from({ length: n }, (_, i) => `<div class="cardrow">${cardHTML(film(i, o.value))}</div>`).join(
    '',
  );
  const stars = root.getElementsByClassName('s');
  return {
    update(value) {
      for (const row of stars) {
        row.className = `s ${cls(value)}`;
        row.setAttribute('aria-label', `${value} of 5`);
        row.nextSibling.firstChild.data = value;
      }
    },
    destroy() {
      root.textContent = '';
    },
  };
};
