import { css, type CSSResult } from 'lit';
import { disclosure } from '../../styles/disclosure.styles.js';
import { links } from '../../styles/links.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { sectionStyles } from './film-sections.styles.js';
import { posterStyles } from './poster.styles.js';
import { waitingStyles } from './waiting.styles.js';

/** Where the parts of a card stand, by the width of the card and not of the page; and, in one sheet, all the rest of its style. */
export const styles: CSSResult = css`
  ${tokens}
  ${disclosure}
  ${links}
  ${sectionStyles}
  ${posterStyles}
  :host {
    /* what is measured by its container has no width of its own: the first column has one, where a box is as wide as what is in it */
    display: grid;
    grid-template-columns: minmax(0, 40em) 1fr;
    min-inline-size: min(15em, 100%);
    color: var(--_ink);
    line-height: 1.5;
    white-space: normal;
    text-align: start;
    text-indent: 0;
  }
  .base {
    grid-column: 1 / -1;
    container-type: inline-size;
    background: var(--film-widgets-surface, transparent);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  /* a narrow column: a small poster beside the head, text below in full width */
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: calc(var(--_space) * 1.25);
    align-content: start;
    /* letters piled up with a thousand marks stay with their card; focus rings and a poster's shadow have room */
    clip-path: inset(-2em -100vmax);
  }

  /* as wide as the whole card, and guessed to be as high */
  .far {
    container-type: normal;
    contain: inline-size;
  }
  .all {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 32em;
    white-space: pre-line;
  }
  .brief > .all {
    contain-intrinsic-block-size: auto 4em;
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
    align-self: baseline;
  }
  /* no hole beside a poster that is higher than the head */
  @container (width >= 30em) {
    .two > .synopsis {
      grid-column: 2;
    }
  }
  .two > :is(.synopsis, .facts, .section) ~ * {
    grid-column: 1 / -1;
  }
  .two > .poster {
    /* more rows than there are sections: empty ones take up what the poster is longer */
    grid-area: 1 / 1 / span 20;
    align-self: start;
  }
  @container (width < 40em) {
    .full > .two > .poster {
      margin-block-end: 0.6em;
    }
  }
  /* stars that have no room beside the poster stand below it, and the head in the middle of its height */
  @container (width < 16em) {
    .full > .two > .rating {
      grid-column: 1 / -1;
    }
  }
  /* its stars share the room that it has itself */
  .wide {
    container-type: inline-size;
  }
  @container (width < 28em) {
    .full > .two > .wide {
      grid-column: 1 / -1;
    }
    .full > .two > .heading:has(+ .wide) {
      grid-row: span 20;
      align-self: center;
    }
  }
  @media (pointer: coarse) {
    @container (width < 25em) {
      .full > .two > .rating {
        grid-column: 1 / -1;
      }
      .full > .two > .heading {
        grid-row: span 20;
        align-self: center;
      }
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
      column-gap: 1.5em;
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
  @container (width < 17em) {
    .compact > .two > .wide,
    .compact > .two > .wide ~ * {
      grid-column: 1 / -1;
    }
  }
  @media (pointer: coarse) {
    @container (width < 20em) {
      .compact > .two > .rating,
      .compact > .two > .rating ~ * {
        grid-column: 1 / -1;
      }
    }
  }
  /* large letters in a narrow column: nothing has room beside anything */
  @container (width < 13em) {
    .base > .two {
      display: block;
    }
    .base > .two > .poster {
      inline-size: 4.5em;
      margin-block-end: 0.6em;
    }
  }
  /* too small for words, which stand beside it */
  .compact .drawn span {
    display: none;
  }
  .compact .title {
    font-size: 1.1em;
  }
  .compact .rating::part(histogram) {
    display: none;
  }
  .compact .rating {
    margin-block-start: 0.1em;
    font-size: 0.9em;
  }
  .compact .line {
    margin-block-start: 0.15em;
  }
  .compact .attribution {
    margin: 0;
    font-size: 0.7em;
  }
  .compact .attribution a {
    text-decoration: none;
  }
  ${waitingStyles}
`;
