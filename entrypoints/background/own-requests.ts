import { setAlarm } from '../../lib/browser/alarms.ts';
import { AppError } from '../../lib/errors.ts';
import { formatOtpauthUri } from '../../lib/otp/uri.ts';
import { parseTypedAccount } from '../../lib/otp/typed.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { backupRequests } from './backup-requests.ts';
import type { Captures } from './captures.ts';
import type { Chooser } from './account-picker.ts';
import type { Core } from './core.ts';
import type { Enrolments } from './enrolments.ts';
import { fieldWhy } from './field-report.ts';
import type { GrantedSites } from './granted-sites.ts';
import type { HandFills } from './manual-fills.ts';
import { CLIPBOARD_ALARM, type Latch } from './lock-controller.ts';
import { popupView } from './popup-view.ts';
import { keyRequests, vaultView } from './key-requests.ts';
import { qrWindow } from './qr-window.ts';
import { openUnlockWindow } from './unlock-window.ts';
import { findingsOf, leaveReview, reviewOf, readPicture, readTab } from './scan.ts';

/** What our own pages may ask. */
export function ownRequests(
  core: Core,
  captures: Captures,
  byHand: HandFills,
  latch: Latch,
  granted: GrantedSites,
  enrolments: Enrolments,
  chooser: Chooser,
): OwnHandlers {
  const { vault } = core;
  /** After a change of accounts: the badge counts what still needs the user. */
  const changed = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    await latch.used();
    return value;
  };
  return {
    ...granted.handlers,
    ...fieldWhy(core),
    ...qrWindow(core),
    vaultState: () => vaultView(vault),
    ...keyRequests(vault),
    ...backupRequests(vault, latch),
    popupView: async ({ tabId, limit }) => {
      const view = await popupView(core, tabId, limit);
      // Not before the answer: the first code must not wait for the deadline to be written.
      void latch.used();
      return view;
    },
    accounts: ({ bin }) => vault.accounts(bin),
    codes: ({ ids }) => vault.codes(ids, core.nowMs()),
    createVault: async (first) => {
      const created = await vault.create(first);
      await latch.opened();
      return created;
    },
    unlock: async (secret) => {
      const answer = await vault.unlock(secret);
      if (answer.kind === 'open') await latch.opened();
      return answer;
    },
    lock: () => latch.lock(),
    readUri: async ({ uri }) => reviewOf(captures, await captures.park(uri.trim()), uri.trim()),
    readTyped: async (typed) => {
      const account = parseTypedAccount(typed);
      const uri = formatOtpauthUri(account);
      account.secret.fill(0);
      return reviewOf(captures, await captures.park(uri), uri);
    },
    readPicture: ({ dataUrl }) => readPicture(captures, dataUrl),
    readText: ({ text }) =>
      findingsOf(
        captures,
        text.split(/\r?\n/u).filter((line) => line.trim() !== ''),
      ),
    readTab: ({ tabId }) => readTab(captures, tabId),
    saveScan: async ({ scanId, duplicate, issuer, label }) => {
      const parked = await captures.getParked(scanId);
      const state = await vault.state();
      if (state === 'absent' || state === 'locked') {
        // Our window opens next. What a page showed is saved with the unlocking, like a press on its
        // card; with what the user brought himself that window goes on once there is an open vault.
        const names = { issuer, label };
        const choice = duplicate === undefined ? {} : { duplicate };
        await core.captures.put(scanId, { ...parked, ...choice, names, state: 'pending' });
        if (!parked.from) await leaveReview(captures, scanId, { ...parked, names });
      }
      if (state !== 'open') throw new AppError(`vault-${state}`);
      const choice = duplicate === undefined ? {} : { duplicate };
      const saved = await changed(
        captures.save(scanId, { ...parked, ...choice }, { issuer, label }),
      );
      await enrolments.wasReviewed(scanId, saved);
      await captures.keepOwn();
      return vault.account(saved.accountId);
    },
    unlockOpen: () => openUnlockWindow(),
    discardScan: async ({ scanId }) => {
      await core.captures.remove(scanId);
      await captures.keepOwn();
    },
    accountChange: ({ id, change }) => changed(vault.change(id, change)),
    accountBin: ({ id }) => changed(vault.bin(id)),
    accountRestore: ({ id }) => changed(vault.restore(id)),
    accountDelete: ({ id }) => changed(vault.delete(id)),
    fillTab: (ask) => byHand.fillTab(ask),
    pickerView: () => chooser.view(),
    pickAccount: async ({ promptId, id }) => {
      await chooser.check(promptId);
      await byHand.fillPrompt(promptId, id);
      await chooser.leave();
    },
    closePicker: () => chooser.leave(),
    clipboardClear: async ({ seconds }) => {
      await setAlarm(CLIPBOARD_ALARM, core.nowMs() + seconds * 1000);
    },
  };
}
