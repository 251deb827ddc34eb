import { css, type CSSResult } from 'lit';

/** The skeleton, and what is said when there is no film. */
export const waitingStyles: CSSResult = css`
  .skeleton {
    --_line: var(--film-widgets-line, color-mix(in srgb, var(--_outline) 18%, transparent));
  }
  .skeleton > * {
    min-block-size: 5em;
    animation: breathe 1.6s ease-in-out infinite alternate;
    /* lines of text, as many as there mostly are: what comes later moves little; of a repeating gradient Firefox draws hairlines */
    background: linear-gradient(transparent 28%, var(--_line) 0 69%, transparent 0) 0 0 / 100% 1.6em;
  }
  .skeleton > :is(.poster, .heading) {
    border-radius: var(--_radius);
    background: var(--_line);
  }
  .skeleton > .byline {
    inline-size: 60%;
    min-block-size: 1.5em;
  }
  .skeleton > .heading {
    inline-size: 45%;
    min-block-size: 1.9em;
  }
  /* the stars, and room for the words beside or below them, as in the rating */
  .skeleton > .rating {
    --_size: max(1.75em, var(--_target));
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 0.75em;
    min-block-size: auto;
    background: none;
  }
  .skeleton > .rating::before {
    content: '';
    inline-size: calc(var(--_size) * 5);
    block-size: var(--_size);
    border-radius: var(--_radius);
    background: var(--_line);
  }
  .skeleton > .rating::after {
    content: '';
    flex: 1 1 17em;
    block-size: 2.575em;
    margin-block-start: calc((var(--_size) - 1.35em) / 2);
  }
  .skeleton > .synopsis {
    min-block-size: 6.4em;
  }
  .skeleton > .facts {
    min-block-size: 17em;
  }
  .skeleton > .reviews {
    min-block-size: 22em;
  }
  .skeleton > :is(.facts, .specs, .trivia, .reviews) {
    box-sizing: border-box;
    margin-block-start: var(--_space);
    padding-block-start: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_line);
    background-origin: content-box;
    background-clip: content-box;
  }
  .compact > .skeleton > .heading {
    min-block-size: 1.2em;
  }
  .compact > .skeleton > .facts {
    min-block-size: 1.5em;
    margin: 0;
    padding: 0;
    border: 0;
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
    margin: 0.3em 0 0;
    font-weight: 600;
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton > * {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .skeleton > * {
      border: 1px solid;
    }
  }
`;
