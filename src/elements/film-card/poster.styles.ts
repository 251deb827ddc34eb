import { css, unsafeCSS, type CSSResult } from 'lit';

// each runs on to a neighbouring hue; warm ones away from olive, which is mud in the dark
const hues = [...Array(12).keys()]
  .map((i) => `.hue${i}{--_hue:${i * 30};--_to:${i * 30 + (i < 4 ? -40 : 40)}}`)
  .join('');

/** The poster's box, the picture in it, and what is drawn until there is one. */
export const posterStyles: CSSResult = css`
  .poster {
    position: relative;
    aspect-ratio: 2 / 3;
    container-type: inline-size;
    overflow: hidden;
    border-radius: var(--_radius);
  }
  .drawn,
  img {
    position: absolute;
    inset: 0;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
  }
  img {
    object-fit: cover;
    color: transparent;
  }
  /* an edge for pictures that are as white as the page */
  .poster:has(img)::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 1px solid var(--_line);
    border-radius: inherit;
  }
  .drawn {
    border-radius: inherit;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 3cqi;
    padding: 9cqi;
    color: #fff;
    background:
      radial-gradient(130% 75% at 25% 0, oklch(0.62 0.1 var(--_hue) / 0.6), transparent),
      linear-gradient(165deg, oklch(0.45 0.08 var(--_hue)), oklch(0.28 0.06 var(--_to)));
    -webkit-print-color-adjust: exact; /* its name in Chrome before 136 */
    print-color-adjust: exact;
  }
  .drawn span {
    display: -webkit-box;
    overflow: hidden;
    font-family: var(--film-widgets-title-font, inherit);
    font-size: clamp(0.5rem, 12.5cqi, 2rem);
    font-weight: 700;
    line-height: 1.15;
    text-wrap: balance;
    /* what hangs below the line is not cut off, and the line after the last one is not seen */
    padding-block-end: 0.08em;
    margin-block-end: -0.08em;
    /* as many whole lines as there is room for */
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 8;
  }
  .long span {
    font-size: max(0.5rem, 10cqi);
  }
  .drawn span + span {
    flex: none;
    font-size: clamp(0.5rem, 8.5cqi, 1.1rem);
    font-weight: 400;
    opacity: 0.85;
  }
  /* a picture that comes soon is not announced by its title */
  .poster:has(img) span {
    animation: appear 0.2s 0.4s backwards;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .poster:has(img) span {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .drawn {
      border: 1px solid;
    }
  }
  ${unsafeCSS(hues)}
`;
