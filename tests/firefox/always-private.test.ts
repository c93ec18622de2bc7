/** 'Never remember history': Firefox then has no IndexedDB for extensions, and every window is private. */
import { expect, test } from 'vitest';
import { launchFirefox } from '../e2e/driver/firefox/launch.ts';
import {
  addAccount,
  askAsOwnPage,
  lockVault,
  PASSPHRASE,
  prepareVault,
} from '../e2e/driver/nightlatch.ts';
import { clickText, signIn, waitForFilled, waitForSignedIn } from '../e2e/driver/stand-in.ts';
import { startSimulator } from '../simulator/server.ts';

test('allowed there, it fills a log-in with nothing to do, and keeps what is decided for a site', async () => {
  const simulator = await startSimulator({ config: { flow: 'G1' } });
  const driven = await launchFirefox({
    simulator,
    privateWindows: 'allowed',
    preferences: { 'browser.privatebrowsing.autostart': true },
  });
  try {
    await prepareVault(driven, []);
    await lockVault(driven);
    const own = await driven.openOwn('options.html');
    await askAsOwnPage(own, 'unlock', { kind: 'passphrase', passphrase: PASSPHRASE });
    const user = simulator.addUser('maria');
    await addAccount(own, { issuer: 'TP-Link', label: user.email, secret: user.secret });
    const change = { fill: 'by-itself', submit: 'once' };
    await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change });
    await driven.killWorker();
    const [cloud] = (await askAsOwnPage(own, 'siteList', {})) as readonly [{ settings: unknown }];
    expect(cloud.settings).toMatchObject(change);
    await askAsOwnPage(own, 'siteChange', { siteId: 'vms-cloud', change: { submit: 'never' } });
    const page = await driven.newPage();
    await signIn(page, user.email);
    await waitForFilled(page);
    await clickText(page, 'Submit');
    await waitForSignedIn(page);
  } finally {
    await driven.close();
    await simulator.stop();
  }
});
