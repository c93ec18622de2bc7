import type { OwnHandlers } from '../../lib/protocol/server.ts';
import type { AccountPicker } from './account-picker.ts';
import { underPolicy } from './administrator.ts';
import { accountRequests } from './account-requests.ts';
import { backupRequests } from './backup-requests.ts';
import { clearCopiedAt, takeDue } from './copied-texts.ts';
import type { CopyCommand } from './copy-command.ts';
import type { Core } from './core.ts';
import type { Enrolments } from './enrolments.ts';
import { explanationRequests } from './explanation-requests.ts';
import { exportRequests } from './export-requests.ts';
import { floatWindow } from './float-window.ts';
import type { GrantedSites } from './granted-sites.ts';
import { keyRequests, vaultView } from './key-requests.ts';
import { importRequests } from './import-requests.ts';
import type { LockController } from './lock-controller.ts';
import { healthRequests } from './health-requests.ts';
import type { ManualFills } from './manual-fills.ts';
import { qrWindow } from './qr-window.ts';
import { scanRequests } from './scan-requests.ts';
import type { Scans } from './scans.ts';
import { openUnlockWindow } from './unlock-window.ts';

/** The parts of the background that our own pages reach. */
export interface OwnParts {
  readonly core: Core;
  readonly scans: Scans;
  readonly enrolments: Enrolments;
  readonly manualFills: ManualFills;
  readonly picker: AccountPicker;
  readonly granted: GrantedSites;
  readonly lock: LockController;
  readonly copying: CopyCommand;
}

/** Handlers for our own pages: views and codes go out; a secret only in the answers to showQr, exportFile and exportCodes. */
export function ownRequests(parts: OwnParts): OwnHandlers {
  const { core, scans, enrolments, manualFills, picker, granted, lock, copying } = parts;
  const { vault, administrator } = core;
  return underPolicy(core, {
    ...accountRequests(core, scans, lock),
    ...scanRequests(core, scans, enrolments, lock),
    ...granted.handlers,
    ...explanationRequests(core),
    ...qrWindow(core),
    ...floatWindow(core),
    ...copying.handlers,
    ...keyRequests(vault, lock),
    ...healthRequests(core, lock),
    ...backupRequests(vault, lock),
    ...importRequests(vault, lock),
    ...exportRequests(core, lock),
    vaultState: () => vaultView(core),
    administrator: () => administrator.parsed(),
    languageTexts: async ({ texts }) => {
      await core.language.change(texts);
      // The menus have the words of the language before.
      await granted.sync();
    },
    createVault: async (first) => {
      const created = await vault.create(first);
      await lock.finishUnlock();
      return created;
    },
    unlock: async (secret) => {
      const answer = await vault.unlock(secret);
      if (answer.kind === 'open') await lock.finishUnlock();
      return answer;
    },
    lock: () => lock.lock(),
    unlockOpen: ({ to }) => openUnlockWindow(to),
    enrolmentFill: ({ scanId }) => enrolments.fillNext(scanId),
    fillTab: (ask) => manualFills.fillTab(ask),
    pickerView: () => picker.view(),
    pickAccount: async ({ promptId, id }) => {
      await picker.check(promptId);
      await manualFills.fillPrompt(promptId, id);
      await picker.leave();
    },
    closePicker: () => picker.leave(),
    clipboardClear: ({ seconds, text }) => clearCopiedAt(core.nowMs() + seconds * 1000, text),
    clipboardCopied: async () => ({ copied: await takeDue(core.nowMs()) }),
  });
}
