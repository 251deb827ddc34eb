// How each control is written and read. Everything else is asked of all of them in the same way.

/**
 * @typedef {object} Adapter
 * @property {string} tag
 * @property {string} package
 * @property {string[]} modules what a page imports
 * @property {string[]} styles what a page links
 * @property {string} [row] part of the row of stars, where that is not the element itself
 * @property {{ change: string[], hover: string }} events
 * @property {Record<string, string>} attributes where the name is another than ours
 * @property {(px: number) => string} size CSS that makes a star this large
 * @property {string} clearKey takes a rating back
 * @property {string} initial the attribute for the value of a form that nobody has touched
 * @property {boolean} [noForms] it is no form control, and does not say that it is one
 */

/** @type {Adapter[]} */
export const ADAPTERS = [
  {
    tag: 'star-rating',
    package: 'film-widgets',
    modules: ['../../src/elements/star-rating/star-rating.define.ts'],
    styles: [],
    row: 'stars',
    events: { change: ['input', 'change', 'vote'], hover: 'preview' },
    attributes: {},
    size: (px) => `--star-rating-size: ${px}px`,
    clearKey: 'Delete',
    initial: 'value',
  },
  {
    tag: 'wa-rating',
    package: '@awesome.me/webawesome',
    modules: ['@awesome.me/webawesome/dist/components/rating/rating.js'],
    styles: ['@awesome.me/webawesome/dist/styles/webawesome.css'],
    events: { change: ['change'], hover: 'wa-hover' },
    attributes: { step: 'precision' },
    size: (px) => `font-size: ${px}px`,
    clearKey: 'Home',
    initial: 'default-value',
  },
  {
    tag: 'sl-rating',
    package: '@shoelace-style/shoelace',
    modules: ['@shoelace-style/shoelace/dist/components/rating/rating.js'],
    styles: ['@shoelace-style/shoelace/dist/themes/light.css'],
    row: 'base',
    events: { change: ['sl-change'], hover: 'sl-hover' },
    attributes: { step: 'precision' },
    size: (px) => `--symbol-size: ${px}px`,
    clearKey: 'Home',
    initial: 'value',
    noForms: true,
  },
];
