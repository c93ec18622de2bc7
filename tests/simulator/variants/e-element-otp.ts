import { drawVue } from '../client/draw-vue.ts';
import { loadElementPlus, vueLibrary } from '../client/libraries.ts';
import type { Variant } from '../client/screen.ts';
import { elementPart, elementStyle } from './c-element-plus.ts';

/** Element Plus's own OTP boxes: six of them, none with a maxlength. */
export const variant: Variant = {
  draw: async (host, screen, page) => {
    const library = await loadElementPlus();
    const { h } = vueLibrary();
    const style = elementStyle(library, (field, value, set) =>
      h(elementPart(library, 'ElInputOtp'), {
        modelValue: value,
        'onUpdate:modelValue': set,
        length: field.digits ?? 6,
      }),
    );
    return drawVue(host, screen, page, style);
  },
};
