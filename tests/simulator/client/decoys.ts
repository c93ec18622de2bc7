import type { Words } from '../lang/words.ts';
import { element } from './element.ts';

function labelled(
  label: string,
  attributes: Readonly<Record<string, string | number>>,
): HTMLElement {
  return element(
    'div',
    { class: 'sim-field' },
    element('label', {}, label, element('input', attributes)),
  );
}

/** Fields near which a careless filler goes wrong: none of them takes a token. */
export function decoyFields(words: Words): HTMLElement {
  return element(
    'div',
    { class: 'sim-decoys' },
    element('input', { type: 'hidden', name: 'otp' }),
    element('input', { type: 'text', name: 'totp', maxlength: 6, style: 'display:none' }),
    element('input', {
      type: 'text',
      name: 'mfa',
      maxlength: 6,
      tabindex: -1,
      style: 'position:absolute;left:-9999px',
    }),
    element('input', { type: 'search', placeholder: words.search }),
    labelled(words.deviceCode, { type: 'text', name: 'verification_code', maxlength: 6 }),
    labelled(words.phone, { type: 'tel', name: 'phone' }),
    labelled(words.captcha, { type: 'text', name: 'captcha', maxlength: 6 }),
  );
}
