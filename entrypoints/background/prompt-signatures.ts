import { readSiteValue, writeSiteValue } from '../../lib/browser/site-values.ts';
import {
  hasSentSignal,
  pathWithoutIds,
  placeText,
  saysScan,
  signatureText,
  type PromptFacts,
} from '../../lib/policy/prompt-memory.ts';

/** 32 random bytes, made at the first offer; without them a signature says nothing of its page. */
const KEY = 'prompt-signature-key';

async function signatureKey(): Promise<CryptoKey> {
  const stored = await readSiteValue(KEY);
  const isStored = stored instanceof Uint8Array && stored.length === 32;
  const bytes = isStored ? Uint8Array.from(stored) : crypto.getRandomValues(new Uint8Array(32));
  if (!isStored) await writeSiteValue(KEY, bytes);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
}

/** Half of an HMAC-SHA-256, as hex: 128 bits. */
async function halfHash(text: string): Promise<string> {
  const hash = await crypto.subtle.sign(
    'HMAC',
    await signatureKey(),
    new TextEncoder().encode(text),
  );
  return Array.from(new Uint8Array(hash, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}

interface Place {
  readonly origin: string;
  readonly url: string;
}

/** The first half of a prompt's signature, which all prompts at its place share. */
export function findPlace({ origin, url }: Place, facts: PromptFacts): Promise<string> {
  return halfHash(placeText(origin, pathWithoutIds(url), facts));
}

/**
 * The keyed hash by which a prompt is remembered; none where nothing is in
 * doubt, none where the code was sent, and none where the key cannot be read:
 * such a prompt is one that was never seen.
 */
export async function findSignature(place: Place, facts: PromptFacts): Promise<string | undefined> {
  if ((facts.verdict === 'fill' && !saysScan(facts)) || hasSentSignal(facts)) return undefined;
  const text = signatureText(place.origin, pathWithoutIds(place.url), facts);
  try {
    return `${await findPlace(place, facts)}${await halfHash(text)}`;
  } catch {
    return undefined;
  }
}
