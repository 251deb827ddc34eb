// what counts as "a field that blocks implicit submission" in the HTML standard
const TEXT_FIELDS =
  'input:is(:not([type]),[type=text],[type=search],[type=tel],[type=url],[type=email],[type=password],[type=date],[type=month],[type=week],[type=time],[type=datetime-local],[type=number])';

/**
 * Sends a form as Enter in a native field does (HTML standard, "implicit submission"): through its
 * default button, and without one only if no more than one text field would mind.
 */
export function implicitSubmit(form: HTMLFormElement): void {
  const isDefault = 'button:is(:not([type]),[type=submit]),input:is([type=submit],[type=image])';
  // form.elements leaves image buttons out
  const button = [...form.ownerDocument.querySelectorAll<HTMLButtonElement>(isDefault)].find(
    (one) => one.form === form,
  );
  if (button) button.click();
  else if ([...form.elements].filter((field) => field.matches(TEXT_FIELDS)).length < 2) form.requestSubmit();
}
