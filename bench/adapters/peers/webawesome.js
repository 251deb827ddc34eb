import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/components/rating/rating.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'wa-rating',
  event: 'change',
  attrs: (o) =>
    `label="Rating" value="${o.value}" precision="${o.interactive ? 0.5 : 0.1}"${o.interactive ? '' : ' readonly'}`,
});
