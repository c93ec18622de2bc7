import type { Component } from 'vue';
import { drawVue, type VueStyle } from '../client/draw-vue.ts';
import { loadAntDesign, vueLibrary, type ComponentLibrary } from '../client/libraries.ts';
import type { Variant } from '../client/screen.ts';

function part(antd: ComponentLibrary, name: string): Component {
  const found = antd[name];
  if (found === undefined) throw new Error(`ant-design-vue has no ${name}`);
  return found;
}

/** The id host's way: real Ant Design Vue, ids `form_item_…`, an `<a>` as the button. */
function styleOf(antd: ComponentLibrary): VueStyle {
  const { h } = vueLibrary();
  return {
    field: (field, value, set) =>
      h(part(antd, 'FormItem'), { name: field.id, label: field.label }, () =>
        h(part(antd, field.id === 'password' ? 'InputPassword' : 'Input'), {
          value,
          'onUpdate:value': set,
          placeholder: field.label,
          size: 'large',
          ...(field.id === 'code' ? { maxlength: field.digits ?? 6 } : {}),
        }),
      ),
    checkbox: (checkbox, checked, set) =>
      h(
        part(antd, 'Checkbox'),
        { checked, 'onUpdate:checked': set, name: checkbox.id },
        () => checkbox.label,
      ),
    button: (label, act) => h('a', { class: 's-button s-button-primary', onClick: act }, label),
    form: (model, children) => h(part(antd, 'Form'), { model, layout: 'vertical' }, children),
    dialog: (title, onCancel, children) =>
      h(
        part(antd, 'Modal'),
        { open: true, title, footer: null, maskClosable: false, onCancel },
        children,
      ),
  };
}

export const variant: Variant = {
  draw: async (host, screen, page) => {
    const antd = await loadAntDesign();
    return drawVue(host, screen, page, styleOf(antd));
  },
};
