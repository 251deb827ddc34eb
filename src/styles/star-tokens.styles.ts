import { css, type CSSResult } from 'lit';

/** The stars' colours, light and dark: 3:1 on white and on near-black. */
export const starTokens: CSSResult = css`
  :host {
    --_accent: var(--film-widgets-accent, light-dark(#b87503, #f2b63c));
    --_empty: color-mix(in srgb, currentColor 64%, transparent);
  }
  @media (prefers-contrast: more) {
    :host {
      --_empty: currentColor;
    }
  }
`;
