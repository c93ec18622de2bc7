/**
 * A thief's program: takes everything that ever lay in a profile's files and is
 * still there, also what LevelDB has overwritten, and opens what a secret opens.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  openHead,
  opensEnvelope,
  opensRecord,
  type Secret,
} from '../../lib/vault/independent-decryptor.ts';
import { contentOfTable } from '../driver/leveldb.ts';

const BLOCK = 32 * 1024;
const HEADER = 7;

/** What was written to a log, without the headers that cut it up (LevelDB's log_format.md). */
function contentOfLog(log: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let start = 0; start < log.length; start += BLOCK) {
    const block = log.subarray(start, start + BLOCK);
    let at = 0;
    while (at + HEADER <= block.length) {
      const length = block.readUInt16LE(at + 4);
      parts.push(block.subarray(at + HEADER, at + HEADER + length));
      if (length === 0) break;
      at += HEADER + length;
    }
  }
  return Buffer.concat(parts);
}

/** Every file of the profile's places, as it is and as its store reads it. */
async function contentsOf(profileDirectory: string, places: readonly string[]): Promise<Buffer[]> {
  const contents: Buffer[] = [];
  for (const place of places) {
    const folder = path.join(profileDirectory, 'Default', place);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile())) {
      const raw = await readFile(path.join(entry.parentPath, entry.name));
      contents.push(raw);
      if (entry.name.endsWith('.ldb')) contents.push(contentOfTable(raw));
      if (entry.name.endsWith('.log')) contents.push(contentOfLog(raw));
    }
  }
  return contents;
}

const HEAD = /\{"format":"nightlatch-vault"[^\]]*\]\}/gu;
const ENVELOPE = /\{"generation":\d+,"sealed":"[\w+/=]*"\}/gu;
const RECORD = /\{"rev":\d+,"timeMs":\d+,"device":"[\w-]+","state":"\w+","sealed":"[\w+/=]*"\}/gu;

function found(text: string, what: RegExp): readonly string[] {
  return [...new Set(text.match(what) ?? [])];
}

export interface Loot {
  /** Heads that the secret opens. */
  heads: number;
  /** Manifests, indexes and records that open under the vault keys of those heads. */
  items: number;
}

/** What of the profile a secret opens; `ids` are those of the accounts that there were. */
export async function readProfile(
  profileDirectory: string,
  secret: Secret | 'computer-key',
  ids: readonly string[],
): Promise<Loot> {
  const places = ['Local Extension Settings', 'IndexedDB', 'File System'];
  const contents = await contentsOf(profileDirectory, places);
  // Chromium stores the JSON of a text: its quotes are escaped.
  const text = contents.map((one) => one.toString('latin1').replaceAll('\\"', '"')).join('\n');
  const keys = secret === 'computer-key' ? await windowsOf(profileDirectory) : [secret];
  const loot: Loot = { heads: 0, items: 0 };
  for (const head of found(text, HEAD)) {
    if (secret === 'computer-key' && !head.includes('"this-computer"')) continue;
    for (const key of keys) {
      const opened = tryOpen(head, key);
      if (!opened) continue;
      const { vaultKey, vaultId } = opened;
      loot.heads += 1;
      const envelopes = found(text, ENVELOPE).filter((one) =>
        opensEnvelope(one, vaultKey, vaultId),
      );
      const records = found(text, RECORD).filter((one) => opensRecord(one, vaultKey, vaultId, ids));
      loot.items += envelopes.length + records.length;
    }
  }
  return loot;
}

function tryOpen(head: string, secret: Secret): ReturnType<typeof openHead> | undefined {
  try {
    return openHead(head, secret);
  } catch {
    return undefined;
  }
}

/** Any 32 bytes in a row, where a key of this computer may lie or may have lain. */
async function windowsOf(profileDirectory: string): Promise<readonly Secret[]> {
  const windows = new Map<string, Secret>();
  for (const content of await contentsOf(profileDirectory, ['IndexedDB', 'File System'])) {
    for (let at = 0; at + 32 <= content.length; at++) {
      const computerKey = content.subarray(at, at + 32);
      windows.set(computerKey.toString('latin1'), { computerKey });
    }
  }
  return [...windows.values()];
}
