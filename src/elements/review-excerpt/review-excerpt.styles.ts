import { css, type CSSResult } from 'lit';
import { starsStyles } from '../../stars/stars.styles.js';
import { disclosure } from '../../styles/disclosure.styles.js';
import { links } from '../../styles/links.styles.js';
import { starTokens } from '../../styles/star-tokens.styles.js';
import { tokens } from '../../styles/tokens.styles.js';

// one sheet of all: a shadow root adopts it faster than six
export const styles: CSSResult = css`
  ${starTokens}
  ${tokens}
  ${disclosure}
  ${links}
  :host {
    --_size: 1.1em;
    --_color: var(--_accent);
    --_none: var(--_empty);
    display: block;
    line-height: 1.55;
    overflow-wrap: anywhere;
    text-indent: 0;
  }
  ${starsStyles}
  .heading {
    font-family: var(--film-widgets-title-font, inherit);
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .byline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.1em 0.75em;
    font-size: 0.9em;
  }
  .author {
    font-weight: 600;
  }
  time,
  .rating > bdi {
    color: var(--_muted);
  }
  .rating {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    /* level, as stars are drawn, also in vertical text */
    writing-mode: horizontal-tb;
    font-variant-numeric: tabular-nums;
  }
  .text,
  .warning {
    max-inline-size: 70ch;
    margin: 0.4em 0 0;
  }
  p {
    margin: 0;
  }
  p + p,
  .rest {
    margin-block-start: 0.7em;
  }
  p:has(+ .cut) {
    margin-block-end: 0.7em;
  }
  /* a paragraph that was cut in two reads as one again */
  .cut,
  .on,
  :not(.shut) > .cut + .rest {
    display: inline;
  }
  @media not print {
    .shut > .cut {
      display: block;
    }
    .shut > .cut::after {
      content: '…';
    }
    .shut > .apart::after {
      content: '\\a0…';
    }
    .shut:has(.rest) > p:last-of-type {
      mask-image: linear-gradient(#000 calc(100% - 1.55em), #0009);
    }
    .shut > .rest {
      margin: 0;
    }
  }
  @media print {
    .rest {
      display: block;
      content-visibility: visible;
    }
    .cut + .rest {
      display: inline;
    }
  }
  .source {
    margin-block-start: 0.3em;
    font-size: 0.9em;
  }
  .source a {
    display: inline-block;
    min-block-size: var(--_target);
    align-content: center;
  }
`;
