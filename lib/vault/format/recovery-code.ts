import { AppError } from '../../errors.ts';
import { type Bytes, concat, sha256, utf8, wipe } from '../../crypto/bytes.ts';

export const RECOVERY_BYTES = 16;
/** Crockford's base 32: no I, L, O, U, so that what is read aloud or copied by hand survives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 128 bits of key and 12 bits of check fill 28 characters of 5 bits exactly. */
const CHARACTERS = 28;
const GROUP = 4;
const CHECK_BITS = 12n;

async function checkOf(secret: Bytes): Promise<bigint> {
  const message = concat(utf8('nightlatch/v1/recovery-check'), secret);
  const hash = await sha256(message);
  wipe(message);
  return (BigInt(hash[0] ?? 0) << 4n) | (BigInt(hash[1] ?? 0) >> 4n);
}

/** Seven groups of four, such as 'K3TF-9W0D-…'. */
export async function formatRecoveryCode(secret: Bytes): Promise<string> {
  let bits = 0n;
  for (const byte of secret) bits = (bits << 8n) | BigInt(byte);
  bits = (bits << CHECK_BITS) | (await checkOf(secret));
  const characters = Array.from({ length: CHARACTERS }, (_, index) => {
    const shift = BigInt(5 * (CHARACTERS - 1 - index));
    return ALPHABET.charAt(Number((bits >> shift) & 31n));
  }).join('');
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/**
 * The 16 bytes of a code typed by hand: any case, any separators, I and L for
 * 1, O for 0. The caller wipes them. Throws 'recovery-code-malformed' when
 * the length, an alien letter or the check characters say it is a typing slip.
 */
export async function parseRecoveryCode(typed: string): Promise<Bytes> {
  const characters = typed
    .slice(0, 256)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{P}\p{Cf}]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  if (characters.length !== CHARACTERS) throw new AppError('recovery-code-malformed');
  let bits = 0n;
  for (const character of characters) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new AppError('recovery-code-malformed');
    bits = (bits << 5n) | BigInt(value);
  }
  const check = bits & ((1n << CHECK_BITS) - 1n);
  let rest = bits >> CHECK_BITS;
  const secret = new Uint8Array(RECOVERY_BYTES);
  for (let index = RECOVERY_BYTES - 1; index >= 0; index--) {
    secret[index] = Number(rest & 255n);
    rest >>= 8n;
  }
  if ((await checkOf(secret)) !== check) throw new AppError('recovery-code-malformed');
  return secret;
}
