import type { ImportEntry } from '../format.ts';
import { entryOf } from './entry.ts';
import { entryOfUri, type UriPlace } from './otpauth-uri.ts';
import { decodeSecret } from './secret.ts';

/** What a password manager keeps as a login's code: an otpauth URI, `steam://SECRET` or a bare secret. */
export function entryOfCode(code: string, place: UriPlace): ImportEntry {
  const text = code.trim();
  if (/^[a-z]+:\/\//iu.test(text)) return entryOfUri(text, place);
  const name = { issuer: place.issuer ?? '', label: place.label ?? '', line: place.line };
  return entryOf(name, () => ({ type: 'totp', ...name, secret: decodeSecret(text) }));
}
