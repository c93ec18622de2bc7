import { drawPlain } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

const FIELD_AFTER_MS = 1500;

/**
 * A dialog at the end of body that fades in for 600 ms, gets its field after
 * 1.5 s, and whose button stays dead until six digits came by `input` events.
 */
export const variant: Variant = {
  draw: (host, screen, page) => {
    const button = element('button', { type: 'button', class: 'sim-primary' });
    const hasCode = screen.fields.some(({ id }) => id === 'code');
    const drawn = drawPlain(host, hasCode ? { ...screen, placement: 'dialog' } : screen, page, {
      dialogClass: 'sim-fade',
      button: (label) => {
        button.textContent = label;
        button.disabled = hasCode;
        return button;
      },
      codeControl: (field) => {
        const digits = field.digits ?? 6;
        const input = element('input', { type: 'text', maxlength: digits });
        const shell = element('div');
        input.addEventListener('input', () => {
          button.disabled = !/^\d+$/.test(input.value) || input.value.length !== digits;
        });
        setTimeout(() => shell.append(input), FIELD_AFTER_MS);
        return {
          node: shell,
          value: () => input.value,
          clear: () => {
            input.value = '';
            button.disabled = true;
          },
        };
      },
    });
    return Promise.resolve(drawn);
  },
};
