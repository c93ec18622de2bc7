import { defineBackground } from 'wxt/utils/define-background';
import { onAlarm, onScreenLocked } from '../../lib/browser/alarms.ts';
import { overwriteClipboard } from '../../lib/browser/clipboard.ts';
import { onCommand } from '../../lib/browser/commands.ts';
import {
  onBrowserStart,
  onFirstInstall,
  onUpdated,
  openOwnTab,
} from '../../lib/browser/lifecycle.ts';
import { ownIdentity, serveMessages } from '../../lib/browser/messages.ts';
import { onMenu } from '../../lib/browser/menus.ts';
import { onTabClosed } from '../../lib/browser/tabs.ts';
import { Queue } from '../../lib/policy/queue.ts';
import { createServer } from '../../lib/protocol/server.ts';
import { backupOffer } from './backup-offer.ts';
import { counted } from './counted.ts';
import { CAPTURE_ALARM, Captures } from './captures.ts';
import { clockCheck } from './clock-check.ts';
import { Chooser } from './account-picker.ts';
import { createCore } from './core.ts';
import { Enrolments } from './enrolments.ts';
import { GrantedSites, INSERT_MENU, SCAN_MENU } from './granted-sites.ts';
import { HandFills } from './manual-fills.ts';
import { CLIPBOARD_ALARM, createLatch, LOCK_ALARM } from './lock-controller.ts';
import { ownRequests } from './own-requests.ts';
import { Prompts } from './prompts.ts';
import { scanToPopup } from './scan.ts';
import { onUnlockWindowClosed, openUnlockWindow } from './unlock-window.ts';

/** Everything is registered in the first tick: later listeners miss the event that woke us. */
export default defineBackground({
  main() {
    const core = createCore();
    const captures = new Captures(core);
    const chooser = new Chooser(core);
    const decisions = new Queue();
    const prompts = new Prompts(core, decisions, openUnlockWindow, chooser);
    const byHand = new HandFills(core, decisions, openUnlockWindow, chooser);
    const enrolments = new Enrolments(core, captures, openUnlockWindow);
    const granted = new GrantedSites(core);
    const latch = createLatch(
      core,
      async () => {
        await enrolments.continueAfterUnlock();
        await prompts.continueAfterUnlock();
      },
      async () => {
        await Promise.all([enrolments.forgetParked(), chooser.happened({ kind: 'locked' })]);
      },
    );
    const server = createServer(
      ownIdentity(),
      {
        ...prompts.handlers,
        ...enrolments.handlers,
        ...counted(enrolments.handlers, latch),
        ...clockCheck(core),
        ...backupOffer(core),
      },
      ownRequests(core, captures, byHand, latch, granted, enrolments, chooser),
    );
    serveMessages((message, sender) => server.answer(message, sender));
    onAlarm((name) => {
      if (name === LOCK_ALARM) void latch.check();
      if (name === CLIPBOARD_ALARM) void overwriteClipboard();
      if (name === CAPTURE_ALARM) void enrolments.dropDead();
    });
    onCommand((command, tabId) => {
      if (command === 'lock') void latch.lock();
      else if (tabId !== undefined) void byHand.fillByCommand(tabId);
    });
    onMenu((id, tabId, frameId) => {
      if (id === INSERT_MENU) void byHand.insertByMenu(tabId, frameId);
      if (id === SCAN_MENU) void scanToPopup(captures, tabId);
    });
    onScreenLocked(() => void latch.lock());
    onUnlockWindowClosed(() => {
      void (async () => {
        if ((await core.vault.state()) !== 'open') await enrolments.forgetParked();
      })();
    });
    onTabClosed((tabId) => {
      void prompts.forgetTab(tabId);
      void captures.forgetTab(tabId);
      void chooser.happened({ kind: 'tab-closed', tabId });
    });
    onBrowserStart(() => {
      void latch.started();
      void granted.sync();
    });
    onUpdated(() => {
      void latch.started();
      void granted.sync();
    });
    onFirstInstall(() => {
      void granted.sync();
      void openOwnTab('/welcome.html');
    });
  },
});
