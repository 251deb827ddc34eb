// Loads the widgets when the reader says so, and not before.
document.querySelector('#load').addEventListener('click', ({ target }) => {
  const script = document.createElement('script');
  script.src = '/film-widgets.js';
  document.head.append(script);
  target.disabled = true;
});
