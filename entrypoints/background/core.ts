import { vaultRecords } from '../../lib/browser/vault-records.ts';
import { readManaged } from '../../lib/browser/managed-storage.ts';
import { closeStorageToPages, sessionMemory } from '../../lib/browser/storage.ts';
import { exclusive } from '../../lib/browser/exclusive.ts';
import { computerKey, generationMark, headCopy } from '../../lib/browser/vault-values.ts';
import { readSiteValue, writeSiteValue } from '../../lib/browser/site-values.ts';
import { Administrator, boundLockMinutes, isSiteAllowed } from '../../lib/policy/administrator.ts';
import { type GivenCode, parseGivenCodes } from '../../lib/policy/given-codes.ts';
import { parseScan, type Scan } from '../../lib/policy/scan.ts';
import { parsePrompt, type Prompt } from '../../lib/policy/prompt.ts';
import { SiteBook } from '../../lib/policy/site-book.ts';
import { SessionTable } from '../../lib/policy/session-table.ts';
import { parseSignIn, type SignIn } from '../../lib/policy/sign-in.ts';
import { Vault } from '../../lib/vault/vault.ts';
import { type ChosenLanguage, createChosenLanguage } from './chosen-language.ts';

/** What every part of the background works on. */
export interface Core {
  readonly vault: Vault;
  readonly sites: SiteBook;
  /** What the browser's policies have set for us. */
  readonly administrator: Administrator;
  readonly language: ChosenLanguage;
  /** The log-ins, by tab id. */
  readonly signIns: SessionTable<SignIn>;
  /** The prompts, by prompt id. */
  readonly prompts: SessionTable<Prompt>;
  /** The scans, by scan id. */
  readonly scans: SessionTable<Scan>;
  /** The codes last given to any page, by account id. */
  readonly released: SessionTable<readonly GivenCode[]>;
  /**
   * How far a site's clock is ahead of ours, ms, by site id; only where the
   * user should hear of it.
   */
  readonly skews: SessionTable<number>;
  /** When the code of an account was filled or copied last, Unix time in ms, by account id. */
  readonly usedMs: SessionTable<number>;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

const asNumber = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

export function createCore(): Core {
  void closeStorageToPages();
  const administrator = new Administrator(readManaged);
  const sites = new SiteBook({ read: readSiteValue, write: writeSiteValue }, async () => {
    const policy = await administrator.policy();
    return (origin) => isSiteAllowed(policy, origin);
  });
  // Nearly every event asks for both: what woke the background does not wait for them one after the other.
  void administrator.policy();
  void sites.knownIds();
  return {
    vault: new Vault({
      records: vaultRecords,
      generationMark,
      computerKey,
      headCopy,
      sessionMemory,
      knownSites: async () => {
        const ids = await sites.knownIds();
        return (siteId) => ids.has(siteId);
      },
      boundLockMinutes: async (minutes) => boundLockMinutes(await administrator.policy(), minutes),
      exclusive,
      nowMs: Date.now,
      elapsedMs: () => performance.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    }),
    sites,
    administrator,
    language: createChosenLanguage(),
    signIns: new SessionTable(sessionMemory, 'sign-ins', parseSignIn),
    prompts: new SessionTable(sessionMemory, 'prompts', parsePrompt),
    scans: new SessionTable(sessionMemory, 'scans', parseScan),
    released: new SessionTable(sessionMemory, 'released', parseGivenCodes),
    skews: new SessionTable(sessionMemory, 'skews', asNumber),
    usedMs: new SessionTable(sessionMemory, 'used', asNumber),
    nowMs: Date.now,
    newId: () => crypto.randomUUID(),
  };
}
