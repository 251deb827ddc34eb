import { css, unsafeCSS, type CSSResult } from 'lit';

const hues = Array.from({ length: 12 }, (_, i) => `.hue${i}{--_hue:${i * 30}}`).join('');

export const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    /* what is measured by its container has no width of its own */
    min-inline-size: min(15em, 100%);
    color: var(--_ink);
    line-height: 1.5;
  }
  .base {
    background: var(--film-widgets-surface, transparent);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }
  p,
  dl,
  dd,
  ul {
    margin: 0;
  }
  .byline,
  .year,
  .tagline,
  dt,
  .line,
  .section-title,
  summary,
  li::marker,
  .attribution {
    color: var(--_muted);
  }
  .byline,
  .line,
  dt {
    font-size: 0.875em;
  }
  a {
    color: inherit;
    text-decoration: underline 1px color-mix(in srgb, currentColor 40%, transparent);
    text-underline-offset: 0.25em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }

  /* head */
  .byline {
    margin-block-end: 0.4em;
  }
  /* the space before the dot does not break, the one after it may */
  .byline > :not(:last-child)::after,
  .line > :not(:last-child)::after {
    content: '\\a0· ' / ' ';
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
    margin-inline-start: 0.1em;
    font-weight: 400;
  }
  .tagline {
    margin-block-start: 0.25em;
    font-style: italic;
  }
  .rating {
    margin-block-start: 0.5em;
  }
  .rating::part(histogram) {
    overflow-wrap: normal;
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
    font-variant-numeric: tabular-nums;
  }
  .card > .facts,
  .section {
    margin-block-start: calc(var(--_space) * 1.25);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(5.5em, 7.5em) minmax(0, 1fr);
    column-gap: 0.75em;
    align-items: baseline;
  }

  /* further sections */
  .section-title {
    margin-block-end: 0.3em;
    /* not capitals, which some screen readers spell */
    font-variant-caps: all-small-caps;
    font-weight: 600;
    letter-spacing: 0.07em;
  }
  .section-title:lang(ar) {
    letter-spacing: normal;
  }
  ul {
    display: grid;
    gap: 0.6em;
    max-inline-size: 70ch;
    padding-inline-start: 1.1em;
  }
  li[hidden] {
    display: none;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    cursor: pointer;
  }
  .section > button {
    justify-self: start;
    margin: 0.3em 0 0 0.7em;
    text-decoration: none;
    font-weight: 600;
    font-size: 0.9em;
  }
  .section > button:hover {
    text-decoration: underline;
  }
  .more {
    margin-block-start: 0.6em;
    font-size: 0.9em;
  }
  .more a {
    display: inline-block;
    min-block-size: 24px;
  }
  .more a::after {
    content: '\\a0\\2197' / '';
  }
  .more a:dir(rtl)::after {
    content: '\\a0\\2196' / '';
  }
  .review + .review {
    margin-block-start: 1.75em;
  }
  .attribution {
    margin-block-start: calc(var(--_space) * 1.25);
    font-size: 0.8em;
  }

  /* poster */
  .poster {
    position: relative;
    aspect-ratio: 2 / 3;
    container-type: inline-size;
    overflow: hidden;
    border-radius: var(--_radius);
  }
  .drawn,
  img {
    position: absolute;
    inset: 0;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
  }
  img {
    object-fit: cover;
    color: transparent;
  }
  .drawn {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 3cqi;
    padding: 9cqi;
    color: #fff;
    background:
      radial-gradient(130% 75% at 25% 0, oklch(0.62 0.1 var(--_hue) / 0.6), transparent),
      linear-gradient(165deg, oklch(0.45 0.08 var(--_hue)), oklch(0.28 0.06 calc(var(--_hue) + 40)));
    print-color-adjust: exact;
  }
  .drawn span {
    overflow: hidden;
    font-family: var(--film-widgets-title-font, inherit);
    font-size: clamp(0.5rem, 14cqi, 2rem);
    font-weight: 700;
    line-height: 1.12;
    text-wrap: balance;
  }
  .drawn span + span {
    flex: none;
    font-size: clamp(0.4rem, 8.5cqi, 1.1rem);
    font-weight: 400;
    opacity: 0.85;
  }
  /* a picture that comes soon is not announced by its title */
  .poster:has(img) span {
    animation: appear 0.2s 0.4s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  /* a narrow column: a small poster beside the head, text below in full width */
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_space) * 1.25);
    align-content: start;
    /* letters piled up with a thousand marks stay with their card; focus rings have room */
    clip-path: inset(-1em);
  }
  @media not print {
    @supports (overflow-clip-margin: 1em) {
      .skipped {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 36em;
        overflow-clip-margin: 1em;
      }
      .compact > .skipped {
        contain-intrinsic-block-size: auto 6em;
      }
    }
  }
  .card > * {
    min-inline-size: 0;
  }
  .two {
    grid-template-columns: clamp(4.5em, 26%, 9em) minmax(0, 1fr);
  }
  .two > * {
    grid-column: 1 / -1;
  }
  .two > :is(.byline, .heading, .rating) {
    grid-column: 2;
  }
  .two > :is(.synopsis, .facts, .section) ~ * {
    grid-column: 1 / -1;
  }
  .two > .poster {
    /* more rows than there are sections: empty ones take up what the poster is longer */
    grid-area: 1 / 1 / span 20;
    align-self: start;
  }
  @container (width < 25em) {
    .full > .two > .rating {
      grid-column: 1 / -1;
    }
  }
  @container (width < 20em) {
    .full .title {
      font-size: 1.35em;
    }
    .fact {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* room for a column of text beside the poster, and the names of the sections below it */
  @container (width >= 40em) {
    .title {
      font-size: 2em;
    }
    .card {
      column-gap: calc(var(--_space) * 2);
    }
    .full > .two {
      grid-template-columns: clamp(9em, 28%, 15em) minmax(0, 1fr);
    }
    .full > .two > :not(.poster) {
      grid-column: 2;
    }
    .full > .two > .section {
      grid-column: 1 / -1;
      display: grid;
      grid-template-columns: subgrid;
    }
    .two > .section > * {
      grid-column: 2;
    }
    .two > .section > .section-title {
      grid-area: 1 / 1 / span 20;
    }
  }
  @container (width >= 56em) {
    .full .facts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .full .long {
      grid-column: 1 / -1;
    }
  }

  /* compact */
  .compact > .two {
    grid-template-columns: 4em minmax(0, 1fr);
    column-gap: 0.9em;
  }
  .compact > .two > :not(.poster) {
    grid-column: 2;
  }
  @media (pointer: coarse) {
    @container (width < 20em) {
      .compact > .two > .rating,
      .compact > .two > .rating ~ * {
        grid-column: 1 / -1;
      }
    }
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
    row-gap: 0.75em;
  }
  .skeleton > * {
    border-radius: var(--_radius);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton > .heading {
    inline-size: 55%;
    block-size: 1.9em;
  }
  .skeleton > .rating {
    inline-size: 10em;
    block-size: 1.75em;
    margin: 0;
  }
  .skeleton > .synopsis {
    block-size: 6em;
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
    margin-block-start: 0.4em;
    font-size: 0.9em;
  }
  .message button {
    margin: 0.3em 0 0 -0.4em;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton > *,
    .poster:has(img) span {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .drawn,
    .skeleton > * {
      border: 1px solid;
    }
  }
  @media print {
    li[hidden] {
      display: list-item;
    }
  }
  ${unsafeCSS(hues)}
`;
