/** Changing what lies on the disk, as damage or an attacker would. */
import type { Vault } from '../../../lib/vault/vault.ts';
import type { Machine } from './memory-ports.ts';
import { restarted, TOUCH } from './samples.ts';

/** One bit of the bytes behind a base64 field, so that the text stays well-formed. */
export function flipped(base64: string, bit = 0): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  return bytes.toString('base64');
}

export function edit(machine: Machine, key: string, change: (value: never) => unknown): void {
  const value: unknown = JSON.parse(machine.disk.get(key) ?? '');
  machine.disk.set(key, JSON.stringify(change(value as never)));
}

/** Puts this text in the place of the head and of both its copies. */
export function setHeads(machine: Machine, text: string): void {
  machine.disk.set('vault/head', text).set('vault/head-copy', text);
  machine.headCopy = text;
}

export async function reopened(machine: Machine): Promise<Vault> {
  const vault = restarted(machine);
  await vault.unlock(TOUCH);
  return vault;
}
