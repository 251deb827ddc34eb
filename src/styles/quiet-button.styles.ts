import { css, type CSSResult } from 'lit';

/** A native button that looks like quiet text, and is as high as `--_target`: 24 CSS px (WCAG 2.5.8), for a finger 44. */
export const quietButton: CSSResult = css`
  :host {
    --_target: 24px;
    /* of rings and empty stars, in the dark with a grey: a browser that darkens a page without dark colours turns its text over and leaves
       a mark in currentColor as dark as it was, or darkens one that is near white */
    --_outline: light-dark(currentColor, color-mix(in srgb, currentColor 35%, #aaa));
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0.2em 0;
    min-block-size: var(--_target);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--_outline);
    outline-offset: 2px;
  }
  /* nearer: it is as high as a target, and text may be above it */
  button:focus-visible {
    outline-offset: 1px;
  }
  @media (pointer: coarse) {
    :host {
      --_target: 44px;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
