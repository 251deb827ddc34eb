/**
 * Everything that is measured.
 * @typedef {object} Adapter
 * @property {string} id
 * @property {string} label its name in tables
 * @property {'floor' | 'peer' | 'card'} group
 * @property {string} file a module beside this one that runs in the page
 * @property {string} [fn] its mount function, `mount` by default
 * @property {string[]} [packages] whose versions are reported
 * @property {string} [size] what a page would import, and for a framework the one call that puts it there
 * @property {string[]} [external] modules that count as the framework: left out of the second size
 * @property {false} [input] display only
 * @property {boolean} [slow] so far behind that few rounds tell enough
 */

const LIT = ['lit', 'lit/*', 'lit-html', 'lit-html/*', 'lit-element', 'lit-element/*', '@lit/*'];
const REACT = ['react', 'react/*', 'react-dom', 'react-dom/*'];
const VUE = ['vue', '@vue/*'];
const withReact = (code) =>
  `${code}; export { createRoot } from 'react-dom/client'; export { createElement } from 'react'`;

/** @type {Adapter[]} */
const floors = [
  { id: 'empty', label: 'empty rows', file: 'floors/empty.js', input: false },
  {
    id: 'f1',
    label: 'F1: hand-written element',
    file: 'floors/f1.js',
    size: `import './adapters/floors/f1-element.js'`,
  },
  {
    id: 'f2',
    label: 'F2: HTML without elements',
    file: 'floors/f2.js',
    size: `export * from './adapters/floors/f2-html.js'`,
  },
  {
    id: 'f3',
    label: 'F3: the least that Lit can do',
    file: 'floors/f3.js',
    size: `import './adapters/floors/f3-element.js'`,
    packages: ['lit'],
    external: LIT,
  },
  {
    id: 'f4',
    label: 'F4: F3 with its words',
    file: 'floors/f4.js',
    size: `import './adapters/floors/f4-element.js'`,
    packages: ['lit'],
    external: LIT,
    input: false,
  },
];

/** @type {Adapter[]} */
const peers = [
  {
    id: 'film-widgets',
    label: '**film-widgets** (Lit)',
    file: 'peers/film-widgets.js',
    size: `import 'film-widgets/star-rating/define'`,
    external: LIT,
  },
  {
    id: 'shoelace',
    label: 'Shoelace (Lit)',
    file: 'peers/shoelace.js',
    packages: ['@shoelace-style/shoelace'],
    size: `import '@shoelace-style/shoelace/dist/themes/light.css'; import '@shoelace-style/shoelace/dist/components/rating/rating.js'`,
    external: LIT,
    slow: true,
  },
  {
    id: 'webawesome',
    label: 'Web Awesome (Lit)',
    file: 'peers/webawesome.js',
    packages: ['@awesome.me/webawesome'],
    size: `import '@awesome.me/webawesome/dist/styles/themes/default.css'; import '@awesome.me/webawesome/dist/components/rating/rating.js'`,
    external: LIT,
    slow: true,
  },
  {
    id: 'fluent',
    label: 'Fluent rating-display (FAST)',
    file: 'peers/fluent.js',
    packages: ['@fluentui/web-components'],
    size: `import '@fluentui/web-components/rating-display.js'`,
    external: ['@microsoft/fast-element', '@microsoft/fast-element/*'],
    input: false,
  },
  {
    id: 'ui5',
    label: 'UI5',
    file: 'peers/ui5.js',
    packages: ['@ui5/webcomponents'],
    size: `import '@ui5/webcomponents/dist/RatingIndicator.js'`,
    external: ['@ui5/webcomponents-base', '@ui5/webcomponents-base/*'],
    slow: true,
  },
  {
    id: 'mui',
    label: 'MUI (React)',
    file: 'peers/mui.js',
    packages: ['@mui/material', 'react'],
    size: withReact(`export { default as Rating } from '@mui/material/Rating'`),
    external: REACT,
    slow: true,
  },
  {
    id: 'rc-rate',
    label: 'rc-rate (React)',
    file: 'peers/rc-rate.js',
    packages: ['@rc-component/rate', 'react'],
    size: withReact(
      `import '@rc-component/rate/assets/index.css'; export { default as Rate } from '@rc-component/rate'`,
    ),
    external: REACT,
    slow: true,
  },
  {
    id: 'zag',
    label: 'Zag (React)',
    file: 'peers/zag.js',
    packages: ['@zag-js/rating-group', 'react'],
    size: withReact(`export * from '@zag-js/rating-group'; export { useMachine, normalizeProps } from '@zag-js/react'`),
    external: REACT,
    slow: true,
  },
  {
    id: 'smastrom',
    label: '@smastrom/react-rating (React)',
    file: 'peers/smastrom.js',
    packages: ['@smastrom/react-rating', 'react'],
    size: withReact(`import '@smastrom/react-rating/style.css'; export { Rating } from '@smastrom/react-rating'`),
    external: REACT,
    slow: true,
  },
  {
    id: 'element-plus',
    label: 'Element Plus (Vue)',
    file: 'peers/element-plus.js',
    packages: ['element-plus', 'vue'],
    size: `import 'element-plus/es/components/rate/style/css'; export { ElRate } from 'element-plus/es/components/rate/index.mjs'; export { createApp, h } from 'vue'`,
    external: VUE,
    slow: true,
  },
  {
    id: 'pryley',
    label: 'star-rating.js (no framework)',
    file: 'peers/pryley.js',
    packages: ['star-rating.js'],
    size: `import 'star-rating.js/dist/star-rating.css'; export { default } from 'star-rating.js'`,
    slow: true,
  },
];

/** @type {Adapter[]} */
const cards = [
  {
    id: 'film-card',
    label: '**film-widgets** film-card',
    file: 'cards/film-widgets.js',
    size: `import 'film-widgets/define'`,
  },
  { id: 'film-card-seen', label: '… all of them in view', file: 'cards/film-widgets.js', fn: 'mountSeen' },
  { id: 'card-html', label: "a server's HTML, no element", file: 'cards/html.js' },
  { id: 'card-lit', label: 'the same on Lit, one shadow root', file: 'cards/lit.js', fn: 'flat' },
  { id: 'card-lit-nested', label: 'the same on Lit, of four elements', file: 'cards/lit.js', fn: 'nested' },
  { id: 'card-react', label: 'the same on React', file: 'cards/react.js', packages: ['react'] },
];

const inGroup = (group, list) => list.map((one) => ({ ...one, group, ...(group === 'card' && { input: false }) }));

/** @type {Adapter[]} */
export const adapters = [...inGroup('floor', floors), ...inGroup('peer', peers), ...inGroup('card', cards)];

/** @param {string[]} ids */
export const adaptersOf = (ids) =>
  ids.map((id) => {
    const found = adapters.find((one) => one.id === id);
    if (!found) throw new Error(`there is no adapter "${id}"`);
    return found;
  });
