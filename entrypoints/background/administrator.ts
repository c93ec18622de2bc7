import { AppError } from '../../lib/errors.ts';
import { isSiteAllowed, type AdministratorPolicy } from '../../lib/policy/administrator.ts';
import type { ImportedFile } from '../../lib/protocol/import-views.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { findTabUrl } from '../../lib/browser/tabs.ts';
import type { Core } from './core.ts';

type Permit<Ask> = (policy: AdministratorPolicy, ask: Ask) => boolean | Promise<boolean>;

/** The handlers, each behind what the administrator allows. Throws 'administrator-forbids'. */
export function underPolicy(core: Core, handlers: OwnHandlers): OwnHandlers {
  const guarded =
    <Ask, Answer>(handle: (ask: Ask) => Promise<Answer> | Answer, permit: Permit<Ask>) =>
    async (ask: Ask): Promise<Answer> => {
      const policy = await core.administrator.policy();
      if (!(await permit(policy, ask))) throw new AppError('administrator-forbids');
      return handle(ask);
    };
  return {
    ...handlers,
    lockMinutes: guarded(
      handlers.lockMinutes,
      ({ lockMinutesMax }, { minutes }) => minutes <= (lockMinutesMax ?? minutes),
    ),
    keepUnlocked: guarded(handlers.keepUnlocked, (policy) => policy.allowKeepUnlocked !== false),
    createVault: guarded(handlers.createVault, isFirstKeyAllowed),
    backupRestore: guarded(handlers.backupRestore, (policy, { first }) =>
      isFirstKeyAllowed(policy, first),
    ),
    passkeyRemove: guarded(
      handlers.passkeyRemove,
      async ({ requirePasskey }) =>
        requirePasskey !== true || (await core.vault.keys.passkeys()).length > 1,
    ),
    importPreview: guarded(handlers.importPreview, (policy, { files }) =>
      isImportAllowed(policy, files),
    ),
    importAdd: guarded(handlers.importAdd, (policy, { files }) => isImportAllowed(policy, files)),
    exportFile: guarded(handlers.exportFile, (policy, { form }) => isFormAllowed(policy, form)),
    exportCodes: guarded(handlers.exportCodes, (policy, { form }) => isFormAllowed(policy, form)),
    // A secret as a QR code is an export, too.
    showQr: guarded(handlers.showQr, ({ allowExport }) => allowExport !== false),
    qrWindow: guarded(handlers.qrWindow, ({ allowExport }) => allowExport !== false),
    siteWant: guarded(handlers.siteWant, async (policy, { tabId }) => {
      const url = await findTabUrl(tabId);
      return url === undefined || isSiteAllowed(policy, new URL(url).origin);
    }),
    siteRevoke: guarded(
      handlers.siteRevoke,
      ({ sites }, { siteId }) => !(sites ?? []).includes(siteId),
    ),
  };
}

function isImportAllowed(
  { allowImport, importFileTypes }: AdministratorPolicy,
  files: readonly ImportedFile[],
): boolean {
  return allowImport !== false && files.every((file) => isTypeIn(importFileTypes, file));
}

function isTypeIn(types: readonly string[] | undefined, { app, entries }: ImportedFile): boolean {
  return types === undefined || entries.length === 0 || (app !== undefined && types.includes(app));
}

function isFormAllowed(
  { allowExport, exportFileTypes }: AdministratorPolicy,
  form: string,
): boolean {
  return allowExport !== false && (exportFileTypes ?? [form]).includes(form);
}

function isFirstKeyAllowed(
  { requirePasskey }: AdministratorPolicy,
  { kind }: { readonly kind: string },
): boolean {
  return requirePasskey !== true || kind === 'passkey';
}
