import type { FileReason } from '../../../lib/errors.ts';
import type { RefusedEntry } from '../../../lib/formats/format.ts';
import type { NewAccount } from '../../../lib/otp/account.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import type { ExpectedAccount, ExpectedRefusal, Sample } from './manifest.ts';

/** What can be wrong with an import, the worst first. */
export const FAULTS = [
  'changed value',
  'lost silently',
  'crash or hang',
  'refused without its reason',
  'wrong name',
  'refused though promised',
  'password',
  'missing codes',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What came out of a sample's bytes. */
export interface Outcome {
  readonly refusedFor?: FileReason;
  /** It asked for a password, or would not take the one it got. */
  readonly isLocked?: boolean;
  readonly accounts: readonly NewAccount[];
  readonly refused: readonly RefusedEntry[];
  readonly missingCodes: number;
}

export interface FoundFault {
  readonly fault: Fault;
  /** Never with a secret: a name, or a reason. */
  readonly detail: string;
}

interface PlainAccount {
  readonly type: string;
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly moving: number;
}

const KEY_FIELDS = ['type', 'algorithm', 'digits', 'moving'] as const;
const NAME_FIELDS = ['issuer', 'label'] as const;

export function faultsOf({ expect, tier }: Sample, outcome: Outcome): readonly FoundFault[] {
  const isCalm = outcome.refusedFor !== undefined && outcome.accounts.length === 0;
  if (tier === 'extra' && (isCalm || outcome.isLocked === true)) return [];
  if (expect.file === 'refused') {
    // A file of one line may be refused by that line.
    const isByLine = outcome.refused.some(({ reason }) => reason === expect.why);
    if (outcome.accounts.length === 0 && isByLine) return [];
    if (!isCalm) {
      return [{ fault: 'refused without its reason', detail: 'was read, but had to be refused' }];
    }
    if (outcome.refusedFor === expect.why) return [];
    const detail = `${outcome.refusedFor} instead of ${expect.why}`;
    return [{ fault: 'refused without its reason', detail }];
  }
  return [
    ...accountFaults(expect.accounts, outcome),
    ...(expect.refused ?? []).flatMap((refusal) => refusalFault(refusal, outcome)),
    ...missingFault(expect.missingCodes ?? 0, outcome.missingCodes),
  ];
}

function accountFaults(expected: readonly ExpectedAccount[], outcome: Outcome): FoundFault[] {
  const left = distinct(outcome.accounts.map((account) => plainOf(account)));
  const faults: FoundFault[] = [];
  const take = (isIt: (account: PlainAccount) => boolean): PlainAccount | undefined => {
    const at = left.findIndex((account) => isIt(account));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const wanted = distinct(expected);
  const unmatched = wanted.filter(
    (one) => !take((account) => sameKey(one, account) && sameNames(one, account)),
  );
  for (const one of unmatched) {
    const name = `${one.issuer}:${one.label}`;
    const named = take((account) => sameKey(one, account));
    if (named)
      faults.push({ fault: 'wrong name', detail: `${name} as ${named.issuer}:${named.label}` });
    else if (take((account) => account.secret === one.secret)) {
      faults.push({ fault: 'changed value', detail: name });
    } else faults.push(...absenceFault(one, outcome));
  }
  const invented = left.map(({ issuer, label }): FoundFault => {
    return { fault: 'changed value', detail: `${issuer}:${label} is not in the sample` };
  });
  return [...faults, ...invented];
}

function absenceFault(one: ExpectedAccount, outcome: Outcome): FoundFault[] {
  const name = `${one.issuer}:${one.label}`;
  if (outcome.refusedFor !== undefined) {
    return [
      { fault: 'refused though promised', detail: `${name}, whole file: ${outcome.refusedFor}` },
    ];
  }
  const refusal = outcome.refused.find((entry) => sameNames(one, entry));
  if (refusal === undefined) return [{ fault: 'lost silently', detail: name }];
  if (refusal.reason === one.orRefuse) return [];
  return [{ fault: 'refused though promised', detail: `${name}: ${refusal.reason}` }];
}

function refusalFault({ name, line, why }: ExpectedRefusal, outcome: Outcome): FoundFault[] {
  const isIt = (entry: RefusedEntry): boolean =>
    entry.reason === why &&
    (line === undefined || entry.line === undefined || entry.line === line) &&
    (name === undefined || isNamed(entry, name));
  if (outcome.refused.some((entry) => isIt(entry)) || outcome.refusedFor === why) return [];
  const got = outcome.refused.map((entry) => `${entry.issuer}:${entry.label} ${entry.reason}`);
  const detail = `${name ?? `line ${line}`} for ${why}; refused: ${got.join(', ') || 'none'}`;
  return [{ fault: 'refused without its reason', detail }];
}

/** By its names, or, where it has none that could be read, by its line. */
function isNamed({ issuer, label, line }: RefusedEntry, name: string): boolean {
  const own = [`${issuer}:${label}`, label, issuer].map((one) => one.toLowerCase());
  return own.includes(name.toLowerCase()) || (issuer + label === '' && line !== undefined);
}

function missingFault(expected: number, got: number): FoundFault[] {
  if (expected === got) return [];
  return [{ fault: 'missing codes', detail: `${got} instead of ${expected}` }];
}

function plainOf(account: NewAccount): PlainAccount {
  return {
    type: account.type,
    issuer: account.issuer,
    label: account.label,
    secret: encodeBase32(account.secret),
    algorithm: account.algorithm.replace('-', ''),
    digits: account.digits,
    moving: account.type === 'hotp' ? account.counter : account.periodSeconds,
  };
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

function sameKey(expected: ExpectedAccount, account: PlainAccount): boolean {
  return (
    expected.secret === account.secret &&
    KEY_FIELDS.every((field) => {
      const manifestField = field === 'moving' ? movingField(expected) : field;
      const value = expected[manifestField];
      const also = expected.also?.[manifestField] ?? [];
      return [value, ...also].includes(account[field]);
    })
  );
}

function movingField({ counter }: ExpectedAccount): 'counter' | 'period' {
  return counter === undefined ? 'period' : 'counter';
}

function sameNames(
  expected: ExpectedAccount,
  names: { readonly issuer: string; readonly label: string },
): boolean {
  return NAME_FIELDS.every((field) =>
    [expected[field], ...(expected.also?.[field] ?? [])]
      .map((name) => String(name).trim())
      .includes(names[field].trim()),
  );
}
