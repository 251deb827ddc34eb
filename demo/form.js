// Shows what the form sends instead of sending it.

const form = document.querySelector('#review');
const sent = document.querySelector('#sent');
const nothing = sent.firstElementChild;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = document.createElement('code');
  code.textContent = `${new URLSearchParams(new FormData(form))}` || '(no field)';
  sent.replaceChildren(code);
});
form.addEventListener('reset', () => sent.replaceChildren(nothing));

document.querySelector('#off').addEventListener('change', ({ target }) => {
  document.querySelector('#fields').disabled = target.checked;
});
