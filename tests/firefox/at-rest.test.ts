/** A copy of Firefox's profile reveals no secret: killed with an open vault, or closed after a way in was taken away. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeBase32 } from '../../lib/otp/base32.ts';
import { launchFirefox } from '../e2e/driver/firefox/launch.ts';
import { addAccount, askAsOwnPage, protectCodes } from '../e2e/driver/nightlatch.ts';
import { grepProfile, secretNeedles, textNeedles } from '../e2e/driver/profile.ts';
import { store } from '../e2e/driver/own-state.ts';
import { findVaultKey } from '../e2e/vault/own-page.ts';
import { takeBackInFirefox } from './taken-back.ts';

// Random and without repeats: no compression of Firefox's stores hides them.
const passphrase = `${randomBytes(9).toString('hex')} Lamp`;
const secret = Uint8Array.from(randomBytes(20));
const base32 = encodeBase32(secret);
const control = `control-${randomBytes(12).toString('hex')}`;
const label = `label-${randomBytes(12).toString('hex')}`;

test('killed while unlocked, the profile holds no secret, key, name or passphrase', async () => {
  const profileDirectory = await mkdtemp(path.join(tmpdir(), 'nightlatch-firefox-'));
  const driven = await launchFirefox({ profileDirectory });
  try {
    // First, because a tab cannot be opened beside the one that closes itself in the end.
    const own = await driven.openOwn('options.html');
    const window = await driven.openOwn('unlock.html');
    const recoveryCode = await protectCodes(window, passphrase);
    const id = await addAccount(own, { issuer: 'VIGI', label, secret: base32 });
    // Scanned and never saved: it must not reach the disk either.
    const uri = `otpauth://totp/VIGI:parked?secret=${base32}&issuer=VIGI`;
    await askAsOwnPage(own, 'readUri', { uri });
    await askAsOwnPage(own, 'codes', { ids: [id] });
    const vaultKey = (await findVaultKey(own)) ?? '';
    expect(vaultKey).not.toBe('');
    await store(own, 'local', { control });
    await driven.kill();

    const planted = await grepProfile(profileDirectory, textNeedles('control', control));
    expect(planted, 'a grep that cannot find what lies there proves nothing').not.toEqual([]);
    const found = await grepProfile(profileDirectory, [
      ...secretNeedles('secret', secret, base32),
      ...secretNeedles('vault key', Buffer.from(vaultKey, 'base64'), vaultKey),
      ...textNeedles('passphrase', passphrase),
      ...textNeedles('recovery code', recoveryCode),
      ...textNeedles('recovery code without dashes', recoveryCode.replaceAll('-', '')),
      ...textNeedles('label', label),
      ...textNeedles('otpauth URI', uri.slice(0, 50)),
    ]);
    expect(found).toEqual([]);
  } finally {
    await driven.close();
    await rm(profileDirectory, { recursive: true, force: true });
  }
});

test('nothing is left of a head that a stopped "keep unlocked" or an old passphrase opened', async () => {
  const { before, after } = await takeBackInFirefox();
  expect(before.heads, 'a reader that finds nothing proves nothing').toBeGreaterThan(100);
  expect(before.keys).toBe(1);
  expect(after).toEqual({ heads: 0, keys: 0 });
});
