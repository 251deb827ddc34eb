import { everyElement } from './shadow.js';

/** Whatever a media query on `print` says, said the other way round. */
const swap: Record<string, string> = { print: 'all', 'not print': 'not all', all: 'print', 'not all': 'not print' };

function swapIn(rules: CSSRuleList): void {
  for (const rule of rules)
    if (rule instanceof CSSMediaRule && swap[rule.media.mediaText]) rule.media.mediaText = swap[rule.media.mediaText]!;
}

/** Runs a check while widgets look as they are printed. */
export async function asPrinted(host: Element, check: () => void | Promise<void>): Promise<void> {
  const hosts = [host, ...everyElement(host)].filter(({ shadowRoot }) => shadowRoot);
  const sheets = new Set(hosts.flatMap(({ shadowRoot }) => [...shadowRoot!.adoptedStyleSheets]));
  for (const { cssRules } of sheets) swapIn(cssRules);
  try {
    await check();
  } finally {
    for (const { cssRules } of sheets) swapIn(cssRules);
  }
}
