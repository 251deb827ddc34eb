// F2: light DOM. Read-only: one <span>. Interactive: the strip and a native range input over it.
import { strip, tenths, cls } from './star.js';

document.head.insertAdjacentHTML(
  'beforeend',
  `<style>.f2{display:inline-block;position:relative}.f2 i{${strip}}.f2>input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}.f2r{${strip}}${tenths}</style>`,
);

export const ratingHTML = (v, interactive) =>
  interactive
    ? `<span class="f2"><i class="${cls(v)}"></i><input type="range" min="0" max="5" step="0.5" value="${v}" aria-label="Rating"></span>`
    : `<span class="f2r ${cls(v)}" role="img" aria-label="${v} of 5"></span>`;

const onInput = (e) => {
  e.target.previousSibling.className = cls(e.target.value);
};
export const listen = (root) => root.addEventListener('input', onInput);
export const setValue = (el, v) => {
  el.className = 'f2r ' + cls(v);
  el.setAttribute('aria-label', `${v} of 5`);
};
