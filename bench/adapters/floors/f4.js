import './f4-element.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'f4-rating',
  attrs: (o) => `label="Rating" average="${o.value}" count="959"`,
  set: (el, v) => (el.average = v),
});
