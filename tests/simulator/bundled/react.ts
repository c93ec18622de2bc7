import { createElement, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { mountedVariant, type MountedField } from './mounted.ts';

/** React's controlled input: what state does not hold is taken away again. */
function CodeField({ field, digits, onValue }: MountedField): ReactElement {
  const [code, setCode] = useState('');
  return createElement('input', {
    value: code,
    maxLength: digits,
    placeholder: field.label,
    inputMode: 'numeric',
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const next = event.target.value.replaceAll(/\D/g, '');
      setCode(next);
      onValue(next);
    },
  });
}

export const variant = mountedVariant((mounted) => {
  createRoot(mounted.host).render(createElement(CodeField, mounted));
});
