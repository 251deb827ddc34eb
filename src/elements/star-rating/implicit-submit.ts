/**
 * Sends a form as Enter in a native field does (HTML, "implicit submission"): through its default
 * button, the first one that submits, so that the button's own name, target and disabled state count.
 */
export function implicitSubmit(form: HTMLFormElement): void {
  const isSubmit = (field: Element): boolean => (field as HTMLButtonElement).type === 'submit';
  const button = [...form.elements].find(isSubmit) as HTMLButtonElement | undefined;
  if (button) button.click();
  else form.requestSubmit();
}
