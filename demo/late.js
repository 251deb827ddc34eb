// Loads the widgets when the reader says so, and not before.
const missing = document.querySelector('#missing');

document.querySelector('#load').addEventListener('click', ({ target }) => {
  const script = document.createElement('script');
  script.src = '/film-widgets.js';
  script.addEventListener('error', () => {
    target.disabled = missing.hidden = false;
  });
  document.head.append(script);
  target.disabled = missing.hidden = true;
});
