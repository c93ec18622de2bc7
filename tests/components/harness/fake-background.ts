import { AppError } from '../../../lib/errors.ts';
import { BIN_DAYS } from '../../../lib/limits.ts';
import { sortAccounts } from '../../../lib/otp/account-order.ts';
import type { AccountView } from '../../../lib/otp/account.ts';
import type { OwnRequests } from '../../../lib/protocol/own-messages.ts';
import type { RestoreAnswer } from '../../../lib/protocol/restore-views.ts';
import type { PasskeyView, UnlockAnswer } from '../../../lib/protocol/vault-views.ts';
import { fakeSites } from './fake-sites.ts';
import { fakeTransfers } from './fake-transfers.ts';
import { byCounter, sampleAccount, sampleAccounts, sampleBin, sampleTags } from './sample.ts';
import {
  RECOVERY_CODE,
  rowOf,
  SAMPLE_QR,
  sampleBackup,
  sampleScanResults,
  sampleScan,
} from './sample-answers.ts';
import { sampleAdministrator } from './sample-administrator.ts';
import { sampleHealth, withoutFiles } from './sample-health.ts';
import { samplePage } from './sample-page.ts';
import { SAMPLE_RESTORE } from './sample-restore.ts';
import type { ScreenState } from './screen-state.ts';

/** Requests that replace the vault key. */
const ROTATES = /^(?:passphraseChange|recoveryReissue)$/u;

/** Names of all requests in the order they came; read by the tests. */
export const requests: string[] = [];

/** Answers every request of our own pages from memory, as the state says. */
export function fakeBackground(state: ScreenState): Partial<OwnRequests> {
  let vault = state.vault;
  let live = sampleAccounts(state.accounts, state.labels)
    .map((account, index) => (index < state.counters ? byCounter(account) : account))
    .map((account, index) => (index === 0 ? { ...account, note: state.note ?? '' } : account));
  let binned = sampleBin(state.binned);
  const scan = sampleScan(state);
  const scanResults = sampleScanResults(scan);
  let isScanWaiting = state.review === 'waiting';
  const page = samplePage(state);
  let passkeys: readonly PasskeyView[] =
    state.passkeys === 'some'
      ? [{ credentialId: 'credential-1', name: 'Fingerprint of this laptop', prfSalt: '' }]
      : [];
  let lockMinutes = 15;
  let keepUnlocked: 'on' | 'off' = 'off';
  let { archive } = state;
  let health = sampleHealth(state);
  let { unreadable } = state;
  let backup = sampleBackup(state, live.length);
  const restoreAnswer = (): RestoreAnswer => {
    const answer = unlockAnswer();
    return answer.kind === 'open' ? SAMPLE_RESTORE : answer;
  };
  const unlockAnswer = (): UnlockAnswer => {
    if (state.unlock === 'wrong') return { kind: 'wrong' };
    if (state.unlock === 'delayed') return { kind: 'delayed', untilMs: Date.now() + 40_000 };
    return { kind: 'open' };
  };
  const getLive = (id: string): AccountView => {
    const account = live.find((one) => one.id === id);
    if (!account) throw new Error('no such account');
    return account;
  };
  return {
    vaultState: () => ({
      state: vault,
      access: vault === 'open' ? 'read-write' : state.access,
      quarantined: vault === 'damaged' ? 2 : unreadable,
      keyId: String(requests.filter((name) => ROTATES.test(name)).length),
      passkeys,
      lockMinutes,
      keepUnlocked,
      oldData: state.oldData,
      ...(vault === 'open' ? { backup } : {}),
    }),
    health: () => health,
    healthNote: ({ files }) => {
      if (files !== 'deleted') return;
      health = withoutFiles(health);
    },
    administrator: () => sampleAdministrator(state),
    archiveState: () => archive,
    passphraseChange: () => unlockAnswer(),
    recoveryReissue: () => ({ kind: 'open', recoveryCode: RECOVERY_CODE }),
    passkeyRename: ({ credentialId, name }) => {
      passkeys = passkeys.map((one) =>
        one.credentialId === credentialId ? { ...one, name } : one,
      );
    },
    passkeyRemove: ({ credentialId }) => {
      passkeys = passkeys.filter((one) => one.credentialId !== credentialId);
    },
    lockMinutes: ({ minutes }) => {
      lockMinutes = minutes;
    },
    keepUnlocked: () => {
      keepUnlocked = 'on';
      return unlockAnswer();
    },
    keepUnlockedStop: () => {
      keepUnlocked = 'off';
    },
    repairAcceptOlder: () => {
      vault = 'open';
    },
    repairKeepReadable: () => {
      vault = 'open';
      unreadable = 0;
      return { dropped: 2 };
    },
    repairStartOver: () => {
      vault = 'absent';
    },
    vaultArchive: () => {
      vault = 'absent';
      archive = 'kept';
    },
    backupMake: () => ({ text: '{}', madeMs: Date.now(), accounts: live.length, unreadable: 0 }),
    backupKept: ({ madeMs }) => {
      backup = { madeMs, missing: 0, changed: 'same' };
    },
    backupLook: () => ({ madeMs: SAMPLE_RESTORE.madeMs }),
    ...fakeTransfers(unlockAnswer),
    backupPreview: restoreAnswer,
    backupAdd: restoreAnswer,
    backupRestore: () => {
      vault = 'open';
      return { ...SAMPLE_RESTORE, recoveryCode: RECOVERY_CODE };
    },
    archiveDelete: () => {
      archive = 'none';
    },
    showQr: () => {
      const answer = unlockAnswer();
      return answer.kind === 'open' ? { kind: 'open', qr: SAMPLE_QR } : answer;
    },
    qrWindow: () => {},
    ...fakeSites(state),
    popupView: ({ limit }) => {
      const here = page.siteId ? live.filter((one) => one.sites.includes('vms-cloud')) : [];
      const open = vault === 'open' || state.access === 'read-only';
      return {
        vault,
        rows: open ? sortAccounts(live, idsOf(here)).slice(0, limit).map(rowOf) : [],
        total: open ? live.length : 0,
        ...(vault === 'open' && live.length === 0 && { binned: binned.length }),
        here: idsOf(here),
        recent: [],
        ...(vault === 'locked' && {
          unlockedBy: { passphrase: state.passphrase, passkey: state.passkeys },
        }),
        tags: open && live.length > 8 ? sampleTags(live) : [],
        notBackedUp: vault === 'open' ? backup.missing : 0,
        ...(vault === 'open' && state.health === 'bad' && { recoveryNotKept: 'a code' }),
        health: state.health === 'good' ? ('good' as const) : ('warning' as const),
        ...(state.granted === 'none' ? {} : { granted: state.granted }),
        ...(state.page === 'none' ? {} : { page }),
        scanResults: state.review === 'waiting' ? [{ kind: 'otpauth', scan }] : [],
      };
    },
    accounts: ({ bin }) => (bin === 'live' ? live : binned),
    bin: () => binned,
    codes: ({ ids }) => live.filter((one) => ids.includes(one.id)).map(rowOf),
    nextCode: ({ id, counter }) => {
      const account = getLive(id);
      if (account.type !== 'hotp') throw new AppError('account-unknown');
      const taken = counter ?? account.counter;
      const rest = { ...account, counter: taken + 1 };
      live = live.map((one) => (one.id === id ? rest : one));
      return { digits: String(100_000 + taken), counter: taken };
    },
    createVault: () => {
      vault = 'open';
      return { recoveryCode: RECOVERY_CODE };
    },
    unlock: () => {
      const answer = unlockAnswer();
      if (answer.kind === 'open' && vault === 'locked') vault = 'open';
      return answer;
    },
    lock: () => {
      vault = 'locked';
    },
    readUri: () => scan,
    readTyped: ({ issuer, label }) => ({ ...scan, issuer, label }),
    readTab: () => scanResults[state.scanResults],
    reviewScan: (names) => ({ ...scan, ...names }),
    saveScan: ({ duplicate, issuer, label }) => {
      isScanWaiting = false;
      const saved = { ...scan, issuer, label, id: `account-${live.length}` };
      const account = { ...sampleAccount(), ...saved };
      live = [account, ...live];
      return duplicate === 'replace' ? { ...account, replacedId: 'binned-0' } : account;
    },
    waitingScan: () => (isScanWaiting ? { scan } : {}),
    discardScan: () => {
      isScanWaiting = false;
    },
    unlockOpen: () => {},
    readText: () => scanResults[state.scanResults],
    readPicture: () => scanResults[state.scanResults],
    accountChange: ({ id, change }) => {
      const changed = { ...getLive(id), ...change };
      live = live.map((one) => (one.id === id ? changed : one));
      return changed;
    },
    accountBin: ({ id }) => {
      const back = { ...getLive(id), binnedMs: Date.now(), daysLeft: BIN_DAYS };
      // As the vault lists them: in the order in which they were added.
      binned = [...binned, back].toSorted((one, other) => (one.id < other.id ? -1 : 1));
      live = live.filter((one) => one.id !== id);
    },
    accountRestore: ({ id, bin }) => {
      live = [...binned.filter((one) => one.id === id), ...live];
      binned = binned.filter((one) => one.id !== id);
      live = live.filter((one) => one.id !== bin);
    },
    accountDelete: ({ id }) => {
      binned = binned.filter((one) => one.id !== id);
    },
    accountUsed: () => {},
    enrolmentFill: () => undefined,
    reviewPage: () => ({ kind: 'otpauth', scan }),
    fillTab: () => ({ outcome: state.page === 'vms-waiting' ? 'sent' : 'no-prompt' }),
    pickerView: () => ({
      promptId: 'prompt',
      tabId: page.tabId,
      host: page.host,
      accounts: live.slice(0, state.choices ?? live.length),
      others: live.length - (state.choices ?? live.length),
    }),
    pickAccount: () => {},
    closePicker: () => {},
    clipboardClear: () => {},
    clipboardCopied: () => ({ copied: [] }),
    floatOpen: () => {},
    floatAccounts: () => {
      if (vault === 'locked') throw new AppError('vault-locked');
      return live.slice(0, state.choices ?? live.length);
    },
  };
}

function idsOf(accounts: readonly AccountView[]): readonly string[] {
  return accounts.map(({ id }) => id);
}
