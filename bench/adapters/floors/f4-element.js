// F4, F3 with what a rating that is only shown has to have: the crowd's numbers in words, as text and as the name of an
// image, and stars that a Content Security Policy without `data:` shows too, cut out by a polygon instead of an image.
import { LitElement, html, css, unsafeCSS } from 'lit';
import { cls, tenths } from './star.js';

const STAR = Array.from({ length: 10 }, (_, i) => {
  const radius = i % 2 ? 0.25 : 0.48;
  return [Math.sin((i * Math.PI) / 5) * radius, 0.54 - Math.cos((i * Math.PI) / 5) * radius];
});
// one star after the other, each from its left tip, all on one height, and back to it
const ROW = [0, 1, 2, 3, 4].flatMap((star) =>
  [8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => `${star + 0.5 + STAR[i][0]}em ${STAR[i][1]}em`),
);

const decimal = new Intl.NumberFormat('en');

export class F4Rating extends LitElement {
  static properties = { average: { type: Number }, count: { type: Number }, label: {} };
  static styles = css`
    :host {
      display: inline-block;
    }
    .base {
      display: flex;
      align-items: center;
      gap: 0.5em;
    }
    .stars {
      flex: none;
      font-size: 20px;
      inline-size: 5em;
      block-size: 1em;
      clip-path: polygon(${unsafeCSS(ROW.join())});
      background: linear-gradient(90deg, #e8a200 calc(var(--v) * 1em), #c8c8c8 0);
    }
    ${unsafeCSS(tenths)}
  `;
  render() {
    const { average, count, label } = this;
    const words = `${decimal.format(average)} out of 5, ${decimal.format(count)} ${count === 1 ? 'vote' : 'votes'}`;
    return html`<div class="base" role="img" aria-label="${label}: ${words}"><div class="stars ${cls(average)}"></div><span>${words}</span></div>`;
  }
}
customElements.define('f4-rating', F4Rating);
