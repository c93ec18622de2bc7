import type { Account } from '../../lib/otp/account.ts';
import { findView } from '../../lib/vault/format/account-fields.ts';
import { ID_BYTES, KEY_BYTES } from '../../lib/vault/format/item-names.ts';
import { findHead } from '../../lib/vault/format/head.ts';
import { findIndex } from '../../lib/vault/format/index-cache.ts';
import { VaultSession } from '../../lib/vault/store/session.ts';
import {
  envelopeText,
  findEnvelope,
  findManifest,
  sealEnvelope,
} from '../../lib/vault/format/manifest.ts';
import { findAccount, findRecord, recordText, sealAccount } from '../../lib/vault/format/record.ts';
import { countAttempt } from '../../lib/vault/unlock/failed-attempts.ts';
import { Vault } from '../../lib/vault/vault.ts';
import { deriveKeys } from '../../lib/vault/format/derived-keys.ts';
import { toBase64url } from '../../lib/base64.ts';
import { newMachine } from '../lib/vault/memory-ports.ts';
import { mutatedJson, mutatedValue } from './hostile.ts';
import type { Random } from './random.ts';
import { hold, type Target } from './target.ts';

const keys = await deriveKeys(
  new Uint8Array(KEY_BYTES).fill(7),
  toBase64url(new Uint8Array(ID_BYTES)),
);

const id = toBase64url(new Uint8Array(ID_BYTES).fill(1));
const account: Account = {
  id,
  issuer: 'VIGI',
  label: 'maria@example.com',
  type: 'totp',
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
  secret: new Uint8Array(20).fill(9),
  status: 'confirmed',
  pinned: 'unpinned',
  tags: ['Shop'],
  note: 'A note',
  sites: ['vms-cloud'],
  createdMs: 1,
  changedMs: 2,
};
const { secret: _secret, ...view } = account;
const stamp = { rev: 1, timeMs: 2, device: toBase64url(new Uint8Array(8)) };
const nonce = (random: Random) => random.bytes(12);

/** A whole vault, open, on which every input changes one stored item. */
const machine = newMachine('fuzz');
const vault = new Vault(machine.ports);
await vault.create({ passphrase: 'correct horse battery staple' });
const added: string[] = [];
for (const label of ['one', 'two']) {
  const { status, sites, ...rest } = account;
  added.push((await vault.add({ ...rest, label }, { status, sites })).id);
}
const sound = new Map(machine.disk);
const head = sound.get('vault/head') ?? '';
const session = new Map(machine.session);

async function openDamaged(random: Random): Promise<void> {
  machine.disk.clear();
  machine.session.clear();
  for (const [name, value] of session) machine.session.set(name, value);
  const damaged = random.pick([...sound.keys()]);
  for (const [name, text] of sound) {
    machine.disk.set(name, name === damaged ? mutatedJson(random, text) : text);
  }
  const opened = new Vault(machine.other());
  const state = await opened.state();
  const rows = state === 'locked' ? [] : await opened.codes(added, Date.now());
  hold(
    rows.every((row) => added.includes(row.account.id)),
    'no account comes from nowhere',
  );
}

export const vaultTargets: readonly Target[] = [
  {
    name: 'vault head',
    share: 20_000,
    run: (random) => findHead(mutatedJson(random, head), mutatedJson(random, head)),
  },
  {
    name: 'vault record',
    share: 20_000,
    run: async (random) => {
      const sealed = await sealAccount(keys, account, stamp, nonce(random));
      const record = findRecord(id, mutatedJson(random, recordText(sealed)));
      if (record) await findAccount(keys, record);
    },
  },
  {
    name: 'vault record, rightly sealed',
    share: 10_000,
    run: async (random) => {
      const hostile = mutatedValue(random, view);
      if (typeof hostile !== 'object') return;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a later version or a thief of the key may have sealed
      const wrong = { ...hostile, id, secret: account.secret } as unknown as Account;
      const found = await findAccount(keys, await sealAccount(keys, wrong, stamp, nonce(random)));
      if (found && found !== 'deleted') hold(found.id === id, 'a record is of its own account');
    },
  },
  { name: 'account view', share: 30_000, run: (random) => findView(mutatedValue(random, view)) },
  {
    name: 'vault manifest and index, rightly sealed',
    share: 20_000,
    run: async (random) => {
      const bytes = (length: number) => random.bytes(length);
      const manifest = {
        device: stamp.device,
        lockMinutes: 15,
        indexHash: '',
        records: [[id, 1, '']],
      };
      const use = random.pick(['manifest', 'index'] as const);
      const value = mutatedValue(random, use === 'manifest' ? manifest : [['fingerprint', view]]);
      const key = use === 'manifest' ? keys.manifest : keys.index;
      const kind = { key, vaultId: keys.vaultId, use };
      const sealed = await sealEnvelope(kind, 1, value ?? '', bytes);
      const text =
        random.below(2) === 0 ? envelopeText(sealed) : mutatedJson(random, envelopeText(sealed));
      await findManifest(keys, text);
      const envelope = findEnvelope(text);
      if (envelope) await findIndex(keys, envelope);
    },
  },
  {
    name: 'session facts',
    share: 10_000,
    run: async (random) => {
      const { ports, session: memory } = newMachine();
      for (const [name, value] of session) memory.set(name, mutatedValue(random, value));
      await new VaultSession(ports, () => undefined).findOpened();
    },
  },
  {
    name: 'failed attempts',
    share: 10_000,
    run: async (random) => {
      const { ports, disk } = newMachine();
      disk.set('vault/tries', mutatedJson(random, '{"count":7,"lastMs":1800000000000}'));
      const untilMs = await countAttempt(ports);
      hold(untilMs === undefined || Number.isFinite(untilMs), 'a wait has an end');
    },
  },
  { name: 'whole vault', share: 10_000, run: openDamaged },
];
