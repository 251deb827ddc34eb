import { css, type CSSResult } from 'lit';
import { quietButton } from './quiet-button.styles.js';

/** Quiet buttons; one that shows and hides more has a chevron in place of a line, which points where the text will go. */
export const disclosure: CSSResult = css`
  ${quietButton}
  [aria-expanded] {
    text-decoration: none;
    font-weight: 600;
  }
  [aria-expanded]:hover {
    text-decoration: underline;
  }
  [aria-expanded]::after {
    content: '';
    display: inline-block;
    inline-size: 0.4em;
    block-size: 0.4em;
    margin-inline: 0.5em 0.15em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.15em;
  }
  [aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0.1em;
  }
  @media (prefers-reduced-motion: no-preference) {
    [aria-expanded]::after {
      transition: rotate 140ms ease-out;
    }
  }
`;
