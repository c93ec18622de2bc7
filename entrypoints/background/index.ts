import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm, onScreenLocked } from '../../lib/browser/alarms.ts';
import { onCommand } from '../../lib/browser/commands.ts';
import {
  onBrowserStart,
  onFirstInstall,
  onNewSession,
  onUpdated,
  openOwnTab,
} from '../../lib/browser/lifecycle.ts';
import { onManagedChanged } from '../../lib/browser/managed-storage.ts';
import { onMenu } from '../../lib/browser/menus.ts';
import { ownIdentity, serveMessages } from '../../lib/browser/messages.ts';
import { injectIntoOpenTabs } from '../../lib/browser/scripting.ts';
import { onTabClosed } from '../../lib/browser/tabs.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { createServer } from '../../lib/protocol/server.ts';
import { AccountPicker } from './account-picker.ts';
import { backupOffer } from './backup-offer.ts';
import { CLIPBOARD_ALARM, clearCopied } from './copied-texts.ts';
import { CopyCommand } from './copy-command.ts';
import { createCore } from './core.ts';
import { Enrolments } from './enrolments.ts';
import { GrantedSites, INSERT_MENU, SCAN_MENU } from './granted-sites.ts';
import { LOCK_ALARM, LockController } from './lock-controller.ts';
import { ManualFills } from './manual-fills.ts';
import { ownRequests, type OwnParts } from './own-requests.ts';
import { showPopup } from './popup-window.ts';
import { Prompts } from './prompts.ts';
import { forgetQrAccount } from './qr-window.ts';
import { readTabToPopup } from './left-results.ts';
import { SCAN_ALARM, Scans } from './scans.ts';
import { forgetUnlockShows, onUnlockWindowClosed } from './unlock-window.ts';

interface Parts extends OwnParts {
  readonly prompts: Prompts;
}

function createParts(): Parts {
  const core = createCore();
  const scans = new Scans(core);
  const picker = new AccountPicker(core);
  const decisions = new Queue();
  const prompts = new Prompts(core, decisions, picker);
  const enrolments = new Enrolments(core, scans);
  const copying = new CopyCommand(core);
  const lock = new LockController(core, {
    async continueAfterUnlock() {
      await forgetUnlockShows();
      await enrolments.continueAfterUnlock();
      await prompts.continueAfterUnlock();
      // Not awaited: nothing else of the unlocking waits for the clipboard.
      void copying.continueAfterUnlock();
    },
    async forgetAfterLock() {
      await Promise.all([
        enrolments.forgetUnsaved(),
        picker.handle({ kind: 'locked' }),
        forgetQrAccount(),
      ]);
    },
  });
  const manualFills = new ManualFills(core, decisions, picker);
  const granted = new GrantedSites(core);
  return { core, scans, picker, prompts, enrolments, lock, manualFills, granted, copying };
}

function serve(parts: Parts): void {
  const { core, prompts, enrolments, lock } = parts;
  const pageHandlers = {
    ...prompts.handlers,
    ...enrolments.handlers,
    ...lock.withCounting(enrolments.handlers),
    ...backupOffer(core),
  };
  const server = createServer(ownIdentity(), pageHandlers, ownRequests(parts));
  serveMessages((message, sender) => server.answer(message, sender));
}

/** Where a fill fails, the popup says what is wrong with the vault, or has the code to copy. */
function orShowPopup(tabId: number, filling: Promise<void>): void {
  void filling.catch(() => showPopup(tabId));
}

/** What the user does outside of our pages: keyboard commands, menus, closed tabs and windows. */
function listenToUser({
  core,
  scans,
  picker,
  prompts,
  enrolments,
  lock,
  manualFills,
  copying,
}: Parts): void {
  onCommand((command, tabId) => {
    if (command === 'lock') void lock.lock();
    else if (command === 'copy-pinned') void copying.run();
    else if (tabId !== undefined) orShowPopup(tabId, manualFills.fillByCommand(tabId));
  });
  onMenu((id, tabId, frameId) => {
    if (id === INSERT_MENU) orShowPopup(tabId, manualFills.insertByMenu(tabId, frameId));
    if (id === SCAN_MENU) void readTabToPopup(scans, tabId);
  });
  onScreenLocked(() => void lock.lock());
  onUnlockWindowClosed(async () => {
    if ((await core.vault.state()) === 'open') return;
    await Promise.all([enrolments.forgetUnsaved(), copying.forget()]);
  });
  onTabClosed((tabId) => {
    void prompts.forgetTab(tabId);
    void enrolments.forgetTab(tabId);
    void picker.handle({ kind: 'tab-closed', tabId });
  });
}

function listenToBrowser({ core, enrolments, lock, granted }: Parts): void {
  onAlarm((name) => {
    if (name === LOCK_ALARM) void lock.check();
    if (name === CLIPBOARD_ALARM) void clearCopied(core.nowMs());
    if (name === SCAN_ALARM) void enrolments.pruneExpired();
  });
  onManagedChanged(() => {
    core.administrator.forget();
    void granted.sync();
    void lock.followPolicy();
  });
  onBrowserStart(() => void lock.unlockAtBrowserStart());
  onUpdated(() => void lock.unlockAtBrowserStart());
  onFirstInstall(() => void openOwnTab('/welcome.html'));
  // An update drops the scripts of granted sites: first they are registered anew.
  void onNewSession(() => granted.sync().then(injectIntoOpenTabs));
}

/** ms: what woke the background is answered first. */
const GO_ON_AFTER_MS = 250;

/** Everything is registered in the first tick: a later listener misses the event that woke the background. */
export default defineBackground({
  main() {
    const parts = createParts();
    serve(parts);
    listenToUser(parts);
    listenToBrowser(parts);
    setTimeout(() => void parts.lock.goOnIfOpen().catch(() => undefined), GO_ON_AFTER_MS);
  },
});
