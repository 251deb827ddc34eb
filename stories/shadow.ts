import { configure, within } from 'storybook/test';

configure({
  // by default the whole page is printed with it, which Testing Library cannot do for a shadow root
  getElementError: (message) => new Error(message ?? 'not found'),
  asyncUtilTimeout: 5000, // a busy machine
});

/** An element of a kind, the first unless told otherwise; its absence fails the story. */
export function find<K extends keyof HTMLElementTagNameMap>(
  root: ParentNode | null | undefined,
  tag: K,
  index = 0,
): HTMLElementTagNameMap[K] {
  const found = root?.querySelectorAll(tag)[index];
  if (!found) throw new Error(`there is no <${tag}>`);
  return found;
}

/** Testing Library's queries for an element's shadow root, into which they do not look by themselves. */
export const inside = (host: Element) => within(host.shadowRoot as unknown as HTMLElement);

/** A part of an element; its absence fails the story. */
export function part(host: Element, name: string): HTMLElement {
  const found = host.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`<${host.localName}> has no part "${name}"`);
  return found;
}

/** The native radio of one star of a rating. */
export const starOf = (rating: Element, value: number): HTMLElement =>
  inside(rating).getByRole('radio', { name: value === 1 ? '1 star' : `${value} stars` });

/** What a rating says about the reader's own vote, as it is seen. */
export const messageOf = (rating: Element): string => part(rating, 'message').innerText.trim();
