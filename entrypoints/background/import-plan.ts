import { errorCodeOf, type ErrorCode } from '../../lib/errors.ts';
import type { ImportEntry } from '../../lib/formats/format.ts';
import { type NewAccount, STEAM_PARAMETERS } from '../../lib/otp/account.ts';
import { checkKey, mayBeSteam } from '../../lib/otp/key.ts';
import { getName, printableName } from '../../lib/otp/name.ts';
import type { ImportLine } from '../../lib/protocol/import-views.ts';
import type { Duplicate } from '../../lib/vault/model.ts';
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
  const seen = new Set<string>();
  const checked = readings.flatMap(({ entries }, file) =>
    entries.map((entry) => checkEntry(entry, file, seen)),
  );
  // One look at the vault for all of them: it may have as many accounts as the files.
  const kept = checked.flatMap((one) => ('kept' in one ? [one] : []));
  const duplicates = await vault.findDuplicates(kept.map((one) => one.kept));
  const maybeSteam = kept.filter((one) => mayBeSteam(one.kept));
  const steams = maybeSteam.map((one) => ({ ...one.kept, ...STEAM_PARAMETERS }));
  const steamDuplicates = await vault.findDuplicates(steams);
  const duplicateOf = new Map(kept.map((one, at) => [one, duplicates[at]]));
  const isSteamThere = new Map(
    maybeSteam.map((one, at) => [one, steamDuplicates[at]?.kind === 'same-secret']),
  );
  return checked.map((one) =>
    'kept' in one ? lineOf(one, duplicateOf.get(one), isSteamThere.get(one) === true) : one,
  );
}

export function wipePlan(lines: readonly PlannedLine[]): void {
  for (const { account } of lines) account?.secret.fill(0);
}

/** An account that the vault can keep, and that did not stand in the files before. */
interface Keepable {
  readonly kept: NewAccount;
  readonly place: Place;
  readonly isTrashed: boolean;
  readonly assumed?: 'period';
}

/** Where an entry stands. */
type Place = Pick<ImportLine, 'file' | 'line'>;

/** What of an entry can be said without the vault: its line, where nothing of it can be saved. */
function checkEntry(entry: ImportEntry, file: number, seen: Set<string>): PlannedLine | Keepable {
  const place = entry.line === undefined ? { file } : { file, line: entry.line };
  if (entry.kind === 'refused') {
    const { issuer, label, reason } = entry;
    return { view: { kind: 'refused', ...place, issuer, label, reason } };
  }
  const { account } = entry;
  const kept = keptOf(account);
  if (typeof kept === 'string') {
    account.secret.fill(0);
    return { view: { kind: 'refused', ...place, ...namesOf(account), code: kept } };
  }
  const content = JSON.stringify({ ...kept, secret: [...kept.secret] });
  if (seen.has(content)) {
    account.secret.fill(0);
    return { view: { kind: 'twice', ...place, ...namesOf(account) } };
  }
  seen.add(content);
  const { assumed } = entry;
  return { kept, place, isTrashed: entry.trashed === true, ...(assumed ? { assumed } : {}) };
}

function lineOf(
  { kept, place, isTrashed, assumed }: Keepable,
  duplicate: Duplicate | undefined,
  isSteamThere: boolean,
): PlannedLine {
  const { kind, id } = duplicate ?? { kind: 'none' };
  const names = namesOf(kept);
  if (kind === 'same-secret' || isSteamThere) {
    kept.secret.fill(0);
    return { view: { kind: 'there', ...place, ...names } };
  }
  const word = kind === 'same-name' ? 'same-name' : 'new';
  const maybeSteam = mayBeSteam(kept) ? { maybeSteam: { digits: kept.digits } } : {};
  const hints = assumed ? { assumed } : {};
  return {
    view: { kind: isTrashed ? 'trashed' : word, ...place, ...names, ...maybeSteam, ...hints },
    account: kept,
    ...(kind === 'same-name' && id !== undefined ? { knownId: id } : {}),
  };
}

function namesOf({ issuer, label }: Pick<NewAccount, 'issuer' | 'label'>): {
  readonly issuer: string;
  readonly label: string;
} {
  return { issuer: printableName(issuer), label: printableName(label) };
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
