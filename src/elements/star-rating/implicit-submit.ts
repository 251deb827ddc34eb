/**
 * Sends a form as Enter in a native field does (HTML, "implicit submission"): through its default
 * button, the first one that submits, so that the button's own name, target and disabled state count.
 */
export function implicitSubmit(form: HTMLFormElement): void {
  const page = form.getRootNode() as ParentNode;
  // not `form.elements`, which leaves images out
  const button = [...page.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')].find(
    (field) => field.form === form && /^(submit|image)$/.test(field.type),
  );
  if (button) button.click();
  else form.requestSubmit();
}
