import { html, nothing, type TemplateResult } from 'lit';
import { starRow } from './star-shape.js';

/** What a row of stars shows. Parts are 0 to 1 of the row's length. */
export interface StarsView {
  /** How much of the row is filled. */
  readonly fill: number;
  /** Whether it is the reader's own rating that fills it. */
  readonly own?: boolean;
  /** The crowd's mean, as a line under the reader's own stars. */
  readonly crowd?: number | null;
  /** Only the last symbol that is reached is filled. */
  readonly only?: boolean;
  /** Drawn in place of every star, `max` times. */
  readonly symbol?: SVGElement | null;
  readonly max?: number;
}

/** The classes that say a part of a length (0 to 1) to a tenth of a percent: one for each digit. */
export const partClasses = (part: number): string => {
  const thousandths = Math.round(Math.min(1, Math.max(0, part)) * 1000);
  return `h${Math.floor(thousandths / 100)} t${Math.floor(thousandths / 10) % 10} o${thousandths % 10}`;
};

/** Whether the style sheet does not draw the row by itself: it is not of five stars, or only one of them is filled. */
const isShaped = ({ max = 5, only }: StarsView): boolean => max !== 5 || only === true;

/**
 * The classes of a row of stars. How much of it is filled is said by classes: unlike an inline style
 * they pass a strict Content Security Policy, are there in server-rendered HTML, and let all rows of
 * one value share one computed style.
 */
export function starsClass(view: StarsView): string {
  const { fill, own, only, symbol, max } = view;
  return `stars ${own ? 'own ' : ''}${only ? 'only ' : ''}${symbol ? 'drawn ' : ''}${isShaped(view) ? `shaped n${max} ` : ''}${partClasses(fill)}`;
}

/** A row of stars with all that can be in it. */
export function stars(view: StarsView): TemplateResult {
  const { crowd, symbol, max = 5 } = view;
  const symbols = (name: string): TemplateResult =>
    html`<div class=${name} aria-hidden="true">${[...Array(max).keys()].map(() => symbol?.cloneNode(true))}</div>`;
  return html`<div part="stars" class=${starsClass(view)}>${symbol ? [symbols('all'), symbols('some')] : nothing}</div>${
    crowd == null ? nothing : html`<div class="crowd ${partClasses(crowd)}"></div>`
  }`;
}

/** Shapes the row of stars in a root where its style sheet does not. */
export function shapeStars(root: ParentNode, view: StarsView): void {
  if (!isShaped(view)) return;
  const { max = 5, only, fill } = view;
  const chosen = only ? Math.ceil(fill * max) : 0;
  const { style } = root.querySelector('.stars') as HTMLElement;
  style.setProperty('--_shape', starRow(max, chosen));
  style.setProperty('--_chosen', `${chosen}`);
}
