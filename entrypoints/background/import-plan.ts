import { errorCodeOf, type ErrorCode } from '../../lib/errors.ts';
import type { ImportEntry } from '../../lib/formats/format.ts';
import { type NewAccount, STEAM_PARAMETERS } from '../../lib/otp/account.ts';
import { checkKey, mayBeSteam } from '../../lib/otp/key.ts';
import { getName, printableName } from '../../lib/otp/name.ts';
import type { ImportLine } from '../../lib/protocol/import-views.ts';
import type { Vault } from '../../lib/vault/vault.ts';
import type { FileReading } from './imported-files.ts';

/** One line of the list, with what would be saved for it. */
export interface PlannedLine {
  readonly view: ImportLine;
  /** Absent where nothing can be saved; the secret is the plan's to wipe. */
  readonly account?: NewAccount;
  /** The saved account of the same name. */
  readonly knownId?: string;
}

/** What would become of each entry of the files, in their order: the same files always give the same lines. */
export async function planImport(
  vault: Vault,
  readings: readonly FileReading[],
): Promise<readonly PlannedLine[]> {
  const lines: PlannedLine[] = [];
  const seen = new Set<string>();
  for (const [file, { entries }] of readings.entries()) {
    for (const entry of entries) lines.push(await planEntry(vault, entry, file, seen));
  }
  return lines;
}

export function wipePlan(lines: readonly PlannedLine[]): void {
  for (const { account } of lines) account?.secret.fill(0);
}

async function planEntry(
  vault: Vault,
  entry: ImportEntry,
  file: number,
  seen: Set<string>,
): Promise<PlannedLine> {
  if (entry.kind === 'refused') {
    const { issuer, label, reason, line } = entry;
    const place = line === undefined ? { file } : { file, line };
    return { view: { kind: 'refused', ...place, issuer, label, reason } };
  }
  const { account } = entry;
  const names = { issuer: printableName(account.issuer), label: printableName(account.label) };
  const kept = keptOf(account);
  if (typeof kept === 'string') {
    account.secret.fill(0);
    return { view: { kind: 'refused', file, ...names, code: kept } };
  }
  const content = JSON.stringify({ ...kept, secret: [...kept.secret] });
  const isTwice = seen.has(content);
  seen.add(content);
  const { kind, id } = isTwice
    ? { kind: 'twice' as const, id: undefined }
    : await vault.findDuplicate(kept);
  const isSteamThere = mayBeSteam(kept) && (await isSaved(vault, { ...kept, ...STEAM_PARAMETERS }));
  if (kind === 'twice' || kind === 'same-secret' || isSteamThere) {
    account.secret.fill(0);
    return { view: { kind: kind === 'twice' ? 'twice' : 'there', file, ...names } };
  }
  const isTrashed = entry.trashed === true;
  const word = kind === 'same-name' ? 'same-name' : 'new';
  const maybeSteam = mayBeSteam(kept) ? { maybeSteam: { digits: kept.digits } } : {};
  return {
    view: { kind: isTrashed ? 'trashed' : word, file, ...names, ...maybeSteam },
    account: kept,
    ...(kind === 'same-name' && id !== undefined ? { knownId: id } : {}),
  };
}

async function isSaved(vault: Vault, account: NewAccount): Promise<boolean> {
  return (await vault.findDuplicate(account)).kind === 'same-secret';
}

/** The account as the vault keeps it, or why it cannot. */
function keptOf(account: NewAccount): NewAccount | ErrorCode {
  try {
    const key = checkKey(account);
    return { ...key, issuer: getName(account.issuer), label: getName(account.label) };
  } catch (thrown) {
    return errorCodeOf(thrown);
  }
}
