import { createElement, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import verificationInput from 'react-verification-input';
import { mountedVariant, type MountedField } from './mounted.ts';

// A CommonJS package seen from an ES module: its default export is one level deeper.
const VerificationInput =
  'default' in verificationInput
    ? (verificationInput.default as typeof verificationInput)
    : verificationInput;

function CodeField({ digits, onValue }: MountedField): ReactElement {
  return createElement(VerificationInput, {
    length: digits,
    validChars: '0-9',
    onChange: onValue,
    inputProps: { inputMode: 'numeric' },
  });
}

/** react-verification-input: one input of no opacity behind drawn characters. */
export const variant = mountedVariant((mounted) => {
  createRoot(mounted.host).render(createElement(CodeField, mounted));
});
