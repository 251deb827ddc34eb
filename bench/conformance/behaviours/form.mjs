/** Only asked of a control that takes part in forms. */
const inForms = (behaviour) => async (t) => (t.adapter.noForms ? null : behaviour(t));

const initial = ({ adapter }, value) => ({ value, [adapter.initial]: value });

/** @type {Record<string, import('../run.mjs').Behaviour>} */
export const form = {
  'is sent with its form': async (t) => {
    await t.open();
    await t.click(4);
    const sent = await t.sent();
    return sent !== '4' && (sent === null ? 'sends nothing' : `sends ${sent}`);
  },
  'sends nothing while it is not rated': inForms(async (t) => {
    await t.open();
    const sent = await t.sent();
    return sent !== null && `sends \`${sent}\``;
  }),
  'stops its form when it is required and not rated': inForms(async (t) => {
    await t.open({ required: true });
    const isValid = await t.page.$eval('form', (form) => form.checkValidity());
    return isValid && 'does not';
  }),
  'comes back to the rating of its markup when the form is reset': inForms(async (t) => {
    await t.open(initial(t, 2));
    await t.click(4);
    await t.page.$eval('form', (form) => form.reset());
    const value = await t.value();
    return value !== 2 && `is ${value}`;
  }),
  'is what it was after the reader comes back to the page, and the keys go on from there': inForms(async (t) => {
    await t.open();
    await t.type('ArrowRight', 'ArrowRight', 'ArrowRight');
    await t.page.goto(`${t.page.url()}?elsewhere`);
    await t.page.goBack();
    await t.settle();
    const restored = await t.value();
    await t.type('ArrowRight');
    const value = await t.value();
    return value !== 4 && `${JSON.stringify(restored)}, and one more is ${JSON.stringify(value)}`;
  }),
  'is disabled with its fieldset, and enabled again': inForms(async (t) => {
    await t.open({}, { around: (rating) => `<fieldset disabled>${rating}</fieldset>` });
    await t.click(4);
    const disabled = await t.value();
    if (disabled !== null) return 'stays enabled';
    await t.page.$eval('fieldset', (fieldset) => (fieldset.disabled = false));
    await t.click(4);
    const value = await t.value();
    return value !== 4 && 'stays disabled';
  }),
  'is named by its `<label>`': inForms(async (t) => {
    await t.open({ label: null }, { around: (rating) => `<label for="rating">Your stars</label>${rating}` });
    const name = await t.spokenName();
    return name !== 'Your stars' && (name ? `is “${name}”` : 'has no name');
  }),
  'gets the focus by a click on its `<label>`, and keeps its rating': inForms(async (t) => {
    await t.open({ value: 2 }, { around: (rating) => `<label for="rating">Your stars</label><br>${rating}` });
    await t.page.click('label');
    await t.settle();
    const value = await t.value();
    return value !== 2 ? `is ${value ?? 'taken back'}` : !(await t.hasFocus()) && 'the focus is nowhere';
  }),
};
