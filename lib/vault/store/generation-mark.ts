import type { GenerationMarkValue, VaultPorts } from './ports.ts';

/**
 * The generation mark only helps to notice a rollback: when its store is
 * broken, the vault is saved all the same.
 */
export async function writeGenerationMark(
  { generationMark }: VaultPorts,
  vaultId: string,
  generation: number,
): Promise<void> {
  await generationMark.write({ vaultId, generation }).catch(() => undefined);
}

/** Undefined, too, when its store cannot be read: then a rollback goes unnoticed. */
export async function readGenerationMark({
  generationMark,
}: VaultPorts): Promise<GenerationMarkValue | undefined> {
  return generationMark.read().catch(() => undefined);
}
