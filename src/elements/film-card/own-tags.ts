import type { TemplateResult } from 'lit';
import { onServer } from '../../controllers/on-server.js';

const renamed = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** The tag under which our class is registered: a name of its own where somebody else has the usual one. */
function ownTag(tag: string): string {
  const own = `film-widgets-${tag}`;
  return !onServer && customElements.get(own) ? own : tag;
}

function rename(strings: TemplateStringsArray): TemplateStringsArray {
  const texts = strings.map((text) => text.replace(/(?<=<\/?)(?:star-rating|review-excerpt)/g, ownTag));
  return Object.assign(texts, { raw: texts });
}

/** A template whose tags are those of our own classes. */
export function withOwnTags(template: TemplateResult): TemplateResult {
  let strings = renamed.get(template.strings);
  if (!strings) renamed.set(template.strings, (strings = rename(template.strings)));
  return { ...template, strings };
}
