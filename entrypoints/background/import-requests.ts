import type { ImportAsk, ImportView } from '../../lib/protocol/views.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { readFiles } from './import-files.ts';
import { planImport, wipePlan } from './import-plan.ts';
import { sitesOfIssuer } from './scans.ts';

type ImportHandlers = Pick<OwnHandlers, 'importPreview' | 'importAdd' | 'importUndo'>;

/**
 * Importing the files of other apps. Nothing decrypted waits here between the
 * list and the saving: the page hands the files over once more. A file's
 * password opens that file, and is used for nothing else.
 */
export function importRequests(
  vault: Vault,
  deadline: { readonly used: () => Promise<void> },
): ImportHandlers {
  return {
    importPreview: ({ files }) => preview(vault, files),
    importAdd: async ({ files, chosen }) => {
      const reading = await readFiles(files);
      const lines = await planImport(vault, reading.files);
      try {
        const wanted = new Set(chosen);
        const additions = lines.flatMap(({ account }, index) =>
          account && wanted.has(index)
            ? [{ account, status: 'confirmed' as const, sites: sitesOfIssuer(account.issuer) }]
            : [],
        );
        const added = await vault.addAll(additions);
        await deadline.used();
        return { ids: added.map(({ id }) => id) };
      } finally {
        wipePlan(lines);
      }
    },
    importUndo: async ({ ids }) => {
      await vault.binAll(ids);
      await deadline.used();
    },
  };
}

async function preview(vault: Vault, files: readonly ImportAsk[]): Promise<ImportView> {
  // Before a key is derived: without an open vault nothing can be compared.
  await vault.accounts('live');
  const reading = await readFiles(files);
  const lines = await planImport(vault, reading.files);
  wipePlan(lines);
  return {
    files: reading.files.map(({ view }) => view),
    lines: lines.map(({ view }) => view),
    missing: reading.missing,
  };
}
