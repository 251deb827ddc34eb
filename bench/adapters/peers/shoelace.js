import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/rating/rating.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'sl-rating',
  event: 'sl-change',
  attrs: (o) =>
    `label="Rating" value="${o.value}" precision="${o.interactive ? 0.5 : 0.1}"${o.interactive ? '' : ' readonly'}`,
});
