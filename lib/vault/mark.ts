import type { VaultPorts } from './ports.ts';

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
