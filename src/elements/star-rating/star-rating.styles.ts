import { css, type CSSResult } from 'lit';
import { starsStyles } from '../../stars/stars.styles.js';
import { hidden } from '../../styles/hidden.styles.js';
import { quietButton } from '../../styles/quiet-button.styles.js';
import { starTokens } from '../../styles/star-tokens.styles.js';

// one sheet of all: a shadow root adopts it faster than four
export const styles: CSSResult = css`
  ${hidden}
  ${starTokens}
  ${quietButton}
  :host {
    --_size: var(--star-rating-size, 1.5em);
    --_gap: var(--star-rating-gap, 0px);
    --_color: var(--star-rating-color, var(--_accent));
    --_crowd: var(--_color);
    --_own: var(--star-rating-color-own, var(--film-widgets-own, light-dark(#1d4ed8, #93b4ff)));
    --_none: var(--star-rating-color-empty, var(--_empty));
    display: inline-block;
    line-height: 1.35;
    vertical-align: middle;
    text-indent: 0;
  }
  ${starsStyles}
  /* as :dir() has it, by which stars and keys go: CSS may say another; and level, as stars are drawn, also in vertical text */
  .base,
  table {
    direction: ltr;
    writing-mode: horizontal-tb;
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35em 0.75em;
  }
  /* five stars are no wider than a narrow page, however large its letters are */
  .row,
  .voting .text {
    --_size: max(var(--_target), var(--star-rating-size, min(1.75em, 15vw)));
  }
  .row {
    touch-action: pan-y pinch-zoom;
  }
  .row,
  .both {
    position: relative;
  }
  /* a range is one target, however many stars it has */
  .row.many {
    --_size: var(--star-rating-size, 1.75em);
    display: grid;
    align-content: center;
    min-block-size: max(25px, var(--_target));
  }
  /* a long row is no wider than its room; separate targets stay as large as they have to be */
  :is(.many, .base, .both) > .shaped {
    --_size: var(--star-rating-size, min(1.5em, (100cqi - 2em) / var(--_max) - var(--_gap)));
  }
  .choices,
  [type='range'] {
    position: absolute;
    inset: 0;
    display: flex;
    inline-size: 100%;
  }
  /* not opacity, which would make each one a layer of its own */
  input {
    appearance: none;
    margin: 0;
  }
  [type='radio'] {
    outline: 0;
    flex: 1;
    min-inline-size: 0;
    cursor: pointer;
  }
  [type='range'] {
    block-size: 100%;
    background: none;
    color: inherit;
    pointer-events: none;
  }
  [type='range']::-webkit-slider-thumb {
    appearance: none;
  }
  [type='range']::-moz-range-thumb,
  [type='range']::-moz-range-track {
    border: 0;
    background: none;
  }
  /* around the row: a ring around one star would cut into its neighbours, and nearer it would cross the crowd's line */
  .choices:has(:focus-visible),
  [type='range']:focus-visible {
    outline: 2px solid var(--_outline);
    outline-offset: 4px;
    border-radius: 1px;
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
    white-space: normal;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  /* words of another language than the page's keep their own direction */
  [part='summary'],
  .message {
    unicode-bidi: plaintext;
    text-wrap: balance;
  }
  :host(:dir(rtl)) :is(.base, table) {
    direction: rtl;
  }
  :host(:dir(rtl)) .text {
    text-align: right;
  }
  .message,
  .text::after {
    grid-area: 2 / 1;
    font-size: 0.875em;
  }
  .voting {
    align-items: start;
  }
  .voting .text {
    /* the room decides whether the words stand beside the stars, and not their length: a vote moves nothing */
    flex: 1 1 17em;
    /* the first line is level with the stars */
    margin-block-start: calc((var(--_size) - 1.35em) / 2);
  }
  /* an answer of usual length, which nobody sees: it keeps the room, and wraps where the answer would */
  .voting .text::after {
    content: '. .';
    word-spacing: 19.5em;
    line-height: 1.4; /* bold words can make a line a little higher */
    visibility: hidden;
  }
  /* on paper nobody answers, and words stand where they stood */
  @media print {
    .voting .text::after {
      line-height: 0;
    }
  }
  .message button {
    margin: -4px -3px;
    padding-inline: 3px;
  }
  /* as high as its line, however high the target, where no other target is near: a button that comes moves nothing */
  .voting .message button:only-of-type {
    margin-block: min(-4px, (1.35em - var(--_target)) / 2);
  }
  /* what the line under the stars is: such a line is under its words, too short to look like a link's */
  .base:has(.crowd) [part='summary'] {
    position: relative;
  }
  .base:has(.crowd) [part='summary']::before {
    content: '';
    position: absolute;
    inline-size: 1.6em;
    /* half an em below the middle of the words, however far apart lines are */
    margin-block-start: calc(0.5lh + 0.525em);
    block-size: max(2px, 0.08em);
    background: var(--_crowd);
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact; /* its name in Chrome before 136 */
    print-color-adjust: exact;
  }
  .own-text {
    font-weight: 600;
  }
  /* calmer, and still to be read */
  .off + .text .own-text {
    opacity: 0.85;
    font-weight: 400;
  }
  table {
    inline-size: min(100%, 20em);
    margin-block-start: 0.5em;
    border-spacing: 0 0.15em;
    font-size: 0.875em;
  }
  th {
    padding: 0;
    padding-inline-end: 0.5em;
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 0;
    text-align: end;
  }
  td:nth-child(2) {
    inline-size: 99%;
  }
  td:last-child {
    padding-inline-start: 0.5em;
  }
  .bar {
    block-size: 0.5em;
    inline-size: var(--_part);
    border-radius: 1em;
    background: var(--_color);
  }
  @media (prefers-reduced-motion: no-preference) {
    .voted .stars {
      animation: settle 160ms ease-out;
    }
  }
  @keyframes settle {
    from {
      opacity: 0.4;
    }
  }
`;
