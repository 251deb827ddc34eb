import 'film-widgets/star-rating/define';
import { customElementMount } from '../util.js';
// Display: the crowd's average, drawn exactly. Interactive: the reader's own value as a form field, so that every click or key is one change.
export const mount = (root, n, o) =>
  customElementMount({
    tag: 'star-rating',
    event: 'change',
    attrs: (x) =>
      x.interactive
        ? `name="rating" label="Rating" step="0.5" value="${x.value}"`
        : `readonly label="Rating" average="${x.value}" count="959"`,
    set: (el, v) => {
      if (o.interactive) el.value = v;
      else el.average = v;
    },
  })(root, n, o);
