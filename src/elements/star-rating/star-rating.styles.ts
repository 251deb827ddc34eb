import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    --_size: var(--star-rating-size, 1.5em);
    --_color: var(--star-rating-color, var(--_accent));
    --_crowd: var(--_color);
    --_own: var(--star-rating-color-own, var(--_own-ink));
    --_empty: var(--star-rating-color-empty, color-mix(in srgb, currentColor 60%, transparent));
    display: inline-block;
    line-height: 1.35;
    vertical-align: middle;
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.6em;
  }
  .row {
    position: relative;
    display: flex;
    inline-size: fit-content;
    touch-action: pan-y;
    /* a target is 24 CSS px at least (WCAG 2.5.8) */
    --_size: max(24px, var(--star-rating-size, 1.75em));
  }
  @media (pointer: coarse) {
    .row {
      --_size: max(44px, var(--star-rating-size, 1.75em));
    }
  }
  input {
    appearance: none;
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    border-radius: 0.2em;
    cursor: pointer;
  }
  .choices {
    position: absolute;
    inset: 0;
    display: flex;
  }
  input[type='range'] {
    background: none;
    pointer-events: none;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
  }
  input[type='range']::-moz-range-thumb,
  input[type='range']::-moz-range-track {
    opacity: 0;
  }
  .off {
    opacity: 0.55;
  }
  .off input,
  .locked input {
    cursor: not-allowed;
  }
  .text {
    display: grid;
    gap: 0.1em;
    font-variant-numeric: tabular-nums;
  }
  [part='message'] {
    font-size: 0.875em;
  }
  .voting .text {
    /* room for the answer, so that a vote moves nothing */
    min-block-size: 2.65em;
    align-content: center;
  }
  .own-text {
    color: var(--_own);
    font-weight: 600;
  }
  .voted .stars::after {
    animation: settle 160ms ease-out;
  }
  @keyframes settle {
    from {
      opacity: 0.4;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .voted .stars::after {
      animation: none;
    }
  }
  table {
    flex-basis: 100%;
    max-inline-size: 20em;
    border-spacing: 0.5em 0.15em;
    font-size: 0.875em;
  }
  th {
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
  }
  td {
    text-align: end;
  }
  td:has(.bar) {
    inline-size: 99%;
  }
  .bar {
    block-size: 0.5em;
    inline-size: var(--_part);
    border-radius: var(--_radius);
    background: var(--_color);
    forced-color-adjust: none;
  }
  @media (forced-colors: active) {
    .bar {
      background: CanvasText;
    }
    .own-text {
      color: Highlight;
    }
  }
`;
