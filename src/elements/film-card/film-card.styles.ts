import { css, unsafeCSS, type CSSResult } from 'lit';

const hues = Array.from({ length: 12 }, (_, i) => `.hue${i}{--_hue:${i * 30}}`).join('');

export const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--_ink);
    line-height: 1.5;
  }
  .base {
    background: var(--film-widgets-surface, transparent);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_space) * 1.75);
  }
  .card > * {
    min-inline-size: 0;
  }
  p {
    margin: 0;
  }
  a {
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }

  /* poster */
  .poster {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: auto;
    aspect-ratio: 2 / 3;
    object-fit: cover;
    border-radius: var(--_radius);
    background: var(--_line);
  }
  .drawn {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 0.25em;
    padding: 0.75em;
    container-type: inline-size;
    overflow: hidden;
    color: #fff;
    background: linear-gradient(160deg, hsl(var(--_hue) 42% 34%), hsl(calc(var(--_hue) + 35) 48% 16%));
    print-color-adjust: exact;
  }
  .drawn span:first-child {
    font-family: var(--film-widgets-title-font, inherit);
    font-size: clamp(0.5rem, 15cqi, 2rem);
    font-weight: 700;
    line-height: 1.1;
  }
  .drawn span:last-child {
    font-size: clamp(0.4rem, 8cqi, 1rem);
    opacity: 0.85;
  }

  /* head */
  .byline {
    display: flex;
    flex-wrap: wrap;
    margin-block-end: 0.4em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .byline span + span::before,
  .line span + span::before {
    content: '·' / '';
    margin-inline: 0.5em;
  }
  .title {
    font-family: var(--film-widgets-title-font, inherit);
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .year {
    margin-inline-start: 0.15em;
    color: var(--_muted);
    font-weight: 400;
  }
  .subtitle {
    margin-block-start: 0.2em;
    color: var(--_muted);
    font-style: italic;
  }
  .rating {
    margin-block-start: 0.6em;
  }
  .synopsis {
    max-inline-size: 70ch;
    margin-block-start: 0.9em;
  }
  .synopsis p + p {
    margin-block-start: 0.7em;
  }

  /* facts */
  .facts {
    display: grid;
    gap: 0.4em 2em;
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .card > .facts {
    margin-block-start: var(--_space);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .fact {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    gap: 0.75em;
    align-items: baseline;
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    margin: 0;
  }
  dd > * + *::before {
    content: ', ';
  }
  dd > a + a::before {
    /* a box of its own is not underlined */
    display: inline-block;
    white-space: pre;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* further sections */
  .section {
    margin-block-start: calc(var(--_space) * 1.25);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .section-title {
    margin-block-end: 0.5em;
    font-size: 0.8em;
    font-weight: 600;
    letter-spacing: 0.08em;
    text-transform: uppercase;
    color: var(--_muted);
  }
  :host(:lang(ar)) .section-title,
  :host(:lang(ja)) .section-title {
    letter-spacing: normal;
  }
  ul {
    display: grid;
    gap: 0.5em;
    max-inline-size: 70ch;
    margin: 0;
    padding-inline-start: 1.1em;
  }
  li::marker {
    color: var(--_muted);
  }
  li[hidden] {
    display: none;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
    color: var(--_muted);
  }
  .section > button {
    margin: 0.3em 0 0 0.7em;
    text-decoration: none;
    font-weight: 600;
    font-size: 0.9em;
  }
  .section > button:hover {
    text-decoration: underline;
  }
  .more {
    margin-block-start: 0.7em;
    font-size: 0.9em;
  }
  .more a {
    display: inline-block;
    min-block-size: 24px;
  }
  .more a::after {
    content: '\\2009\\2197' / '';
  }
  .review + .review {
    margin-block-start: 1.4em;
  }
  .attribution {
    margin-block-start: calc(var(--_space) * 1.25);
    color: var(--_muted);
    font-size: 0.8em;
  }

  /* a narrow column: a small poster beside the head, text below in full width */
  @container (width < 30em) {
    .full .card:has(> .poster:first-child) {
      grid-template-columns: minmax(4.5em, 26%) minmax(0, 1fr);
      column-gap: var(--_space);
      align-content: start;
    }
    .full .card > * {
      grid-column: 1 / -1;
    }
    .full .card > .poster:first-child {
      grid-column: 1;
      grid-row: 1 / span 3;
      align-self: start;
    }
    .full .card > .poster:first-child ~ :is(.byline, .heading, .rating) {
      grid-column: 2;
    }
    .full .card > .poster:first-child ~ .rating {
      align-self: start;
    }
    .title {
      font-size: 1.35em;
    }
    .fact {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @container (20em <= width < 30em) {
    .fact {
      grid-template-columns: minmax(5.5em, 7em) minmax(0, 1fr);
      gap: 0.75em;
    }
  }

  /* room for a column of its own */
  @container (width >= 30em) {
    .full .card:has(> .poster) {
      grid-template-columns: clamp(8em, 30%, 15em) minmax(0, 1fr);
    }
    .full .card > :not(.poster) {
      grid-column: -2;
    }
    .full .card > .poster {
      grid-column: 1;
      /* more rows than there are sections: the last ones take up what the poster is longer */
      grid-row: 1 / span 20;
      align-self: start;
    }
  }
  @container (width >= 50em) {
    .full .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .full .long {
      grid-column: 1 / -1;
    }
    .title {
      font-size: 2em;
    }
  }

  /* compact */
  .compact .card {
    grid-template-columns: minmax(0, 1fr);
    column-gap: 0.9em;
    align-content: start;
  }
  .compact .card:has(> .poster) {
    grid-template-columns: 4em minmax(0, 1fr);
  }
  .compact .card > :not(.poster) {
    grid-column: -2;
  }
  .compact .poster {
    grid-row: 1 / span 20;
    align-self: start;
  }
  .compact .drawn {
    padding: 0.4em;
  }
  .compact .title {
    font-size: 1.1em;
  }
  .compact .rating {
    margin-block-start: 0.1em;
    font-size: 0.9em;
  }
  .compact .line {
    margin-block-start: 0.15em;
  }

  /* waiting and failing */
  .skeleton {
    grid-template-columns: clamp(4.5em, 30%, 15em) minmax(0, 1fr) !important;
    grid-template-rows: repeat(4, auto) 1fr;
    gap: 0.75em calc(var(--_space) * 1.75);
  }
  .skeleton > * {
    border-radius: var(--_radius);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .poster {
    grid-row: 1 / span 5;
  }
  .skeleton .heading {
    inline-size: 55%;
    block-size: 1.9em;
  }
  .skeleton .rating {
    inline-size: 10em;
    block-size: 1.75em;
    margin: 0;
  }
  .skeleton .synopsis {
    block-size: 4.5em;
    margin: 0;
  }
  .skeleton .facts {
    inline-size: 70%;
    block-size: 6em;
    margin: 0;
    border: 0;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .message {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-inline-start-width: 3px;
    border-radius: var(--_radius);
  }
  .message ul {
    margin-block: 0.4em 0;
    font-size: 0.9em;
  }
  .message button {
    margin: 0.3em 0 0 -0.4em;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton > * {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .drawn {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    li[hidden] {
      display: list-item;
    }
  }
  ${unsafeCSS(hues)}
`;
