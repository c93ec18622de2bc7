import type { AccountView, Code } from '../../../lib/otp/account.ts';
import type {
  AccountRow,
  QrModules,
  ScanResult,
  ScanView,
  SiteView,
} from '../../../lib/protocol/views.ts';
import type { BackupView } from '../../../lib/protocol/vault-views.ts';
import { DAY_MS } from './sample.ts';
import type { ScreenState } from './screen-state.ts';

/** Digits that look like a code and change with every step; no cryptography here. */
function codeOf(account: Exclude<AccountView, { readonly type: 'hotp' }>, counter: number): Code {
  const number = Number(account.id.replaceAll(/\D/gu, '')) + 1;
  const digits = String((counter * 7919 + number * 104_729) % 10 ** account.digits);
  const periodMs = account.periodSeconds * 1000;
  return {
    digits: digits.padStart(account.digits, '0'),
    counter,
    startMs: counter * periodMs,
    endMs: (counter + 1) * periodMs,
  };
}

export function rowOf(account: AccountView): AccountRow {
  if (account.type === 'hotp') return { account };
  const counter = Math.floor(Date.now() / (account.periodSeconds * 1000));
  return { account, code: codeOf(account, counter), next: codeOf(account, counter + 1) };
}

/** The last backup, as the state says; `count` accounts are in the vault. */
export function sampleBackup({ backup }: ScreenState, count: number): BackupView {
  return {
    ...(backup === 'none' ? {} : { madeMs: Date.now() - 3 * DAY_MS }),
    missing: { none: count, some: 2, all: 0 }[backup],
    changed: backup === 'all' ? 'same' : 'changed',
  };
}

export const RECOVERY_CODE = 'K7QF-2MZD-9XWT-4HRB-8NVC-6PJY-3LSG';

/** Looks like a QR, says nothing. */
export const SAMPLE_QR: QrModules = {
  size: 33,
  rows: Array.from({ length: 33 }, (_row, y) =>
    Array.from({ length: 33 }, (_cell, x) => (x * 7 + y * 13 + x * y) % 3 === 0),
  ),
};

export const SITES: readonly SiteView[] = [
  {
    id: 'vms-cloud',
    name: 'VIGI VMS Cloud',
    origins: ['https://vms.tplinkcloud.com', 'https://id.tplinkcloud.com'],
    kind: 'registered',
    settings: { fill: 'by-itself', submit: 'never', clockOffsetMs: 0 },
    remembered: [],
  },
  {
    id: 'https://192.168.1.10:8043',
    name: '192.168.1.10:8043',
    origins: ['https://192.168.1.10:8043'],
    kind: 'granted',
    settings: { fill: 'by-hand', submit: 'once', clockOffsetMs: 41_000 },
    remembered: [{ id: 'prompt-1', rememberedMs: 1_800_000_000_000 }],
  },
];

const KNOWN = {
  id: 'account-known',
  issuer: 'TP-Link',
  label: 'maria@example.com',
  sites: ['VIGI VMS Cloud', 'nvr.local:8043'],
};

export function sampleScan(state: ScreenState): ScanView {
  return {
    scanId: 'scan-1',
    issuer: 'TP-Link',
    label: 'maria@example.com',
    type: 'totp',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: 30,
    assumed: 'none',
    duplicate: state.duplicate,
    alphabets: 'one',
    sites: ['VIGI VMS Cloud'],
    ...(state.duplicate === 'none' ? {} : { known: KNOWN }),
  };
}

/** By what the state says that a scan finds. */
export function sampleScanResults(
  scan: ScanView,
): Readonly<Record<ScreenState['scanResults'], readonly ScanResult[]>> {
  return {
    one: [{ kind: 'otpauth', scan }],
    many: [
      { kind: 'otpauth', scan },
      { kind: 'vigi-device' },
      { kind: 'wifi' },
      { kind: 'migration' },
      { kind: 'refused', code: 'algorithm-unsupported' },
    ],
    export: [{ kind: 'migration', missing: [2, 3], batchSize: 3, exportId: '3 1' }],
    none: [],
  };
}
