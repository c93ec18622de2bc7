import { toBase64 } from '../base64.ts';

/** What tells a text that we have put on the clipboard from others, and not what it says; both base64. */
export interface CopiedText {
  readonly salt: string;
  /** SHA-256 of the salt and the text. */
  readonly digest: string;
}

/**
 * A recovery code has 128 bits, suggested words have 77, and a code is dead
 * when its digest is forgotten: none of these digests is of use to a thief.
 */
export async function copiedText(text: string): Promise<CopiedText> {
  return digestWith(toBase64(crypto.getRandomValues(new Uint8Array(16))), text);
}

export async function isCopiedText({ salt, digest }: CopiedText, text: string): Promise<boolean> {
  return (await digestWith(salt, text)).digest === digest;
}

/** Whether `text` is one of them. */
export async function isAnyCopied(copied: readonly CopiedText[], text: string): Promise<boolean> {
  const found = await Promise.all(copied.map((one) => isCopiedText(one, text)));
  return found.includes(true);
}

async function digestWith(salt: string, text: string): Promise<CopiedText> {
  const salted = new TextEncoder().encode(`${salt} ${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
  return { salt, digest: toBase64(digest) };
}
