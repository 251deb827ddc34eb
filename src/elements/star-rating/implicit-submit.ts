/**
 * Sends a form as Enter in a native field does (HTML, "implicit submission"): through its default
 * button, the first one that submits, so that the button's own name, target and disabled state count.
 * Without one it is sent, too, unless it has several fields that one types in.
 */
export function implicitSubmit(form: HTMLFormElement): void {
  const page = form.getRootNode() as ParentNode;
  // not `form.elements`, which leaves images out
  const fields = [...page.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')].filter(
    (field) => field.form === form,
  );
  const button = fields.find(({ type }) => /^(submit|image)$/.test(type));
  if (button) button.click();
  else if (fields.filter((field) => field.matches(':read-write')).length < 2) form.requestSubmit();
}
