import { css, type CSSResult } from 'lit';

/** Quiet links; `.elsewhere` is one that leads the reader away from the page, and has an arrow that nobody reads out. */
export const links: CSSResult = css`
  a {
    color: inherit;
    /* in Safari before 26.2 text-decoration takes no more than its line */
    text-decoration-color: color-mix(in srgb, currentColor 40%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  .elsewhere::after {
    content: '\\a0\\2197' / '';
  }
  .elsewhere:dir(rtl)::after {
    content: '\\a0\\2196' / '';
  }
`;
