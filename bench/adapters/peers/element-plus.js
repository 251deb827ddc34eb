import 'element-plus/es/components/rate/style/css';
import { h, ref, defineComponent } from 'vue';
import { ElRate } from 'element-plus/es/components/rate/index.mjs';
import { vueMount } from '../vue-util.js';
const Input = defineComponent(
  (p, { attrs }) => {
    const v = ref(Math.round(attrs.value * 2) / 2);
    return () =>
      h(ElRate, {
        modelValue: v.value,
        allowHalf: true,
        onChange: attrs.onPick,
        'onUpdate:modelValue': (x) => {
          v.value = x;
        },
      });
  },
  { inheritAttrs: false },
);
export const mount = vueMount(
  (value, { interactive, onChange }) =>
    interactive ? h(Input, { value, onPick: onChange }) : h(ElRate, { modelValue: value, disabled: true }),
  '.el-rate',
);
