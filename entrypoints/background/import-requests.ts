import { STEAM_PARAMETERS } from '../../lib/otp/account.ts';
import type { ImportChoice, ImportLine, ImportedFile } from '../../lib/protocol/import-views.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import { type PlannedLine, planImport, wipePlan } from './import-plan.ts';
import { readingsOf } from './imported-files.ts';
import { sitesOfIssuer } from './scan-sites.ts';

type Addition = Parameters<Vault['addAll']>[0][number];
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
    importAdd: async ({ files, from, chosen }) => {
      const lines = await planImport(vault, readingsOf(files));
      try {
        const additions = additionsOf(lines, chosen);
        // 'Health' reminds the user to delete the files.
        const isFileLeft = from === 'files' && additions.length > 0;
        const added = await vault.addAll(
          additions,
          isFileLeft ? { files: 'to-delete' } : undefined,
        );
        await deadline.noteUse();
        return {
          ids: added.map(({ id }) => id),
          replacedIds: additions.flatMap(({ replaces }) => replaces ?? []),
        };
      } finally {
        wipePlan(lines);
      }
    },
    importUndo: async ({ ids, replacedIds }) => {
      await vault.binAll(ids, new Set(replacedIds));
      await deadline.noteUse();
    },
  };
}

/** In the order of the list. A line that cannot be saved is left out, whoever chose it. */
function additionsOf(
  lines: readonly PlannedLine[],
  chosen: readonly ImportChoice[],
): readonly Addition[] {
  const choices = new Map(chosen.map((choice) => [choice.index, choice]));
  return lines.flatMap(({ view, account, knownId }, index) => {
    const choice = choices.get(index);
    if (!account || !choice) return [];
    const isSteam = choice.type === 'steam' && view.maybeSteam !== undefined;
    const isReplacing = choice.duplicate === 'replace' && knownId !== undefined;
    return [
      {
        account: isSteam ? { ...account, ...STEAM_PARAMETERS } : account,
        status: 'confirmed' as const,
        sites: sitesOfIssuer(account.issuer),
        ...(isReplacing ? { replaces: knownId } : {}),
      },
    ];
  });
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
