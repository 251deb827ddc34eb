// Counts what the policy refuses. Loaded before anything else, and not as a module, so that it misses nothing.

const refused = [];

function show() {
  const count = document.querySelector('#count');
  if (!count) return; // the page is still being read
  count.value = `${refused.length} ${refused.length === 1 ? 'violation' : 'violations'}`;
  document.querySelector('#violations').replaceChildren(
    ...refused.map(({ effectiveDirective, blockedURI }) => {
      const item = document.createElement('li');
      item.textContent = `${effectiveDirective}: ${blockedURI}`;
      return item;
    }),
  );
}

document.addEventListener('securitypolicyviolation', (violation) => {
  refused.push(violation);
  show();
});
document.addEventListener('DOMContentLoaded', show);
