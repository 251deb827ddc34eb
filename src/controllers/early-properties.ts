/**
 * Sets anew, by its accessor, what a page set before the element was defined. Lit does so for its own properties at the first update only,
 * over what the page has set since.
 */
export function setEarly<T extends HTMLElement>(element: T, ...names: (keyof T)[]): void {
  for (const name of names)
    if (Object.hasOwn(element, name)) {
      const value = element[name];
      Reflect.deleteProperty(element, name);
      element[name] = value;
    }
}
