import { toBase64 } from '../base64.ts';

/** What tells a text that we have put on the clipboard from others, and not what it says; both base64. */
export interface CopiedText {
  readonly salt: string;
  /** SHA-256 of the salt and the text. */
  readonly digest: string;
}

/** A recovery code has 128 bits, and a code is dead by then: a digest of either tells nothing. */
export async function copiedText(text: string): Promise<CopiedText> {
  return digestWith(toBase64(crypto.getRandomValues(new Uint8Array(16))), text);
}

export async function isCopiedText({ salt, digest }: CopiedText, text: string): Promise<boolean> {
  return (await digestWith(salt, text)).digest === digest;
}

async function digestWith(salt: string, text: string): Promise<CopiedText> {
  const salted = new TextEncoder().encode(`${salt} ${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted));
  return { salt, digest: toBase64(digest) };
}
