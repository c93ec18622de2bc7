import { OTPInput, REGEXP_ONLY_DIGITS } from 'input-otp';
import { createElement, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { mountedVariant, type MountedField } from './mounted.ts';

function CodeField({ digits, onValue, submit }: MountedField): ReactElement {
  return createElement(OTPInput, {
    maxLength: digits,
    pattern: REGEXP_ONLY_DIGITS,
    onChange: onValue,
    onComplete: submit,
    render: ({ slots }) =>
      createElement(
        'div',
        { className: 'sim-slots' },
        slots.map((slot, at) =>
          createElement('div', { key: at, className: 'sim-slot' }, slot.char ?? ''),
        ),
      ),
  });
}

/** input-otp: one real but invisible input over painted slots; sends itself when full. */
export const variant = mountedVariant((mounted) => {
  createRoot(mounted.host).render(createElement(CodeField, mounted));
});
