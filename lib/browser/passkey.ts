import { findAnyBase64, toBase64, toBase64url } from '../base64.ts';
import { AppError } from '../errors.ts';

/**
 * Passkeys by WebAuthn with the PRF extension (W3C WebAuthn Level 3, section
 * 10.1.4). The relying party is the extension itself: its id is the default RP
 * id of its pages in Chromium. Firefox has no such default yet: not offered there.
 */
interface PasskeyInput {
  /** base64url. */
  readonly credentialId: string;
  /** base64, 32 bytes. */
  readonly prfSalt: string;
}

interface PasskeyResult {
  /** base64url. */
  readonly credentialId: string;
  /** base64, 32 bytes. */
  readonly prf: string;
}

const SALT_BYTES = 32;

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/**
 * Decodes a value of our own vault's head, base64 or base64url. It was checked
 * where the head was read.
 */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = findAnyBase64(text);
  if (!bytes) throw new AppError('unexpected');
  return bytes;
}

/** Whether this browser can unlock by passkey in a page of ours. */
export function hasPasskeys(): boolean {
  return location.protocol === 'chrome-extension:' && 'PublicKeyCredential' in globalThis;
}

/**
 * Runs a WebAuthn ceremony. The browser tells the user's 'no', a time-out and a
 * device that cannot by the same NotAllowedError, so that a site learns nothing
 * (WebAuthn, section 14.5).
 */
async function ceremony(work: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  let credential;
  try {
    credential = await work();
  } catch {
    throw new AppError('passkey-refused');
  }
  if (!(credential instanceof PublicKeyCredential)) throw new AppError('passkey-refused');
  return credential;
}

function findPrf(credential: PublicKeyCredential): string | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const bytes = new Uint8Array(first instanceof ArrayBuffer ? first : first.buffer);
  return toBase64(bytes);
}

/**
 * Asks the user to touch one of these passkeys. Must be called in the tick of a
 * click, in a window of our own (a popup dies when the OS dialog takes the
 * focus). Throws 'passkey-refused', 'passkey-unsupported'.
 */
export async function usePasskey(passkeys: readonly PasskeyInput[]): Promise<PasskeyResult> {
  const credential = await ceremony(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        userVerification: 'required',
        allowCredentials: passkeys.map(({ credentialId }) => ({
          type: 'public-key',
          id: fromBase64(credentialId),
        })),
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              passkeys.map(({ credentialId, prfSalt }) => [
                credentialId,
                { first: fromBase64(prfSalt) },
              ]),
            ),
          },
        },
      },
    }),
  );
  const prf = findPrf(credential);
  if (prf === undefined) throw new AppError('passkey-unsupported');
  return { credentialId: toBase64url(new Uint8Array(credential.rawId)), prf };
}

/**
 * Makes a passkey for the vault, with a fresh PRF input. Some authenticators
 * give the PRF result only when the passkey is used; the user is then asked for
 * one more touch. Throws 'passkey-refused', 'passkey-unsupported'.
 */
export async function makePasskey(
  name: string,
): Promise<PasskeyInput & PasskeyResult & { readonly name: string }> {
  const salt = randomBytes(SALT_BYTES);
  const credential = await ceremony(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Nightlatch' },
        user: { id: randomBytes(16), name, displayName: name },
        challenge: randomBytes(32),
        // ES256 and RS256 (COSE numbers): every authenticator has at least one of them.
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  );
  if (credential.getClientExtensionResults().prf?.enabled === false) {
    throw new AppError('passkey-unsupported');
  }
  const credentialId = toBase64url(new Uint8Array(credential.rawId));
  const prfSalt = toBase64(salt);
  const prf = findPrf(credential) ?? (await usePasskey([{ credentialId, prfSalt }])).prf;
  return { credentialId, prfSalt, prf, name };
}
