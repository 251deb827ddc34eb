// Headless: the markup is the one of the Zag docs example, stars as inline SVG.
import { createElement as h, useId } from 'react';
import * as rating from '@zag-js/rating-group';
import { useMachine, normalizeProps } from '@zag-js/react';
import { reactMount } from '../react-util.js';
document.head.insertAdjacentHTML(
  'beforeend',
  '<style>[data-scope=rating-group][data-part=control]{display:inline-flex}[data-scope=rating-group] svg{width:20px;height:20px;display:block;fill:#c8c8c8}[data-scope=rating-group][data-highlighted] svg{fill:#e8a200}</style>',
);
const d = 'M12 1.7l3.1 6.4 7 1-5.1 4.9 1.2 7L12 17.7 5.8 21l1.2-7L1.9 9.1l7-1z';
const Star = ({ half, gid }) =>
  h(
    'svg',
    { viewBox: '0 0 24 24' },
    half &&
      h(
        'defs',
        null,
        h(
          'linearGradient',
          { id: gid },
          h('stop', { offset: '50%', stopColor: '#e8a200' }),
          h('stop', { offset: '50%', stopColor: '#c8c8c8' }),
        ),
      ),
    h('path', { d, style: half ? { fill: `url(#${gid})` } : undefined }),
  );
function Rating({ value, interactive, onChange }) {
  const v = Math.round(value * 2) / 2,
    id = useId();
  const service = useMachine(
    rating.machine,
    interactive
      ? { id, count: 5, allowHalf: true, defaultValue: v, onValueChange: onChange }
      : { id, count: 5, allowHalf: true, value: v, readOnly: true },
  );
  const api = rating.connect(service, normalizeProps);
  return h(
    'div',
    api.getRootProps(),
    h(
      'div',
      api.getControlProps(),
      api.items.map((index) => {
        const s = api.getItemState({ index });
        return h(
          'span',
          { key: index, ...api.getItemProps({ index }) },
          h(Star, { half: s.half, gid: `${id}-${index}` }),
        );
      }),
    ),
    h('input', api.getHiddenInputProps()),
  );
}
export const mount = reactMount(Rating, '[data-part=control]');
