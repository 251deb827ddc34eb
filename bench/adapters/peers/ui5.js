import '@ui5/webcomponents/dist/RatingIndicator.js';
import { customElementMount } from '../util.js';
export const mount = customElementMount({
  tag: 'ui5-rating-indicator',
  event: 'change',
  attrs: (o) => `accessible-name="Rating" value="${o.value}"${o.interactive ? '' : ' readonly'}`,
});
