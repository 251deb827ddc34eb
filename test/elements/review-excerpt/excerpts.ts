// Reviews for tests.
import { fixture, html } from '@open-wc/testing';
import '../../../src/elements/review-excerpt/review-excerpt.define.js';
import type { ReviewExcerpt } from '../../../src/elements/review-excerpt/review-excerpt.js';
import type { ExcerptToggleEvent } from '../../../src/elements/review-excerpt/excerpt-toggle-event.js';
import { byRole, part, seen, textOf } from '../../helpers/shadow.js';

export type { ReviewExcerpt };

/** `n` sentences of 20 characters each. */
export const sentences = (n: number): string =>
  Array.from({ length: n }, (_, i) => `Sentence number ${String(i + 1).padStart(2, '0')}. `)
    .join('')
    .trim();

/** An excerpt as a page would write it. */
export async function excerptOf(text: string, attributes: Record<string, string> = {}): Promise<ReviewExcerpt> {
  const excerpt = document.createElement('review-excerpt');
  for (const [name, value] of Object.entries(attributes)) excerpt.setAttribute(name, value);
  excerpt.textContent = text;
  await fixture(html`<div>${excerpt}</div>`);
  await excerpt.updateComplete;
  return excerpt;
}

export const readMore = (excerpt: ReviewExcerpt): HTMLElement => byRole(excerpt, 'button', 'Read More');
export const showLess = (excerpt: ReviewExcerpt): HTMLElement => byRole(excerpt, 'button', 'Show less');

/** The paragraphs that are to be seen. */
export const shown = (excerpt: ReviewExcerpt): string[] =>
  [...part(excerpt, 'text').querySelectorAll('p')].filter((p) => p.checkVisibility()).map(seen);

/** All of the text, hidden or not, without the white space at the cut. */
export const all = (excerpt: ReviewExcerpt): string => textOf(part(excerpt, 'text'));

/** Writes down what an excerpt tells of itself. */
export function record(target: EventTarget): boolean[] {
  const heard: boolean[] = [];
  target.addEventListener('excerpt-toggle', (event) => heard.push((event as ExcerptToggleEvent).detail.expanded));
  return heard;
}
