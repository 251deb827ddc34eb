import '@rc-component/rate/assets/index.css';
import { createElement as h } from 'react';
import Rate from '@rc-component/rate';
import { reactMount } from '../react-util.js';
export const mount = reactMount(
  ({ value, interactive, onChange }) =>
    interactive
      ? h(Rate, { allowHalf: true, defaultValue: value, onChange })
      : h(Rate, { allowHalf: true, value, disabled: true }),
  '.rc-rate',
);
