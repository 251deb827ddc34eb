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
}

/** One class for each digit of a part, to a tenth of a percent. */
const digits = (part: number): string => {
  const thousandths = Math.round(Math.min(1, Math.max(0, part)) * 1000);
  return `h${Math.floor(thousandths / 100)} t${Math.floor(thousandths / 10) % 10} o${thousandths % 10}`;
};

/**
 * A row of stars. How much of it is filled is said by classes: unlike an inline style they pass a
 * strict Content Security Policy, are there in server-rendered HTML, and let all rows of one value
 * share one computed style.
 */
export function stars({ fill, own, crowd }: StarsView): TemplateResult {
  return html`<div part="stars" class="stars${own ? ' own' : ''} ${digits(fill)}">
    ${crowd == null ? nothing : html`<div class="crowd ${digits(crowd)}"></div>`}
  </div>`;
}

/** Shapes a row that has another number of stars than the five that the style sheet draws by itself. */
export function shapeStars(row: HTMLElement, max: number): void {
  const shape: Record<string, string> =
    max === 5 ? {} : { '--_max': `${max}`, '--_solid': starRow(max, false), '--_hollow': starRow(max, true) };
  for (const name of ['--_max', '--_solid', '--_hollow']) row.style.setProperty(name, shape[name] ?? null);
  row.classList.toggle('shaped', max !== 5);
}
