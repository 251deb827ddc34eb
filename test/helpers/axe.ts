import { expect } from '@open-wc/testing';

interface Axe {
  run(element: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** No violation of WCAG 2.2 AA, nor of what axe calls good practice; the size of targets included, which it skips by itself. */
export async function expectAccessible(element: Element): Promise<void> {
  await expect(element).to.be.accessible(); // loads axe, too
  const { axe } = globalThis as unknown as { axe: Axe };
  const { violations } = await axe.run(element, { runOnly: { type: 'rule', values: ['target-size'] } });
  const small = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
  expect(small, 'targets that are too small').to.deep.equal([]);
}
