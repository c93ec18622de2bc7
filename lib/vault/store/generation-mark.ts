import type { GenerationMarkValue, VaultPorts } from './ports.ts';

/**
 * The mark is a second witness, not the vault: when its store is broken, the
 * vault is saved all the same, only without notice of a later rollback.
 */
export async function writeMark(
  { mark }: VaultPorts,
  vaultId: string,
  generation: number,
): Promise<void> {
  await mark.write({ vaultId, generation }).catch(() => undefined);
}

/** Undefined, too, when the second store cannot be read: then nothing is known of an older vault. */
export async function readMark({ mark }: VaultPorts): Promise<GenerationMarkValue | undefined> {
  return mark.read().catch(() => undefined);
}
