import { drawPlain } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

/** Renders anew after the first full code: another input node, the value lost. Only once. */
export const variant: Variant = {
  draw: (host, screen, page) =>
    Promise.resolve(
      drawPlain(host, screen, page, {
        codeControl: (field) => {
          const digits = field.digits ?? 6;
          const make = (): HTMLInputElement =>
            element('input', { type: 'text', maxlength: digits, name: 'code' });
          const shell = element('div');
          let input = make();
          shell.append(input);
          const replace = (): void => {
            requestAnimationFrame(() => {
              const next = make();
              input.replaceWith(next);
              input = next;
            });
          };
          const first = new AbortController();
          input.addEventListener(
            'input',
            () => {
              if (input.value.length !== digits) return;
              first.abort();
              replace();
            },
            { signal: first.signal },
          );
          return {
            node: shell,
            value: () => input.value,
            clear: () => {
              input.value = '';
            },
          };
        },
      }),
    ),
};
