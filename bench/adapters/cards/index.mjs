const c = (id, file, fn, label, extra) => ({
  id,
  group: 'card',
  file: `cards/${file}`,
  fn,
  label,
  input: false,
  ...extra,
});
export const cards = [
  c('card-html', 'html.js', 'mount', 'card floor: server HTML, light DOM'),
  c('card-html-cv', 'html.js', 'mountCv', '... content-visibility:auto'),
  c('card-vanilla', 'vanilla.js', 'mount', 'vanilla element, cloned template'),
  c('card-lit', 'lit.js', 'flat', 'Lit-floor card: one shadow root'),
  c('card-lit-cv', 'lit.js', 'cv', '... content-visibility:auto'),
  c('card-lit-nested', 'lit.js', 'nested', 'Lit card of 4 elements (stars + 2 excerpts)'),
  c('card-lit-nested-cv', 'lit.js', 'cvnested', '... content-visibility:auto'),
  c('card-lit-lazy', 'lit.js', 'lazy', '... rendered by shared IntersectionObserver'),
  c('card-lit-cvlazy', 'lit.js', 'cvlazy', '... rendered on contentvisibilityautostatechange'),
  c('card-react', 'react.js', 'mount', 'React 19 card, light DOM'),
];
