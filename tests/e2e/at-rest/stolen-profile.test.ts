/** Promise 1: a copy of the browser profile reveals no secret without a way in. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { writeBackup } from '../../lib/vault/independent-writer.ts';
import { clickControl, typeIntoControl, waitForText } from '../driver/controls.ts';
import { launch, newProfileDirectory, type DrivenBrowser } from '../driver/launch.ts';
import { askAsOwnPage, english, protectCodes, unlock } from '../driver/nightlatch.ts';
import { grepProfile, secretNeedles, textNeedles, type Needle } from '../driver/profile.ts';
import { chooseFile } from '../never-lose-a-code/download.ts';
import { store } from '../driver/own-state.ts';
import { accountIds, findVaultKey, waitUntil } from '../vault/own-page.ts';

// Random, so that no table, dictionary or earlier run can hold them; without repeats, so that no compression hides them.
const passphrase = `${randomBytes(9).toString('hex')} Lamp`;
const secret = Uint8Array.from(randomBytes(20));
const base32 = encodeBase32(secret);
const control = `control-${randomBytes(12).toString('hex')}`;

let profileDirectory: string;
let needles: readonly Needle[];
let accountId: string;
let driven: DrivenBrowser;

async function start(): Promise<void> {
  driven = await launch({ profileDirectory });
  await (await driven.waitForWindow('welcome.html')).close();
}

beforeAll(async () => {
  profileDirectory = await newProfileDirectory();
  await start();
  const window = await driven.openOwn('unlock.html');
  const recoveryCode = await protectCodes(window, passphrase);
  const page = await driven.openOwn('options.html');
  const uri = `otpauth://totp/VIGI:maria%40example.com?secret=${base32}&issuer=VIGI`;
  const { scanId } = (await askAsOwnPage(page, 'readUri', { uri })) as { scanId: string };
  const names = { issuer: 'VIGI', label: 'maria@example.com' };
  const saved = await askAsOwnPage(page, 'saveScan', { scanId, ...names });
  accountId = (saved as { readonly id: string }).id;
  // Parked and never saved: it must not reach the disk either.
  await askAsOwnPage(page, 'readUri', { uri: uri.replace('maria', 'parked') });
  await askAsOwnPage(page, 'codes', { ids: [accountId] });
  const vaultKey = await findVaultKey(page);
  if (vaultKey === undefined) throw new Error('the open vault has no key');
  await store(page, 'local', { control });
  needles = [
    ...secretNeedles('secret', secret, base32),
    ...secretNeedles('vault key', Buffer.from(vaultKey, 'base64'), vaultKey),
    ...textNeedles('passphrase', passphrase),
    ...textNeedles('recovery code', recoveryCode),
    ...textNeedles('recovery code without dashes', recoveryCode.replaceAll('-', '')),
    ...textNeedles('otpauth URI', uri.slice(0, 60)),
    ...textNeedles('label', 'maria@example.com'),
  ];
  await driven.kill();
});
afterAll(async () => {
  await driven.close();
  await rm(profileDirectory, { recursive: true, force: true });
});

async function expectNothingInProfile(): Promise<void> {
  const planted = await grepProfile(profileDirectory, textNeedles('control', control));
  expect(planted, 'a grep that cannot find what lies there proves nothing').not.toEqual([]);
  expect(await grepProfile(profileDirectory, needles)).toEqual([]);
}

test('killed while unlocked, the profile holds no secret, key or passphrase', async () => {
  await expectNothingInProfile();
});

test('unlocked again by typing, locked, closed: still nothing', async () => {
  await start();
  const window = await driven.openOwn('unlock.html');
  await unlock(window, passphrase);
  const page = await driven.openOwn('options.html');
  await waitUntil(page, 'open');
  expect(await accountIds(page)).toEqual([accountId]);
  const popup = await driven.openPopup(page);
  await clickControl(popup, { role: 'button', name: english('codes_lock') });
  await waitUntil(page, 'locked');
  await driven.close();
  await expectNothingInProfile();
});

test('after the account was deleted: still nothing', async () => {
  await start();
  const page = await driven.openOwn('options.html');
  await askAsOwnPage(page, 'unlock', { kind: 'passphrase', passphrase });
  await askAsOwnPage(page, 'accountBin', { id: accountId });
  await askAsOwnPage(page, 'accountDelete', { id: accountId });
  expect(await accountIds(page)).toEqual([]);
  await driven.kill();
  await expectNothingInProfile();
});

test('after a backup was restored by typing: still nothing, and nothing of the file in clear', async () => {
  const fromFile = Buffer.from(randomBytes(20));
  const filePassphrase = `${randomBytes(9).toString('hex')} Harbour`;
  const newPassphrase = `${randomBytes(9).toString('hex')} Crane`;
  const label = `restored-${randomBytes(9).toString('hex')}`;
  const accounts = [{ secret: fromFile, issuer: 'VIGI', label }];
  const { text, recoveryCode } = writeBackup({
    seed: randomBytes(16).toString('hex'),
    passphrase: filePassphrase,
    madeMs: 1_790_000_000_000,
    accounts,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'nightlatch-restored-'));
  const file = path.join(folder, 'backup.json');
  await writeFile(file, text);
  const restoredDirectory = await newProfileDirectory();
  const button = (key: Parameters<typeof english>[0]) => ({ role: 'button', name: english(key) });
  try {
    driven = await launch({ profileDirectory: restoredDirectory });
    await (await driven.waitForWindow('welcome.html')).close();
    const window = await driven.openOwn('unlock.html');
    await window.bringToFront();
    await chooseFile(window, file);
    await waitForText(window, /when you made this backup/u);
    const field = { role: 'textbox', name: english('unlock_passphrase') };
    await typeIntoControl(window, field, filePassphrase);
    await clickControl(window, button('backup_secret_submit'));
    await clickControl(window, { role: 'checkbox', name: english('restore_same_passphrase') });
    await clickControl(window, button('restore_go_on'));
    const newCode = await protectCodes(window, newPassphrase);
    const page = await driven.openOwn('options.html');
    await askAsOwnPage(page, 'codes', { ids: await accountIds(page) });
    const vaultKey = (await findVaultKey(page)) ?? '';
    expect(vaultKey).not.toBe('');
    await store(page, 'local', { control });
    await driven.kill();

    const planted = await grepProfile(restoredDirectory, textNeedles('control', control));
    expect(planted).not.toEqual([]);
    const found = await grepProfile(restoredDirectory, [
      ...secretNeedles('restored secret', fromFile, encodeBase32(fromFile)),
      ...secretNeedles('vault key', Buffer.from(vaultKey, 'base64'), vaultKey),
      ...textNeedles('passphrase of the file', filePassphrase),
      ...textNeedles('recovery code of the file', recoveryCode),
      ...textNeedles('new passphrase', newPassphrase),
      ...textNeedles('new recovery code', newCode),
      ...textNeedles('label', label),
    ]);
    expect(found).toEqual([]);
  } finally {
    await rm(restoredDirectory, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});
