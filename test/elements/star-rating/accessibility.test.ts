import { expect } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import { GALLERY } from './gallery.js';

/** What the axe rules find in an element: WCAG 2.2 A and AA with the size of targets, and axe's own best practice. */
async function findings(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: typeof Axe };
  const { violations, incomplete } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
  });
  const list = (what: string, results: Axe.Result[]): string[] =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${what} ${id}: ${html}`));
  return [...list('violation', violations), ...list('incomplete', incomplete)];
}

describe('<star-rating> by the axe rules', () => {
  before(async () => {
    const button = document.createElement('button');
    button.textContent = 'loads axe';
    await expect(document.body.appendChild(button)).to.be.accessible();
    button.remove();
  });

  it('would be told of what is wrong, and of what cannot be decided', async () => {
    const wrong = document.createElement('div');
    wrong.innerHTML =
      '<button style="width: 10px; height: 10px; padding: 0">x</button><input type="radio">'.repeat(2) +
      '<p style="background: linear-gradient(#fff, #000)">on what?</p>';
    document.body.append(wrong);
    const found = await findings(wrong);
    wrong.remove();
    expect(found.map((line) => line.split(':')[0])).to.include.members([
      ...['violation label', 'violation target-size', 'incomplete color-contrast'],
    ]);
  });

  for (const [title, make] of Object.entries(GALLERY))
    it(`has nothing to mend: ${title}`, async () => {
      expect(await findings(await make())).to.deep.equal([]);
    });
});
