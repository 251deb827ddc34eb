import { css, unsafeCSS, type CSSResult } from 'lit';
import { starRow } from './star-shape.js';

// ten classes a digit make every tenth of a percent (see stars.ts)
const digits = ['h', 't', 'o'].map((place) =>
  Array.from({ length: 11 }, (_, digit) => `.${place}${digit}{--_${place}:${digit}}`).join(''),
);

/**
 * A row of stars: outlines below, and what is filled solid above them, so that a rating can be read
 * from the shapes alone. The elements that use it set `--_size`, `--_color`, `--_own` and `--_empty`.
 */
export const starsStyles: CSSResult = css`
  .stars {
    position: relative;
    flex: none;
    block-size: var(--_size);
    inline-size: calc(var(--_size) * var(--_max, 5));
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .stars::before,
  .stars::after {
    content: '';
    position: absolute;
    inset: 0;
    background: var(--_empty);
    clip-path: ${unsafeCSS(starRow(5, true))};
  }
  .stars::after {
    background: linear-gradient(90deg, var(--_color) var(--_part), transparent 0);
    clip-path: ${unsafeCSS(starRow(5, false))};
  }
  .stars,
  .crowd {
    --_part: calc(var(--_h) * 10% + var(--_t) * 1% + var(--_o) * 0.1%);
  }
  .shaped::before {
    clip-path: var(--_hollow);
  }
  .shaped::after {
    clip-path: var(--_solid);
  }
  .own {
    --_color: var(--_own);
  }
  .crowd {
    position: absolute;
    inset-block-start: calc(100% - 1px);
    left: 0;
    inline-size: var(--_part);
    block-size: max(2px, 0.09em);
    border-radius: 1px;
    background: var(--_crowd);
  }
  :host(:dir(rtl)) .stars {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    .stars {
      --_color: CanvasText;
      --_own: Highlight;
      --_empty: CanvasText;
      --_crowd: CanvasText;
    }
  }
  ${unsafeCSS(digits.join(''))}
`;
