import { readValue, writeValue } from '../../lib/browser/indexed-db.ts';
import {
  hasSentSignal,
  pathWithoutIds,
  signatureText,
  type PromptFacts,
} from '../../lib/policy/prompt-memory.ts';

/** 32 random bytes, made at the first offer; without them a signature says nothing of its page. */
const KEY = 'prompt-signature-key';

async function signatureKey(): Promise<CryptoKey> {
  const stored = await readValue(KEY);
  const isStored = stored instanceof Uint8Array && stored.length === 32;
  const bytes = isStored ? Uint8Array.from(stored) : crypto.getRandomValues(new Uint8Array(32));
  if (!isStored) await writeValue(KEY, bytes);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
}

/**
 * The keyed hash (HMAC-SHA-256) by which a prompt is remembered, as hex; none
 * where the finder needs no memory, and none where the code was sent.
 */
export async function findSignature(
  { origin, url }: { readonly origin: string; readonly url: string },
  facts: PromptFacts,
): Promise<string | undefined> {
  if (facts.verdict === 'fill' || hasSentSignal(facts)) return undefined;
  const text = new TextEncoder().encode(signatureText(origin, pathWithoutIds(url), facts));
  const hash = await crypto.subtle.sign('HMAC', await signatureKey(), text);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
