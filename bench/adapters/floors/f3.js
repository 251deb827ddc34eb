import './f3-element.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'f3-rating',
  event: 'change',
  attrs: (o) => `value="${o.value}"${o.interactive ? '' : ' readonly'}`,
});
