import { css, type CSSResult } from 'lit';

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
