import { css, type CSSResult } from 'lit';
import { hidden } from './hidden.styles.js';

/** The page-wide tokens with their defaults. Text keeps 4.5:1, also where the page's own is `#444` on white. */
export const tokens: CSSResult = css`
  :host {
    --_ink: var(--film-widgets-ink, currentColor);
    --_muted: var(--film-widgets-muted, color-mix(in srgb, currentColor 76%, transparent));
    --_line: var(--film-widgets-line, color-mix(in srgb, currentColor 18%, transparent));
    --_radius: var(--film-widgets-radius, 0.375em);
    --_space: var(--film-widgets-space, 1em);
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: currentColor;
      --_line: currentColor;
    }
  }
  ${hidden}
`;
