import type { Component } from 'vue';
import { drawVue, type VueStyle } from '../client/draw-vue.ts';
import { loadElementPlus, vueLibrary, type ComponentLibrary } from '../client/libraries.ts';
import type { ScreenField, Variant } from '../client/screen.ts';

export function elementPart(library: ComponentLibrary, name: string): Component {
  const found = library[name];
  if (found === undefined) throw new Error(`element-plus has no ${name}`);
  return found;
}

type MakeField = (field: ScreenField, value: string, set: (value: string) => void) => VueStyleField;
type VueStyleField = ReturnType<VueStyle['field']>;

/** Real Element Plus with the code field of the caller. */
export function elementStyle(library: ComponentLibrary, makeCode: MakeField): VueStyle {
  const { h } = vueLibrary();
  return {
    field: (field, value, set) =>
      h(elementPart(library, 'ElFormItem'), { label: field.label }, () =>
        field.id === 'code'
          ? makeCode(field, value, set)
          : h(elementPart(library, 'ElInput'), {
              modelValue: value,
              'onUpdate:modelValue': set,
              type: field.id === 'password' ? 'password' : 'text',
            }),
      ),
    checkbox: (checkbox, value, set) =>
      h(elementPart(library, 'ElCheckbox'), {
        modelValue: value,
        'onUpdate:modelValue': set,
        label: checkbox.label,
      }),
    button: (label, act, busy) =>
      h(
        elementPart(library, 'ElButton'),
        { type: 'primary', onClick: act, loading: busy },
        () => label,
      ),
    form: (model, children) =>
      h(elementPart(library, 'ElForm'), { model, labelPosition: 'top' }, children),
    dialog: (title, onCancel, children) =>
      h(
        elementPart(library, 'ElDialog'),
        { modelValue: true, title, width: 420, appendToBody: true, onClose: onCancel },
        children,
      ),
  };
}

/** `autocomplete="off"`, a random id, `button.el-button--primary`. */
export const variant: Variant = {
  draw: async (host, screen, page) => {
    const library = await loadElementPlus();
    const { h } = vueLibrary();
    const style = elementStyle(library, (field, value, set) =>
      h(elementPart(library, 'ElInput'), {
        modelValue: value,
        'onUpdate:modelValue': set,
        maxlength: field.digits ?? 6,
        placeholder: field.label,
      }),
    );
    return drawVue(host, screen, page, style);
  },
};
