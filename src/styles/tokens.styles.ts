import { css, type CSSResult } from 'lit';

/** The stars' colours, light and dark: 3:1 on white and on near-black. */
export const starTokens: CSSResult = css`
  :host {
    --_accent: var(--film-widgets-accent, light-dark(#b87503, #f2b63c));
    --_empty: color-mix(in srgb, currentColor 60%, transparent);
  }
  :host([hidden]) {
    display: none;
  }
`;

/** The page-wide tokens with their defaults. Text keeps 4.5:1. */
export const tokens: CSSResult = css`
  :host {
    --_ink: var(--film-widgets-ink, currentColor);
    --_muted: var(--film-widgets-muted, color-mix(in srgb, currentColor 72%, transparent));
    --_line: var(--film-widgets-line, color-mix(in srgb, currentColor 18%, transparent));
    --_radius: var(--film-widgets-radius, 0.375em);
    --_space: var(--film-widgets-space, 1em);
  }
  :host([hidden]) {
    display: none;
  }
`;

/** A native button that looks like quiet text, and grows to a finger's size on coarse pointers. */
export const quietButton: CSSResult = css`
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0.2em 0.4em;
    min-block-size: 24px;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
  @media (pointer: coarse) {
    button {
      min-block-size: 44px;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
