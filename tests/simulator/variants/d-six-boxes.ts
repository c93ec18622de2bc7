import { drawPlain, type PlainStyle } from '../client/draw-plain.ts';
import { element } from '../client/element.ts';
import type { Variant } from '../client/screen.ts';

const DIGITS = 6;

/** Six boxes of one character, moving on by themselves, with a paste handler; the sixth submits. */
const style: PlainStyle = {
  codeControl: (_field, submit) => {
    const boxes = Array.from({ length: DIGITS }, () =>
      element('input', { type: 'text', maxlength: 1, inputmode: 'numeric' }),
    );
    const value = (): string => boxes.map((box) => box.value).join('');
    const moved = (at: number): void => {
      boxes[at]?.focus();
      if (value().length === DIGITS) submit();
    };
    for (const [at, box] of boxes.entries()) {
      box.addEventListener('input', () => {
        box.value = box.value.replaceAll(/\D/g, '').slice(-1);
        if (box.value !== '') moved(Math.min(at + 1, DIGITS - 1));
      });
      box.addEventListener('keydown', (event) => {
        if (event.key === 'Backspace' && box.value === '') boxes[at - 1]?.focus();
      });
      box.addEventListener('paste', (event) => {
        event.preventDefault();
        const digits = event.clipboardData?.getData('text').replaceAll(/\D/g, '') ?? '';
        for (const [index, digit] of Array.from(digits.slice(0, DIGITS)).entries()) {
          const target = boxes[index];
          if (target !== undefined) target.value = digit;
        }
        moved(Math.min(digits.length, DIGITS - 1));
      });
    }
    return {
      node: element('div', { class: 'sim-boxes' }, ...boxes),
      value,
      clear: () => {
        for (const box of boxes) box.value = '';
        boxes[0]?.focus();
      },
    };
  },
};

export const variant: Variant = {
  draw: (host, screen, page) => Promise.resolve(drawPlain(host, screen, page, style)),
};
