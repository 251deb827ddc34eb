import { createElement as h } from 'react';
import Rating from '@mui/material/Rating';
import { reactMount } from '../react-util.js';
const item = ({ value, interactive, onChange }) =>
  interactive
    ? h(Rating, { defaultValue: value, precision: 0.5, onChange })
    : h(Rating, { value, precision: 0.5, readOnly: true });
export const mount = reactMount(item, '.MuiRating-root');
