import { css, type CSSResult } from 'lit';

/** `hidden` as the browser has it for its own elements: off the page, or with `until-found` laid out and skipped. */
export const hidden: CSSResult = css`
  :host([hidden]:not([hidden='until-found' i])) {
    display: none;
  }
  :host([hidden]) {
    content-visibility: hidden;
  }
  @supports not (content-visibility: hidden) {
    :host([hidden]) {
      display: none;
    }
  }
`;
