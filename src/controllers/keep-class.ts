/** Gives an element that was moved to another document its class again, which Firefox takes from it (seen in 140, no more in 153). */
export function keepClass(element: HTMLElement): void {
  if (!('adoptedCallback' in element))
    Object.setPrototypeOf(element, customElements.get(element.localName)?.prototype as object);
}
