import '@smastrom/react-rating/style.css';
import { createElement as h, useState } from 'react';
import { Rating } from '@smastrom/react-rating';
import { reactMount } from '../react-util.js';
const style = { maxWidth: 100 };
function Input({ value, onChange }) {
  const [v, set] = useState(Math.round(value));
  return h(Rating, {
    style,
    value: v,
    onChange: (x) => {
      set(x);
      onChange(x);
    },
  });
}
export const mount = reactMount(
  ({ value, interactive, onChange }) =>
    interactive ? h(Input, { value, onChange }) : h(Rating, { style, value, readOnly: true }),
  '.rr--group',
);
