import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const assistive = {
  'has the name that its `label` gives': async (t) => {
    await t.open();
    const name = await t.spokenName();
    return name !== 'Rate Her' && `is “${name}”`;
  },
  'keeps the page’s `aria-label`, and has that name': async (t) => {
    await t.open({ label: null, 'aria-label': 'Rate Her' });
    const attribute = await t.ask((rating) => rating.getAttribute('aria-label'));
    if (attribute !== 'Rate Her') return 'removes it';
    const name = await t.spokenName();
    return name !== 'Rate Her' && (name ? `is “${name}”` : 'has no name');
  },
  'says that nothing is chosen, and not a number, while it is not rated': async (t) => {
    await t.open();
    const line = (await t.spoken()).find((line) => /^\s*slider/.test(line));
    return line !== undefined && 'says 0';
  },
  'says nothing of stars that the mouse only passes': async (t) => {
    await t.open({ value: 2 });
    const before = await t.spoken();
    await t.page.mouse.move(...(await t.star(5)));
    return (await t.spoken()).join() !== before.join() && `says ${await t.saidValue()}`;
  },
  'has nothing that axe finds wrong (WCAG 2.2 AA)': async (t) => {
    for (const attributes of [{}, { value: 3 }, { value: 3, readonly: true }, { step: 0.5 }]) {
      await t.open(attributes);
      await t.page.evaluate(AXE);
      const found = await t.ask(async (rating) => {
        const { violations } = await globalThis.axe.run(rating, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'target-size': { enabled: true } },
        });
        return violations.map(({ id }) => id);
      });
      if (found.length) return found.join(', ');
    }
    return false;
  },
};
