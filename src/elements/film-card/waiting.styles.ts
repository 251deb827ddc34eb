import { css, type CSSResult } from 'lit';

/** The skeleton, and what is said when there is no film. */
export const waitingStyles: CSSResult = css`
  .skeleton {
    row-gap: 0.75em;
  }
  .skeleton > * {
    border-radius: var(--_radius);
    background: var(--_line);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton > .heading {
    inline-size: 55%;
    block-size: 1.9em;
  }
  .skeleton > .rating {
    inline-size: 10em;
    block-size: 1.75em;
    margin: 0;
  }
  .skeleton > .synopsis {
    block-size: 6em;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  .message {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-inline-start-width: 3px;
    border-radius: var(--_radius);
  }
  .message ul {
    margin-block-start: 0.4em;
    font-size: 0.9em;
  }
  .message button {
    margin: 0.3em 0 0 -0.4em;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton > *,
    .poster:has(img) span {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .drawn,
    .skeleton > * {
      border: 1px solid;
    }
  }
  @media print {
    li[hidden] {
      display: list-item;
    }
  }
`;
