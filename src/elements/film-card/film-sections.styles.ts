import { css, type CSSResult } from 'lit';

/** How the parts of a card look, wherever they stand. */
export const sectionStyles: CSSResult = css`
  p,
  dl,
  dd,
  ul {
    margin: 0;
  }
  .byline,
  .year,
  .tagline,
  dt,
  .line,
  .section-title,
  summary,
  li::marker,
  .attribution {
    color: var(--_muted);
  }
  .byline,
  .line,
  dt {
    font-size: 0.875em;
  }

  /* head */
  .byline {
    margin-block-end: 0.4em;
  }
  /* a dot before each; that of a line's first one is clipped, with room for focus rings */
  .byline,
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 1.1em;
    clip-path: inset(-1em -4px);
  }
  .byline > *,
  .line > * {
    position: relative;
  }
  .byline > ::before,
  .line > ::before {
    content: '·' / '';
    position: absolute;
    inset-inline-start: -1.1em;
    inline-size: 1.1em;
    text-align: center;
  }
  .title {
    font-family: var(--film-widgets-title-font, inherit);
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.15;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .year {
    margin-inline-start: 0.1em;
    font-weight: 400;
  }
  .tagline {
    margin-block-start: 0.25em;
    font-style: italic;
  }
  .rating {
    margin-block-start: 0.5em;
  }
  /* the rating keeps a line free for its answer */
  .rating + .synopsis {
    margin-block-start: 0.5em;
  }
  .rating::part(histogram) {
    margin-block-end: 0.5em;
    overflow-wrap: normal;
  }
  .synopsis {
    max-inline-size: 70ch;
    margin-block-start: 0.9em;
  }
  .synopsis p + p {
    margin-block-start: 0.7em;
  }

  /* facts */
  .facts {
    display: grid;
    gap: 0.4em 2em;
    font-variant-numeric: tabular-nums;
  }
  .card > .facts,
  .section {
    margin-block-start: calc(var(--_space) * 1.25);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .fact {
    display: grid;
    grid-template-columns: minmax(5.5em, 8.25em) minmax(0, 1fr);
    column-gap: 0.75em;
    align-items: baseline;
  }

  /* further sections */
  .section-title {
    margin-block-end: 0.3em;
    /* not capitals, which some screen readers spell */
    font-variant-caps: all-small-caps;
    font-weight: 600;
    letter-spacing: 0.07em;
  }
  /* small capitals of letters that have none are just small; not all browsers know lists in :lang() */
  .section-title:is(:lang(ar), :lang(fa), :lang(he), :lang(hi), :lang(ja), :lang(ko), :lang(th), :lang(zh)) {
    font-variant-caps: normal;
    font-size: 0.875em;
    letter-spacing: normal;
  }
  ul {
    display: grid;
    gap: 0.6em;
    max-inline-size: 70ch;
    padding-inline: 1.1em; /* on both sides: an item may run against the page */
  }
  /* on paper nobody can ask for more */
  @media print {
    li[hidden] {
      display: list-item;
    }
  }
  /* the triangle stands where the bullet would */
  li:has(> details) {
    list-style: none;
  }
  details {
    margin-inline-start: -1.1em;
  }
  details[open] {
    margin-inline-start: 0;
  }
  details[open] > summary {
    margin-inline-start: -1.1em;
  }
  summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    align-content: center;
    cursor: pointer;
  }
  .section > button {
    justify-self: start;
    margin: 0.3em 0 0;
    font-size: 0.9em;
  }
  .more {
    margin-block-start: 0.6em;
    font-size: 0.9em;
  }
  /* links that stand alone; those in a sentence are as high as its lines */
  .byline > :has(a),
  dd:has(a),
  .more a,
  .attribution a {
    display: inline-block;
    min-block-size: var(--_target);
    align-content: center;
  }
  /* of several in a text, 24 px: 44 would tear its lines apart */
  dd a {
    padding-block: 0.15em;
  }
  /* no blocks themselves: a dot would break before one, and a label stand beside its last line */
  .byline a,
  dd > a:only-child {
    padding-block: calc((var(--_target) - 1.2em) / 2);
  }
  .review + .review {
    margin-block-start: 1.75em;
  }
  .review ~ .more {
    margin-block-start: 1.5em;
  }
  :is(.facts, .section) + .rating,
  :is(.facts, .section) + .poster + .rating {
    margin-block-start: var(--_space);
  }
  .attribution {
    margin-block-start: calc(var(--_space) * 1.25);
    font-size: 0.8em;
  }
`;
