import { everyElement } from './shadow.js';

/** What a program writes by mistake, where a person reads. */
export const RUBBISH = /NaN|Infinity|undefined|\[object|null/;

const ownTexts = (parent: Node): string[] =>
  Array.from(parent.childNodes, (node) => (node instanceof Text ? node.data : ''));

/** The texts, attributes and values with rubbish in them of an element and all that is in it, shadow roots included. */
export function rubbishIn(host: Element, writtenByThePage: readonly string[] = []): string[] {
  const texts: string[] = [];
  for (const element of [host, ...everyElement(host)]) {
    for (const { name, value } of element.attributes)
      if (element !== host || !writtenByThePage.includes(name)) texts.push(value);
    if (element instanceof HTMLInputElement) texts.push(element.value);
    texts.push(...ownTexts(element));
    if (element.shadowRoot) texts.push(...ownTexts(element.shadowRoot));
  }
  return texts.filter((text) => RUBBISH.test(text));
}
