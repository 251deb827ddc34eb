// Finds what is inside shadow roots as a reader would: by role and accessible name, or by part.

/** What a reader gets of a text: neither the white space of its markup nor the marks that keep directions apart. */
const readable = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The text of a node. */
export const textOf = (node: Node | null | undefined): string => readable(node?.textContent ?? '');

/** The text that is to be seen. */
export const seen = (element: Element): string => readable((element as HTMLElement).innerText);

/** The roles that tests may ask for, and what has them natively. */
const NATIVE: Record<string, string> = {
  article: 'article',
  button: 'button',
  definition: 'dd',
  group: 'details',
  heading: 'h1, h2, h3, h4, h5, h6',
  img: 'img',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  radio: 'input[type=radio]',
  radiogroup: '',
  slider: 'input[type=range]',
  status: 'output, [aria-live=polite]', // what has no role is no stop where it is empty
  table: 'table',
  term: 'dt',
  time: 'time',
};

const rootOf = (host: Element): ParentNode => host.shadowRoot ?? host;

/** The accessible name of an element, as far as these widgets need it. */
export function nameOf(element: Element): string {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) {
    const root = element.getRootNode() as ShadowRoot;
    return textOf({
      textContent: ids
        .split(' ')
        .map((id) => textOf(root.getElementById(id)))
        .join(' '),
    } as Node);
  }
  return readable(element.getAttribute('aria-label') ?? (element as Partial<HTMLImageElement>).alt ?? textOf(element));
}

const isExposed = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true]');

/** All elements of a role, and of a name if one is given, that assistive technology is told of. */
export function allByRole(host: Element, role: string, name?: string | RegExp): HTMLElement[] {
  const native = NATIVE[role];
  if (native === undefined) throw new Error(`no test knows the role ${role}: add it to test/helpers/shadow.ts`);
  return [...rootOf(host).querySelectorAll<HTMLElement>(`[role=${role}]${native ? `, ${native}` : ''}`)].filter(
    (element) =>
      isExposed(element) &&
      (element.getAttribute('role') ?? role) === role &&
      (name === undefined || (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)))),
  );
}

/** The one element of a role and name. */
export function byRole<T extends HTMLElement = HTMLElement>(host: Element, role: string, name?: string | RegExp): T {
  const [found, ...more] = allByRole(host, role, name);
  if (!found || more.length) {
    const there = allByRole(host, role).map((element) => `"${nameOf(element)}"`);
    throw new Error(
      `${more.length + (found ? 1 : 0)} of ${role} ${name ?? ''}; there are: ${there.join(', ').slice(0, 500)}`,
    );
  }
  return found as T;
}

/** All elements with a part name. */
export const allParts = (host: Element, name: string): HTMLElement[] => [
  ...rootOf(host).querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];

/** The first element with a part name. */
export function part<T extends HTMLElement = HTMLElement>(host: Element, name: string): T {
  const [found] = allParts(host, name);
  if (!found) throw new Error(`no part "${name}" in: ${textOf(rootOf(host)).slice(0, 500)}`);
  return found as T;
}

/** Every element below a host, those of its shadow roots included. */
export function* everyElement(host: Element | ShadowRoot): Generator<Element> {
  const roots = host instanceof Element && host.shadowRoot ? [host.shadowRoot, host] : [host];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* everyElement(element.shadowRoot);
    }
}

/** Where the focus is, however deep. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Fulfilled by the next event of a type. */
export const next = <T extends Event>(target: EventTarget, type: string): Promise<T> =>
  new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as T), { once: true }));

/** Lets every task run that is due: what was about to happen by itself has happened. */
export async function tasks(): Promise<void> {
  for (let i = 0; i < 5; i++)
    await new Promise((resolve) => {
      addEventListener('message', resolve, { once: true });
      postMessage(null);
    });
}

/** Two frames: what an observer or a layout had to say by itself has been said. */
export const frames = async (): Promise<void> => {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};
