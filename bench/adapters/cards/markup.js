// The card as a string (runs in Node too): 26 elements.
import { strip, tenths, cls } from '../floors/star.js';
import { css } from './data.js';
const esc = (s) => String(s).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
export const cardHTML = (f) =>
  `<article class="c"><div class="p"></div><div><h3>${esc(f.title)}</h3><p class="m"><span>${f.year}</span><span>${f.minutes} min</span><span>${esc(f.director)}</span></p></div><ul>${f.genres.map((g) => `<li>${esc(g)}</li>`).join('')}</ul><div class="r"><span class="s ${cls(f.rating)}" role="img" aria-label="${f.rating} of 5"></span><b>${f.rating}</b><span>(${f.count})</span></div><p class="y">${esc(f.synopsis)}</p><div class="v">${f.reviews.map((r) => `<blockquote><cite>${esc(r.who)}</cite><time>${r.date}</time> ${esc(r.text)}</blockquote>`).join('')}</div><a href="#more">All reviews</a></article>`;
// The same rules for a page: everything below .c
export const pageCss = `${css}.s{${strip}}${tenths}`.replace(
  /(^|\})([^{}@]+)\{/g,
  (m, a, sel) =>
    `${a}${sel
      .split(',')
      .map((s) => (/^\s*\.(v\d+|c)\b/.test(s) ? s : `.c ${s}`))
      .join(',')}{`,
);
