import { css, type CSSResult } from 'lit';

/** Quiet links; `.elsewhere` is one that leads the reader away from the page, and has an arrow that nobody reads out. */
export const links: CSSResult = css`
  a {
    color: inherit;
    text-decoration: underline 1px color-mix(in srgb, currentColor 40%, transparent);
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
