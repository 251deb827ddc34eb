// star-rating.js turns each <select> into a widget. Whole stars only; read-only = disabled select.
import 'star-rating.js/dist/star-rating.css';
import StarRating from 'star-rating.js';
import { rows } from '../util.js';
const star = (el) => {
  el.innerHTML =
    '<svg class="gl-star-full" width="24" height="24" viewBox="0 0 24 24"><path d="M12 1.7l3.1 6.4 7 1-5.1 4.9 1.2 7L12 17.7 5.8 21l1.2-7L1.9 9.1l7-1z"/></svg>';
};
export const mount = (root, n, o) => {
  const opt = [5, 4, 3, 2, 1]
    .map((v) => `<option value="${v}"${v === Math.round(o.value) ? ' selected' : ''}>${v}</option>`)
    .join('');
  root.innerHTML = rows(n, `<select aria-label="Rating"${o.interactive ? '' : ' disabled'}>${opt}</select>`);
  const sel = root.querySelectorAll('select');
  const sr = new StarRating(sel, { stars: star, tooltip: false, maxStars: 5 });
  if (o.interactive) root.addEventListener('change', o.onChange, true);
  return {
    update(v) {
      for (const s of sel) {
        s.value = String(Math.round(v));
        s.dispatchEvent(new Event('change'));
      }
    },
    destroy() {
      root.removeEventListener('change', o.onChange, true);
      sr.destroy();
      root.textContent = '';
    },
    widget: (i) => root.children[i].querySelector('.gl-star-rating--stars'),
  };
};
