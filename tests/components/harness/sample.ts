import { BIN_DAYS } from '../../../lib/limits.ts';
import type { AccountView, BinnedAccount } from '../../../lib/otp/account.ts';
import type { TagCount } from '../../../lib/protocol/views.ts';

export const DAY_MS = 86_400_000;

type TimedView = Exclude<AccountView, { readonly type: 'hotp' }>;

const BASE: TimedView = {
  id: '',
  issuer: '',
  label: '',
  type: 'totp',
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
  status: 'confirmed',
  pinned: 'unpinned',
  tags: [],
  note: '',
  sites: [],
  createdMs: 0,
  changedMs: 0,
};

const FEW: readonly Partial<TimedView>[] = [
  { issuer: 'TP-Link', label: 'maria@example.com', sites: ['vms-cloud'] },
  { issuer: 'TP-Link', label: 'ops@harbour-logistics.example', sites: ['vms-cloud'] },
  { issuer: 'Example Hosting', label: 'maria', pinned: 'pinned', tags: ['Harbour'] },
  { issuer: 'Wholesale & Sons', label: 'orders', digits: 8, status: 'unconfirmed' },
  {
    issuer: 'A company with a name far longer than any row is wide',
    label: 'firstname.lastname.department@a-very-long-host-name.example.com',
    periodSeconds: 60,
  },
];

/** The same account with codes by counter. */
export function byCounter(account: AccountView): AccountView {
  if (account.type === 'hotp') return account;
  const { periodSeconds: _timed, ...rest } = account;
  return { ...rest, type: 'hotp', counter: 5 };
}

/** `count` accounts: a few of every sort first, then many alike; the first have these names, if any. */
export function sampleAccounts(
  count: number,
  labels: readonly string[] = [],
): readonly AccountView[] {
  return Array.from({ length: count }, (_, index) => ({
    ...BASE,
    issuer: 'TP-Link',
    label: `site-${index}@customer-${index % 17}.example`,
    tags: [`Customer ${index % 17}`],
    ...FEW[index],
    ...(labels[index] !== undefined && { label: labels[index] }),
    id: `account-${index}`,
  }));
}

/** `count` accounts in the bin, each six days longer there than the one before. */
export function sampleBin(count: number): readonly BinnedAccount[] {
  return sampleAccounts(count).map((account, index) => ({
    ...account,
    id: `binned-${index}`,
    binnedMs: Date.now() - index * 6 * DAY_MS,
    daysLeft: BIN_DAYS - index * 6,
  }));
}

/** The first of them. */
export function sampleAccount(): AccountView {
  const [sample] = sampleAccounts(1);
  if (!sample) throw new Error('there is a sample');
  return sample;
}

/** The tags of these accounts, as the popup's filter shows them. */
export function sampleTags(live: readonly AccountView[]): readonly TagCount[] {
  const all = new Set(live.flatMap(({ tags }) => tags));
  return [...all].slice(0, 20).map((tag) => ({
    tag,
    count: live.filter(({ tags }) => tags.includes(tag)).length,
  }));
}
