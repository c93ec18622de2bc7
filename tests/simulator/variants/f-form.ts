import { drawPlain, textInput } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

/** A native `<form>` with a submit button and a field of the given type. */
function formVariant(type: 'number' | 'tel' | 'password'): Variant {
  return {
    draw: (host, screen, page) =>
      Promise.resolve(
        drawPlain(host, screen, page, {
          codeControl: () => textInput({ type, name: 'token' }),
          wrap: (_field, label, control) =>
            element('div', { class: 'sim-field' }, element('label', {}, label, control)),
          form: () => element('form', { method: 'post', action: '#' }),
          button: (label) => element('button', { type: 'submit', class: 'sim-primary' }, label),
        }),
      ),
  };
}

export const number = formVariant('number');
export const tel = formVariant('tel');
export const password = formVariant('password');
