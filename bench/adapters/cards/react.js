// For scale: the flat card as a React component.
import { createElement as h, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { cls } from '../floors/star.js';
import './html.js';
import { film } from './data.js';
const Card = memo(({ f }) =>
  h(
    'article',
    { className: 'c' },
    h('div', { className: 'p' }),
    h(
      'div',
      null,
      h('h3', null, f.title),
      h(
        'p',
        { className: 'm' },
        h('span', null, f.year),
        h('span', null, f.minutes, ' min'),
        h('span', null, f.director),
      ),
    ),
    h(
      'ul',
      null,
      f.genres.map((g) => h('li', { key: g }, g)),
    ),
    h(
      'div',
      { className: 'r' },
      h('span', { className: 's ' + cls(f.rating), role: 'img', 'aria-label': `${f.rating} of 5` }),
      h('b', null, f.rating),
      h('span', null, '(', f.count, ')'),
    ),
    h('p', { className: 'y' }, f.synopsis),
    h(
      'div',
      { className: 'v' },
      f.reviews.map((r, i) =>
        h('blockquote', { key: i }, h('cite', null, r.who), h('time', null, r.date), ' ', r.text),
      ),
    ),
    h('a', { href: '#more' }, 'All reviews'),
  ),
);
export const mount = (root, n, o) => {
  const films = Array.from({ length: n }, (_, i) => film(i, o.value));
  let set;
  const App = () => {
    const [fs, s] = useState(films);
    set = s;
    return fs.map((f, i) => h('div', { className: 'cardrow', key: i }, h(Card, { f })));
  };
  const r = createRoot(root);
  flushSync(() => r.render(h(App)));
  return {
    update: (v) => flushSync(() => set(films.map((f) => ({ ...f, rating: v })))),
    destroy: () => flushSync(() => r.unmount()),
    widget: (i) => root.children[i].firstChild,
  };
};
