/** The background's core in memory: real tables and a real site book, and a vault of the test's own. */
import type { Core } from '../../entrypoints/background/core.ts';
import type { AccountView, Code } from '../../lib/otp/account.ts';
import { Administrator } from '../../lib/policy/administrator.ts';
import { type GivenCode, parseGivenCodes } from '../../lib/policy/given-codes.ts';
import { parsePrompt, type Prompt } from '../../lib/policy/prompt.ts';
import { parseScan } from '../../lib/policy/scan.ts';
import { SessionTable, type SessionStore } from '../../lib/policy/session-table.ts';
import { parseSignIn } from '../../lib/policy/sign-in.ts';
import { SiteBook, type ValueStore } from '../../lib/policy/site-book.ts';
import type { PageSender } from '../../lib/protocol/sender.ts';

export const SITE = 'vms-cloud';
export const STEP_MS = 30_000;

const ORIGIN = 'https://vms.tplinkcloud.com';

/** A document of the site at its own root. */
export const PAGE: PageSender = {
  tabId: 7,
  frameId: 0,
  documentId: 'document',
  origin: ORIGIN,
  topOrigin: ORIGIN,
  url: `${ORIGIN}/`,
};

/** A prompt of that document whose code may be filled by itself. */
export function waitingSince(seenMs: number): Prompt {
  const { tabId, frameId, documentId = '', origin } = PAGE;
  const address = { tabId, frameId, documentId, origin };
  return { ...address, siteId: SITE, seenMs, state: 'waiting', decision: 'fill' };
}

export function accountOfSite(id: string): AccountView {
  return {
    id,
    issuer: 'TP-Link',
    label: `${id}@example.com`,
    type: 'totp',
    algorithm: 'SHA-1',
    digits: 6,
    periodSeconds: STEP_MS / 1000,
    status: 'confirmed',
    pinned: 'unpinned',
    tags: [],
    note: '',
    sites: [SITE],
    createdMs: 0,
    changedMs: 0,
  };
}

/** A code that the site was given, whose clock is right. */
export function givenCode(counter: number): GivenCode {
  return { counter, siteId: SITE, clockOffsetMs: 0 };
}

/** A code of the step at `atMs`. */
export function codeOfStep(digits: string, atMs: number): Code {
  const counter = Math.floor(atMs / STEP_MS);
  return { digits, counter, startMs: counter * STEP_MS, endMs: (counter + 1) * STEP_MS };
}

export function memory(): SessionStore & ValueStore {
  const kept = new Map<string, unknown>();
  const get = async (key: string): Promise<unknown> => kept.get(key);
  const set = async (key: string, value: unknown): Promise<void> => void kept.set(key, value);
  return { get, set, read: get, write: set, remove: async (key) => void kept.delete(key) };
}

/** `store` is what outlives one background. */
export function fakeCore(vault: object, nowMs: () => number, store = memory()): Core {
  return {
    sites: new SiteBook(memory()),
    administrator: new Administrator(async () => ({})),
    language: {
      ready: async () => undefined,
      inject: async (target) => target,
      speakIn: async () => undefined,
      change: async () => undefined,
    },
    signIns: new SessionTable(store, 'sign-ins', parseSignIn),
    prompts: new SessionTable(store, 'prompts', parsePrompt),
    scans: new SessionTable(store, 'scans', parseScan),
    released: new SessionTable(store, 'released', parseGivenCodes),
    skews: new SessionTable(store, 'skews', (value): number | undefined =>
      typeof value === 'number' ? value : undefined,
    ),
    usedMs: new SessionTable(store, 'used', (value): number | undefined =>
      typeof value === 'number' ? value : undefined,
    ),
    nowMs,
    newId: () => 'id',
    vault: vault as Core['vault'],
  };
}
