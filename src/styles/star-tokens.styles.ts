import { css, type CSSResult } from 'lit';

/** The stars' colours, light and dark: 3:1 on white and on near-black. `--_outline` is the quiet button's. */
export const starTokens: CSSResult = css`
  :host {
    --_accent: var(--film-widgets-accent, light-dark(#b87503, #f2b63c));
    --_empty: light-dark(color-mix(in srgb, currentColor 64%, transparent), var(--_outline));
  }
  @media (prefers-contrast: more) {
    :host {
      --_empty: var(--_outline);
    }
  }
`;
