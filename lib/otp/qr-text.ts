import { withoutEdges } from './uri-parts.ts';

/** What a QR is, to the user's eye; 'otpauth', 'hotp' and 'steam' can become an account by themselves. */
export type QrTextKind =
  | 'otpauth'
  | 'hotp'
  | 'migration'
  | 'steam'
  | 'wifi'
  | 'link'
  | 'contact'
  | 'vigi-device'
  | 'text';

/**
 * Tried in order; the first that matches names the kind. Wi-Fi is ZXing's
 * 'WIFI:' form; contacts are vCard (RFC 6350) and DoCoMo's MECARD.
 * TP-Link publishes no format for its device, binding and password-reset QRs:
 * they are known by the product's name, or by a MAC address beside a device or
 * serial number.
 */
const KINDS: readonly (readonly [QrTextKind, RegExp])[] = [
  ['migration', /^otpauth-migration:\/\//iu],
  ['hotp', /^otpauth:\/\/hotp(?:[/?]|$)/iu],
  ['steam', /^(?:steam:\/\/|otpauth:\/\/steam(?:[/?]|$)|otpauth:\/\/[^?]*\?.*\bencoder=steam)/iu],
  ['otpauth', /^otpauth:\/\//iu],
  ['wifi', /^wifi:/iu],
  ['contact', /^(?:begin:vcard|mecard:|bizcard:)/iu],
  ['link', /^(?:https?:\/\/|www\.)\S+$/iu],
  ['vigi-device', /\bvigi(?![a-z])/iu],
  ['vigi-device', /^(?=.*\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b)(?=.*(?:s\/?n|device|model)\b)/isu],
];

/** The most characters that a QR holds: digits in version 40-L (ISO/IEC 18004). */
const MAX_QR_TEXT = 7089;

/**
 * What kind of QR a text came from, for the words of a scan. 'otpauth' says
 * only that parseOtpauthUri is worth calling, not that it will succeed.
 */
export function classifyQrText(text: string): QrTextKind {
  const start = withoutEdges(text.slice(0, MAX_QR_TEXT));
  return KINDS.find(([, pattern]) => pattern.test(start))?.[0] ?? 'text';
}
