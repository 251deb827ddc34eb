import './f1-element.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'f1-rating',
  event: 'change',
  attrs: (o) => `value="${o.value}"${o.interactive ? '' : ' readonly'}`,
});
