import type { ImportLine, ImportedFile } from '../../lib/protocol/import-views.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { planImport, wipePlan } from './import-plan.ts';
import { readingsOf } from './imported-files.ts';
import { sitesOfIssuer } from './scans.ts';

type ImportHandlers = Pick<OwnHandlers, 'importPreview' | 'importAdd' | 'importUndo'>;

/**
 * Importing from other apps. Their files are read in a worker of the import
 * page (entrypoints/import-reader), which hands over what is in them: once for
 * the list, and once more for the saving, so that no secret waits here between.
 */
export function importRequests(
  vault: Vault,
  deadline: { readonly noteUse: () => Promise<void> },
): ImportHandlers {
  return {
    importPreview: ({ files }) => preview(vault, files),
    importAdd: async ({ files, chosen }) => {
      const lines = await planImport(vault, readingsOf(files));
      try {
        const wanted = new Set(chosen);
        const additions = lines.flatMap(({ account }, index) =>
          account && wanted.has(index)
            ? [{ account, status: 'confirmed' as const, sites: sitesOfIssuer(account.issuer) }]
            : [],
        );
        const added = await vault.addAll(additions);
        await deadline.noteUse();
        return { ids: added.map(({ id }) => id) };
      } finally {
        wipePlan(lines);
      }
    },
    importUndo: async ({ ids }) => {
      await vault.binAll(ids);
      await deadline.noteUse();
    },
  };
}

async function preview(
  vault: Vault,
  files: readonly ImportedFile[],
): Promise<readonly ImportLine[]> {
  // Also with no file: so the page asks whether the vault is open before it pays for a key.
  await vault.accounts('live');
  const lines = await planImport(vault, readingsOf(files));
  wipePlan(lines);
  return lines.map(({ view }) => view);
}
