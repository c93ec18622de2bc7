/** What an administrator forbids is refused by the background, whichever of our pages asks. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { underPolicy } from '../../entrypoints/background/administrator.ts';
import { Administrator, type AdministratorPolicy } from '../../lib/policy/administrator.ts';
import type { OwnRequests } from '../../lib/protocol/own-messages.ts';
import type { OwnHandlers } from '../../lib/protocol/server.ts';
import { fakeCore } from './fake-core.ts';

const TAB_URL = 'https://nvr.example.com/login';
vi.mock('../../lib/browser/tabs.ts', () => ({ findTabUrl: async () => TAB_URL }));

const proof = { kind: 'passphrase', passphrase: 'x' } as const;
const passkey = { credentialId: 'c', name: 'n', prfSalt: 's', prf: 'p' };
const aegis = {
  app: 'Aegis',
  entries: [{ kind: 'refused', reason: 'damaged', issuer: '', label: '' }],
};

type Name = keyof OwnRequests;

/** What is refused under the policy; beside it one that is not, where there is such a thing. */
const CASES: readonly {
  readonly name: Name;
  readonly policy: AdministratorPolicy;
  readonly refused: unknown;
  readonly allowed?: unknown;
}[] = [
  {
    name: 'lockMinutes',
    policy: { lockMinutesMax: 30 },
    refused: { minutes: 31 },
    allowed: { minutes: 30 },
  },
  { name: 'keepUnlocked', policy: { allowKeepUnlocked: false }, refused: { proof } },
  {
    name: 'createVault',
    policy: { requirePasskey: true },
    refused: proof,
    allowed: { kind: 'passkey', passkey },
  },
  {
    name: 'backupRestore',
    policy: { requirePasskey: true },
    refused: { text: '', proof, first: proof },
    allowed: { text: '', proof, first: { kind: 'passkey', passkey } },
  },
  { name: 'passkeyRemove', policy: { requirePasskey: true }, refused: { credentialId: 'c' } },
  { name: 'importPreview', policy: { allowImport: false }, refused: { files: [] } },
  { name: 'importAdd', policy: { allowImport: false }, refused: { files: [], chosen: [] } },
  {
    name: 'importPreview',
    policy: { importFileTypes: ['2FAS'] },
    refused: { files: [aegis] },
    allowed: { files: [{ ...aegis, app: '2FAS' }] },
  },
  {
    name: 'importAdd',
    policy: { importFileTypes: ['2FAS'] },
    refused: { files: [{ entries: aegis.entries }], chosen: [] },
    allowed: { files: [{ entries: [] }], chosen: [] },
  },
  {
    name: 'exportFile',
    policy: { allowExport: false },
    refused: { form: 'aegis-encrypted', ids: [], proof },
  },
  {
    name: 'exportCodes',
    policy: { allowExport: false },
    refused: { form: 'google', ids: [], proof },
  },
  {
    name: 'exportFile',
    policy: { exportFileTypes: ['aegis-encrypted'] },
    refused: { form: 'aegis', ids: [], proof },
    allowed: { form: 'aegis-encrypted', ids: [], proof },
  },
  {
    name: 'exportCodes',
    policy: { exportFileTypes: ['google'] },
    refused: { form: 'sheet' },
    allowed: { form: 'google' },
  },
  { name: 'showQr', policy: { allowExport: false }, refused: { id: 'a', proof } },
  { name: 'qrWindow', policy: { allowExport: false }, refused: { id: 'a' } },
  { name: 'siteWant', policy: { allowOtherSites: false }, refused: { tabId: 1 } },
  {
    name: 'siteRevoke',
    policy: { sites: ['https://nvr.example.com'] },
    refused: { siteId: 'https://nvr.example.com' },
    allowed: { siteId: 'https://other.example.com' },
  },
];

let handled: string[];
beforeEach(() => {
  handled = [];
});

/** Asks for `name` under a policy, with handlers that only note that they were called. */
function ask(name: Name, request: unknown, policy: unknown): Promise<unknown> {
  const vault = { keys: { passkeys: async () => [passkey] } };
  const core = {
    ...fakeCore(vault, () => 0),
    administrator: new Administrator(async () => policy),
  };
  const handlers = new Proxy({} as OwnHandlers, {
    ownKeys: () =>
      CASES.map((one) => one.name).filter((one, index, all) => all.indexOf(one) === index),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    get: (_target, key) => () => handled.push(String(key)),
  });
  const guarded = underPolicy(core, handlers) as unknown as Record<
    string,
    (one: unknown) => Promise<unknown>
  >;
  return guarded[name]?.(request) ?? Promise.reject(new Error(`${name} is not handled`));
}

describe.each(CASES)('$name under $policy', ({ name, policy, refused }) => {
  test('is refused before anything is done', async () => {
    await expect(ask(name, refused, policy)).rejects.toMatchObject({
      code: 'administrator-forbids',
    });
    expect(handled).toEqual([]);
  });

  test('is not refused without a policy', async () => {
    await ask(name, refused, {});
    expect(handled).toEqual([name]);
  });
});

test.each(CASES.filter(({ allowed }) => allowed !== undefined))(
  '$name under $policy is not refused where the policy allows it',
  async ({ name, policy, allowed }) => {
    await ask(name, allowed, policy);
    expect(handled).toEqual([name]);
  },
);

test('a site that the administrator has named may be added', async () => {
  const policy = { sites: ['https://nvr.example.com'], allowOtherSites: false };
  await ask('siteWant', { tabId: 1 }, policy);
  expect(handled).toEqual(['siteWant']);
});
