import { createApp, h, shallowRef, nextTick } from 'vue';

export const vueMount =
  (item, selector, setup = () => {}) =>
  (root, n, opts) => {
    const value = shallowRef(opts.value);
    const app = createApp({
      render: () => Array.from({ length: n }, (_, i) => h('div', { class: 'row', key: i }, item(value.value, opts))),
    });
    setup(app);
    app.mount(root);
    return {
      update(v) {
        value.value = v;
        nextTick();
      },
      destroy: () => app.unmount(),
      widget: (i) => root.children[i].querySelector(selector),
    };
  };
