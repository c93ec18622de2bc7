import { createElement, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import OtpInput from 'react-otp-input';
import { mountedVariant, type MountedField } from './mounted.ts';

function CodeField({ digits, onValue }: MountedField): ReactElement {
  const [code, setCode] = useState('');
  return createElement(OtpInput, {
    value: code,
    numInputs: digits,
    onChange: (next: string) => {
      setCode(next);
      onValue(next);
    },
    renderInput: (props) => createElement('input', props),
  });
}

/** react-otp-input: boxes of one controlled string. */
export const variant = mountedVariant((mounted) => {
  createRoot(mounted.host).render(createElement(CodeField, mounted));
});
