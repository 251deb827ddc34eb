// One star as an SVG mask; the strip repeats it, a two-colour gradient fills it to --v stars.
// The value is a class (.v37 = 3.7), not a style: all widgets of one value share one computed
// style (half the update cost of style.setProperty), and a strict CSP allows it.
const star = 'M12 1.7l3.1 6.4 7 1-5.1 4.9 1.2 7L12 17.7 5.8 21l1.2-7L1.9 9.1l7-1z';
export const mask = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath d='${star}'/%3E%3C/svg%3E")`;
export const strip = `display:block;width:100px;height:20px;-webkit-mask:${mask} 0/20px 20px repeat-x;mask:${mask} 0/20px 20px repeat-x;background:linear-gradient(90deg,#e8a200 calc(var(--v)*20px),#c8c8c8 0)`;
export const tenths = Array.from({ length: 51 }, (_, i) => `.v${i}{--v:${i / 10}}`).join('');
export const cls = (v) => 'v' + Math.round(v * 10);
export const fromX = (e, el) => {
  const r = el.getBoundingClientRect();
  return Math.min(5, Math.max(0.5, Math.ceil(((e.clientX - r.left) / r.width) * 10) / 2));
};
export const fromKey = (k, v) =>
  k === 'ArrowRight' || k === 'ArrowUp'
    ? Math.min(5, v + 0.5)
    : k === 'ArrowLeft' || k === 'ArrowDown'
      ? Math.max(0, v - 0.5)
      : k === 'Home'
        ? 0
        : k === 'End'
          ? 5
          : v;
