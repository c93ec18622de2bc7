import * as v from 'valibot';
import { LANGUAGE_TAGS, type LanguageTag } from '../language/tags.ts';
import { grantableOrigin } from '../sites/grant.ts';

/**
 * What an administrator has set by the browser's policies (storage.managed);
 * ADMINISTRATORS.md says what each key does. What is absent the user decides.
 */
export interface AdministratorPolicy {
  /** Exact origins on which codes are filled as soon as the browser lets us run there. */
  readonly sites?: readonly string[];
  readonly allowOtherSites?: boolean;
  readonly lockMinutesMax?: number;
  readonly allowKeepUnlocked?: boolean;
  readonly allowExport?: boolean;
  /** Names of the forms in lib/protocol/export-views.ts. */
  readonly exportFileTypes?: readonly string[];
  readonly allowImport?: boolean;
  /** Names of apps, as lib/formats has them. */
  readonly importFileTypes?: readonly string[];
  readonly passphraseStrengthMin?: 2 | 3 | 4;
  readonly requirePasskey?: boolean;
  readonly backupReminder?: boolean;
  readonly supportAddress?: string;
  /** Our own pages read it themselves, and give the background what is said elsewhere (lib/browser/language.ts). */
  readonly language?: LanguageTag;
}

export interface ParsedPolicy {
  readonly policy: AdministratorPolicy;
  /** Keys that are unknown or whose value is malformed: they count as absent. */
  readonly refused: readonly string[];
}

const LIST_MAX = 200;
const TEXT_MAX = 300;

function isExactOrigin(text: string): boolean {
  try {
    return grantableOrigin(text).origin === text;
  } catch {
    return false;
  }
}

function isSupportAddress(text: string): boolean {
  return URL.canParse(text) && /^(?:https|mailto):$/u.test(new URL(text).protocol);
}

const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_MAX));
const texts = v.pipe(v.array(shortText), v.maxLength(LIST_MAX));

const flag = v.exactOptional(v.boolean());
const lockMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440));
const exactOrigins = v.pipe(
  v.array(v.pipe(shortText, v.check(isExactOrigin))),
  v.maxLength(LIST_MAX),
);

const KEYS = {
  sites: v.exactOptional(exactOrigins),
  allowOtherSites: flag,
  lockMinutesMax: v.exactOptional(lockMinutes),
  allowKeepUnlocked: flag,
  allowExport: flag,
  exportFileTypes: v.exactOptional(texts),
  allowImport: flag,
  importFileTypes: v.exactOptional(texts),
  passphraseStrengthMin: v.exactOptional(v.picklist([2, 3, 4])),
  requirePasskey: flag,
  backupReminder: flag,
  supportAddress: v.exactOptional(v.pipe(shortText, v.check(isSupportAddress))),
  language: v.exactOptional(v.picklist(LANGUAGE_TAGS)),
} as const;

/** The names of all keys: the published schema has the same. */
export const POLICY_KEYS: readonly string[] = Object.keys(KEYS);

const policySchema = v.object(KEYS);

/** Reads the policy key by key: a malformed one takes no other along. */
export function parsePolicy(value: unknown): ParsedPolicy {
  if (typeof value !== 'object' || value === null) return { policy: {}, refused: [] };
  const good: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [key, one] of Object.entries(value)) {
    const isKnown = Object.hasOwn(KEYS, key);
    if (isKnown && v.safeParse(policySchema, { [key]: one }).success) good[key] = one;
    else refused.push(key.slice(0, 64));
  }
  const parsed = v.safeParse(policySchema, good);
  return parsed.success ? { policy: parsed.output, refused } : { policy: {}, refused };
}

/** Whether codes may be filled on an origin that the user or the administrator added; the product's own sites always are. */
export function isSiteAllowed(policy: AdministratorPolicy, origin: string): boolean {
  return policy.allowOtherSites !== false || (policy.sites ?? []).includes(origin);
}

export function shortenLockMinutes(
  { lockMinutesMax }: AdministratorPolicy,
  minutes: number,
): number {
  return Math.min(minutes, lockMinutesMax ?? minutes);
}

/** A vault that was kept unlocked has no lock time of its own: it gets that of a new vault. */
const LOCK_MINUTES_IF_FORBIDDEN = 15;

/** The lock time that holds, where the user chose `minutes`, or to be kept unlocked. */
export function boundLockMinutes(
  policy: AdministratorPolicy,
  minutes: number | 'never',
): number | 'never' {
  if (minutes === 'never' && policy.allowKeepUnlocked !== false) return minutes;
  return shortenLockMinutes(policy, minutes === 'never' ? LOCK_MINUTES_IF_FORBIDDEN : minutes);
}

/** The policy, read once until the browser says that it has changed. */
export class Administrator {
  readonly #read: () => Promise<unknown>;
  #parsed: Promise<ParsedPolicy> | undefined;

  constructor(read: () => Promise<unknown>) {
    this.#read = read;
  }

  parsed(): Promise<ParsedPolicy> {
    this.#parsed ??= this.#read().then(parsePolicy);
    return this.#parsed;
  }

  async policy(): Promise<AdministratorPolicy> {
    return (await this.parsed()).policy;
  }

  /** To be called when the browser has another policy. */
  forget(): void {
    this.#parsed = undefined;
  }
}
