import { css, unsafeCSS, type CSSResult } from 'lit';
import { starRow } from './star-shape.js';

// ten classes a digit make every tenth of a percent (see stars.ts)
const digits = ['h', 't', 'o'].flatMap((place) =>
  [...Array(11).keys()].map((digit) => `.${place}${digit}{--_${place}:${digit}}`),
);
const counts = [...Array(20).keys()].map((i) => `.n${i + 1}{--_max:${i + 1}}`);

/**
 * A row of stars: outlines below, and what is filled solid above them, so that a rating can be read
 * from the shapes alone. The elements that use it set `--_size`, `--_color` and `--_none`, and what they have of `--_gap`, `--_crowd` and
 * `--_own`, before it: here forced colours replace them.
 */
export const starsStyles: CSSResult = css`
  .stars {
    position: relative;
    flex: none;
    /* the shapes are drawn in em */
    font-size: var(--_size);
    block-size: 1em;
    --_max: 5;
    --_from: 0px;
    --_pitch: calc(1em + var(--_gap, 0px));
    --_filled: calc(var(--_pitch) * var(--_max) * (var(--_h) * 0.1 + var(--_t) * 0.01 + var(--_o) * 0.001));
    inline-size: calc(var(--_pitch) * var(--_max));
    background: linear-gradient(
      90deg,
      var(--_none) var(--_from),
      var(--_color) 0 var(--_part),
      var(--_none) 0
    );
    /* an image is no shape and clips nothing, so that a symbol of the page's own can be the mask instead */
    clip-path: var(--star-rating-symbol, ${unsafeCSS(starRow(5))});
    /* less a smaller self where it is not solid, an image is an outline there; without one there is no mask at all; the smaller one is
       last, for WebKit composes a layer only as far as it reaches */
    mask:
      var(--star-rating-symbol) 0 50% / calc(100% / var(--_max)) 1em repeat-x intersect,
      linear-gradient(90deg, #0000 var(--_from), #000 0 var(--_part), #0000 0),
      linear-gradient(#000 0 0) subtract,
      var(--star-rating-symbol) 0 50% / calc(100% / var(--_max)) 0.7em repeat-x;
  }
  .stars,
  .crowd,
  .bar {
    --_part: calc(var(--_h) * 10% + var(--_t) * 1% + var(--_o) * 0.1%);
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact; /* its name in Chrome before 136 */
    print-color-adjust: exact;
  }
  .shaped {
    clip-path: var(--star-rating-symbol, var(--_shape));
  }
  .only {
    --_from: calc(100% / var(--_max) * (var(--_chosen, 1) - 1));
  }
  .drawn {
    background: none;
    clip-path: none;
  }
  .all,
  .some {
    position: absolute;
    inset: 0;
    display: flex;
    color: var(--_none);
    fill: none;
    stroke: currentColor;
  }
  .some {
    color: var(--_color);
    fill: currentColor;
    clip-path: inset(0 calc(100% - var(--_part)) 0 var(--_from));
  }
  .drawn svg {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
  }
  .own {
    --_color: var(--_own);
  }
  .crowd {
    position: absolute;
    /* below the stars, where they lie in a larger grid */
    grid-row: 1 / 2;
    inset-block-start: calc(100% + 1px);
    inset-inline-start: 0;
    inline-size: var(--_part);
    /* no border: a browser that darkens a page without dark colours dims those */
    block-size: max(2px, 0.08em);
    background: var(--_crowd);
  }
  :host(:dir(rtl)) .stars {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    :host {
      --_color: CanvasText;
      --_none: CanvasText;
      /* not Highlight, which need not stand out from the page, and may be translucent */
      --_own: LinkText;
    }
  }
  ${unsafeCSS([...digits, ...counts].join(''))}
`;
