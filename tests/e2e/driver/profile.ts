import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { contentOfTable } from './leveldb.ts';

export interface Needle {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ProfileHit {
  readonly file: string;
  readonly needle: string;
}

/** `text` in the encodings a browser writes strings in. */
export function textNeedles(name: string, text: string): readonly Needle[] {
  return [
    { name: `${name} in UTF-8`, bytes: Buffer.from(text, 'utf8') },
    { name: `${name} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
  ];
}

/** A secret in every form it could have leaked in; `base32` is upper case without padding. */
export function secretNeedles(name: string, secret: Uint8Array, base32: string): readonly Needle[] {
  const buffer = Buffer.from(secret);
  return [
    { name: `${name} as raw bytes`, bytes: secret },
    ...textNeedles(`${name} in base32`, base32),
    ...textNeedles(`${name} in lower-case base32`, base32.toLowerCase()),
    ...textNeedles(`${name} in hex`, buffer.toString('hex')),
    ...textNeedles(`${name} in upper-case hex`, buffer.toString('hex').toUpperCase()),
    ...textNeedles(`${name} in base64`, buffer.toString('base64').replaceAll('=', '')),
    ...textNeedles(`${name} in base64url`, buffer.toString('base64url')),
    ...textNeedles(`${name} as a list of numbers`, buffer.join(',')),
  ];
}

/** Looks for every needle in every file under `directory`. */
export async function grepProfile(
  directory: string,
  needles: readonly Needle[],
): Promise<readonly ProfileHit[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const hits: ProfileHit[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const raw = await readFile(file);
    const contents = file.endsWith('.ldb') ? [raw, contentOfTable(raw)] : [raw];
    for (const needle of needles) {
      if (contents.some((content) => content.includes(Buffer.from(needle.bytes)))) {
        hits.push({ file: path.relative(directory, file), needle: needle.name });
      }
    }
  }
  return hits;
}
