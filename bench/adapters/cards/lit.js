// Lit cards. `flat`: one shadow root, one template. `nested`: the stars and the two excerpts are elements of their own, four shadow roots
// in all.
import { LitElement, html, css, unsafeCSS, nothing } from 'lit';
import { strip, tenths, cls } from '../floors/star.js';
import '../floors/f3-element.js';
import { css as cardCss, film } from './data.js';

const own = css`:host{display:block}${unsafeCSS(`${cardCss}.s{${strip}}${tenths}`)}`;
class Card extends LitElement {
  static properties = { film: { attribute: false } };
  static styles = own;
  stars(f) {
    return html`<span class="s ${cls(f.rating)}" role="img" aria-label="${f.rating} of 5"></span>`;
  }
  excerpt(r) {
    return html`<blockquote><cite>${r.who}</cite><time>${r.date}</time> ${r.text}</blockquote>`;
  }
  render() {
    const f = this.film;
    return f
      ? html`<article class="c"><div class="p"></div><div><h3>${f.title}</h3><p class="m"><span>${f.year}</span><span>${f.minutes} min</span><span>${f.director}</span></p></div><ul>${f.genres.map((g) => html`<li>${g}</li>`)}</ul><div class="r">${this.stars(f)}<b>${f.rating}</b><span>(${f.count})</span></div><p class="y">${f.synopsis}</p><div class="v">${f.reviews.map((r) => this.excerpt(r))}</div><a href="#more">All reviews</a></article>`
      : nothing;
  }
}
class Excerpt extends LitElement {
  static properties = { review: { attribute: false } };
  static styles = css`:host{display:block}blockquote{margin:0;font-size:12px}cite{font-style:normal;color:#666;margin-right:6px}time{color:#888}`;
  render() {
    const r = this.review;
    return html`<blockquote><cite>${r.who}</cite><time>${r.date}</time> ${r.text}</blockquote>`;
  }
}
customElements.define('l-excerpt', Excerpt);
class Nested extends Card {
  stars(f) {
    return html`<f3-rating readonly .value=${f.rating}></f3-rating>`;
  }
  excerpt(r) {
    return html`<l-excerpt .review=${r}></l-excerpt>`;
  }
}
customElements.define('l-card-flat', Card);
customElements.define('l-card-nested', Nested);

const mountAs = (tag) => (root, n, o) => {
  root.innerHTML = `<div class="cardrow"><${tag}></${tag}></div>`.repeat(n);
  const els = root.getElementsByTagName(tag),
    films = Array.from({ length: n }, (_, i) => film(i, o.value));
  for (let i = 0; i < n; i++) els[i].film = films[i];
  return {
    update(v) {
      for (let i = 0; i < n; i++) els[i].film = { ...films[i], rating: v };
    },
    destroy() {
      root.textContent = '';
    },
    widget: (i) => els[i],
  };
};
export const flat = mountAs('l-card-flat');
export const nested = mountAs('l-card-nested');
