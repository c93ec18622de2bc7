import { findTabUrl } from '../../lib/browser/tabs.ts';
import { errorCodeOf } from '../../lib/errors.ts';
import { sortAccounts } from '../../lib/otp/account-order.ts';
import type { AccountView } from '../../lib/otp/account.ts';
import { isSiteAllowed } from '../../lib/policy/administrator.ts';
import { boundTo, chooseAccount, isOfAnother } from '../../lib/policy/choose-account.ts';
import { promptsOf } from '../../lib/policy/prompt.ts';
import { isUnderWayAt } from '../../lib/policy/sign-in.ts';
import type { CurrentPage, PopupView, TagCount } from '../../lib/protocol/views.ts';
import { grantableOrigin, isLocalPage } from '../../lib/sites/grant.ts';
import { findSite } from '../../lib/sites/index.ts';
import type { Core } from './core.ts';
import { takeGranted } from './granted-sites.ts';
import { findWarnings, missingOf } from './health.ts';
import { findPageScan } from './page-scan.ts';
import { ACCOUNTS_IN_VIEW, recentIds } from './recent-accounts.ts';
import { hasResults, takeResults } from './left-results.ts';
import type { Scans } from './scans.ts';

async function findPage(core: Core, tabId: number): Promise<CurrentPage | undefined> {
  const url = await findTabUrl(tabId);
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { origin, host } = new URL(url);
  const site = await core.sites.find(origin);
  if (!site) return { tabId, host, prompt: 'none', grant: await findGrant(core, url) };
  const open = promptsOf(await core.prompts.rows(), tabId).length > 0;
  const skewMs = await core.skews.find(site.id);
  const signIn = await core.signIns.find(String(tabId));
  const isSigningIn =
    !open && findSite(origin) !== undefined && isUnderWayAt(signIn, site.id, core.nowMs());
  return {
    tabId,
    siteId: site.id,
    host,
    prompt: open ? 'waiting' : 'none',
    grant: 'none',
    ...(isSigningIn ? { signIn: 'under-way' as const } : {}),
    ...(skewMs === undefined ? {} : { skewMs }),
  };
}

async function findGrant(core: Core, url: string): Promise<CurrentPage['grant']> {
  try {
    const { origin } = grantableOrigin(url);
    if (!isSiteAllowed(await core.administrator.policy(), origin)) return 'none';
    return isLocalPage(url) ? 'likely' : 'possible';
  } catch {
    return 'none';
  }
}

interface AccountsHere {
  /** The likeliest first. */
  readonly ids: readonly string[];
  readonly account: CurrentPage['account'] | undefined;
}

/** The accounts of the site the user looks at. */
async function findAccountsHere(
  core: Core,
  accounts: readonly AccountView[],
  page: CurrentPage | undefined,
): Promise<AccountsHere> {
  if (page?.siteId === undefined) return { ids: [], account: undefined };
  const { siteId, tabId } = page;
  const here = boundTo(siteId, accounts);
  const identity = (await core.signIns.find(String(tabId)))?.identity;
  const choice = chooseAccount(here, siteId, identity);
  const best = choice.kind === 'one' ? choice.account.id : '';
  const sorted = here.toSorted((one, other) => Number(other.id === best) - Number(one.id === best));
  const [likeliest] = sorted;
  const isAnother = likeliest && isOfAnother(likeliest.label, identity);
  return {
    ids: sorted.map(({ id }) => id),
    account: !likeliest ? 'missing' : isAnother ? 'another' : undefined,
  };
}

/** More tags than these are found by search. */
const TAGS_MAX = 20;

/** A single tag would filter nothing worth a row of the popup, nor would any in a list that is in view as a whole. */
function tagCounts(accounts: readonly AccountView[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const tag of accounts.flatMap(({ tags }) => tags))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  if (counts.size < 2 || accounts.length <= ACCOUNTS_IN_VIEW) return [];
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .toSorted((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1))
    .slice(0, TAGS_MAX);
}

async function unlockedBy({ vault }: Core): Promise<NonNullable<PopupView['unlockedBy']>> {
  const [hasPassphrase, passkeys] = await Promise.all([
    vault.keys.hasPassphrase(),
    vault.keys.passkeys(),
  ]);
  return {
    passphrase: hasPassphrase ? 'some' : 'none',
    passkey: passkeys.length > 0 ? 'some' : 'none',
  };
}

/** All that the popup needs for its first picture. Codes are computed for `limit` rows only. */
export async function popupView(
  core: Core,
  scans: Scans,
  tabId: number | undefined,
  limit: number,
): Promise<PopupView> {
  try {
    return await readView(core, scans, tabId, limit);
  } catch (thrown) {
    // The vault was locked during the reading, so a locked vault is shown.
    if (errorCodeOf(thrown) !== 'vault-locked') throw thrown;
    return readView(core, scans, tabId, limit);
  }
}

/** What the popup shows of a vault that is locked or not there. */
async function viewWithoutCodes(
  core: Core,
  scans: Scans,
  state: PopupView['vault'],
  page: CurrentPage | undefined,
): Promise<PopupView> {
  // While the vault is locked, unlocking comes first; without one, the page's account is the first one.
  const scan = page && state === 'absent' ? await findPageScan(core, page, []) : undefined;
  return {
    vault: state,
    rows: [],
    total: 0,
    here: [],
    recent: [],
    tags: [],
    // A card that cannot prove that it was seen leaves its scan here: the first account of a new user.
    scanResults: state === 'absent' ? await takeResults(scans) : [],
    ...NO_REMINDERS,
    ...(state === 'locked' && { unlockedBy: await unlockedBy(core) }),
    ...(page && { page: { ...page, ...(scan && { scan }) } }),
  };
}

async function readView(
  core: Core,
  scans: Scans,
  tabId: number | undefined,
  limit: number,
): Promise<PopupView> {
  const [{ state, access }, page, usedMs, left] = await Promise.all([
    core.vault.status(),
    tabId === undefined ? undefined : findPage(core, tabId),
    core.usedMs.rows(),
    hasResults(core.nowMs()),
  ]);
  // An older or damaged vault may only be read, and its codes still work.
  if (access === 'none') return viewWithoutCodes(core, scans, state, page);
  const accounts = await core.vault.accounts('live');
  const { ids: here, account } = await findAccountsHere(core, accounts, page);
  const recent = recentIds(usedMs, accounts);
  const first = sortAccounts(accounts, here, recent).slice(0, limit);
  const [rows, reminders, granted] = await Promise.all([
    core.vault.codes(
      first.map(({ id }) => id),
      core.nowMs(),
    ),
    state === 'open' ? readReminders(core, accounts) : NO_REMINDERS,
    page?.siteId === undefined
      ? undefined
      : takeGranted({ tabId: page.tabId, siteId: page.siteId }, core.nowMs()),
  ]);
  const scanResults = left === 'some' ? await takeResults(scans) : [];
  const isEmpty = state === 'open' && accounts.length === 0;
  const scan = page && state === 'open' ? await findPageScan(core, page, accounts) : undefined;
  const current = page && scan ? { ...page, scan } : page;
  return {
    vault: state,
    rows,
    total: accounts.length,
    ...(isEmpty && { binned: (await core.vault.accounts('binned')).length }),
    here,
    recent,
    tags: tagCounts(accounts),
    ...reminders,
    ...(granted && { granted }),
    scanResults,
    ...(current && { page: { ...current, ...(state === 'open' && account && { account }) } }),
  };
}

type Reminders = Pick<PopupView, 'notBackedUp' | 'recoveryNotKept' | 'health'>;

const NO_REMINDERS: Reminders = { notBackedUp: 0, health: 'good' };

/** What the popup reminds of, below the codes. */
async function readReminders(core: Core, accounts: readonly AccountView[]): Promise<Reminders> {
  const backup = await core.vault.backup.state();
  const warnings = await findWarnings(core, accounts, backup);
  return {
    notBackedUp: (await missingOf(core, backup)).length,
    ...(warnings.includes('recovery') && {
      recoveryNotKept: (await core.vault.keys.recoveryCodeId()) ?? '',
    }),
    health: warnings.length > 0 ? 'warning' : 'good',
  };
}
