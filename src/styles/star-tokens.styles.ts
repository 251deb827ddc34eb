import { css, type CSSResult } from 'lit';

/**
 * The stars' colours, light and dark: 3:1 on white and on near-black. The dark outlines have a grey in them: a browser that darkens a
 * page without dark colours turns the text over and leaves a mark in `currentColor` as dark as it was, or darkens one that is near white.
 */
export const starTokens: CSSResult = css`
  :host {
    --_accent: var(--film-widgets-accent, light-dark(#b87503, #f2b63c));
    --_empty: light-dark(
      color-mix(in srgb, currentColor 64%, transparent),
      color-mix(in srgb, currentColor 35%, #aaa)
    );
  }
  @media (prefers-contrast: more) {
    :host {
      --_empty: var(--_outline);
    }
  }
`;
