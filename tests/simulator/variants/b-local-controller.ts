import { drawPlain, textInput, type PlainStyle } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

const IDS = { email: 'username', password: 'password', code: 'code' } as const;

/** The local controller's way: `div#code > input`, `div#loginBtn > a[type=button]`. */
const style: PlainStyle = {
  codeControl: () => textInput({ type: 'text' }),
  wrap: (field, label, control) =>
    element(
      'div',
      { class: 'sim-field' },
      element('label', {}, label),
      element('div', { id: IDS[field.id] }, control),
    ),
  button: (label) =>
    element(
      'div',
      { id: 'loginBtn' },
      element('a', { type: 'button', class: 's-button s-button-primary' }, label),
    ),
};

export const variant: Variant = {
  draw: (host, screen, page) => Promise.resolve(drawPlain(host, screen, page, style)),
};
