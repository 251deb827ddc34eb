// Writes under each case which event it fires. Loaded before the widgets, because inline data is read at once.

/** What of an event's detail tells the page something about the mistake. */
function mistakes({ type, detail: { kind, status, issues, warnings } }) {
  const head = [type, kind, status].filter((part) => part !== undefined).join(' · ');
  return [head, ...(issues ?? warnings).map(({ message }) => message)];
}

const write = (where, lines) => {
  const note = where.querySelector('.event') ?? where.appendChild(document.createElement('ul'));
  note.className = 'event';
  note.ariaLabel = 'What the page heard';
  note.replaceChildren(
    ...lines.map((line) => {
      const item = document.createElement('li');
      item.textContent = line;
      return item;
    }),
  );
};

for (const type of ['film-load', 'film-error'])
  document.addEventListener(type, (event) => write(event.target.closest('.case'), mistakes(event)));

await customElements.whenDefined('star-rating');
const attributes = document.querySelector('#attributes');
const { average, max, step, value } = attributes.querySelector('star-rating');
write(attributes, [`no event · ${JSON.stringify({ average, max, step, value })}`]);
