import { expect } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';

/**
 * What axe says against an element: where it breaks WCAG 2.2 A or AA, the size of targets included, or what axe calls good practice;
 * and what axe could not decide, which nobody has looked at then, but for elements that a test of their own looks at.
 */
export async function complaints(element: Element, decidedElsewhere = ':not(*)'): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } }, // off by default
    elementRef: true,
  });
  const list = (what: string, results: Axe.Result[], but: string): string[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.filter(({ element }) => !element?.matches(but)).map(({ html }) => `${what} ${id}: ${html}`),
    );
  return [...list('violation', violations, ':not(*)'), ...list('incomplete', incomplete, decidedElsewhere)];
}

/** Axe has nothing to say against an element, and nothing that it could not decide, but for what is decided elsewhere. */
export async function expectAccessible(element: Element, decidedElsewhere?: string): Promise<void> {
  expect(await complaints(element, decidedElsewhere)).to.deep.equal([]);
}
